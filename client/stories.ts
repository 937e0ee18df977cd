/** Whole journeys in a dozen readable lines each: for the demonstration, the example cohort, tests and benches alike. Pure. */
import { fold } from '../workflows/fold/fold.ts';
import { buildEntry, type Entry, type Statement } from '../workflows/journal/entry.ts';
import type { JourneyEvent } from '../workflows/journal/events.ts';
import { addDays, type Day, noon } from '../workflows/policy/calendar.ts';
import { newestPolicy, policies } from '../workflows/policy/policy.ts';

/** What happens on a day, counted from the journey's first. */
export type Step = readonly [day: number, event: JourneyEvent];

const referral = {
  type: 'intake.referred',
  source: 'funder',
  site: 'site-1',
  federalState: 'BW',
  funder: 'agency-1',
  caseWorker: 'w-1',
} as const;

/** From referral to the first day of training, half a year later. */
const untilTraining = (start: Day): Step[] => [
  [0, referral],
  [7, { type: 'intake.admitted', caseWorker: 'w-1', directStart: false }],
  [20, { type: 'preparation.partRecorded', part: 'competenceAssessment', status: 'done' }],
  [40, { type: 'occupation.agreed', occupation: 'joiner' }],
  [
    45,
    { type: 'internship.planned', company: 'company-1', from: addDays(start, 50), to: addDays(start, 70) },
  ],
  [50, { type: 'internship.started', internship: 5 }],
  [71, { type: 'internship.reviewed', internship: 5, fit: true }],
  [75, { type: 'placement.started' }],
  [85, { type: 'company.informed', company: 'company-1' }],
  [
    100,
    {
      type: 'contract.signed',
      company: 'company-1',
      chamber: 'chamber-1',
      occupation: 'joiner',
      start: addDays(start, 182),
      end: addDays(start, 182 + 1094),
      probationMonths: 4,
    },
  ],
  [112, { type: 'contract.registered' }],
  [183, { type: 'training.started' }],
];

/** Four years: a conflict that silence escalates, an exam passed before the contract's end, half a year of work. */
export const wholeJourney = (start: Day): Step[] => [
  ...untilTraining(start),
  [420, { type: 'conflict.raised', between: 'participantAndTrainer' }],
  [452, { type: 'conflict.resolved' }],
  [1080, { type: 'exam.registered', sittingOn: addDays(start, 1240) }],
  [1255, { type: 'exam.passed' }],
  [1270, { type: 'job.started' }],
];

/** Two failed exams, the training extended, the last attempt passed. */
export const secondRepeat = (start: Day): Step[] => [
  ...untilTraining(start),
  [1080, { type: 'exam.registered', sittingOn: addDays(start, 1240) }],
  [1250, { type: 'exam.failed' }],
  [1255, { type: 'exam.extensionDemanded', newEnd: addDays(start, 1450) }],
  [1260, { type: 'exam.registered', sittingOn: addDays(start, 1420) }],
  [1430, { type: 'exam.failed' }],
  [1440, { type: 'exam.extensionDemanded', newEnd: addDays(start, 1620) }],
  [1445, { type: 'exam.registered', sittingOn: addDays(start, 1600) }],
  [1605, { type: 'exam.passed' }],
];

/** The contract ends in the probation; a new company is found. */
export const newCompany = (start: Day): Step[] => [
  ...untilTraining(start),
  [230, { type: 'contract.ended', by: 'company', reason: 'duringProbation' }],
  [280, { type: 'company.informed', company: 'company-2' }],
  [
    290,
    {
      type: 'contract.signed',
      company: 'company-2',
      chamber: 'chamber-1',
      occupation: 'joiner',
      start: addDays(start, 300),
      end: addDays(start, 300 + 1000),
      probationMonths: 2,
      withoutInternship: 'timeShort',
    },
  ],
  [295, { type: 'contract.registered' }],
  [301, { type: 'training.started' }],
];

/** The example cohort: each journey has come so many days. */
export const cohort: readonly { journey: string; days: number; story: (start: Day) => Step[] }[] = [
  { journey: 'p-101', days: 5, story: wholeJourney },
  { journey: 'p-102', days: 18, story: () => [[0, referral]] },
  { journey: 'p-103', days: 60, story: wholeJourney },
  { journey: 'p-104', days: 120, story: wholeJourney },
  { journey: 'p-105', days: 250, story: wholeJourney },
  { journey: 'p-106', days: 432, story: wholeJourney },
  { journey: 'p-107', days: 270, story: newCompany },
  { journey: 'p-108', days: 1256, story: secondRepeat },
  { journey: 'p-109', days: 1275, story: wholeJourney },
];

/** What has been told of a story by `today`; every reflection meeting was held on the day it became due. */
export function historyOf(story: readonly Step[], start: Day, today: Day): Statement[] {
  const steps = story.filter(([day]) => addDays(start, day) <= today);
  const told: Entry[] = [];
  const tell = (event: JourneyEvent, on: Day): void => {
    const stamp = { seq: told.length + 1, requestId: 'story', recordedAt: noon(on) };
    told.push(
      buildEntry({ event: withSeq(event, told), effectiveAt: on, actor: actorOf(event) }, stamp, noon(on)),
    );
  };
  const holdMeetings = (until: Day): void => {
    for (;;) {
      const { visits } = fold(policies[newestPolicy], told, noon(until));
      const due = visits['reflection.due']?.since.slice(0, 10);
      if (due === undefined) return;
      tell({ type: 'meeting.held', attended: ['participant', 'caseWorker'] }, due);
    }
  };
  for (const [day, event] of steps) {
    if (told.length > 0) holdMeetings(addDays(start, day));
    tell(event, addDays(start, day));
  }
  holdMeetings(today);
  return told.map(({ event, effectiveAt, actor }) => ({ event, effectiveAt, actor }) as Statement);
}

/** Stories name an internship by the number it has without meetings; in a journal it is the last one planned. */
export function withSeq(event: JourneyEvent, told: readonly Entry[]): JourneyEvent {
  if (!('internship' in event)) return event;
  const planned = told.findLast((entry) => entry.event?.type === 'internship.planned');
  return { ...event, internship: planned?.seq ?? event.internship };
}

/** Who says it in a story. */
export const actorOf = (event: JourneyEvent): { role: 'caseWorker' | 'teamLead'; id: string } =>
  event.type === 'journey.leftEarly' ? { role: 'teamLead', id: 'l-1' } : { role: 'caseWorker', id: 'w-1' };
