/** How events change facts: the types that every part of the changes shares. */
import type { EventType } from '../../journal/events.ts';
import type { DeadlineKey } from '../../policy/policy.ts';
import type { DeadlineEvent, EntryEvent } from '../event.ts';
import type { Facts } from '../facts.ts';

export type FactsChange = { readonly [K in keyof Facts]?: Facts[K] | undefined };
export type Change<E> = (facts: Facts, event: E) => FactsChange;

/** What each event adds to the facts; an event that adds nothing is left out. */
export type Changes = { readonly [T in EventType]?: Change<EntryEvent<T>> } & {
  readonly [K in DeadlineKey as `deadline.${K}`]?: Change<DeadlineEvent<K>>;
};
