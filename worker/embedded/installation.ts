/** Everything on one machine: lock, PostgreSQL, Temporal and, if wanted, a worker, started together and ended together. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type EmbeddedConfig, readConfig, WorkerConfig } from '../config.ts';
import { EmbeddedError } from './errors.ts';
import { finishFirstStart } from './example.ts';
import { takeLock } from './lock.ts';
import type { SearchAttributes } from './namespace.ts';
import { choosePorts } from './ports.ts';
import { type Postgres, startPostgres } from './postgres.ts';
import { type Household, openHousehold } from './processes.ts';
import { type Progress, silentProgress } from './progress.ts';
import { type Runtime, removeRuntime, writeRuntime } from './runtime.ts';
import { startTemporal, type Temporal } from './temporal.ts';
import { TEMPORAL_PORTS } from './temporalPorts.ts';
import { startWeb, startWorker, workerEnvironment } from './workerProcess.ts';

export interface EmbeddedOptions {
  config: EmbeddedConfig;
  /** Whether a worker is started too. */
  worker: boolean;
  /** Whether the example journeys are loaded if this is the first start; it needs the worker. */
  example: boolean;
  searchAttributes: SearchAttributes;
  progress?: Progress;
  /** Calls the start off: what was begun is ended again. */
  signal?: AbortSignal;
}

export interface Embedded {
  /** The absolute data folder. */
  readonly data: string;
  /** What `runtime.json` says. */
  readonly runtime: Runtime;
  /** The environment for a worker of this installation. */
  readonly environment: NodeJS.ProcessEnv;
  /** The embedded servers and their process numbers; undefined where an existing one is used. */
  readonly postgres: Postgres | undefined;
  readonly temporal: Temporal;
  /** Rejects if a server or the worker keeps dying. */
  readonly failed: Promise<never>;
  /** Ends everything in order; nothing but the data stays. Calling it again gives the same. */
  stop(): Promise<void>;
}

/**
 * Starts an installation. If it fails, all that was begun is ended before this rejects.
 * @throws EmbeddedError, see its codes; `in-use` if another process runs on the same data
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const data = resolve(options.config.WEGBEGLEITER_DATA);
  const progress = options.progress ?? silentProgress;
  options.signal?.throwIfAborted();
  const lock = await takeLock(data);
  removeRuntime(data);
  const household = await openHousehold(data, progress.say);
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= household.end().finally(() => {
      removeRuntime(data);
      lock.release();
    });
    return stopped;
  };
  const callOff = () => void stop();
  options.signal?.addEventListener('abort', callOff, { once: true });
  try {
    options.signal?.throwIfAborted();
    const parts = await startParts(household, data, progress, options);
    return { data, ...parts, failed: household.failed, stop };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    options.signal?.removeEventListener('abort', callOff);
  }
}

type Parts = Omit<Embedded, 'data' | 'failed' | 'stop'>;

async function startParts(
  household: Household,
  data: string,
  progress: Progress,
  options: EmbeddedOptions,
): Promise<Parts> {
  const { config } = options;
  const mailFolder = join(data, 'mail');
  mkdirSync(mailFolder, { recursive: true, mode: 0o700 });
  const ports = await chooseAllPorts(data, config);
  const { postgres, temporal } = await startServers(household, data, progress, options, ports);
  const databaseUrl = config.DATABASE_URL ?? postgres?.url;
  if (databaseUrl === undefined) throw new EmbeddedError('no-postgres', 'There is no database.');
  const found = {
    pid: process.pid,
    temporalAddress: temporal.address,
    namespace: config.TEMPORAL_NAMESPACE,
    taskQueue: readConfig(WorkerConfig.pick({ TEMPORAL_TASK_QUEUE: true })).TEMPORAL_TASK_QUEUE,
    ...(temporal.uiUrl && { uiUrl: temporal.uiUrl }),
    databaseUrl,
    mailFolder,
    webUrl: `http://127.0.0.1:${ports.web}/`,
    publicUrl: config.PUBLIC_URL ?? `http://127.0.0.1:${ports.web}/`,
  };
  const environment = workerEnvironment(found);
  if (options.worker) {
    await Promise.all([
      startWorker(household, environment, progress),
      startWeb(household, environment, progress),
    ]);
  }
  const runtime = { ...found, readyAt: new Date().toISOString() };
  household.signal.throwIfAborted();
  writeRuntime(data, runtime);
  await finishFirstStart(household, data, progress, options);
  return { runtime, environment, postgres, temporal };
}

type Servers = { postgres: Postgres | undefined; temporal: Temporal };

/** Starts both servers at once. */
async function startServers(
  household: Household,
  data: string,
  progress: Progress,
  { config, searchAttributes }: EmbeddedOptions,
  ports: Awaited<ReturnType<typeof chooseAllPorts>>,
): Promise<Servers> {
  const starts = [
    config.DATABASE_URL ? undefined : startPostgres(household, data, ports.postgres, progress),
    startTemporal({
      ...{ household, data, progress, ports, searchAttributes },
      namespace: config.TEMPORAL_NAMESPACE,
      address: config.TEMPORAL_ADDRESS,
      cli: config.TEMPORAL_CLI,
    }),
  ] as const;
  const [postgres, temporal] = await Promise.all(starts);
  return { postgres, temporal };
}

function chooseAllPorts(data: string, config: EmbeddedConfig) {
  const inner = Object.fromEntries(TEMPORAL_PORTS.map((name) => [name, 0])) as Record<
    (typeof TEMPORAL_PORTS)[number],
    number
  >;
  const wanted = {
    ...inner,
    temporal: config.TEMPORAL_PORT,
    temporalUi: config.TEMPORAL_UI_PORT,
    postgres: config.POSTGRES_PORT,
    web: config.WEB_PORT,
  };
  return choosePorts(data, wanted, {
    temporal: 'TEMPORAL_PORT',
    temporalUi: 'TEMPORAL_UI_PORT',
    postgres: 'POSTGRES_PORT',
    web: 'WEB_PORT',
  });
}
