/** For every rule of what goes on beside the phase: what it alone refuses, and what it takes instead. */
import type { EventOf, JourneyEvent, ReportKind } from '../../workflows/journal/events.ts';
import type { conflictRules, meetingRules } from '../../workflows/machine/rules/meetings.ts';
import type { peopleRules } from '../../workflows/machine/rules/people.ts';
import type { supportRules } from '../../workflows/machine/rules/support.ts';
import {
  accepted,
  admitted,
  approved,
  conciliation,
  entered,
  offered,
  proposed,
  type Row,
  raised,
  reasonKnown,
  referral,
  scheduled,
  submitted,
  training,
} from './journal.ts';
import type { RuleCase } from './ruleCases.ts';

const begun = entered('2024-01-31');
const day = '2024-03-05';
const on = (...events: JourneyEvent[]): Row[] => events.map((event): Row => ['2024-02-29', event]);
const trained = training({ start: '2023-09-01', end: '2026-08-31' });

const key = 'reflection/after-2';
const slot = (startsAt: string): Row[] => [...begun, ...on(scheduled(key, startsAt))];
const coming = slot('2024-03-11T09:00:00.000Z');
const missed: JourneyEvent = { type: 'meeting.missed', missing: ['participant'] };
const replied: EventOf<'meeting.replied'> = { type: 'meeting.replied', by: 'participant', reply: 'late' };
const moved = (startsAt: string): JourneyEvent => ({ type: 'meeting.moved', startsAt });
const held = (more: Partial<EventOf<'meeting.held'>>): JourneyEvent => ({
  type: 'meeting.held',
  attended: ['participant', 'caseWorker'],
  ...more,
});

export const meetingCases = {
  meetingInPast: {
    rows: coming,
    ...{ day, refused: missed, taken: missed },
    takenAfter: slot('2024-03-05T09:00:00.000Z'),
  },
  movedIntoFuture: {
    rows: coming,
    ...{ day, refused: moved('2024-03-05T12:00:00.000Z'), taken: moved('2024-03-05T12:00:00.001Z') },
  },
  bothCame: { rows: begun, day, refused: held({ attended: ['participant', 'trainer'] }), taken: held({}) },
  nextAhead: { rows: begun, day, refused: held({ nextOn: day }), taken: held({ nextOn: '2024-03-06' }) },
  answersThisMeeting: {
    rows: begun,
    day,
    refused: scheduled('reflection/after-1', '2024-03-11T09:00:00.000Z'),
    taken: scheduled(key, '2024-03-11T09:00:00.000Z'),
  },
  slotAhead: {
    rows: begun,
    day,
    refused: scheduled(key, '2024-03-05T12:00:00.000Z'),
    taken: scheduled(key, '2024-03-05T12:00:00.001Z'),
  },
  repliesForThemselves: {
    ...{ rows: coming, day, refused: replied, taken: replied },
    ...{ refusedFrom: { role: 'guardian' }, takenFrom: { role: 'participant' } },
  },
  amongInvited: {
    ...{ rows: coming, day, refused: { ...replied, by: 'teacher' }, taken: replied },
    ...{ refusedFrom: { role: 'caseWorker' }, takenFrom: { role: 'caseWorker' } },
  },
} as const satisfies Record<keyof typeof meetingRules, RuleCase>;

const quarrel: Row[] = [...begun, ...on(raised)];
const calmer = (to: 'talk' | 'mediation'): JourneyEvent => ({ type: 'conflict.deescalated', to });
const action: JourneyEvent = { type: 'conflict.actionFiled', by: 'participant' };
const received: JourneyEvent = { type: 'termination.received', by: 'company' };
const settled = (termination: number): JourneyEvent => ({
  type: 'termination.settled',
  ...{ how: 'withdrawn', termination },
});
const withCommittee = training({ start: '2023-09-01', end: '2026-08-31', conciliationCommittee: true });

