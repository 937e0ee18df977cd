/** What a refused command leaves behind when a run is just about to hand over: nothing that could not be replayed. */
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { beforeAll, expect, it } from 'vitest';
import { handleOf, tellJourney } from '../../client/journeys.ts';
import { bundleJourneys } from '../../worker/worker.ts';
import type { Statement } from '../../workflows/journal/entry.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import { admittedJourney } from '../support/load.ts';
import { useStage } from '../support/playhouse.ts';

const stage = useStage();
const [shortest, journeyCount, turns] = [50, 12, 12];
const actor = { role: 'caseWorker', id: 'w-1' } as const;
const taken: Statement = { event: { type: 'intensity.set', participant: 'high' }, actor };
const refused: Statement = { event: { type: 'exam.passed' }, actor };
let workflowBundle: { code: string };

beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  [workflowBundle] = await Promise.all([bundleJourneys(), stage().startWorker()]);
});

/** Commands that are taken and commands that are refused in turn, whatever the length of the history by then. */
async function alternate(journey: string): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    await tellJourney(stage().journeys, journey, [taken]);
    for (let again = 0; again < 2; again += 1)
      await expect(tellJourney(stage().journeys, journey, [refused])).rejects.toMatchObject({
        code: 'wrong-phase',
      });
  }
}

it('replays every run, however close to its end commands were refused', async () => {
  const { journeys } = stage();
  const { client } = journeys;
  let runs = 0;
  await Promise.all(
    Array.from({ length: journeyCount }, async (_, index) => {
      const journey = await admittedJourney(journeys, shortest + index);
      await alternate(journey);
      await handleOf(journeys, journey).terminate();
      const workflowId = workflowIdOf(journey);
      for await (const { runId } of client.workflow.list({ query: `WorkflowId = '${workflowId}'` })) {
        const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
        await expect(
          Worker.runReplayHistory({ workflowBundle }, history, workflowId),
        ).resolves.toBeUndefined();
        runs += 1;
      }
    }),
  );
  console.log(
    `${runs} runs of ${journeyCount} journeys replayed, two commands refused for each that was taken`,
  );
  expect(runs).toBeGreaterThan(journeyCount);
});
