/** Both homes of a journey as models: what the store holds of books, and how a journey goes on from it. No server. */
import { deepStrictEqual } from 'node:assert/strict';
import type { Stored } from '../../client/reconcile/compare.ts';
import { type Deed, type Deeds, missingDeeds, newest } from '../../workflows/effects/deeds.ts';
import { versionsOf } from '../../workflows/fold/rulebook.ts';
import { booksOf, summaryOf } from '../../workflows/journey/books.ts';
import { type Ledger, open } from '../../workflows/journey/ledger.ts';
import { resumptionOf } from '../../workflows/journey/resumption.ts';
import type { Kept, Books as Said } from '../../workflows/messages.ts';
import type { Books } from './books.ts';
import { comparable } from './randomJournals.ts';
import { alive, carriedOut, type World } from './world.ts';

/** As it comes out of a database or a query: no `undefined`, every object its own. */
const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value));

/** What a workflow says of its books. */
export const saidBy = ({ ledger }: Pick<Books, 'ledger'>): Said => throughJson(booksOf(ledger));

/** What the store holds where every order handed out was begun, and each is done that the journey knows to be. */
export function storeOf({ ledger, world }: Pick<Books, 'ledger' | 'world'>): Stored {
  const { journey, journal, folded, rulesSince = null } = ledger;
  const { deeds } = booksOf(ledger);
  return throughJson({
    ...{ journey, ...versionsOf(folded.rulebook), rulesSince, asOf: folded.now, journal },
    ...{ effects: deedsIn(world, ledger), meetings: deeds.meetings, summary: summaryOf(ledger) },
  });
}

function deedsIn(world: World, { handed, journal }: Ledger): Deed[] {
  return Object.values(world).map(({ key, rev, op, kind, params, at, late }) => {
    const answer = journal.find(({ requestId }) => requestId === `answer/${key}/${rev}`)?.event ?? null;
    const done = handed[key]?.rev !== rev || handed[key]?.order === undefined;
    return { key, rev, op, kind, params, at, late, done, answer };
  });
}

/** What a store that was set back holds once the workflow has recorded all again. */
export function recordedAgain(old: Stored, books: Pick<Books, 'ledger'>): Stored {
  const said = saidBy(books);
  const { journal, summary, asOf, deeds } = said;
  const missing = missingDeeds(deeds, old);
  const { rulesSince = null } = books.ledger;
  return throughJson({
    ...{ ...old, ...versionsOf(books.ledger.folded.rulebook), rulesSince, journal, summary, asOf },
    effects: newest([...old.effects, ...missing.effects, ...said.open]),
    meetings: newest([...old.meetings, ...missing.meetings]),
  });
}

/** A journey whose workflow is lost. */
export function fromTheStore(kept: Kept): { ledger: Ledger; skipped: readonly string[] } {
  const { input, skipped } = resumptionOf(kept);
  return { ledger: open(input, kept.asOf ?? '').ledger, skipped };
}

/** Where each key stands, and what is to be done of it; of a meeting whose slot has passed whatever was last said. */
const standings = ({ handed }: Ledger, known: (key: string) => boolean, held: ReadonlySet<string>) =>
  Object.fromEntries(
    Object.entries(handed).flatMap(([key, { rev, op, order }]) => {
      if (op === 'skip' && !known(key)) return [];
      const wish = order && { op: order.op, rev: order.rev, params: throughJson(order.params) };
      return [[key, { rev, op: held.has(key) && op === 'skip' ? 'withdraw' : op, wish }]];
    }),
  );

/** A journey goes on as if nothing had happened: the same journal, state and deadlines, revisions and open orders. */
export function asUndisturbed(ledger: Ledger, { ledger: right, held }: Pick<Books, 'ledger' | 'held'>): void {
  deepStrictEqual(throughJson(ledger.journal), throughJson(right.journal));
  deepStrictEqual(throughJson(comparable(ledger.folded)), throughJson(comparable(right.folded)));
  deepStrictEqual([ledger.rulesSince, ledger.folded.rulebook], [right.rulesSince, right.folded.rulebook]);
  const isAlive = (key: string): boolean => {
    const effect = right.folded.effects[key];
    return effect !== undefined && effect.withdrawnAt === undefined;
  };
  deepStrictEqual(standings(ledger, isAlive, held), standings(right, isAlive, held));
}

/**
 * After a loss the world becomes what the journey asks for: orders follow the revisions that are in the world, make nothing
 * that is there, and leave out only what is listed as skipped. Meetings whose slot has passed stay.
 */
export function worldFollows(ledger: Ledger, world: World, { meetings }: Deeds): World {
  const { now } = ledger.folded;
  const held = new Set(meetings.flatMap(({ key, startsAt }) => (startsAt <= now ? [key] : [])));
  let next = world;
  for (const { rev, order } of Object.values(ledger.handed)) {
    if (!order) continue;
    if (order.rev !== rev) throw new Error(`${order.key}: order ${order.rev} of revision ${rev}`);
    if (next[order.key]?.rev === rev) deepStrictEqual(next[order.key]?.op, order.op);
    else next = carriedOut(next, order, held);
  }
  for (const [key, { rev }] of Object.entries(next)) {
    const known = ledger.handed[key]?.rev ?? 0;
    if (known < rev) throw new Error(`${key}: revision fell from ${rev} to ${known}`);
  }
  const asked = Object.values(ledger.folded.effects).filter(
    ({ key, withdrawnAt, fixedFrom = '~' }) =>
      withdrawnAt === undefined && fixedFrom > ledger.folded.now && ledger.handed[key]?.op !== 'skip',
  );
  const isAway = ledger.folded.visits['phase.closed.transferred'] !== undefined;
  const there = new Map(alive(next).map((order) => [order.key, throughJson(order.params)]));
  for (const { key, params } of asked) {
    if (isAway && !there.has(key)) continue;
    deepStrictEqual(there.get(key), throughJson(params), key);
  }
  const wanted = new Set(Object.values(ledger.folded.effects).map(({ key }) => key));
  for (const { key } of alive(next)) {
    const gone = ledger.folded.effects[key]?.withdrawnAt !== undefined || !wanted.has(key);
    if (gone && !held.has(key)) throw new Error(`${key} is in the world and not in the journal`);
  }
  return next;
}
