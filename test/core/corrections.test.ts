/** Late, corrected, taken back: a journal that was put right says the same as one that was right from the start. */
import { deepStrictEqual } from 'node:assert/strict';
import { expect, test } from 'vitest';
import type { Statement } from '../../workflows/journal/entry.ts';
import { foldedRight, worldIsRight } from '../support/books.ts';
import { playRandomBooks } from '../support/randomBooks.ts';
import { comparable } from '../support/randomJournals.ts';

/** The same journals every time; another SEED plays others. */
const seed = Number(process.env.SEED ?? 2026);
const runs = Number(process.env.RUNS ?? 250);

const kindOf = ({ voids, replaces, effectiveAt }: Statement): string => {
  if (voids !== undefined) return 'taken back';
  if (replaces !== undefined) return effectiveAt === undefined ? 'other words' : 'another moment';
  return effectiveAt === undefined ? 'on time' : 'late';
};

test(`${runs} random journals: put right or right from the start is the same, in the fold and in the world`, () => {
  const counts: Record<string, number> = {};
  const count = (what: string): void => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  playRandomBooks({ seed, runs }, ({ books, statement, refusal }) => {
    const kind = kindOf(statement);
    count(refusal ? `${kind}: ${refusal.code}` : kind);
    if (refusal || books.ledger.folded.entry === 0) return;
    const right = foldedRight(books);
    if (kind !== 'on time') deepStrictEqual(comparable(books.ledger.folded), comparable(right));
    worldIsRight(books, right);
    if (books.skipped.size > 0) count('with something skipped');
    if (books.held.size > 0) count('with a meeting whose slot has passed');
  });
  console.log(`${runs} random journals, seed ${seed}`, counts);
  for (const kind of ['taken back', 'other words', 'another moment', 'late', 'with something skipped'])
    expect(counts[kind], kind).toBeGreaterThan(runs / 20);
}, 240_000);
