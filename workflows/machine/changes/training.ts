/** What events add to what is known of contract, training, pauses and exam. */
import { type Day, daysBetween, earlier, later, shifted } from '../../policy/calendar.ts';
import type { Contract, Leave } from '../facts/training.ts';
import type { Facts } from '../facts.ts';
import type { Changes, FactsChange } from './change.ts';

const contract = (facts: Facts, change: Partial<Contract>): FactsChange =>
  facts.contract ? { contract: { ...facts.contract, ...change } } : {};

/** §20(1) BEEG: the time of a parental leave does not count towards the training. */
function onLeave(facts: Facts, { from, until, ends }: Leave): FactsChange {
  const leave = ends ? { from, until, ends } : { from, until };
  if (!ends) return { leave };
  const moved = (end: Day): Day => shifted(end, from, until, facts.federalState);
  const end = moved(ends.end);
  const pauses = { ...facts.contract?.pauses, [from]: daysBetween(ends.end, end) };
  return { leave, ...contract(facts, { end, originalEnd: moved(ends.originalEnd), pauses }) };
}

/** The chamber or an extension has set another end: from now on a leave moves it no more. */
const settled = ({ leave }: Facts): Leave | undefined => leave && { from: leave.from, until: leave.until };

export const trainingChanges = {
  'contract.signed': (_, event) => {
    const { entry, company, chamber, occupation, start, end, probationMonths, partTimePercent, day } = event;
    const terms = { entry, company, chamber, occupation, start, end, probationMonths, partTimePercent };
    return {
      contract: {
        ...terms,
        originalEnd: end,
        signedOn: event.signedOn ?? day,
        committee: event.conciliationCommittee,
        ...(event.registeredOn === undefined ? {} : { registeredOn: event.registeredOn }),
      },
      contractEndedOn: undefined,
      leave: undefined,
      interrupted: false,
      offer: undefined,
      bridgedUntil: undefined,
      sittingOn: undefined,
      repeatOpen: false,
      extensionOpen: false,
    };
  },
  'contract.registered': (facts, { day }) => contract(facts, { registeredOn: day }),
  'contract.endChanged': (facts, { newEnd }) => ({
    // An end already extended for a repeat exam leaves the original one where it was.
    ...contract(
      facts,
      facts.contract?.end === facts.contract?.originalEnd
        ? { end: newEnd, originalEnd: newEnd }
        : { end: newEnd },
    ),
    leave: settled(facts),
  }),
  'contract.ended': ({ stage, endedEarlyOn }, { day, reason }) => ({
    stage: 'preparation',
    contractEndedOn: day,
    leave: undefined,
    // §23(1) BBiG: after probation, and not where the training is given up under §22(2) no. 2.
    endedEarlyOn: stage === 'established' && reason !== 'givingUp' ? day : endedEarlyOn,
  }),
  'training.started': (facts, { firstDay = facts.contract?.start, entry }) => {
    if (firstDay === undefined) return {};
    const { enteredOn = firstDay, employedSince = firstDay } = facts;
    const { trainingSince = later(firstDay, enteredOn) } = facts;
    const isFirst = facts.lastMeetingOn === undefined && facts.meetingDueOn === undefined;
    const cadence = isFirst ? { cadenceSince: trainingSince, cycle: entry } : {};
    return { stage: 'probation', employedSince, trainingSince, ...contract(facts, { firstDay }), ...cadence };
  },
  'school.timesSet': (_, { weekdays, blocks = [] }) => ({ school: { weekdays, blocks } }),
  'probation.prolonged': (facts, { until }) => contract(facts, { probationUntil: until }),
  'leave.started': (facts, { from, until, day }) => {
    const { end, originalEnd } = facts.contract ?? {};
    const ends = end && originalEnd ? { ends: { end, originalEnd } } : {};
    return { interrupted: true, ...onLeave(facts, { from: from ?? day, until, ...ends }) };
  },
  'leave.changed': (facts, { until }) => (facts.leave ? onLeave(facts, { ...facts.leave, until }) : {}),
  'training.interrupted': () => ({ interrupted: true }),
  'exam.intermediateTaken': ({ partOneTaken }, { day, part }) => ({
    intermediateOn: day,
    partOneTaken: partOneTaken || part === 'part1',
  }),
  'exam.registered': (_, { sittingOn }) => ({ sittingOn }),
  'exam.admitted': (_, { disadvantageCompensation }) => ({ disadvantageCompensation }),
  'exam.missedByIllness': () => ({ repeatOpen: true, extensionOpen: true }),
  // §21(2) BBiG: passing before the agreed end ends the contract; announced later, it ended on its agreed day.
  'exam.passed': ({ contract: signed, contractEndedOn }, { day }) => {
    const trainingEndedOn = signed ? earlier(day, signed.end) : day;
    return { trainingEndedOn, contractEndedOn: contractEndedOn ?? trainingEndedOn };
  },
  'exam.failed': ({ examsFailed }) => ({
    examsFailed: examsFailed + 1,
    repeatOpen: true,
    extensionOpen: true,
  }),
  'exam.extensionDemanded': (facts, { newEnd }) => ({
    ...contract(facts, { end: newEnd }),
    leave: settled(facts),
    extensionOpen: false,
  }),
  'exam.bridged': (_, { until }) => ({ bridgedUntil: until }),
  'deadline.probationEnd': () => ({ stage: 'established' }),
  'deadline.leaveEnd': () => ({ leave: undefined }),
} as const satisfies Changes;
