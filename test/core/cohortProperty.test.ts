/** Whatever has happened in a journey, its line in a cohort file brings it in again, and gives the same line. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLines, writeLines } from '../../client/cohort/csv.ts';
import { planCohort } from '../../client/cohort/plan.ts';
import { cellsOf, itemsOf } from '../../client/cohort/writing.ts';
import type { Entry } from '../../workflows/journal/entry.ts';
import { rulebook } from '../support/journal.ts';
import { origins, play } from '../support/randomJournals.ts';
import { anyMove } from '../support/randomJourney.ts';

const runs = Number(process.env.RUNS ?? 300);

/** A journey's line as a file. */
const fileOf = (journal: readonly Entry[], now: string): string =>
  writeLines([{ id: 'p-1', ...cellsOf(itemsOf(journal, rulebook, now)) }], 'de');

test(`${runs} random journals go through a file and come back the same`, () => {
  let told = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...origins),
      fc.array(anyMove, { minLength: 3, maxLength: 18 }),
      (origin, moves) => {
        const { journal, kept } = play(origin, moves);
        if (kept.snapshot.context.facts.referredOn === undefined) return;
        const text = fileOf(journal, kept.now);
        const { lines, problems } = readLines(text);
        const plan = planCohort(lines, kept.now);
        expect([...problems, ...plan.problems]).toEqual([]);
        expect(plan.planned.map(({ entries }) => fileOf(entries, kept.now))).toEqual([text]);
        told += 1;
      },
    ),
    { numRuns: runs, seed: 2026, endOnFailure: true },
  );
  expect(told).toBeGreaterThan(runs / 2);
}, 600_000);