export const conflictCases = {
  lowerRung: {
    rows: [...quarrel, ...on({ type: 'conflict.mediated' })],
    ...{ day, refused: calmer('mediation'), taken: calmer('talk') },
  },
  conciliationFirst: {
    rows: [...withCommittee, ...on(raised, conciliation)],
    ...{ day, refused: action, taken: action },
    takenAfter: [...withCommittee, ...on(raised, conciliation, { type: 'conflict.conciliationEnded' })],
  },
  committeeExists: {
    rows: quarrel,
    ...{ day, refused: conciliation, taken: conciliation },
    takenAfter: [...trained, ...on(raised)],
  },
  servedByNow: {
    rows: [...trained, ...on(raised, conciliation)],
    ...{ day, refused: proposed('2024-03-06'), taken: proposed(day) },
  },
  dismissalOpen: {
    rows: [...trained, ...on(received, received, settled(7))],
    ...{ day, refused: settled(7), taken: settled(8) },
  },
  reasonKnownByNow: {
    rows: trained,
    ...{ day, refused: reasonKnown({ knownOn: '2024-03-06' }), taken: reasonKnown({ knownOn: day }) },
  },
} as const satisfies Record<keyof typeof conflictRules, RuleCase>;

const goal: JourneyEvent = { type: 'goal.set', goal: 'punctuality', reviewOn: '2024-03-04' };
const review = (more: Partial<EventOf<'goal.reviewed'>>): JourneyEvent => ({
  type: 'goal.reviewed',
  goal: 3,
  result: 'reached',
  ...more,
});
const task: JourneyEvent = { type: 'task.set', task: 'call-school', dueOn: '2024-03-04' };
const done = (seq: number): JourneyEvent => ({ type: 'task.done', task: seq });
const asked: JourneyEvent = { type: 'help.asked', topic: 'school', for: 'participant' };
const helping = (help: number): JourneyEvent => ({ type: 'help.started', help });
const helped = (help: number): JourneyEvent => ({ type: 'help.ended', help });
const offer = offered('2024-02-01', '2024-08-31');
const agreed: Row[] = [...begun, ...on(offer, accepted)];
const answer = (hours?: number): JourneyEvent => ({
  type: 'hours.answered',
  agreed: false,
  ...(hours === undefined ? {} : { hours }),
});
const used = (month: string): JourneyEvent => ({ type: 'hours.reported', month });
const corrected = (report: ReportKind): JourneyEvent => ({ type: 'report.corrected', report });
const ended = (funding: number): JourneyEvent => ({ type: 'funding.ended', funding });

export const supportCases = {
  goalOpen: { rows: [...begun, ...on(goal)], day, refused: review({ goal: 2 }), taken: review({}) },
  reviewNamed: {
    rows: [...begun, ...on(goal)],
    day,
    refused: review({ result: 'continued' }),
    taken: review({ result: 'continued', reviewOn: '2024-06-03' }),
  },
  taskOpen: { rows: [...begun, ...on(task)], day, refused: done(2), taken: done(3) },
  helpAsked: {
    rows: [...begun, ...on(asked, helping(3))],
    ...{ day, refused: helping(3), taken: helping(3) },
    takenAfter: [...begun, ...on(asked)],
  },
  helpOpen: { rows: [...begun, ...on(asked, asked, helped(3))], day, refused: helped(3), taken: helped(4) },
  hoursPeriodInOrder: {
    rows: begun,
    ...{ day, refused: offered('2024-04-01', '2024-03-31'), taken: offered('2024-04-01', '2024-04-01') },
  },
  wholeMonths: {
    rows: begun,
    ...{ day, refused: offered('2024-04-01', '2024-04-29'), taken: offered('2024-04-01', '2024-04-30') },
    policy: '2020-1',
  },
  answerNamesHours: {
    rows: [...begun, ...on(offer, { type: 'hours.countered', hours: 40 })],
    ...{ day, refused: answer(), taken: answer(50) },
  },
  monthOver: { rows: agreed, day, refused: used('2024-03'), taken: used('2024-02') },
  monthCounts: { rows: agreed, day, refused: used('2024-01'), taken: used('2024-02') },
  yearNamed: { rows: trained, day, refused: submitted('trainingYear'), taken: submitted('trainingYear', 1) },
  reportWanted: {
    rows: trained,
    ...{ day, refused: submitted('preparationStart'), taken: submitted('trainingStart') },
  },
  reportSubmitted: {
    rows: [...trained, ...on(submitted('trainingStart'))],
    ...{ day, refused: corrected('trainingProgress'), taken: corrected('trainingStart') },
  },
  fundingInOrder: {
    rows: begun,
    ...{ day, refused: approved('2024-04-01', '2024-03-31'), taken: approved('2024-04-01', '2024-04-01') },
  },
  sharesFit: {
    rows: [...begun, ...on(approved('2024-02-01', '2024-12-31', { share: 60 }))],
    day,
    refused: approved('2024-12-31', '2025-12-31', { share: 41, funder: 'land-1' }),
    taken: approved('2024-12-31', '2025-12-31', { share: 40, funder: 'land-1' }),
  },
  fundingRuns: {
    rows: [
      ...begun,
      ...on(
        approved('2024-02-01', '2025-01-31', { share: 60 }),
        approved('2024-02-01', '2025-01-31', { share: 40 }),
        ended(3),
      ),
    ],
    ...{ day, refused: ended(3), taken: ended(4) },
  },
} as const satisfies Record<keyof typeof supportRules, RuleCase>;

