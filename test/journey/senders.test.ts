/** Many senders at once, over runs that hand over to each other: nothing is lost, nothing doubled. */
import { expect, it, vi } from 'vitest';
import { readJourney, startJourney, tellJourney } from '../../client/journeys.ts';
import type { Statement } from '../../workflows/journal/entry.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import { someone, useStage } from '../support/playhouse.ts';

const stage = useStage();
const actor = { role: 'caseWorker', id: 'w-1' } as const;
const referral: Statement = {
  event: { type: 'intake.referred', source: 'funder', site: 'site-1', federalState: 'BW' },
  actor,
};
const admission: Statement = { event: { type: 'intake.admitted', caseWorker: 'w-1' }, actor };
const intensity = (value: number): Statement => ({
  event: { type: 'intensity.set', participant: ['low', 'medium', 'high'][value % 3] },
  actor,
});

/** How many runs the journey has had; the index follows a moment later. */
async function runsOf(journey: string): Promise<number> {
  const query = `WorkflowId = "${workflowIdOf(journey)}"`;
  return vi.waitFor(async () => {
    const { count } = await stage().journeys.client.workflow.count(query);
    expect(count).toBeGreaterThan(1);
    return count;
  });
}

it('enters 300 commands of 20 senders once each, over forced continue-as-news', async () => {
  const { journeys, startWorker } = stage();
  await startWorker();
  const journey = someone();
  await startJourney(journeys, journey, [referral], { runLength: 150 });
  await tellJourney(journeys, journey, [admission]);
  const senders = Array.from({ length: 20 }, async (_, sender) => {
    for (let turn = 0; turn < 15; turn += 1) {
      await tellJourney(journeys, journey, [intensity(turn)], `r-${sender}-${turn}`);
    }
  });
  await Promise.all(senders);
  const journal = await readJourney(journeys, journey);
  expect(journal.map(({ seq }) => seq)).toEqual(journal.map((_, index) => index + 1));
  expect(new Set(journal.map(({ requestId }) => requestId)).size).toBe(302);
  expect(journal.length).toBe(302);
  const count = await runsOf(journey);
  console.log(`302 entries over ${count} runs`);
  expect(count).toBeGreaterThan(1);
});

it('enters a request once, however often it is sent, and answers it the same', async () => {
  const { journeys } = stage();
  const journey = someone();
  await startJourney(journeys, journey, [referral], { runLength: 60 });
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => tellJourney(journeys, journey, [admission], 'the-same')),
  );
  for (let turn = 0; turn < 20; turn += 1) await tellJourney(journeys, journey, [intensity(turn)]);
  const later = await tellJourney(journeys, journey, [admission], 'the-same');
  expect(new Set([...answers, later].map(({ seqs, changes }) => JSON.stringify([seqs, changes]))).size).toBe(
    1,
  );
  expect(
    (await readJourney(journeys, journey)).filter(({ requestId }) => requestId === 'the-same'),
  ).toHaveLength(1);
  expect(await runsOf(journey)).toBeGreaterThan(1);
  await expect(tellJourney(journeys, journey, [intensity(1)], 'the-same')).rejects.toMatchObject({
    code: 'request-differs',
  });
});
