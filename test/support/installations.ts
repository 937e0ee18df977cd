/** Runs `worker/start.ts` as users do, in folders of its own, and looks at what it leaves behind. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection, Client as TemporalClient } from '@temporalio/client';
import pg from 'pg';
import { expect, onTestFinished } from 'vitest';
import { readRecord } from '../../worker/embedded/remains.ts';
import { type Runtime, readRuntime } from '../../worker/embedded/runtime.ts';
import { until } from '../../worker/embedded/until.ts';

const program = join(import.meta.dirname, '..', '..', 'worker', 'start.ts');

/** A folder that only we may enter, removed after the test; its name would break careless paths and URLs. */
export async function privateFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wegbegleiter #1? %41 '));
  await chmod(folder, 0o700);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** An installation that was told to start. */
export interface Started {
  process: ChildProcess;
  /** What it printed so far. */
  output(): string;
  /** Resolves to its exit code once it has ended: null if it was killed. */
  ended: Promise<number | null>;
}

/** Starts an installation without a worker. It ends with the test at the latest. */
export function start(data: string, env: NodeJS.ProcessEnv = {}, args = ['--no-worker']): Started {
  const { TEMPORAL_CLI, PATH, HOME, XDG_CACHE_HOME } = process.env;
  const child = spawn(process.execPath, [program, ...args], {
    env: { TEMPORAL_CLI, PATH, HOME, XDG_CACHE_HOME, WEGBEGLEITER_DATA: data, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  const streams = [child.stdout, child.stderr].filter((stream) => stream !== null);
  for (const stream of streams) stream.on('data', (chunk) => (output += chunk));
  // Not its event `close`: after a disconnect from this side it never comes.
  const closed = streams.map((stream) => once(stream, 'close'));
  const ended = Promise.all([once(child, 'exit'), ...closed]).then(([[code]]) => code);
  onTestFinished(async () => {
    if (child.connected) child.disconnect();
    await ended;
  });
  return { process: child, output: () => output, ended };
}

/** Waits until an installation says that it is ready, and returns what it runs. */
export async function ready(started: Started, data: string): Promise<Runtime & { pids: number[] }> {
  await Promise.race([
    once(started.process, 'message'),
    started.ended.then((code) => Promise.reject(new Error(`ended with ${code}:\n${started.output()}`))),
  ]);
  const runtime = readRuntime(data);
  if (runtime === undefined) throw new Error('no runtime.json');
  return { ...runtime, pids: children(data).map(({ pid }) => pid) };
}

/** The child processes an installation has on record. */
export function children(data: string): { name: string; pid: number }[] {
  return readRecord(data)?.children ?? [];
}

/** The command lines of all processes, of anybody's, in which this folder is named. */
export function processesOn(data: string): string[] {
  return commandLines().filter((line) => line.includes(data));
}

function commandLines(): string[] {
  if (!existsSync('/proc/self/cmdline'))
    return execFileSync('ps', ['-axo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return `${pid} ${readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')}`;
      } catch {
        return ''; // it ended meanwhile
      }
    });
}

/** Waits until something holds, for at most so many milliseconds. */
export function eventually(what: string, check: () => void | Promise<void>, timeout: number): Promise<void> {
  const attempt = async () => check();
  return until(what, attempt, { signal: new AbortController().signal, timeout, every: 50 });
}

/** Writes a program that Node runs, under this name, and returns its path. */
export async function writeProgram(folder: string, name: string, source: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, `#!${process.execPath}\n${source}`);
  await chmod(file, 0o755);
  return file;
}

/** Expects that no process, no lock and no address is left of an installation. */
export function expectNothingLeft(data: string): void {
  expect(processesOn(data)).toEqual([]);
  for (const file of ['lock', 'runtime.json', 'processes.json'])
    expect(existsSync(join(data, file)), file).toBe(false);
}

/** The rows a database answers with, over a connection of its own. */
export async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Does something with a client of a Temporal, and closes its connection. */
export async function withTemporal<T>(
  address: string,
  work: (client: TemporalClient) => Promise<T>,
): Promise<T> {
  const connection = await Connection.connect({ address });
  try {
    return await work(new TemporalClient({ connection }));
  } finally {
    await connection.close();
  }
}
