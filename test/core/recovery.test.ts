/** What either home of a journey's truth loses comes back from the other: nothing sent twice, no revision lower. */
import { beforeAll, expect, test } from 'vitest';
import { compare, type Finding } from '../../client/reconcile/compare.ts';
import { newestVersions, rulebookOf } from '../../workflows/fold/rulebook.ts';
import { Refusal } from '../../workflows/journal/refusal.ts';
import { resumed } from '../../workflows/journey/reunion.ts';
import { answer, type Books, moved, waited, waiting } from '../support/books.ts';
import { playRandomBooks, refusable } from '../support/randomBooks.ts';
import { hours } from '../support/randomJournals.ts';
import {
  asUndisturbed,
  fromTheStore,
  recordedAgain,
  saidBy,
  storeOf,
  worldFollows,
} from '../support/recovery.ts';
import type { World } from '../support/world.ts';

/** The same journals every time; another SEED plays others. */
const seed = Number(process.env.SEED ?? 2026);
const runs = Math.min(Number(process.env.RUNS ?? 24), 2000);

/** How a journey stood in the end, and at some earlier moments. */
interface Life {
  readonly end: Books;
  readonly earlier: readonly Books[];
  readonly worlds: readonly World[];
}
const lives: Life[] = [];

beforeAll(() => {
  let stood: Books[] = [];
  playRandomBooks(
    { seed, runs },
    ({ before, books }) => stood.push(before, books),
    (end) => {
      const number = lives.length;
      const earlier = stood.slice(0, -1).filter((_, index) => index % 4 === number % 4);
      if (end.ledger.folded.entry > 0) lives.push({ end, earlier, worlds: stood.map(({ world }) => world) });
      stood = [];
    },
  );
}, 240_000);

const tally = () => {
  const counts: Record<string, number> = {};
  return {
    counts,
    add(found: Finding): void {
      const what = 'lacks' in found ? `${found.kind}: ${found.lacks}` : found.kind;
      counts[what] = (counts[what] ?? 0) + 1;
    },
  };
};

/** Keys that were skipped although the journey had not skipped them before. */
const newlySkipped = (skipped: readonly string[], { ledger, held }: Books): string[] =>
  skipped.filter((key) => ledger.handed[key]?.op !== 'skip' && !held.has(key));

/** Activities get to their orders, and half a year goes by. */
function later(books: Books): Books {
  const done = waiting(books).reduce((current, order) => {
    const { now } = current.ledger.folded;
    const slot = { meeting: order.key, rev: order.rev, startsAt: hours(now, 48), endsAt: hours(now, 49) };
    const isMeeting = order.kind === 'reflectionMeeting' && order.op !== 'withdraw';
    return answer(current, order, isMeeting ? { type: 'meeting.scheduled', ...slot } : null, now);
  }, books);
  return waited(done, hours(books.ledger.folded.now, 24 * 183));
}

test(`${runs} journeys whose workflow is lost go on from the store as if nothing had happened`, () => {
  let open = 0;
  for (const { end } of lives) {
    const store = storeOf(end);
    expect(compare(undefined, store)).toEqual({ kind: 'workflowMissing' });
    const { ledger, skipped } = fromTheStore(store);
    asUndisturbed(ledger, end);
    expect(newlySkipped(skipped, end)).toEqual([]);
    expect(compare(saidBy({ ledger }), store)).toEqual({ kind: 'same' });
    asUndisturbed(later({ ...end, ledger }).ledger, later(end));
    open += waiting(end).length;
  }
  console.log(`workflow lost: ${lives.length} journeys, ${open} orders were open; seed ${seed}`);
  expect(open).toBeGreaterThan(0);
}, 240_000);

