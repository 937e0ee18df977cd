/** A journey near its capacity on the real server: it is told until it is full, hands over all the while, and stays below the bar. */
import { beforeAll, expect, it } from 'vitest';
import { readJourney, startJourney, tellJourney, viewJourney } from '../../client/journeys.ts';
import { bytesOf, mostCarried } from '../../workflows/journal/capacity.ts';
import type { Statement } from '../../workflows/journal/entry.ts';
import { Refusal } from '../../workflows/journal/refusal.ts';
import { addDays, germanDay } from '../../workflows/policy/calendar.ts';
import { runSizesOf } from '../support/load.ts';
import { someone, useStage } from '../support/playhouse.ts';

const stage = useStage();
const actor = { role: 'caseWorker', id: 'w-1' } as const;
const since = addDays(germanDay(new Date().toISOString()), -60);
const begun: Statement[] = [
  {
    event: { type: 'intake.referred', source: 'funder', site: 'site-1', federalState: 'BW' },
    actor,
    effectiveAt: since,
  },
  { event: { type: 'intake.admitted', caseWorker: 'w-1' }, actor, effectiveAt: since },
];
const contact: Statement = {
  event: { type: 'contact.recorded', with: 'participant', how: 'phone', minutes: 20, reached: true },
  actor,
};
const [imported, senderCount] = [1_900, 8];

beforeAll(async () => {
  await stage().hirePeople();
  await stage().startWorker();
});

it('is told until it is full, and no run comes near the server’s limits', async () => {
  const { journeys } = stage();
  const journey = someone();
  await startJourney(journeys, journey, [...begun, ...Array(imported).fill(contact)], { past: true });
  let told = 0;
  const refusals: Refusal[] = [];
  const senders = Array.from({ length: senderCount }, async (_, sender) => {
    for (let turn = 0; ; turn += 1) {
      try {
        await tellJourney(journeys, journey, [contact], `s-${sender}-${turn}`);
        told += 1;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refusals.push(error);
        return;
      }
    }
  });
  await Promise.all(senders);
  expect(refusals.map(({ code }) => code)).toEqual(Array(senderCount).fill('journal-full'));
  const journal = await readJourney(journeys, journey);
  expect(journal.filter(({ requestId }) => requestId.startsWith('s-'))).toHaveLength(told);
  const again = await tellJourney(journeys, journey, [contact], 's-0-0');
  expect(again.seqs).toEqual([journal.find(({ requestId }) => requestId === 's-0-0')?.seq]);
  expect((await viewJourney(journeys, journey)).phase).toBe('preparation');
  const sizes = await runSizesOf(journeys, journey);
  const most = (of: 'events' | 'bytes'): number => Math.max(...sizes.map((size) => size[of]));
  console.log(
    `${journal.length} entries of ${bytesOf(journal)} bytes, ${sizes.length} runs; at most ${most('events')} events, ${most('bytes')} bytes`,
  );
  expect(bytesOf(journal)).toBeGreaterThan(mostCarried - 10_000);
  expect(sizes.length).toBeGreaterThan(1);
  expect(most('events')).toBeLessThan(4_096);
  expect(most('bytes')).toBeLessThan(2_000_000);
});
