/** Which entries of a journal count, and in which order: voids and replacements resolved. Pure. */
import { compare, type Instant } from '../policy/calendar.ts';
import { type Entry, ownInstant } from './entry.ts';
import type { JourneyEvent } from './events.ts';
import { Refusal } from './refusal.ts';

/** An entry that counts. */
export interface Live {
  readonly entry: Entry;
  readonly event: JourneyEvent;
  /** `seq` of the first entry of its chain of replacements: the identity that survives corrections. */
  readonly root: number;
  /** When it happened. */
  readonly at: Instant;
}

function notFound(target: number, by: Entry): Refusal {
  return new Refusal('entry-not-found', [
    {
      code: 'entry-not-found',
      entry: by.seq,
      field: by.voids === undefined ? 'replaces' : 'voids',
      de: `Eintrag ${target}, auf den sich Eintrag ${by.seq} bezieht, gibt es nicht als früheren Eintrag mit Ereignis.`,
      en: `Entry ${target}, which entry ${by.seq} refers to, does not exist as an earlier entry with an event.`,
    },
  ]);
}

function alreadyGone(target: number, one: number, other: number): Refusal {
  const [first, second] = [Math.min(one, other), Math.max(one, other)];
  return new Refusal('entry-not-found', [
    {
      code: 'entry-no-longer-counts',
      entry: second,
      de: `Eintrag ${target} gilt nicht mehr: Eintrag ${first} hat ihn schon ersetzt oder zurückgenommen.`,
      en: `Entry ${target} no longer counts: entry ${first} already replaced or voided it.`,
    },
  ]);
}

/** When an entry happened: a replacement that gives no moment of its own keeps that of what it replaces. */
export function momentOf(journal: readonly Entry[], entry: Entry): Instant {
  const { replaces, effectiveAt } = entry;
  const replaced = replaces === undefined ? undefined : journal.find(({ seq }) => seq === replaces);
  return replaced && replaced.seq < entry.seq && effectiveAt === undefined
    ? momentOf(journal, replaced)
    : ownInstant(entry);
}

/** By which entry each one that no longer counts was voided or replaced, by its `seq`. @throws Refusal as `liveEntries` */
export function endings(journal: readonly Entry[]): ReadonlyMap<number, Entry> {
  const endedBy = new Map<number, Entry>();
  for (const entry of journal.toReversed()) {
    const target = entry.voids ?? entry.replaces;
    // What was taken back ends nothing; what was replaced goes on replacing, in its successor's words.
    if (target === undefined || endedBy.get(entry.seq)?.voids !== undefined) continue;
    const other = endedBy.get(target);
    if (other !== undefined) throw alreadyGone(target, entry.seq, other.seq);
    if (target >= entry.seq) throw notFound(target, entry);
    endedBy.set(target, entry);
  }
  return endedBy;
}

/**
 * The entries that count, ordered by when they happened, then by their root. Voids resolve from the highest `seq` down, so
 * that an undo can be undone. A replacement keeps its root, and the moment of what it replaces unless it gives its own.
 */
export function liveEntries(journal: readonly Entry[]): Live[] {
  const endedBy = endings(journal);
  const bySeq = new Map<number, Live>();
  for (const entry of journal) {
    if (!entry.event) continue;
    const replaced = entry.replaces === undefined ? undefined : bySeq.get(entry.replaces);
    if (entry.replaces !== undefined && !replaced) throw notFound(entry.replaces, entry);
    const at = replaced && entry.effectiveAt === undefined ? replaced.at : ownInstant(entry);
    bySeq.set(entry.seq, { entry, event: entry.event, root: replaced?.root ?? entry.seq, at });
  }
  return [...bySeq.values()]
    .filter(({ entry }) => !endedBy.has(entry.seq))
    .sort((a, b) => compare(a.at, b.at) || a.root - b.root);
}
