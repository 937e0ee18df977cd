/** What events add to what is known of conflicts, conciliation, terminations. */
import type { Rung } from '../../effects/words.ts';
import type { Day } from '../../policy/calendar.ts';
import type { Settlement } from '../facts/conflict.ts';
import type { Facts } from '../facts.ts';
import type { Change, Changes, FactsChange } from './change.ts';

/** A conciliation that is pending ends with the day. */
export function concluded({ conciliations }: Facts, day: Day): FactsChange {
  const last = conciliations.at(-1);
  if (!last || last.to !== undefined) return {};
  return { conciliations: [...conciliations.slice(0, -1), { ...last, to: day }] };
}

const rung = (facts: Facts, to: Rung, since: Day): FactsChange => {
  if (!facts.conflict) return {};
  const { alertedOn: _, settlement: __, ...conflict } = facts.conflict;
  return { conflict: { ...conflict, rung: to, rungSince: since, alerts: 0 } };
};

const climbed =
  (to: Rung): Change<{ day: Day }> =>
  (facts, { day }) => ({ ...concluded(facts, day), ...rung(facts, to, day) });

const settlement = ({ conflict }: Facts, change: Settlement | undefined): FactsChange =>
  conflict && change ? { conflict: { ...conflict, settlement: change } } : {};

const alerted: Change<{ dueOn: Day }> = ({ conflict }, { dueOn }) =>
  conflict ? { conflict: { ...conflict, alerts: conflict.alerts + 1, alertedOn: dueOn } } : {};

const noTermination = (): FactsChange => ({ termination: undefined });

export const conflictChanges = {
  'conflict.raised': ({ conflicts }, { entry, day, between }) => ({
    conflicts: conflicts + 1,
    conflict: { entry, ordinal: conflicts + 1, between, rung: 'talk', rungSince: day, alerts: 0 },
  }),
  'conflict.mediated': climbed('mediation'),
  'conflict.adviserCalled': climbed('trainingAdviser'),
  'conflict.conciliationRequested': (facts, { day }) => ({
    ...rung(facts, 'conciliation', day),
    conciliations: [...facts.conciliations, { from: day }],
  }),
  'conflict.conciliationEnded': (facts, { day }) => concluded(facts, day),
  'conflict.settlementProposed': (facts, { day, servedOn, remediesInstructed }) => ({
    ...concluded(facts, day),
    ...settlement(facts, { proposedOn: day, servedOn, instructed: remediesInstructed, acceptedBy: [] }),
  }),
  'conflict.settlementAnswered': (facts, { by, accepted }) => {
    const known = facts.conflict?.settlement;
    const others = known?.acceptedBy.filter((party) => party !== by) ?? [];
    return settlement(facts, known && { ...known, acceptedBy: accepted ? [...others, by] : others });
  },
  'conflict.actionFiled': climbed('court'),
  'conflict.deescalated': (facts, { to, day }) => ({ ...concluded(facts, day), ...rung(facts, to, day) }),
  'conflict.resolved': (facts, { day }) => ({ ...concluded(facts, day), conflict: undefined }),
  // Each rung is reckoned from the last day of the one before, not from the morning it was noticed.
  'deadline.conflictTalk': (facts, { dueOn }) => rung(facts, 'mediation', dueOn),
  'deadline.conflictMediation': alerted,
  'deadline.conflictAlert': alerted,
  'termination.reasonKnown': (_, { by, knownOn, day }) => ({ termination: { by, knownOn: knownOn ?? day } }),
  'termination.dropped': noTermination,
  'termination.received': (_, { by, day }) => ({ termination: { by, receivedOn: day } }),
  'termination.givingUp': (_, { day }) => ({ termination: { by: 'participant', receivedOn: day } }),
  'termination.settled': noTermination,
  'deadline.terminationNotice': noTermination,
  'deadline.terminationAction': noTermination,
  'deadline.givingUpNotice': noTermination,
} as const satisfies Changes;
