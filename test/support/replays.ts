/** Replaying what has just happened on the server: whatever came in whatever order, a worker can take it up from the history. */
import type proto from '@temporalio/proto';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { expect } from 'vitest';
import type { Journeys } from '../../client/journeys.ts';
import { bundleJourneys } from '../../worker/worker.ts';
import { workflowIdOf } from '../../workflows/messages.ts';

export type Replayer = (journeys: Journeys, journey: string) => Promise<number>;

/** Bundles the workflow; gives what replays all runs of a journey, and the number of them. */
export async function openReplayer(): Promise<Replayer> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const workflowBundle = await bundleJourneys();
  return async ({ client }, journey) => {
    const workflowId = workflowIdOf(journey);
    let runs = 0;
    // From the last run to the first: the server's index of runs follows a moment later.
    for (let runId: string | undefined = ''; runId !== undefined; runs += 1) {
      const history: proto.temporal.api.history.v1.IHistory = await client.workflow
        .getHandle(workflowId, runId || undefined)
        .fetchHistory();
      const replay = Worker.runReplayHistory({ workflowBundle }, history, workflowId);
      await expect(replay, `${workflowId} ${runId}`).resolves.toBeUndefined();
      runId =
        history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
    }
    return runs;
  };
}
