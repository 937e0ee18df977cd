/** For every rule: a journal and an event that it alone refuses, and what it takes instead. Those of training, and those beside the phase, elsewhere. */
import type { Actor } from '../../workflows/journal/entry.ts';
import type { EventOf, JourneyEvent } from '../../workflows/journal/events.ts';
import type { journeyRules } from '../../workflows/machine/rules/journey.ts';
import type { PolicyVersion } from '../../workflows/policy/policy.ts';
import {
  admitted,
  contractEnded,
  entered,
  passed,
  type Row,
  referral,
  referred,
  registeredFor,
  reopened,
  training,
} from './journal.ts';

export interface RuleCase {
  readonly rows: readonly Row[];
  /** When the events below are told. */
  readonly day: string;
  readonly refused: JourneyEvent;
  /** Taken after the same rows, or after its own. */
  readonly taken: JourneyEvent;
  readonly takenAfter?: readonly Row[];
  /** Who tells, where it matters. */
  readonly refusedFrom?: Actor;
  readonly takenFrom?: Actor;
  readonly policy?: PolicyVersion;
}

const begun = entered('2024-08-01');
const day = '2024-08-10';
const intake: Row[] = [['2024-08-01', referred]];
const lead: Actor = { role: 'teamLead' };
const on = (...events: JourneyEvent[]): Row[] => events.map((event): Row => ['2024-08-02', event]);
const assessed = (eligible: boolean): JourneyEvent => ({
  type: 'intake.eligibilityAssessed',
  eligible,
  barriers: [],
});
const elsewhere = (to: EventOf<'intake.referredElsewhere'>['to']): JourneyEvent => ({
  type: 'intake.referredElsewhere',
  to,
  reason: 'other',
});
const extension = (months: number): JourneyEvent => ({ type: 'preparation.extended', months });
const placement: JourneyEvent = { type: 'placement.started' };
const joiner: JourneyEvent = { type: 'occupation.agreed', occupation: 'joiner' };
const planned = (to: string): JourneyEvent => ({
  type: 'internship.planned',
  company: 'c-1',
  from: '2024-08-05',
  to,
});
const trial = planned('2024-08-09');
const started = (internship: number): JourneyEvent => ({ type: 'internship.started', internship });
const reviewed: JourneyEvent = { type: 'internship.reviewed', internship: 3, fit: true };
const brokenOff: JourneyEvent = { type: 'internship.brokenOff', internship: 3, reason: 'other' };
const eq = (end: string): JourneyEvent => ({
  type: 'entryQualification.signed',
  company: 'c-1',
  start: '2024-09-01',
  end,
});
const followedUp = (passedOn: string): Row[] => [
  ...training(),
  ['2027-03-01', registeredFor('2027-06-10')],
  [passedOn, passed],
];

const offer: JourneyEvent = { type: 'placement.offered', company: 'c-2' };
const offerDeclined: JourneyEvent = { type: 'placement.offerDeclined', by: 'company' };
const betweenContracts: Row[] = [...training(), ['2024-11-15', contractEnded()]];

export const journeyCases = {
  referralRecorded: {
    rows: [],
    ...{ day, refused: { type: 'legalHold.placed' }, taken: { type: 'legalHold.placed' } },
    takenAfter: intake,
  },
  notFoundIneligible: {
    rows: [...intake, ...on(assessed(false))],
    ...{ day, refused: admitted(), taken: admitted() },
    takenAfter: [...intake, ...on(assessed(true))],
  },
  guardiansAdmit: {
    rows: [['2024-08-01', referral({ adultOn: '2026-01-01' })]],
    ...{ day, refused: admitted(), taken: admitted({ guardiansToo: true }) },
  },
  admittedByLead: {
    rows: intake,
    ...{ day, refused: admitted({ qualified: false }), taken: admitted({ qualified: false }) },
    takenFrom: lead,
  },
  preparationWithinLimit: {
    rows: intake,
    ...{ day, refused: admitted({ preparationMonths: 7 }), taken: admitted({ preparationMonths: 6 }) },
  },
  weeklyHoursFit: {
    rows: intake,
    ...{ day, refused: admitted({ weeklyHours: 21 }), taken: admitted({ weeklyHours: 21, partTime: true }) },
  },
  abhStillPossible: { rows: intake, day, refused: elsewhere('abh'), taken: elsewhere('bae') },
  occupationAgreed: {
    rows: begun,
    ...{ day, refused: placement, taken: placement },
    takenAfter: [...begun, ...on(joiner)],
  },
  notExtendedYet: {
    rows: [...begun, ...on(extension(1))],
    ...{ day, refused: extension(1), taken: extension(1) },
    takenAfter: begun,
  },
  extensionWithinLimit: { rows: begun, day, refused: extension(3), taken: extension(2) },
  internshipInOrder: { rows: begun, day, refused: planned('2024-08-04'), taken: planned('2024-08-05') },
  internshipPlanned: { rows: [...begun, ...on(trial)], day, refused: started(4), taken: started(3) },
  internshipRunning: {
    rows: [...begun, ...on(trial)],
    ...{ day, refused: reviewed, taken: reviewed },
    takenAfter: [...begun, ...on(trial, started(3))],
  },
  internshipOpen: {
    rows: [...begun, ...on(trial, started(3), reviewed)],
    ...{ day, refused: brokenOff, taken: brokenOff },
    takenAfter: [...begun, ...on(trial)],
  },
  offerMade: {
    rows: betweenContracts,
    ...{ day: '2024-12-02', refused: offerDeclined, taken: offerDeclined },
    takenAfter: [...betweenContracts, ['2024-12-01', offer]],
  },
  entryQualificationInOrder: { rows: begun, day, refused: eq('2024-09-01'), taken: eq('2024-09-02') },
  inJob: {
    rows: followedUp('2027-06-20'),
    ...{ day: '2027-09-01', refused: { type: 'job.ended' }, taken: { type: 'job.ended' } },
    takenAfter: [...followedUp('2027-06-20'), ['2027-08-01', { type: 'job.started' }]],
  },
  jobAfterTraining: {
    rows: followedUp('2027-06-20'),
    day: '2027-09-01',
    refused: { type: 'job.started', firstDay: '2027-06-19' },
    taken: { type: 'job.started', firstDay: '2027-06-20' },
  },
  followUpStillRuns: {
    rows: followedUp('2027-06-20'),
    ...{ day: '2028-06-21', refused: reopened, taken: reopened },
    takenAfter: [...followedUp('2027-06-21'), ['2028-06-01', { type: 'followUp.ended' }]],
  },
} as const satisfies Record<keyof typeof journeyRules, RuleCase>;
