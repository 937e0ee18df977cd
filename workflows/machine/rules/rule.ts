/** What a rule is: a named, atomic condition with one reason in both languages. */
import type { EventType } from '../../journal/events.ts';
import type { Day } from '../../policy/calendar.ts';
import type { Policy } from '../../policy/policy.ts';
import type { EntryEvent } from '../event.ts';
import type { Facts } from '../facts.ts';

export interface RuleInput {
  readonly facts: Facts;
  readonly policy: Policy;
  /** The day the event happens, or today. */
  readonly day: Day;
  readonly event?: EntryEvent | undefined;
}

export interface Rule {
  readonly holds: (input: RuleInput) => boolean;
  readonly de: string;
  readonly en: string;
}

const ofType = <T extends EventType>(type: T, event: EntryEvent | undefined): EntryEvent<T> | undefined =>
  event?.type === type ? (event as EntryEvent<T>) : undefined;

/** A rule about what one type of event says; without an event any could satisfy it. */
export const says = <T extends EventType>(
  type: T,
  check: (event: EntryEvent<T>, input: RuleInput) => boolean,
  de: string,
  en: string,
): Rule => ({
  holds: (input) => {
    const event = ofType(type, input.event);
    return event === undefined || check(event, input);
  },
  de,
  en,
});

/** A rule about what is known; it does not look at the event. */
export const known = (check: (facts: Facts) => boolean, de: string, en: string): Rule => ({
  holds: ({ facts }) => check(facts),
  de,
  en,
});

/** A rule about the thing an event names by a field; without an event: whether there is any such thing. */
export const names = <F extends string>(
  field: F,
  items: (facts: Facts) => readonly string[],
  de: string,
  en: string,
): Rule => ({
  holds: ({ facts, event }) => {
    const all = items(facts);
    const named = event && field in event ? (event as unknown as Record<F, unknown>)[field] : undefined;
    return named === undefined ? all.length > 0 : all.includes(String(named));
  },
  de,
  en,
});
