/** For every rule of contract, training and exam: what it alone refuses, and what it takes instead. */
import type { EventOf, JourneyEvent } from '../../workflows/journal/events.ts';
import type { trainingRules } from '../../workflows/machine/rules/training.ts';
import {
  admitted,
  contractEnded,
  entered,
  failed,
  informed,
  passed,
  type Row,
  referral,
  registeredFor,
  signed,
  training,
} from './journal.ts';
import type { RuleCase } from './ruleCases.ts';

const begun = entered('2024-08-01');
const day = '2024-08-10';
const on = (...events: JourneyEvent[]): Row[] => events.map((event): Row => ['2024-08-02', event]);

const briefed: Row[] = [...begun, ...on(informed())];
const contract = (more: Partial<EventOf<'contract.signed'>>) => ({
  rows: briefed,
  ...{ day, refused: signed(more), taken: signed() },
});
const trained = training();
const inTraining = '2024-10-01';
const known: JourneyEvent = { type: 'termination.reasonKnown', by: 'company' };
const interrupted: JourneyEvent = { type: 'training.interrupted', reason: 'illness' };
const leave = (until: string, from?: string): JourneyEvent => ({
  type: 'leave.started',
  until,
  ...(from === undefined ? {} : { from }),
});
const newEnd = (to: string): JourneyEvent => ({ type: 'contract.endChanged', newEnd: to });
const leaveUntil = (until: string): JourneyEvent => ({ type: 'leave.changed', until });
const probation = (until: string): JourneyEvent => ({ type: 'probation.prolonged', until });
const extendedTo = (end: string): JourneyEvent => ({ type: 'exam.extensionDemanded', newEnd: end });
const bridged = (until: string): JourneyEvent => ({ type: 'exam.bridged', until });
const registered = (sitting: string): Row[] => [...trained, ['2027-03-01', registeredFor(sitting)]];
const repeating: Row[] = [...registered('2027-06-10'), ['2027-06-20', failed]];
const partOne: JourneyEvent = { type: 'exam.intermediateTaken', part: 'part1' };
const givingUp: JourneyEvent = { type: 'termination.givingUp' };
const termination: JourneyEvent = { type: 'termination.received', by: 'company' };

const school = (to: string): JourneyEvent => ({
  type: 'school.timesSet',
  weekdays: [],
  blocks: [{ from: '2024-11-11', to }],
});

