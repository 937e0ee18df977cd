/** What the machine is sent: entries and fired deadlines, each with its moment, so that nothing asks a clock. */
import type { Actor } from '../journal/entry.ts';
import type { EventOf, EventType } from '../journal/events.ts';
import type { Day, Instant } from '../policy/calendar.ts';
import type { DeadlineKey } from '../policy/policy.ts';

/** When something happened, and the root `seq` of the entry that led to it; events carry it, so that nothing asks a clock. */
export interface Occurrence {
  readonly at: Instant;
  /** The calendar day in Germany. */
  readonly day: Day;
  /** An entry's own root; for a deadline that of the entry that opened the state. */
  readonly entry: number;
}

export type EntryEvent<T extends EventType = EventType> = EventOf<T> &
  Occurrence & {
    /** Who says it. */
    readonly actor: Actor;
  };
export type DeadlineEvent<K extends DeadlineKey = DeadlineKey> = {
  [P in K]: Occurrence & {
    type: `deadline.${P}`;
    /** The state that names it. */
    state: string;
    /** A reminder's date, or the last day of a period that is over. */
    dueOn: Day;
    /** What it is about, where several run at once: a goal's entry, a month, a training year. */
    item?: number;
  };
}[K];
export type MachineEvent = EntryEvent | DeadlineEvent;

export const isEntryEvent = (event: MachineEvent): event is EntryEvent => !event.type.startsWith('deadline.');
