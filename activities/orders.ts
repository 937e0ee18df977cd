/**
 * The one place where an order is carried out once: by journey, key and revision. What acts need not know of
 * repetitions, but must be repeatable itself, as a worker can die between the deed and the note that it is done.
 */
import { sql } from 'kysely';
import type { Answer, Order } from '../workflows/effects/effects.ts';
import type { Instant } from '../workflows/policy/calendar.ts';
import type { Store } from './store/db.ts';

/**
 * Carries out an order through `act` and keeps its answer. A revision lower than the highest known for the
 * key is ignored (`null`), a repeated one that is done gets the stored answer; otherwise `act` runs, again if
 * an earlier attempt broke off. What `act` throws passes through, and the order stays open.
 */
export async function carryOut(db: Store, order: Order, act: () => Promise<Answer>): Promise<Answer> {
  const { highest, done } = await known(db, order);
  if (highest > order.rev) return null;
  if (done !== undefined) return done.answer;
  await begin(db, order);
  const answer = await act();
  await finish(db, order, answer);
  return answer;
}

interface Known {
  readonly highest: number;
  readonly done: { readonly answer: Answer } | undefined;
}

async function known(db: Store, { journey, key, rev }: Order): Promise<Known> {
  const latest = await db
    .selectFrom('effects')
    .select(['rev', 'status', 'answer'])
    .where('journeyId', '=', journey)
    .where('key', '=', key)
    .orderBy('rev', 'desc')
    .limit(1)
    .executeTakeFirst();
  const isDone = latest !== undefined && latest.rev === rev && latest.status === 'done';
  return { highest: latest?.rev ?? 0, done: isDone ? { answer: latest.answer } : undefined };
}

async function begin(db: Store, order: Order): Promise<void> {
  const { journey, key, rev, op, kind, params, at, late } = order;
  await db
    .insertInto('effects')
    .values({
      journeyId: journey,
      key,
      rev,
      op,
      kind,
      params: JSON.stringify(params),
      at,
      late,
      status: 'begun',
    })
    .onConflict((conflict) => conflict.columns(['journeyId', 'key', 'rev']).doNothing())
    .execute();
}

async function finish(db: Store, { journey, key, rev }: Order, answer: Answer): Promise<void> {
  await db
    .updateTable('effects')
    .set({
      status: 'done',
      answer: answer === null ? null : JSON.stringify(answer),
      doneAt: sql<Instant>`now()`,
    })
    .where('journeyId', '=', journey)
    .where('key', '=', key)
    .where('rev', '=', rev)
    .execute();
}
