/**
 * Finds a program that is a Temporal server, or gets one: the command line tool of the user, of the cache, of the SDK's
 * download, or the official server and UI built from their pinned modules. Each way that fails is remembered with its reason.
 */
import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedError, hasCode, messageOf } from './errors.ts';
import type { Household } from './processes.ts';
import { cacheFolder, findInPath, isExecutable, programFile } from './programs.ts';
import type { Progress } from './progress.ts';
import { buildTemporal, SERVER_VERSION, UI_VERSION } from './temporalBuild.ts';
import { downloadCli } from './temporalDownload.ts';

const run = promisify(execFile);

/** What a journey needs of the server: skipping time for one workflow came with 1.32. */
const LEAST_SERVER = [1, 32] as const;

export type TemporalProgram = { kind: 'cli'; cli: string } | { kind: 'server'; server: string; ui: string };

export interface Search {
  household: Household;
  data: string;
  progress: Progress;
  /** A `temporal` command line tool to prefer. */
  cli?: string | undefined;
  env?: NodeJS.ProcessEnv;
}

/**
 * Finds or gets a Temporal server program.
 * @throws EmbeddedError `no-temporal`, naming each way that was tried, why it failed, and what to do
 */
export async function findTemporal(search: Search): Promise<TemporalProgram> {
  const { env = process.env, household, progress } = search;
  const cache = cacheFolder(env);
  const failures: string[] = [];
  const ways: [string, () => Promise<TemporalProgram>][] = [
    ['TEMPORAL_ADDRESS', () => missing('is not set')],
    ['TEMPORAL_CLI', () => (search.cli ? asCli(search.cli) : missing('is not set'))],
    [
      'temporal in PATH',
      async () => asCli((await findInPath('temporal', env)) ?? (await missing('not found'))),
    ],
    [`temporal in ${join(cache, 'cli')}`, async () => asCli(await cachedCli(cache))],
    [`the server built earlier in ${cache}`, () => cachedServer(cache)],
    ['download of the temporal command line tool', () => downloaded(search, cache)],
    [`build from the Go modules of the server ${SERVER_VERSION}`, () => built(search, cache, env)],
  ];
  for (const [way, attempt] of ways) {
    try {
      return await attempt();
    } catch (error) {
      household.signal.throwIfAborted();
      failures.push(`  - ${way}: ${messageOf(error)}`);
      if (way === 'TEMPORAL_CLI' && search.cli) progress.say(`TEMPORAL_CLI is not used: ${messageOf(error)}`);
    }
  }
  throw new EmbeddedError(
    'no-temporal',
    `No Temporal server can be had. These ways were tried:\n${failures.join('\n')}\n` +
      'Do one of these: install Go 1.26 or newer (https://go.dev/dl), then it is built here, once; ' +
      `install the temporal command line tool with a server of at least ${LEAST_SERVER.join('.')} ` +
      '(https://docs.temporal.io/cli); or set TEMPORAL_ADDRESS to a running Temporal.',
  );
}

async function missing(why: string): Promise<never> {
  throw new Error(why);
}

/** Accepts a command line tool if its server is new enough. */
async function asCli(cli: string): Promise<TemporalProgram> {
  const { stdout } = await run(cli, ['--version'], { timeout: 20_000 });
  const version = /\(Server (\d+)\.(\d+)[^,)]*/i.exec(stdout);
  if (version === null) throw new Error(`${cli} does not tell its server's version, but: ${stdout.trim()}`);
  const [major, minor] = [Number(version[1]), Number(version[2])];
  const [leastMajor, leastMinor] = LEAST_SERVER;
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return { kind: 'cli', cli };
  throw new Error(`${cli} has server ${major}.${minor}; at least ${LEAST_SERVER.join('.')} is needed`);
}

/** The SDK names what it downloads by itself, so any program there will do. */
async function cachedCli(cache: string): Promise<string> {
  const folder = join(cache, 'cli');
  const names = await readdir(folder).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  });
  for (const name of names.filter((candidate) => candidate.startsWith('temporal'))) {
    if (await isExecutable(join(folder, name))) return join(folder, name);
  }
  return missing('not found');
}

async function cachedServer(cache: string): Promise<TemporalProgram> {
  const server = join(cache, programFile(`temporal-server-${SERVER_VERSION}`));
  const ui = join(cache, programFile(`temporal-ui-${UI_VERSION}`));
  if ((await isExecutable(server)) && (await isExecutable(ui))) return { kind: 'server', server, ui };
  return missing('not found');
}

async function downloaded({ household, progress }: Search, cache: string): Promise<TemporalProgram> {
  await progress.step('Downloading the temporal command line tool', '20 seconds, only once', () =>
    downloadCli(household, join(cache, 'cli')),
  );
  return asCli(await cachedCli(cache));
}

async function built(
  { household, progress }: Search,
  cache: string,
  env: NodeJS.ProcessEnv,
): Promise<TemporalProgram> {
  const go = (await findInPath('go', env)) ?? (await missing('no go in PATH'));
  await progress.step('Building the Temporal server from source', '4 to 7 minutes, only once', () =>
    buildTemporal(household, go, cache, env),
  );
  return cachedServer(cache);
}
