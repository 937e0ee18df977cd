/** What events add to what is known of conflicts, conciliation, terminations. */
import type { Rung } from '../../effects/words.ts';
import { addDays, type Day, later } from '../../policy/calendar.ts';
import type { Conflict, Settlement } from '../facts/conflict.ts';
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
  const { alertedOn: _, settlement, ...conflict } = facts.conflict;
  const left = settlement ? { settlement: { ...settlement, failed: true } as const } : {};
  return { conflict: { ...conflict, ...left, rung: to, rungSince: since, alerts: 0 } };
};

const climbed =
  (to: Rung): Change<{ day: Day }> =>
  (facts, { day }) => ({ ...concluded(facts, day), ...rung(facts, to, day) });

const about = ({ conflict }: Facts, change: Partial<Conflict>): FactsChange =>
  conflict ? { conflict: { ...conflict, ...change } } : {};

const settlement = (facts: Facts, change: Settlement | undefined): FactsChange =>
  change ? about(facts, { settlement: change }) : {};

/**
 * The last day of a period that nobody used, from which the next is reckoned, and not from the morning it was noticed. Where
 * the journey was closed meanwhile, it is the day before it was reopened: else each week of that time would be an alert.
 */
const silentUntil = ({ dueOn, day }: { dueOn: Day; day: Day }): Day => later(dueOn, addDays(day, -1));

const alerted: Change<{ dueOn: Day; day: Day }> = (facts, fired) =>
  about(facts, { alerts: (facts.conflict?.alerts ?? 0) + 1, alertedOn: silentUntil(fired) });

const noTermination = (): FactsChange => ({ termination: undefined });

const withoutDismissal = ({ dismissals }: Facts, entry: number | undefined): FactsChange => ({
  dismissals: Object.fromEntries(
    Object.entries(dismissals).filter(([known]) => entry !== undefined && known !== String(entry)),
  ),
});

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
  'conflict.conciliationEnded': (facts, { day }) => ({
    ...concluded(facts, day),
    ...about(facts, { heard: true }),
  }),
  'conflict.settlementProposed': (facts, { day, servedOn, remediesInstructed }) => {
    const proposal = { proposedOn: day, servedOn, instructed: remediesInstructed, acceptedBy: [] };
    return { ...concluded(facts, day), ...about(facts, { heard: true, settlement: proposal }) };
  },
  'conflict.settlementAnswered': (facts, { by, accepted }) => {
    const known = facts.conflict?.settlement;
    const others = known?.acceptedBy.filter((party) => party !== by) ?? [];
    const acceptedBy = accepted ? [...others, by] : others;
    return settlement(facts, known && { ...known, acceptedBy, ...(accepted ? {} : { failed: true }) });
  },
  // The action keeps all three periods: nothing is left to be brought to court.
  'conflict.actionFiled': (facts, event) => {
    const { conflict, ...change } = climbed('court')(facts, event);
    const { settlement: _, ...filed } = conflict ?? {};
    return { ...change, ...(conflict ? { conflict: filed as Conflict } : {}), dismissals: {} };
  },
  'conflict.deescalated': (facts, { to, day }) => ({ ...concluded(facts, day), ...rung(facts, to, day) }),
  'conflict.resolved': (facts, { day }) => ({ ...concluded(facts, day), conflict: undefined }),
  'deadline.conflictTalk': (facts, fired) => rung(facts, 'mediation', silentUntil(fired)),
  'deadline.conflictMediation': alerted,
  'deadline.conflictAlert': alerted,
  'deadline.settlementAcceptance': (facts) => {
    const known = facts.conflict?.settlement;
    return settlement(facts, known && { ...known, failed: true });
  },
  'termination.reasonKnown': (_, { by, knownOn, day }) => ({ termination: { by, knownOn: knownOn ?? day } }),
  'termination.dropped': noTermination,
  // Each termination has three weeks of its own: one that is not brought to court stands, whatever becomes of the others.
  'termination.received': ({ dismissals }, { by, day, entry }) => ({
    termination: undefined,
    ...(by === 'company' ? { dismissals: { ...dismissals, [entry]: day } } : {}),
  }),
  'termination.givingUp': (_, { day }) => ({ termination: { by: 'participant', receivedOn: day } }),
  'termination.settled': (facts, { termination }) => ({
    termination: undefined,
    ...withoutDismissal(facts, termination),
  }),
  'deadline.terminationNotice': noTermination,
  'deadline.terminationAction': (facts, { item }) => withoutDismissal(facts, item),
  'deadline.givingUpNotice': noTermination,
} as const satisfies Changes;
