/** What two copies of a journal have in common, whatever order their homes keep an entry's fields in. Pure. */
import { later } from '../policy/calendar.ts';
import { buildEntry, type Entry, ownInstant } from './entry.ts';
import { Refusal } from './refusal.ts';

/** JSON with the keys of every object sorted, so that equal content is equal text. Pure. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** How many entries two journals begin with that are the same. Pure. */
export function commonLength(one: readonly Entry[], other: readonly Entry[]): number {
  const differs = one.findIndex((entry, index) => canonicalJson(entry) !== canonicalJson(other[index]));
  return differs < 0 ? one.length : differs;
}

/** Entries that nobody said: answers of activities, which can be had again. Pure. */
export const onlyAnswers = (entries: readonly Entry[]): boolean =>
  entries.every(({ actor }) => actor.role === 'system');

/** Whether two journals go together: the workflow's adds nothing that anybody said where the store's goes another way. Pure. */
export function goTogether(own: readonly Entry[], kept: readonly Entry[]): boolean {
  const common = commonLength(own, kept);
  return common === kept.length || onlyAnswers(own.slice(common));
}

/**
 * An entry from the store with its fields in the order in which entries are built. The database keeps no order, and the
 * fold compares effects as text. One that the catalogue would not take today stays as it was stored. Pure.
 */
export function asBuilt(stored: Entry): Entry {
  const { seq, requestId, recordedAt, ...said } = stored;
  try {
    const latest = later(recordedAt, ownInstant(stored));
    const built = buildEntry(said, { seq, requestId, recordedAt }, latest);
    return canonicalJson(built) === canonicalJson(stored) ? built : stored;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return stored;
  }
}
