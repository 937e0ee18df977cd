/** From which fact each deadline of meetings, conflicts and terminations is reckoned. Pure. */
import { addDays, germanDay, later } from '../../policy/calendar.ts';
import type { Policy } from '../../policy/policy.ts';
import { conciliationPending, suspendedDays } from '../facts/conflict.ts';
import { type Facts, intensityOf } from '../facts.ts';
import type { AnchorOf, Anchors } from './anchor.ts';

const cadenceRow = {
  preparation: {
    low: 'reflectionPreparation',
    medium: 'reflectionPreparation',
    high: 'reflectionPreparationHigh',
  },
  probation: { low: 'reflectionProbation', medium: 'reflectionProbation', high: 'reflectionProbationHigh' },
  established: {
    low: 'reflectionEstablished',
    medium: 'reflectionEstablished',
    high: 'reflectionEstablishedHigh',
  },
} as const satisfies Record<Facts['stage'], Record<ReturnType<typeof intensityOf>, keyof Policy['limits']>>;

/** The next reflection meeting: on the day agreed, announced in time; else by the cadence. */
const reflection: AnchorOf = (facts, { limits }) => {
  const { nextMeetingOn, lastMeetingOn, cadenceSince, stage } = facts;
  if (nextMeetingOn !== undefined) {
    const announced = addDays(nextMeetingOn, -limits.invitationNotice.value.days);
    return { from: later(announced, lastMeetingOn ?? announced), period: { days: 0 } };
  }
  const { value } = limits[cadenceRow[stage][intensityOf(facts)]];
  return { from: lastMeetingOn ?? cadenceSince, period: value };
};

const meetingDay: AnchorOf = ({ meeting }) => ({ from: meeting && germanDay(meeting.startsAt) });

/** §22(4) BBiG: two weeks from knowledge; while a conciliation is pending the clock stands still. */
const terminationNotice: AnchorOf = (facts) => {
  const knownOn = facts.termination?.knownOn;
  if (knownOn === undefined || conciliationPending(facts)) return { from: undefined };
  return { from: knownOn, extension: { days: suspendedDays(facts, knownOn) } };
};

export const meetingAnchors = {
  reflectionDue: reflection,
  meetingRecord: meetingDay,
  meetingUnrecorded: meetingDay,
  conflictTalk: ({ conflict }) => ({ from: conflict?.rungSince }),
  conflictMediation: ({ conflict }) => ({ from: conflict?.alerts === 0 ? conflict.rungSince : undefined }),
  conflictAlert: ({ conflict }) => ({
    // Mediation has its own fortnight before the first alert.
    from: conflict?.alertedOn ?? (conflict?.rung === 'mediation' ? undefined : conflict?.rungSince),
  }),
  settlementAcceptance: ({ conflict }) => ({ from: conflict?.settlement?.proposedOn }),
  settlementAction: ({ conflict }, { limits }) => ({
    from: conflict?.settlement?.proposedOn,
    // §9(5) ArbGG: without instruction on remedies the short period does not run.
    ...(conflict?.settlement?.instructed === false
      ? { from: conflict.settlement.servedOn, period: limits.settlementWithoutInstruction.value }
      : {}),
  }),
  terminationNotice,
  // §4 KSchG binds who has been dismissed.
  terminationAction: ({ dismissals }) =>
    Object.entries(dismissals).map(([entry, receivedOn]) => ({ from: receivedOn, item: Number(entry) })),
  givingUpNotice: ({ termination }) => ({ from: termination?.receivedOn }),
  damagesClaim: ({ earlyEnds }) =>
    Object.entries(earlyEnds).map(([entry, endedOn]) => ({ from: endedOn, item: Number(entry) })),
} as const satisfies Anchors;