test('a workflow that is set back to any earlier moment catches up from the store', () => {
  const { counts, add } = tally();
  for (const { end, earlier } of lives) {
    const store = storeOf(end);
    for (const old of earlier) {
      const found = compare(saidBy(old), store);
      add(found);
      if (found.kind === 'same') continue;
      expect(found.kind).toBe('workflowBehind');
      const { step, skipped } = resumed(old.ledger, store);
      asUndisturbed(step.ledger, end);
      expect(newlySkipped(skipped, end)).toEqual([]);
      expect(compare(saidBy(step), store)).toEqual({ kind: 'same' });
    }
  }
  console.log('workflow set back', counts);
  expect(counts['workflowBehind: entries']).toBeGreaterThan(0);
}, 240_000);

test('a store that is set back is recorded again, and then is enough should the workflow be lost as well', () => {
  const { counts, add } = tally();
  for (const { end, earlier } of lives) {
    expect(compare(saidBy(end), undefined)).toEqual({ kind: 'storeBehind', from: 1, lacks: 'entries' });
    for (const old of earlier) {
      const found = compare(saidBy(end), storeOf(old));
      add(found);
      expect(['storeBehind', 'same']).toContain(found.kind);
      const store = recordedAgain(storeOf(old), end);
      expect(compare(saidBy(end), store)).toEqual({ kind: 'same' });
      asUndisturbed(fromTheStore(store).ledger, end);
    }
  }
  console.log('store set back', counts);
  expect(counts['storeBehind: entries']).toBeGreaterThan(0);
}, 240_000);

test('a move to other rules that either side has lost comes back from the other', () => {
  const { counts, add } = tally();
  const monthly = rulebookOf({ ...newestVersions, policyVersion: '2026-1-monthly' });
  for (const { end, earlier } of lives) {
    const there = refusable(() => moved(end, monthly, hours(end.ledger.folded.now, 1)));
    if (there instanceof Refusal) continue;
    const store = storeOf(there);
    const found = compare(saidBy(end), store);
    add(found);
    expect(found).toMatchObject({ kind: 'workflowBehind', lacks: 'rules' });
    for (const old of [end, ...earlier.slice(-1)])
      asUndisturbed(resumed(old.ledger, store).step.ledger, there);
    const back = compare(saidBy(there), storeOf(end));
    add(back);
    expect(back).toMatchObject({ kind: 'storeBehind', lacks: 'rules' });
    asUndisturbed(fromTheStore(recordedAgain(storeOf(end), there)).ledger, there);
  }
  console.log('migration lost', counts);
}, 240_000);

/** What the world would be had open orders of some keys never been begun. */
function neverBegun({ end, worlds }: Life): World {
  const open = waiting(end).filter((_, index) => index % 2 === 0);
  return open.reduce((world, { key, rev }) => {
    const { [key]: _, ...others } = world;
    const before = worlds.findLast((known) => (known[key]?.rev ?? rev) < rev)?.[key];
    return before ? { ...others, [key]: before } : others;
  }, end.world);
}

test('an order that was handed out and never begun is made again or listed as not sent', () => {
  let [lost, listed] = [0, 0];
  for (const life of lives) {
    const world = neverBegun(life);
    lost += Object.values(life.end.world).filter(({ key, rev }) => world[key]?.rev !== rev).length;
    const store = storeOf({ ...life.end, world });
    const { ledger, skipped } = fromTheStore(store);
    worldFollows(ledger, world, store);
    listed += newlySkipped(skipped, life.end).length;
  }
  console.log(`${lost} orders never begun, ${listed} of them listed as not sent`);
  expect(listed).toBeLessThanOrEqual(lost);
}, 240_000);

test('what was carried out for entries that the store never saw is taken back where it no longer belongs', () => {
  let unrecorded = 0;
  for (const { end, earlier } of lives) {
    for (const old of earlier) {
      const { journal, asOf } = storeOf(old);
      unrecorded += end.ledger.journal.length - journal.length;
      const store = { ...storeOf(end), journal, asOf };
      worldFollows(fromTheStore(store).ledger, end.world, store);
    }
  }
  console.log(`${unrecorded} entries never recorded`);
}, 240_000);