const handover = (more: Partial<EventOf<'handover.proposed'>> = {}): JourneyEvent => ({
  type: 'handover.proposed',
  to: 'w-2',
  ...more,
});
const lead = { role: 'teamLead' } as const;
const other = { role: 'caseWorker', id: 'w-3' } as const;
const receiver = { role: 'caseWorker', id: 'w-2' } as const;
const asking: Row[] = [...begun, ['2024-03-04', handover(), lead]];
const deputy = (more: Partial<EventOf<'deputy.appointed'>> = {}): JourneyEvent => ({
  type: 'deputy.appointed',
  ...{ deputy: 'w-2', from: '2024-03-01', until: day },
  ...more,
});
const consent: JourneyEvent = { type: 'consent.given', to: 'company' };
const withdrawn = (to: 'company' | 'school'): JourneyEvent => ({ type: 'consent.withdrawn', to });
const minor: Row[] = [
  ['2024-01-31', referral({ adultOn: '2026-01-01' })],
  ['2024-01-31', admitted({ guardiansToo: true })],
];
const examined = (to: string): JourneyEvent => ({ type: 'minor.examined', on: to });
const reexamined = (to: string): JourneyEvent => ({ type: 'minor.reexamined', on: to });

export const peopleCases = {
  anotherCaseWorker: { rows: begun, day, refused: handover({ to: 'w-1' }), taken: handover() },
  handoverByLead: {
    rows: begun,
    ...{ day, refused: handover({ qualified: false }), taken: handover({ qualified: false }) },
    takenFrom: lead,
  },
  receiverAccepts: {
    rows: asking,
    ...{ day, refused: { type: 'handover.accepted' }, taken: { type: 'handover.accepted' } },
    ...{ refusedFrom: other, takenFrom: receiver },
  },
  receiverDeclines: {
    rows: asking,
    ...{ day, refused: { type: 'handover.declined' }, taken: { type: 'handover.declined' } },
    ...{ refusedFrom: other, takenFrom: receiver },
  },
  anotherDeputy: { rows: begun, day, refused: deputy({ deputy: 'w-1' }), taken: deputy() },
  deputyInOrder: {
    rows: begun,
    ...{ day, refused: deputy({ from: '2024-03-10', until: '2024-03-09' }), taken: deputy() },
  },
  deputyNotOver: { rows: begun, day, refused: deputy({ until: '2024-03-04' }), taken: deputy() },
  guardiansAgreed: {
    rows: minor,
    ...{ day, refused: consent, taken: { type: 'consent.given', to: 'company', guardiansToo: true } },
  },
  consentGiven: {
    rows: [...begun, ...on(consent)],
    ...{ day, refused: withdrawn('school'), taken: withdrawn('company') },
  },
  holdPlaced: {
    rows: begun,
    ...{ day, refused: { type: 'legalHold.released' }, taken: { type: 'legalHold.released' } },
    takenAfter: [...begun, ...on({ type: 'legalHold.placed' })],
  },
  examinedByNow: { rows: minor, day, refused: examined('2024-03-06'), taken: examined(day) },
  everEmployed: {
    rows: minor,
    ...{ day, refused: reexamined(day), taken: reexamined(day) },
    takenAfter: training({ start: '2024-02-01' }, { adultOn: '2026-01-01' }),
  },
  reexaminedInTime: {
    rows: training({ start: '2024-02-01' }, { adultOn: '2026-01-01' }),
    ...{ day, refused: reexamined('2024-02-01'), taken: reexamined('2024-02-02') },
  },
  reexaminedByNow: {
    rows: training({ start: '2024-02-01' }, { adultOn: '2026-01-01' }),
    ...{ day, refused: reexamined('2024-03-06'), taken: reexamined(day) },
  },
} as const satisfies Record<keyof typeof peopleRules, RuleCase>;
