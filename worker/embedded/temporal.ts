/** The embedded Temporal: which program serves it, that it is ready, and that the namespace can be used. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProcessSpec } from './child.ts';
import { ensureNamespace, ensureSearchAttributes, type SearchAttributes } from './namespace.ts';
import type { Household, Kept } from './processes.ts';
import type { Progress } from './progress.ts';
import { cliSpec } from './temporalCli.ts';
import type { TemporalPorts } from './temporalPorts.ts';
import { findTemporal } from './temporalProgram.ts';
import { markFinished, putAsideUnfinished, serverSpec, uiSpec } from './temporalServer.ts';
import { answersHttp, listens, until } from './until.ts';

export interface TemporalOptions {
  household: Household;
  data: string;
  progress: Progress;
  namespace: string;
  /** A Temporal that already runs; then none is started. */
  address?: string | undefined;
  /** A `temporal` command line tool to prefer. */
  cli?: string | undefined;
  ports: TemporalPorts;
  /** Registered before anything can run: a workflow that sets an unknown attribute would stand still. */
  searchAttributes: SearchAttributes;
}

export interface Temporal {
  /** host:port of the frontend. */
  readonly address: string;
  readonly uiUrl?: string;
  /** The number of the server's present process; undefined if it is not ours. */
  readonly pid: number | undefined;
  /** Ends what was started here. */
  stop(): Promise<void>;
}

/**
 * Starts a Temporal, or takes the one that is given, and waits until the namespace can be used.
 * @throws EmbeddedError `no-temporal` if none can be had, `not-started` if it does not become ready
 */
export async function startTemporal(options: TemporalOptions): Promise<Temporal> {
  if (options.address !== undefined) return takeTemporal(options, options.address);
  const program = await findTemporal(options);
  const folder = join(options.data, 'temporal');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return options.progress.step('Starting Temporal', '6 seconds', async () => {
    const address = `127.0.0.1:${options.ports.temporal}`;
    const uiUrl = `http://127.0.0.1:${options.ports.temporalUi}`;
    await putAsideUnfinished(folder);
    const specs =
      program.kind === 'cli'
        ? { server: cliSpec(program.cli, folder, options.ports, options.namespace) }
        : {
            server: await serverSpec(program.server, folder, options.ports),
            ui: await uiSpec(program.ui, folder, options.ports, options.namespace),
          };
    const [server, ui] = await Promise.all([
      keepServer(options, specs.server, address, specs.ui ? undefined : uiUrl),
      specs.ui ? keepUi(options.household, specs.ui, uiUrl) : undefined,
    ]);
    await markFinished(folder);
    return {
      address,
      uiUrl,
      get pid() {
        return server.pid;
      },
      stop: async () => {
        await ui?.stop();
        await server.stop();
      },
    };
  });
}

async function takeTemporal(options: TemporalOptions, address: string): Promise<Temporal> {
  const { namespace, searchAttributes, household, progress } = options;
  await progress.step(`Connecting to Temporal at ${address}`, '1 second', async () => {
    const patience = { signal: household.signal, timeout: 15_000 };
    await until(`Temporal at ${address}`, () => listens(address), patience);
    await ensureNamespace(address, namespace, { signal: household.signal });
    await ensureSearchAttributes(address, namespace, searchAttributes, { signal: household.signal });
  });
  return { address, pid: undefined, stop: async () => {} };
}

function keepServer(
  options: TemporalOptions,
  spec: ProcessSpec,
  address: string,
  uiUrl?: string,
): Promise<Kept> {
  const { namespace, searchAttributes, household } = options;
  return household.keep(spec, async ({ gone: signal }) => {
    await until('Temporal', () => listens(address), { signal, timeout: 60_000, every: 50 });
    await ensureNamespace(address, namespace, { signal, ours: true });
    await ensureSearchAttributes(address, namespace, searchAttributes, { signal });
    if (uiUrl) await until('The Temporal UI', () => answersHttp(uiUrl), { signal, timeout: 30_000 });
  });
}

function keepUi(household: Household, spec: ProcessSpec, uiUrl: string): Promise<Kept> {
  return household.keep(spec, async ({ gone: signal }) => {
    await until('The Temporal UI', () => answersHttp(uiUrl), { signal, timeout: 30_000 });
  });
}
