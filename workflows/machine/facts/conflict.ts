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
  /** Nobody can accept it any more: declined, too late, or the conflict has moved on. */
  readonly failed?: true;
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
  /** Kept on every rung: two weeks to court run from it, wherever the conflict goes on. */
  readonly settlement?: Settlement;
  /** The committee has heard this conflict, so that the way to court is open (§111(2) ArbGG). */
  readonly heard?: true;
}

/** Days on which a conciliation began and ended. */
export interface Conciliation {
  readonly from: Day;
  readonly to?: Day;
}

/** What is known of a termination that has not been received yet, or of a notice that is running. */
export interface Termination {
  /** Who terminates, or may. */
  readonly by: Party;
  /** The day an important reason became known. */
  readonly knownOn?: Day;
  /** The day a notice of giving up the training was received. */
  readonly receivedOn?: Day;
}

export interface ConflictFacts {
  readonly conflict?: Conflict | undefined;
  readonly conflicts: number;
  /** All of the journey, oldest first; only the last may be pending. */
  readonly conciliations: readonly Conciliation[];
  readonly termination?: Termination | undefined;
  /** The company's terminations that may be brought to court, and when each was received, by root `seq` of its entry. */
  readonly dismissals: { readonly [entry: string]: Day };
}

export const noConflict: ConflictFacts = { conflicts: 0, conciliations: [], dismissals: {} };

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
