/** A place to play journeys: a task queue, a store and a mail folder of their own, and workers as child processes. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, inject } from 'vitest';
import type { Store } from '../../activities/store/db.ts';
import { Roster, savePeople } from '../../activities/store/people.ts';
import { connect, type Journeys } from '../../client/journeys.ts';
import { ensureNamespace } from '../../worker/embedded/namespace.ts';
import { freshDatabase } from './database.ts';

const root = join(import.meta.dirname, '..', '..');
const ownWorker = join(root, 'worker', 'main.ts');

export interface Stage {
  journeys: Journeys;
  db: Store;
  databaseUrl: string;
  /** The environment in which commands find this place. */
  env: NodeJS.ProcessEnv;
  /** Starts another worker, the product's own unless a program is named, and waits until it polls. */
  startWorker(settings?: { program?: string; env?: NodeJS.ProcessEnv }): Promise<ChildProcess>;
  /** Runs the command line against this place. */
  cli(...args: string[]): Promise<{ exitCode: unknown; stdout: string; stderr: string }>;
  /** Puts the example's people into the store. */
  hirePeople(): Promise<void>;
}

/** Sets a stage for the tests of one file, in a namespace of its own where one is named, and clears it away after them. */
export function useStage(ownNamespace?: string): () => Stage {
  let stage: Stage | undefined;
  const workers: ChildProcess[] = [];
  let folder = '';
  beforeAll(async () => {
    const { db, url } = await freshDatabase();
    folder = await mkdtemp(join(tmpdir(), 'wegbegleiter-mail-'));
    const taskQueue = `test-${randomUUID()}`;
    const temporalAddress = inject('temporalAddress');
    if (ownNamespace !== undefined) await ensureNamespace(temporalAddress, ownNamespace);
    const place = { temporalAddress, namespace: ownNamespace ?? inject('namespace') };
    const journeys = await connect({ ...place, taskQueue, tls: false, embedded: true });
    const env = {
      PATH: process.env.PATH,
      TEMPORAL_ADDRESS: place.temporalAddress,
      TEMPORAL_NAMESPACE: place.namespace,
      TEMPORAL_TASK_QUEUE: taskQueue,
      DATABASE_URL: url,
      MAIL_FOLDER: folder,
      LOG_LEVEL: 'error',
      WORKFLOW_BUNDLE: inject('workflowBundle'),
    };
    const startWorker: Stage['startWorker'] = async ({ program = ownWorker, env: more = {} } = {}) => {
      const worker = spawn(process.execPath, [program], {
        env: { ...env, ...more },
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      });
      workers.push(worker);
      await Promise.race([
        once(worker, 'message'),
        once(worker, 'exit').then(([code]) => Promise.reject(new Error(`the worker ended with ${code}`))),
      ]);
      return worker;
    };
    const cli: Stage['cli'] = (...args) =>
      new Promise((resolve) => {
        const program = join(root, 'client', 'cli.ts');
        execFile(process.execPath, [program, ...args], { env }, (error, stdout, stderr) =>
          resolve({ exitCode: error ? error.code : 0, stdout, stderr }),
        );
      });
    const hirePeople = async (): Promise<void> => {
      const text = await readFile(join(root, 'client', 'examplePeople.json'), 'utf8');
      await savePeople(db, Roster.parse(JSON.parse(text)));
    };
    stage = { journeys, db, databaseUrl: url, env, startWorker, cli, hirePeople };
  });
  afterAll(async () => {
    const alive = workers.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
    const ended = alive.map((worker) => once(worker, 'exit'));
    for (const worker of alive) worker.kill('SIGTERM');
    await Promise.all(ended);
    await stage?.journeys.close();
    await stage?.db.destroy();
    await rm(folder, { recursive: true, force: true });
  });
  return () => {
    if (!stage) throw new Error('The stage is not set yet.');
    return stage;
  };
}

/** A participant's id that no other test uses. */
export const someone = (): string => `p-${randomUUID()}`;
