/** What is known of conflicts: rung, conciliation, proposal for settlement, terminations. */
import type { Rung } from '../../effects/words.ts';
import type { Party } from '../../journal/events.ts';
import { addDays, type Day, daysBetween, later } from '../../policy/calendar.ts';

/** A proposal for settlement by the conciliation committee (Spruch). */
export interface Settlement {
  readonly proposedOn: Day;
  readonly servedOn: Day;
  readonly instructed: boolean;
  readonly acceptedBy: readonly Party[];
}

export interface Conflict {
  /** Root `seq` of the entry that raised it: its identity. */
  readonly entry: number;
  /** First, second … of the journey; for display only. */
  readonly ordinal: number;
  readonly between: string;
  readonly rung: Rung;
  /** Last day of the rung before, or the day this one was entered by hand. */
  readonly rungSince: Day;
  /** Alerts to the team lead on this rung, and the last day of the period before the newest. */
  readonly alerts: number;
  readonly alertedOn?: Day;
  readonly settlement?: Settlement;
}

/** Days on which a conciliation began and ended. */
export interface Conciliation {
  readonly from: Day;
  readonly to?: Day;
}

export interface Termination {
  /** Who terminates, or may. */
  readonly by: Party;
  readonly knownOn?: Day;
  readonly receivedOn?: Day;
}

export interface ConflictFacts {
  readonly conflict?: Conflict | undefined;
  readonly conflicts: number;
  /** All of the journey, oldest first; only the last may be pending. */
  readonly conciliations: readonly Conciliation[];
  readonly termination?: Termination | undefined;
}

export const noConflict: ConflictFacts = { conflicts: 0, conciliations: [] };

/** Whether a conciliation is pending. */
export const conciliationPending = ({ conciliations }: ConflictFacts): boolean => {
  const last = conciliations.at(-1);
  return last !== undefined && last.to === undefined;
};

/** Days of conciliations in a period that runs after a day: the first and the last of each count too. */
export function suspendedDays({ conciliations }: ConflictFacts, since: Day): number {
  return conciliations.reduce((sum, { from, to }) => {
    const first = later(from, addDays(since, 1));
    return to === undefined || to < first ? sum : sum + daysBetween(first, to) + 1;
  }, 0);
}
