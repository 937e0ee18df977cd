/** Worker deployments in tests: which version of the workers is current, and on which one a journey's run is. */
import { setTimeout as pause } from 'node:timers/promises';
import { handleOf, type Journeys } from '../../client/journeys.ts';
import { deploymentName } from '../../worker/worker.ts';

/** Makes a version current, as soon as the server knows its workers. */
export async function makeCurrent({ client }: Journeys, buildId: string): Promise<void> {
  const { namespace } = client.options;
  for (const end = Date.now() + 30_000; ; await pause(100)) {
    try {
      await client.workflowService.setWorkerDeploymentCurrentVersion({ namespace, deploymentName, buildId });
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

/** The build id of the workers that a journey's run is pinned to. */
export async function buildOf(journeys: Journeys, journey: string): Promise<string | null | undefined> {
  const { raw } = await handleOf(journeys, journey).describe();
  return raw.workflowExecutionInfo?.versioningInfo?.deploymentVersion?.buildId;
}