export const trainingCases = {
  companyInformed: { ...contract({}), rows: begun, takenAfter: briefed },
  internshipOrReason: contract({ withoutInternship: undefined }),
  contractInOrder: contract({ end: '2024-09-01' }),
  guardiansSigned: {
    rows: [
      ['2024-08-01', referral({ adultOn: '2026-01-01' })],
      ['2024-08-01', admitted({ guardiansToo: true })],
      ...on(informed()),
    ],
    ...{ day, refused: signed(), taken: signed({ guardiansSigned: true }) },
  },
  probationWithinLimits: contract({ probationMonths: 5 }),
  signedByNow: contract({ signedOn: '2024-08-11' }),
  firstDayReached: {
    rows: [...briefed, ...on(signed())],
    ...{ day, refused: { type: 'training.started' }, taken: { type: 'training.started', firstDay: day } },
  },
  firstDayOpen: {
    rows: registered('2027-06-10'),
    ...{ day: '2027-04-01', refused: { type: 'training.started' }, taken: { type: 'training.started' } },
    takenAfter: [
      ...trained,
      ['2027-01-10', contractEnded()],
      ['2027-02-01', registeredFor('2027-06-10')],
      ['2027-02-02', signed({ start: '2027-03-01', end: '2028-01-31' })],
    ],
  },
  contractRuns: {
    rows: briefed,
    ...{ day: inTraining, refused: known, taken: known },
    takenAfter: trained,
  },
  inTraining: {
    rows: [...briefed, ...on(signed())],
    ...{ day: inTraining, refused: interrupted, taken: interrupted },
    takenAfter: trained,
  },
  newEndAfterStart: {
    rows: trained,
    day: inTraining,
    refused: newEnd('2024-09-01'),
    taken: newEnd('2024-11-30'),
  },
  blocksInOrder: {
    rows: trained,
    ...{ day: inTraining, refused: school('2024-11-08'), taken: school('2024-11-11') },
  },
  leaveInOrder: { rows: trained, day: inTraining, refused: leave('2024-09-30'), taken: leave(inTraining) },
  leaveBegun: {
    rows: trained,
    ...{
      day: inTraining,
      refused: leave('2024-11-30', '2024-10-02'),
      taken: leave('2024-11-30', inTraining),
    },
  },
  leaveApart: {
    rows: [...trained, ['2024-09-05', leave('2024-09-20')]],
    day: inTraining,
    refused: leave('2024-10-31', '2024-09-20'),
    taken: leave('2024-10-31', '2024-09-21'),
  },
  leaveInTraining: {
    rows: trained,
    ...{
      day: inTraining,
      refused: leave('2024-11-30', '2024-08-31'),
      taken: leave('2024-11-30', '2024-09-01'),
    },
  },
  leaveEndInOrder: {
    rows: [...trained, ['2024-09-20', leave('2024-10-20')]],
    ...{ day: inTraining, refused: leaveUntil('2024-09-19'), taken: leaveUntil('2024-09-20') },
  },
  interruptedBefore: {
    rows: trained,
    ...{ day: inTraining, refused: probation('2025-01-10'), taken: probation('2025-01-10') },
    takenAfter: [...trained, ['2024-09-20', interrupted]],
  },
  probationLater: {
    rows: [...trained, ['2024-09-20', interrupted]],
    ...{ day: inTraining, refused: probation('2024-12-31'), taken: probation('2025-01-01') },
  },
  prolongedWithinPause: {
    rows: [...trained, ['2024-09-20', interrupted]],
    ...{ day: inTraining, refused: probation('2025-01-13'), taken: probation('2025-01-12') },
  },
  onProbation: {
    rows: [
      ...training({ probationMonths: 1 }),
      ['2024-09-20', interrupted],
      ['2024-09-30', registeredFor('2027-06-10')],
    ],
    ...{ day: inTraining, refused: probation('2025-01-01'), taken: probation('2025-01-01') },
    takenAfter: [...trained, ['2024-09-20', interrupted], ['2024-09-30', registeredFor('2027-06-10')]],
  },
  repeatOpen: {
    rows: registered('2027-06-10'),
    ...{ day: '2027-06-21', refused: bridged('2027-12-31'), taken: bridged('2027-12-31') },
    takenAfter: repeating,
  },
  extensionOpen: {
    rows: [...repeating, ['2027-06-20', extendedTo('2028-01-31')]],
    ...{ day: '2027-06-21', refused: extendedTo('2028-02-29'), taken: extendedTo('2028-02-29') },
    takenAfter: repeating,
  },
  withinLongestExtension: {
    rows: repeating,
    ...{ day: '2027-06-21', refused: extendedTo('2028-09-01'), taken: extendedTo('2028-08-31') },
  },
  extensionLaterThanEnd: {
    rows: repeating,
    ...{ day: '2027-06-21', refused: extendedTo('2027-08-31'), taken: extendedTo('2027-09-01') },
  },
  partOneOnce: {
    rows: [...trained, ['2026-03-02', partOne]],
    ...{
      day: '2026-09-01',
      refused: partOne,
      taken: { type: 'exam.intermediateTaken', part: 'intermediate' },
    },
  },
  afterProbation: {
    rows: trained,
    ...{ day: inTraining, refused: givingUp, taken: givingUp },
    takenAfter: training({ start: '2023-09-01' }),
  },
  contractSigned: {
    rows: briefed,
    ...{ day: inTraining, refused: termination, taken: termination },
    takenAfter: [...trained, ['2024-09-20', contractEnded()]],
  },
  noContractRuns: {
    rows: registered('2027-06-10'),
    ...{
      day: '2027-04-01',
      refused: signed({ start: '2027-04-02', end: '2028-01-31' }),
      taken: signed({ start: '2027-04-02', end: '2028-01-31' }),
    },
    takenAfter: [...trained, ['2027-01-10', contractEnded()], ['2027-02-01', registeredFor('2027-06-10')]],
  },
  sittingNotPast: {
    rows: trained,
    ...{ day: '2027-03-01', refused: registeredFor('2027-02-28'), taken: registeredFor('2027-03-01') },
  },
  sittingReached: {
    rows: registered('2027-06-10'),
    ...{ day: '2027-06-09', refused: passed, taken: passed },
    takenAfter: registered('2027-06-09'),
  },
  bridgingAhead: {
    rows: repeating,
    ...{ day: '2027-06-21', refused: bridged('2027-06-20'), taken: bridged('2027-06-21') },
  },
} as const satisfies Record<keyof typeof trainingRules, RuleCase>;
