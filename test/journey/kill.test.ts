/** A worker that is killed in the middle of a transition: the journey goes on within seconds, each effect is there once. */
import { once } from 'node:events';
import { sql } from 'kysely';
import { expect, it, vi } from 'vitest';
import { readEffects, readOutbox } from '../../activities/store/read.ts';
import { readJourney, startJourney, tellJourney } from '../../client/journeys.ts';
import type { Statement } from '../../workflows/journal/entry.ts';
import { someone, useStage } from '../support/playhouse.ts';

const stage = useStage();
const rounds = 3;
const actor = { role: 'caseWorker', id: 'w-1' } as const;
const saying = (event: { type: string; [field: string]: unknown }): Statement => ({ event, actor });

it('goes on within five seconds of a SIGKILL, with one effect for each key and revision', async () => {
  const { journeys, db, startWorker, hirePeople } = stage();
  await hirePeople();
  let current = await startWorker();
  const journey = someone();
  await startJourney(journeys, journey, [
    saying({ type: 'intake.referred', source: 'funder', site: 'site-1', federalState: 'BW' }),
    saying({ type: 'intake.admitted', caseWorker: 'w-1' }),
  ]);
  for (let round = 0; round < rounds; round += 1) {
    const standby = await startWorker();
    const killed = once(current, 'exit');
    let answered = 0;
    await db.transaction().execute(async (tx) => {
      // While the outbox is locked the escalation hangs in the middle of its work.
      await sql`lock table outbox in access exclusive mode`.execute(tx);
      await tellJourney(journeys, journey, [saying({ type: 'conflict.raised', between: 'other' })]);
      await vi.waitFor(
        async () => {
          const talks = (await readEffects(db, journey)).filter(({ key }) => key.endsWith('/talk'));
          expect(talks).toHaveLength(round + 1);
        },
        { timeout: 20_000 },
      );
      current.kill('SIGKILL');
      await killed;
      const since = Date.now();
      await tellJourney(journeys, journey, [saying({ type: 'conflict.mediated' })]);
      answered = Date.now() - since;
    });
    console.log(`answered ${answered} ms after the kill`);
    expect(answered).toBeLessThan(5_000);
    await tellJourney(journeys, journey, [saying({ type: 'conflict.resolved' })]);
    current = standby;
  }
  await vi.waitFor(
    async () => {
      const effects = await readEffects(db, journey);
      expect(effects.filter(({ status }) => status === 'done')).toHaveLength(2 * rounds);
    },
    { timeout: 30_000, interval: 200 },
  );
  const effects = await readEffects(db, journey);
  expect(new Set(effects.map(({ key, rev }) => `${key} ${rev}`)).size).toBe(2 * rounds);
  const mails = await readOutbox(db, journey);
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(mails.length);
  // A talk goes to the case worker, a mediation to the case worker and the team lead.
  expect(mails).toHaveLength(3 * rounds);
  expect(await readJourney(journeys, journey)).toHaveLength(2 + 3 * rounds);
});
