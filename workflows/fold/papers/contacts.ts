/** Contacts and lessons as papers list and count them: what uses support hours. Pure. */
import type { Role } from '../../effects/words.ts';
import type { EventOf } from '../../journal/events.ts';
import type { Live } from '../../journal/live.ts';
import type { Day } from '../../policy/calendar.ts';
import { type Span, toldIn } from './period.ts';

type Recorded = EventOf<'contact.recorded'>;

export interface Contact {
  /** Root `seq` of its entry. */
  readonly entry: number;
  readonly on: Day;
  readonly with: Role;
  readonly how: Recorded['how'];
  readonly minutes: number;
  readonly reached: boolean;
  /** Who recorded it: learning support shows by the role. */
  readonly by: Role;
  /** The day on which it was entered. */
  readonly recordedOn: Day;
}

/** One lesson of learning support. */
export interface Lesson {
  /** Root `seq` of its entry. */
  readonly entry: number;
  readonly on: Day;
  readonly minutes: number;
  readonly by: Role;
  /** The day on which it was entered. */
  readonly recordedOn: Day;
}

/** How many contacts, of how many minutes, in how many of which somebody was reached. */
export interface Sum {
  readonly contacts: number;
  readonly minutes: number;
  readonly reached: number;
}

/** The contacts in a span, in the order in which they happened. */
export const contactsIn = (live: readonly Live[], span: Span): Contact[] =>
  toldIn(live, 'contact.recorded', span).map(({ event, on, entry, actor, recordedOn }) => {
    const { with: whom, how, minutes, reached } = event;
    return { entry, on, with: whom, how, minutes, reached, by: actor.role, recordedOn };
  });

/** The lessons in a span, in the order in which they happened. */
export const lessonsIn = (live: readonly Live[], span: Span): Lesson[] =>
  toldIn(live, 'learningSupport.sessionHeld', span).map(
    ({ event: { minutes }, on, entry, actor, recordedOn }) => {
      return { entry, on, minutes, by: actor.role, recordedOn };
    },
  );

export const minutesOf = (spent: readonly { readonly minutes: number }[]): number =>
  spent.reduce((sum, { minutes }) => sum + minutes, 0);

export const sumOf = (contacts: readonly Contact[]): Sum => ({
  contacts: contacts.length,
  minutes: minutesOf(contacts),
  reached: contacts.filter(({ reached }) => reached).length,
});

/** The sums of contacts that have something in common, in the order in which it first occurs. */
export function sumsBy<K extends 'with' | 'how' | 'by'>(
  contacts: readonly Contact[],
  key: K,
): (Sum & { readonly of: Contact[K] })[] {
  const groups = Map.groupBy(contacts, (contact) => contact[key]);
  return [...groups].map(([of, alike]) => ({ of, ...sumOf(alike) }));
}
