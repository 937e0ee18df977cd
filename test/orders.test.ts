/** An order is carried out once for its journey, key and revision, and again only if it broke off. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { carryOut } from '../activities/orders.ts';
import type { Store } from '../activities/store/db.ts';
import { readEffects } from '../activities/store/read.ts';
import type { Answer } from '../workflows/effects/effects.ts';
import { freshDatabase } from './support/database.ts';
import { reminderOrder } from './support/orders.ts';

let db: Store;
beforeAll(async () => {
  ({ db } = await freshDatabase());
});
afterAll(async () => {
  await db.destroy();
});

const answer: Answer = {
  type: 'meeting.scheduled',
  meeting: 'reflection/after-3',
  rev: 1,
  startsAt: '2026-01-02T09:00:00.000Z',
  endsAt: '2026-01-02T10:00:00.000Z',
};
const deed = (result: Answer) => vi.fn<() => Promise<Answer>>(async () => result);

it.each([
  ['an answer', answer],
  ['no answer', null],
])('keeps %s and gives it again without acting', async (what, result) => {
  const order = reminderOrder(`o-${what.replace(' ', '-')}`);
  const act = deed(result);
  expect(await carryOut(db, order, act)).toEqual(result);
  expect(await carryOut(db, order, act)).toEqual(result);
  expect(act).toHaveBeenCalledOnce();
  expect(await readEffects(db, order.journey)).toMatchObject([
    {
      key: order.key,
      rev: 1,
      op: 'make',
      params: order.params,
      at: order.at,
      late: false,
      status: 'done',
      answer: result,
    },
  ]);
});

it('acts again after an attempt that broke off', async () => {
  const order = reminderOrder('o-broken');
  const broken = carryOut(db, order, async () => {
    throw new Error('broke off');
  });
  await expect(broken).rejects.toThrow('broke off');
  expect(await readEffects(db, 'o-broken')).toMatchObject([{ status: 'begun', answer: null, doneAt: null }]);
  expect(await carryOut(db, order, deed(answer))).toEqual(answer);
  expect(await readEffects(db, 'o-broken')).toMatchObject([{ status: 'done', answer }]);
});

it('ignores a revision lower than one it knows, begun or done', async () => {
  const act = deed(answer);
  await carryOut(db, reminderOrder('o-lower', { rev: 2 }), deed(null));
  expect(await carryOut(db, reminderOrder('o-lower', { rev: 1 }), act)).toBeNull();
  expect(act).not.toHaveBeenCalled();
  expect(await readEffects(db, 'o-lower')).toHaveLength(1);
});

it('takes each revision, key and journey for itself', async () => {
  const act = deed(null);
  await carryOut(db, reminderOrder('o-own'), act);
  await carryOut(db, reminderOrder('o-own', { rev: 2, op: 'withdraw' }), act);
  await carryOut(db, reminderOrder('o-own', { rev: 3 }), act);
  await carryOut(db, reminderOrder('o-own', { key: 'reminder/other/1' }), act);
  await carryOut(db, reminderOrder('o-own-2'), act);
  expect(act).toHaveBeenCalledTimes(5);
  expect((await readEffects(db, 'o-own')).map(({ key, rev, op }) => `${key} ${rev} ${op}`)).toEqual([
    'reminder/intakeDecision/1 1 make',
    'reminder/intakeDecision/1 2 withdraw',
    'reminder/intakeDecision/1 3 make',
    'reminder/other/1 1 make',
  ]);
});
