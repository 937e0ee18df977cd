/** The worker of an embedded installation, as a child process that is started again at once when it dies. */
import { join } from 'node:path';
import type { Running } from './child.ts';
import type { Household, Kept } from './processes.ts';
import type { Progress } from './progress.ts';
import type { Runtime } from './runtime.ts';

/** The environment that leads a worker, or a test's own one, to this installation. Other settings stay the user's. */
export function workerEnvironment(
  runtime: Pick<Runtime, 'temporalAddress' | 'namespace' | 'taskQueue' | 'databaseUrl' | 'mailFolder'>,
): NodeJS.ProcessEnv {
  return {
    ...process.env,
    TEMPORAL_ADDRESS: runtime.temporalAddress,
    TEMPORAL_NAMESPACE: runtime.namespace,
    TEMPORAL_TASK_QUEUE: runtime.taskQueue,
    DATABASE_URL: runtime.databaseUrl,
    MAIL_FOLDER: runtime.mailFolder,
  };
}

/**
 * Starts the worker and waits until it says `ready` over IPC, that is, until it polls.
 * @throws EmbeddedError `not-started` if it ends before that
 */
export function startWorker(household: Household, env: NodeJS.ProcessEnv, progress: Progress): Promise<Kept> {
  const program = join(import.meta.dirname, '..', 'main.ts');
  const spec = {
    name: 'The worker',
    command: process.execPath,
    args: [program],
    env,
    log: 'worker.log',
    stopSignal: 'SIGTERM',
    patience: 15_000,
    ipc: true,
  } as const;
  return progress.step('Starting the worker', '5 seconds', () => household.keep(spec, saysReady));
}

function saysReady({ child }: Running): Promise<void> {
  return new Promise((resolve) => {
    child.on('message', (message) => {
      if (message === 'ready') resolve();
    });
  });
}
