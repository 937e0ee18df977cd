/** Whole journeys in a dozen readable lines each: for the demonstration, the example cohort, tests and benches alike. Pure. */
import type { Deadline } from '../workflows/fold/folded.ts';
import { newestVersions, rulebookOf } from '../workflows/fold/rulebook.ts';
import type { Entry, Statement } from '../workflows/journal/entry.ts';
import { catalogue, type JourneyEvent, reportKinds } from '../workflows/journal/events.ts';
import { reportDeadline } from '../workflows/machine/rules/support.ts';
import { addDays, type Day, noon } from '../workflows/policy/calendar.ts';
import { tellAll } from './keepUp.ts';

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
  [3, { type: 'intake.eligibilityAssessed', eligible: true, barriers: ['schooling', 'family'] }],
  [5, { type: 'consent.given', to: 'company' }],
  [5, { type: 'consent.given', to: 'school' }],
  [5, { type: 'consent.given', to: 'chamber' }],
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

/** Much at once: a minor, hours with the funder, a plan with goals and tasks, help, a deputy, a handover. */
export const manySided = (start: Day): Step[] => [
  [0, { ...referral, adultOn: addDays(start, 700) }],
  [2, { type: 'consent.given', to: 'company', guardiansToo: true }],
  [4, { type: 'intake.eligibilityAssessed', eligible: true, barriers: ['language', 'mobility'] }],
  [
    6,
    {
      type: 'intake.admitted',
      caseWorker: 'w-1',
      directStart: true,
      weeklyHours: 30,
      guardiansToo: true,
    },
  ],
  [
    7,
    {
      type: 'funding.approved',
      funder: 'agency-1',
      share: 100,
      from: addDays(start, 6),
      to: addDays(start, 370),
    },
  ],
  [8, { type: 'hours.offered', hours: 60, from: addDays(start, 6), to: addDays(start, 370) }],
  [10, { type: 'hours.countered', hours: 90 }],
  [14, { type: 'hours.answered', agreed: true }],
  [15, { type: 'minor.examined', on: addDays(start, -20) }],
  [16, { type: 'company.informed', company: 'company-2' }],
  [
    17,
    {
      type: 'contract.signed',
      company: 'company-2',
      chamber: 'chamber-1',
      occupation: 'baker',
      start: addDays(start, 20),
      end: addDays(start, 20 + 1094),
      probationMonths: 3,
      guardiansSigned: true,
      conciliationCommittee: true,
      withoutInternship: 'existingContract',
    },
  ],
  [19, { type: 'contract.registered' }],
  [21, { type: 'training.started' }],
  [22, { type: 'intensity.set', participant: 'medium', company: 'high' }],
  [25, { type: 'goal.set', goal: 'vocational-german', reviewOn: addDays(start, 200) }],
  [26, { type: 'contact.recorded', with: 'trainer', how: 'phone', minutes: 25, reached: true }],
  [40, { type: 'learningSupport.requested', subject: 'maths' }],
  [55, { type: 'learningSupport.started', supporter: 's-1' }],
  [60, { type: 'contact.recorded', with: 'participant', how: 'office', minutes: 60, reached: true }],
  [70, { type: 'help.asked', topic: 'school', for: 'participant' }],
  [90, { type: 'termination.reasonKnown', by: 'company' }],
  [91, { type: 'conflict.raised', between: 'participantAndCompany' }],
  [92, { type: 'conflict.conciliationRequested', by: 'participant' }],
  [100, { type: 'task.set', task: 'call-school', dueOn: addDays(start, 120) }],
  [101, { type: 'deputy.appointed', deputy: 'w-2', from: addDays(start, 101), until: addDays(start, 115) }],
  [102, { type: 'handover.proposed', to: 'w-2' }],
];

/** Parental leave in the second year: it moves the contract's end by itself. */
export const parentalLeave = (start: Day): Step[] => [
  ...untilTraining(start),
  [600, { type: 'leave.started', until: addDays(start, 964) }],
];

export interface Example {
  readonly journey: string;
  /** Who takes part; nobody there is. */
  readonly name: string;
  /** How many days it has come. */
  readonly days: number;
  readonly story: (start: Day) => Step[];
}

/** The example cohort. */
export const cohort: readonly Example[] = [
  { journey: 'p-101', name: 'Aylin Beispiel', days: 5, story: wholeJourney },
  { journey: 'p-102', name: 'Ben Beispiel', days: 18, story: () => [[0, referral]] },
  { journey: 'p-103', name: 'Cem Beispiel', days: 60, story: wholeJourney },
  { journey: 'p-104', name: 'Dana Beispiel', days: 120, story: wholeJourney },
  { journey: 'p-105', name: 'Emil Beispiel', days: 250, story: wholeJourney },
  { journey: 'p-106', name: 'Fatma Beispiel', days: 432, story: wholeJourney },
  { journey: 'p-107', name: 'Georg Beispiel', days: 270, story: newCompany },
  { journey: 'p-108', name: 'Hanna Beispiel', days: 1256, story: secondRepeat },
  { journey: 'p-109', name: 'Ivo Beispiel', days: 1275, story: wholeJourney },
  { journey: 'p-110', name: 'Jana Beispiel', days: 105, story: manySided },
  { journey: 'p-111', name: 'Kai Beispiel', days: 700, story: parentalLeave },
];

/** What keeping up takes when a deadline's day has come: the meeting is held, the report submitted, the hours reported. */
export function dutyOf({ key, item }: Pick<Deadline, 'key' | 'item'>): JourneyEvent | undefined {
  if (key === 'reflectionDue') return { type: 'meeting.held', attended: ['participant', 'caseWorker'] };
  if (key === 'usedHoursReport') {
    const month = String(item);
    return { type: 'hours.reported', month: `${month.slice(0, 4)}-${month.slice(4)}` };
  }
  const report = reportKinds.find((kind) => reportDeadline[kind] === key);
  return report && { type: 'report.submitted', report, ...(item === undefined ? {} : { year: item }) };
}

/** What has been told of a story by `today`; whoever tells it keeps up with every meeting, report and month of hours. */
export function historyOf(story: readonly Step[], start: Day, today: Day): Statement[] {
  const steps = story.map(([day, event]) => ({ on: addDays(start, day), event, actor: actorOf(event) }));
  const told = tellAll(
    steps.filter(({ on }) => on <= today),
    {
      rulebook: rulebookOf(newestVersions),
      until: today,
      dutyOf: (deadline) => {
        const event = dutyOf(deadline);
        return event && { event, actor: actorOf(event) };
      },
      referring: withSeq,
      recordedAt: noon,
    },
  );
  if ('refusal' in told) throw told.refusal;
  return told.entries.map(({ event, effectiveAt, actor }) => ({ event, effectiveAt, actor }) as Statement);
}

/** Stories name an internship by the number it has without meetings; in a journal it is the last one planned. */
export function withSeq(event: JourneyEvent, told: readonly Entry[]): JourneyEvent {
  if (!('internship' in event)) return event;
  const planned = told.findLast((entry) => entry.event?.type === 'internship.planned');
  return { ...event, internship: planned?.seq ?? event.internship };
}

/** Who says it in a story. */
export const actorOf = (event: JourneyEvent): { role: 'caseWorker' | 'teamLead'; id: string } =>
  catalogue[event.type].roles.some((role) => role === 'caseWorker')
    ? { role: 'caseWorker', id: 'w-1' }
    : { role: 'teamLead', id: 'l-1' };
