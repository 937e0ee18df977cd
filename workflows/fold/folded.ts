/** What a fold keeps. Immutable; plain data but for XState's own snapshot, which is never stored. */
import type { SnapshotFrom } from 'xstate';
import type { Effect } from '../effects/effects.ts';
import type { Live } from '../journal/live.ts';
import type { JourneyMachine } from '../machine/machine.ts';
import type { Day, Instant } from '../policy/calendar.ts';
import type { DeadlineKey } from '../policy/policy.ts';
import type { Rulebook } from './rulebook.ts';

/** One stay in a state. */
export interface Visit {
  /** First, second … stay in this state. */
  readonly number: number;
  readonly since: Instant;
  /** Root `seq` of the entry that led here. */
  readonly entry: number;
  /** Deadlines that have fired in this stay, each with its date. */
  readonly fired: readonly string[];
}

/** A deadline that will fire. */
export interface Deadline {
  readonly key: DeadlineKey;
  /** A reminder's date, or the last day that still counts. */
  readonly dueOn: Day;
  /** What it is about, where several run at once. */
  readonly item?: number;
  /** When it fires; never before its state was entered. */
  readonly at: Instant;
  /** The state that names it. */
  readonly state: string;
}

/** A deadline that has fired, and in which stay of its state. */
export interface Fired extends Deadline {
  readonly visit: number;
}

export interface Folded {
  readonly rulebook: Rulebook;
  /** Everything up to here is folded. */
  readonly now: Instant;
  /** Root `seq` of the last entry folded; 0 before the first. */
  readonly entry: number;
  readonly snapshot: SnapshotFrom<JourneyMachine>;
  /** The stay in each active state, by its path. */
  readonly visits: Readonly<Record<string, Visit>>;
  /** How many stays every state has had. */
  readonly stays: Readonly<Record<string, number>>;
  readonly effects: Readonly<Record<string, Effect>>;
  /** Deadlines that have fired, in order. */
  readonly fired: readonly Fired[];
  /** Deadlines that will fire, earliest first. */
  readonly open: readonly Deadline[];
  /** Answers of the system that found no effect, or came too late for it: they count for nothing, for now. */
  readonly setAside: readonly Live[];
}
