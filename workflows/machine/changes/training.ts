/** What events add to what is known of contract, training, pauses and exam. */
import { addDays, type Day, earlier, later, shifted } from '../../policy/calendar.ts';
import type { Contract, Leave, Pause } from '../facts/training.ts';
import type { Facts } from '../facts.ts';
import type { Changes, FactsChange } from './change.ts';

const contract = (facts: Facts, change: Partial<Contract>): FactsChange =>
  facts.contract ? { contract: { ...facts.contract, ...change } } : {};

/** A pause that nobody has ended yet is over the day before. */
const pausesUntil = ({ contract: signed }: Facts, day: Day): readonly Pause[] =>
  (signed?.pauses ?? []).map((pause) => ({ ...pause, until: pause.until ?? addDays(day, -1) }));

/** §20(1) BEEG: the time of a parental leave does not count towards the training. */
function onLeave(facts: Facts, { from, until, ends }: Leave): FactsChange {
  const others = pausesUntil(facts, from).filter((pause) => !pause.leave || pause.from !== from);
  const pauses = [...others, { from, until, leave: true }];
  if (!ends) return { leave: { from, until }, ...contract(facts, { pauses }) };
  const moved = (end: Day): Day => shifted(end, from, until, facts.federalState);
  const [end, originalEnd] = [moved(ends.end), moved(ends.originalEnd)];
  return { leave: { from, until, ends }, ...contract(facts, { end, originalEnd, pauses }) };
}

/** The chamber or an extension has set another end: from now on a leave moves it no more. */
const settled = ({ leave }: Facts): Leave | undefined => leave && { from: leave.from, until: leave.until };

/** §37(1) BBiG counts the repeats of one exam: another occupation has another. */
const anotherExam = {
  sittingOn: undefined,
  disadvantageCompensation: undefined,
  intermediateOn: undefined,
  partOneTaken: false,
  examsFailed: 0,
} as const satisfies FactsChange;

export const trainingChanges = {
  'contract.signed': ({ contract: former }, event) => {
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
      offer: undefined,
      bridgedUntil: undefined,
      repeatOpen: false,
      extensionOpen: false,
      ...(former === undefined || former.occupation === occupation ? {} : anotherExam),
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
  'contract.ended': ({ stage, earlyEnds, contract: signed, ...facts }, { day, reason, entry }) => {
    const { trainingSince, preparationSince = trainingSince === undefined ? day : undefined } = facts;
    const isEarly = signed !== undefined && day < signed.end;
    // §23(1) BBiG: after probation, and not where the training is given up under §22(2) no. 2.
    const damages = isEarly && stage === 'established' && reason !== 'givingUp';
    return {
      stage: 'preparation',
      contractEndedOn: signed ? earlier(day, signed.end) : day,
      leave: undefined,
      preparationSince,
      earlyEnds: damages ? { ...earlyEnds, [entry]: day } : earlyEnds,
    };
  },
  'training.started': (facts, { firstDay = facts.contract?.start, entry }) => {
    if (firstDay === undefined) return {};
    const { enteredOn = firstDay, employedSince = firstDay } = facts;
    const { trainingSince = later(firstDay, enteredOn) } = facts;
    const isFirst = facts.lastMeetingOn === undefined && facts.meetingDueOn === undefined;
    const cadence = isFirst ? { cadenceSince: trainingSince, cycle: entry } : {};
    return { stage: 'probation', employedSince, trainingSince, ...contract(facts, { firstDay }), ...cadence };
  },
  'school.timesSet': ({ attends }, { weekdays, blocks = [], school = attends }) => {
    const isSchools = school !== undefined && weekdays.length + blocks.length === 0;
    return { school: isSchools ? undefined : { weekdays, blocks }, attends: school };
  },
  'probation.prolonged': (facts, { until }) => contract(facts, { probationUntil: until }),
  'leave.started': (facts, { from, until, day }) => {
    const { end, originalEnd } = facts.contract ?? {};
    const ends = end && originalEnd ? { ends: { end, originalEnd } } : {};
    return onLeave(facts, { from: from ?? day, until, ...ends });
  },
  'leave.changed': (facts, { until }) => (facts.leave ? onLeave(facts, { ...facts.leave, until }) : {}),
  'training.interrupted': (facts, { day }) =>
    contract(facts, { pauses: [...pausesUntil(facts, day), { from: day, leave: false }] }),
  'training.resumed': (facts, { day }) => contract(facts, { pauses: pausesUntil(facts, day) }),
  'exam.intermediateTaken': ({ partOneTaken }, { day, part }) => ({
    intermediateOn: day,
    partOneTaken: partOneTaken || part === 'part1',
  }),
  'exam.registered': (_, { sittingOn }) => ({ sittingOn }),
  'exam.admitted': (_, { disadvantageCompensation }) => ({ disadvantageCompensation }),
  'exam.missedByIllness': () => ({ sittingOn: undefined, repeatOpen: true, extensionOpen: true }),
  // §21(2) BBiG: passing before the agreed end ends the contract; announced later, it ended on its agreed day.
  'exam.passed': ({ contract: signed, contractEndedOn }, { day }) => {
    const trainingEndedOn = signed ? earlier(day, signed.end) : day;
    return { trainingEndedOn, contractEndedOn: contractEndedOn ?? trainingEndedOn };
  },
  'exam.failed': ({ examsFailed }) => ({
    sittingOn: undefined,
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
  'deadline.probationEnd': ({ probationPassedOn }, { dueOn }) => ({
    stage: 'established',
    probationPassedOn: probationPassedOn ?? dueOn,
  }),
  'deadline.leaveEnd': () => ({ leave: undefined }),
  'deadline.damagesClaim': ({ earlyEnds }, { item }) => ({
    earlyEnds: Object.fromEntries(Object.entries(earlyEnds).filter(([entry]) => Number(entry) !== item)),
  }),
} as const satisfies Changes;
