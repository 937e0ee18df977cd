/** A journey under another rulebook: the state follows, what lasts is made good, nothing is sent for the past. */
import { deepStrictEqual } from 'node:assert/strict';
import { expect, test } from 'vitest';
import { type Effect, lasting } from '../../workflows/effects/effects.ts';
import { differenceBetween } from '../../workflows/fold/difference.ts';
import { fold } from '../../workflows/fold/fold.ts';
import type { Folded } from '../../workflows/fold/folded.ts';
import { newestVersions, rulebookOf } from '../../workflows/fold/rulebook.ts';
import { Refusal } from '../../workflows/journal/refusal.ts';
import type { PolicyVersion } from '../../workflows/policy/policy.ts';
import { type Books, moved, retold, waited } from '../support/books.ts';
import { held, instantOf, journalOf, openOn, type Row, rulebook, training } from '../support/journal.ts';
import { playRandomBooks, refusable } from '../support/randomBooks.ts';
import { comparable } from '../support/randomJournals.ts';
import { alive } from '../support/world.ts';

const under = (policyVersion: PolicyVersion) => rulebookOf({ ...newestVersions, policyVersion });
const others: readonly PolicyVersion[] = ['2026-1-monthly', '2022-1', '2020-1'];

const lastingIn = ({ effects }: Folded, { held }: Books): unknown =>
  Object.fromEntries(
    Object.values(effects).flatMap(({ key, kind, params, withdrawnAt }: Effect) =>
      lasting[kind] && withdrawnAt === undefined && !held.has(key) ? [[key, params]] : [],
    ),
  );
const lastingInWorld = ({ world, held }: Books): unknown =>
  Object.fromEntries(
    alive(world).flatMap(({ key, kind, params }) => (lasting[kind] && !held.has(key) ? [[key, params]] : [])),
  );

/** The same journals every time; another SEED plays others. */
const seed = Number(process.env.SEED ?? 2026);
const runs = Math.min(Number(process.env.RUNS ?? 60), 2000);

/** Moves a journey there and back, and holds each against what it must be. */
function thereAndBack(books: Books, version: PolicyVersion): 'refused' | 'changed' | 'same' {
  const { journal, folded } = books.ledger;
  const { now } = folded;
  const there = refusable(() => moved(books, under(version), now));
  if (there instanceof Refusal) {
    expect(there.code).toBe('later-entry-impossible');
    return 'refused';
  }
  deepStrictEqual(comparable(there.ledger.folded), comparable(fold(under(version), journal, now)));
  deepStrictEqual(lastingInWorld(there), lastingIn(there.ledger.folded, there));
  const back = moved(there, rulebook, now);
  for (const { orders } of [there.step, back.step])
    expect(orders.filter(({ kind, op }) => !lasting[kind] && op !== 'withdraw')).toEqual([]);
  deepStrictEqual(comparable(back.ledger.folded), comparable(folded));
  deepStrictEqual(lastingInWorld(back), lastingIn(folded, back));
  return there.step.orders.length > 0 ? 'changed' : 'same';
}

test(`${runs} random journals are moved to each other policy and back`, () => {
  const counts: Record<string, number> = {};
  playRandomBooks(
    { seed, runs },
    () => {},
    (books) => {
      const now = books.ledger.folded.now;
      const { step } = moved(books, rulebook, now);
      expect([step.changes, step.orders]).toEqual([[], []]);
      if (books.ledger.folded.entry === 0) return;
      for (const version of others) {
        const what = `${version}: ${thereAndBack(books, version)}`;
        counts[what] = (counts[what] ?? 0) + 1;
      }
    },
  );
  console.log(`${runs} random journals, seed ${seed}`, counts);
  expect(counts['2026-1-monthly: changed']).toBeGreaterThan(0);
}, 240_000);

test('a journey that moves to monthly meetings is invited to the one that is due by now, and told nothing else', () => {
  const met: Row = ['2025-02-03', held];
  const quarterly = retold(rulebook, journalOf(...training(), met));
  const now = instantOf('2025-03-20');
  expect(openOn(waited(quarterly, now).ledger.folded, 'reflectionDue')).toEqual(['2025-05-03']);
  const { step } = moved(quarterly, under('2026-1-monthly'), now);
  expect(step.changes.map(({ op, key }) => `${op} ${key}`)).toEqual([
    'make reflection/after-7',
    'skip reminder/consentMissing/reflection/after-7',
  ]);
  expect(step.orders).toMatchObject([{ late: true, params: { dueOn: '2025-03-03' } }]);
  const difference = differenceBetween(waited(quarterly, now).ledger.folded, step.ledger.folded);
  expect(difference.entered.map(({ path }) => path)).toEqual(['reflection.due']);
});
