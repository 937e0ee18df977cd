/** One embedded installation for a whole test run, in a temporary folder: servers only; tests start their own workers. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { EmbeddedConfig } from '../../worker/config.ts';
import { startEmbedded } from '../../worker/embedded/installation.ts';
import { terminalProgress } from '../../worker/embedded/progress.ts';
import type { Runtime } from '../../worker/embedded/runtime.ts';
import { bundleJourneys } from '../../worker/worker.ts';
import { searchAttributes } from '../../workflows/messages.ts';

declare module 'vitest' {
  export interface ProvidedContext extends Omit<Required<Runtime>, 'pid' | 'readyAt'> {
    /** The data folder, with `runtime.json` for the command line client. */
    dataFolder: string;
    /** The workflows, bundled once for the workers of all tests. */
    workflowBundle: string;
  }
}

/** Starts the installation before the tests; the returned function ends it after them and removes its folder. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'wegbegleiter-test-'));
  const config = EmbeddedConfig.parse({
    WEGBEGLEITER_DATA: join(folder, 'data'),
    TEMPORAL_CLI: process.env.TEMPORAL_CLI,
  });
  const progress = terminalProgress();
  const embedded = await startEmbedded({ config, searchAttributes, worker: false, example: false, progress });
  const workflowBundle = join(folder, 'workflows.js');
  await writeFile(workflowBundle, (await bundleJourneys()).code);
  project.provide('workflowBundle', workflowBundle);
  const { temporalAddress, namespace, taskQueue, uiUrl, databaseUrl, mailFolder } = embedded.runtime;
  project.provide('dataFolder', embedded.data);
  project.provide('temporalAddress', temporalAddress);
  project.provide('namespace', namespace);
  project.provide('taskQueue', taskQueue);
  project.provide('uiUrl', uiUrl ?? '');
  project.provide('databaseUrl', databaseUrl);
  project.provide('mailFolder', mailFolder);
  return async () => {
    await embedded.stop();
    await rm(folder, { recursive: true });
  };
}
