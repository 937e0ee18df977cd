/** The worker and the web server of an embedded installation, as child processes that are started again at once when they die. */
import { join } from 'node:path';
import type { ProcessSpec, Running } from './child.ts';
import type { Household, Kept } from './processes.ts';
import type { Progress } from './progress.ts';
import type { Runtime } from './runtime.ts';

/** The environment that leads a worker, or a test's own one, to this installation. Other settings stay the user's. */
export function workerEnvironment(
  runtime: Pick<
    Runtime,
    | 'temporalAddress'
    | 'namespace'
    | 'taskQueue'
    | 'databaseUrl'
    | 'mailFolder'
    | 'webUrl'
    | 'publicUrl'
    | 'uiUrl'
  >,
): NodeJS.ProcessEnv {
  return {
    ...process.env,
    TEMPORAL_ADDRESS: runtime.temporalAddress,
    TEMPORAL_NAMESPACE: runtime.namespace,
    TEMPORAL_TASK_QUEUE: runtime.taskQueue,
    DATABASE_URL: runtime.databaseUrl,
    MAIL_FOLDER: runtime.mailFolder,
    PUBLIC_URL: runtime.publicUrl,
    WEB_PORT: new URL(runtime.webUrl).port,
    ...(runtime.uiUrl === undefined ? {} : { TEMPORAL_UI_URL: runtime.uiUrl }),
  };
}

/**
 * Starts the worker and waits until it says `ready` over IPC, that is, until it polls.
 * @throws EmbeddedError `not-started` if it ends before that
 */
export function startWorker(household: Household, env: NodeJS.ProcessEnv, progress: Progress): Promise<Kept> {
  const program = join(import.meta.dirname, '..', 'main.ts');
  return progress.step('Starting the worker', '5 seconds', () =>
    household.keep(specOf('The worker', program, 'worker.log', env), saysReady),
  );
}

/**
 * Starts the web server and waits until it listens.
 * @throws EmbeddedError `not-started` if it ends before that
 */
export function startWeb(household: Household, env: NodeJS.ProcessEnv, progress: Progress): Promise<Kept> {
  const program = join(import.meta.dirname, '..', '..', 'client', 'web', 'main.ts');
  return progress.step('Starting the web server', '2 seconds', () =>
    household.keep(specOf('The web server', program, 'web.log', env), saysReady),
  );
}

const specOf = (name: string, program: string, log: string, env: NodeJS.ProcessEnv): ProcessSpec => ({
  ...{ name, command: process.execPath, args: [program], env, log },
  ...{ stopSignal: 'SIGTERM', patience: 15_000, ipc: true },
});

function saysReady({ child }: Running): Promise<void> {
  return new Promise((resolve) => {
    child.on('message', (message) => {
      if (message === 'ready') resolve();
    });
  });
}
