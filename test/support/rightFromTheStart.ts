/**
 * A journal as it would have been typed had nobody ever made a mistake, told apart from how the product resolves it:
 * corrections are carried out one by one. Entries keep their first numbers, as effects and facts are named after them.
 */
import { type Entry, ownInstant } from '../../workflows/journal/entry.ts';

/** The entries that nobody took back, typed at once and in the words of their last correction. */
export function rightFromTheStart(journal: readonly Entry[]): Entry[] {
  const takenBack = new Set<number>();
  for (const { seq, voids } of journal.toReversed()) {
    if (voids !== undefined && !takenBack.has(seq)) takenBack.add(voids);
  }
  const typed = new Map<number, Entry>();
  const rootOf = new Map<number, number>();
  for (const { replaces, reason: _, ...entry } of journal) {
    const root = (replaces === undefined ? undefined : rootOf.get(replaces)) ?? entry.seq;
    rootOf.set(entry.seq, root);
    if (entry.voids !== undefined || takenBack.has(entry.seq)) continue;
    const before = replaces === undefined ? undefined : typed.get(root);
    const keepsMoment = before !== undefined && entry.effectiveAt === undefined;
    const { effectiveAt, recordedAt } = keepsMoment ? before : { ...entry, recordedAt: ownInstant(entry) };
    const { seq: __, effectiveAt: ___, ...words } = entry;
    typed.set(root, { ...words, seq: root, recordedAt, ...(effectiveAt ? { effectiveAt } : {}) });
  }
  return [...typed.values()].sort((a, b) =>
    a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : a.seq - b.seq,
  );
}
