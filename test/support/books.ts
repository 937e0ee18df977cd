/**
 * A journey in its books and what its orders lead to in the world, without a server: told, answered, waited for as the
 * workflow does it. Each function takes books and gives new ones.
 */
import { deepStrictEqual } from 'node:assert/strict';
import type { Order } from '../../workflows/effects/effects.ts';
import { differenceBetween } from '../../workflows/fold/difference.ts';
import { fold } from '../../workflows/fold/fold.ts';
import type { Folded } from '../../workflows/fold/folded.ts';
import { type Rulebook, versionsOf } from '../../workflows/fold/rulebook.ts';
import type { Entry, Statement } from '../../workflows/journal/entry.ts';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import {
  answered,
  commit,
  type Ledger,
  migrated,
  open,
  propose,
  type Step,
  tick,
} from '../../workflows/journey/ledger.ts';
import { previewOf } from '../../workflows/messages.ts';
import type { Instant } from '../../workflows/policy/calendar.ts';
import { rightFromTheStart } from './rightFromTheStart.ts';
import { alive, carriedOut, type World } from './world.ts';

export interface Books {
  readonly ledger: Ledger;
  readonly world: World;
  /** Keys of meetings whose slot has passed once: no order changes them any more. */
  readonly held: ReadonlySet<string>;
  /** Keys that were last listed as skipped. */
  readonly skipped: ReadonlySet<string>;
}

const none: Pick<Books, 'world' | 'held' | 'skipped'> = { world: {}, held: new Set(), skipped: new Set() };

function enter({ world, held, skipped }: typeof none, { ledger, orders, changes }: Step): Books {
  const { effects, now } = ledger.folded;
  const passed = Object.values(effects).filter(({ fixedFrom = '~' }) => fixedFrom <= now);
  const heldNow = new Set([...held, ...passed.map(({ key }) => key)]);
  const listed = new Set(skipped);
  for (const { op, key } of changes) {
    if (op === 'skip') listed.add(key);
    else listed.delete(key);
  }
  for (const { key, op } of orders) {
    if (op === 'make' && (effects[key]?.fixedFrom ?? '~') <= now)
      throw new Error(`${op} ${key}, whose slot has passed`);
  }
  const done = orders.reduce((known, order) => carriedOut(known, order, heldNow), world);
  return { ledger, world: done, held: heldNow, skipped: listed };
}

/** Opens the books of a journey that begins with a journal. */
export function opened(rulebook: Rulebook, journal: readonly Entry[], now: Instant): Books {
  return enter(none, open({ journey: 'p-1', ...versionsOf(rulebook), journal }, now));
}

/** Lets time pass. */
export const waited = (books: Books, now: Instant): Books => enter(books, tick(books.ledger, now));

/** Tells statements; what a preview said before is what happens. Throws what the journey refuses. */
export function told(books: Books, statements: readonly Statement[], now: Instant): Books {
  const requestId = `r-${books.ledger.journal.length + 1}`;
  const previewed = propose(tick(books.ledger, now).ledger, statements, 'preview', now);
  const current = waited(books, now);
  const step = commit(current.ledger, propose(current.ledger, statements, requestId, now));
  const before = current.ledger.folded;
  const foretold = previewed.changes.map(previewOf);
  deepStrictEqual(
    foretold.map(({ op, key, kind }) => [op, key, kind]),
    step.changes.map(({ op, key, kind }) => [op, key, kind]),
  );
  deepStrictEqual(
    foretold.flatMap(({ op, key, at, params, late }) =>
      op === 'skip' ? [] : [{ op, key, at, params, late }],
    ),
    step.orders.map(({ op, key, at, params, late }) => ({ op, key, at, params, late })),
  );
  deepStrictEqual(differenceBetween(before, previewed.folded), differenceBetween(before, step.ledger.folded));
  return enter(current, step);
}

/** The orders that nobody has answered yet. */
export const waiting = ({ ledger }: Books): Order[] =>
  Object.values(ledger.handed).flatMap(({ order }) => (order ? [order] : []));

/** Has an activity answer an order. */
export const answer = (books: Books, order: Order, event: JourneyEvent | null, now: Instant): Books =>
  enter(books, answered(books.ledger, order, event, now));

/** Puts the journey under another rulebook. Throws what it refuses. */
export function moved(books: Books, rulebook: Rulebook, now: Instant): Books & { step: Step } {
  const current = waited(books, now);
  const step = migrated(current.ledger, rulebook, now);
  return { ...enter(current, step), step };
}

/** The journal's own events told again one by one, each at the instant it was recorded. */
export function retold(rulebook: Rulebook, [first, ...others]: readonly Entry[]): Books {
  if (!first) throw new Error('An empty journal tells nothing.');
  let books = opened(rulebook, [first], first.recordedAt);
  for (const { recordedAt, seq: _, requestId: __, ...statement } of others) {
    const { event } = statement;
    if (statement.actor.role !== 'system') books = told(books, [statement], recordedAt);
    else if (event?.type === 'meeting.scheduled') {
      books = waited(books, recordedAt);
      const order = books.world[event.meeting];
      if (!order) throw new Error(`${event.meeting} was not asked for`);
      books = answer(books, order, event, recordedAt);
    }
  }
  return books;
}

/** The journal as it would be had nobody ever made a mistake, folded to the same instant. */
export const foldedRight = ({ ledger: { journal, folded } }: Books): Folded =>
  fold(folded.rulebook, rightFromTheStart(journal), folded.now);

const paramsOf = (all: readonly { key: string; params: unknown }[], held: ReadonlySet<string>) =>
  Object.fromEntries(all.flatMap(({ key, params }) => (held.has(key) ? [] : [[key, params]])));

/**
 * The world holds what a fold asks for: all but what was skipped, and, once the journey was transferred, all but what had not
 * been carried out by then. Meetings whose slot has passed stay as they were.
 */
export function worldIsRight({ ledger, world, held, skipped }: Books, right: Folded): void {
  const isAway = right.visits['phase.closed.transferred'] !== undefined;
  const asked = Object.values(right.effects).filter(
    ({ key, withdrawnAt }) => withdrawnAt === undefined && !(isAway && ledger.handed[key]?.op === 'withdraw'),
  );
  const listed = Object.entries(ledger.handed).flatMap(([key, { op }]) => (op === 'skip' ? [key] : []));
  deepStrictEqual(new Set(listed), new Set(skipped));
  deepStrictEqual(
    paramsOf(alive(world), held),
    paramsOf(
      asked.filter(({ key }) => !skipped.has(key)),
      held,
    ),
  );
}
