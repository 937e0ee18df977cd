/**
 * The child processes of one installation: started again when they die, ended in order, known by a record on disk, and
 * ended by the reaper if we are killed.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ProcessSpec, type Running, startChild, stopChild } from './child.ts';
import { EmbeddedError } from './errors.ts';
import { identify } from './identity.ts';
import { openLog } from './logs.ts';
import { endRemains, type RecordedChild, readRecord, removeRecord, writeRecord } from './remains.ts';

/** A process that is started again when it dies. */
export interface Kept {
  /** The number of the present run. */
  readonly pid: number;
  /** Ends it for good. */
  stop(): Promise<void>;
}

export interface Household {
  /** Aborts when the household ends: whatever waits for something should give up then. */
  readonly signal: AbortSignal;
  /** Rejects when a process kept dying; never resolves. */
  readonly failed: Promise<never>;
  /** Runs a command to its end. @throws EmbeddedError `not-started`, with the end of its log, if it fails */
  complete(spec: ProcessSpec): Promise<void>;
  /**
   * Starts a process, waits until `ready` resolves, and from then on starts it again whenever it dies.
   * @throws EmbeddedError `not-started` if it ends before it is ready; what `ready` throws
   */
  keep(spec: ProcessSpec, ready: (running: Running) => Promise<void>): Promise<Kept>;
  /** Ends every process, the last one started first. Resolves when all are gone; calling it again gives the same. */
  end(): Promise<void>;
}

/** More deaths than this within a minute mean that starting again does not help. */
const MAX_DEATHS_A_MINUTE = 10;

/** What the parts of a household share. */
interface House {
  data: string;
  say: (line: string) => void;
  ending: AbortController;
  /** What is to be stopped at the end, in the order of starting. */
  stops: (() => Promise<void>)[];
  /** Starts that are under way: the end waits for them too. */
  starting: Set<Promise<Running>>;
  run(spec: ProcessSpec): Promise<Running>;
}

/**
 * Opens the household of a data folder whose lock the caller holds; what a killed predecessor left running is ended first.
 * @param say tells the user what happened to a process
 */
export async function openHousehold(data: string, say: (line: string) => void): Promise<Household> {
  await endRemains(readRecord(data)?.children ?? [], 5000);
  const ending = new AbortController();
  const start = recordedStart(data, ending.signal);
  const starting = new Set<Promise<Running>>();
  const run = (spec: ProcessSpec) => {
    const started = start(spec).finally(() => starting.delete(started));
    starting.add(started);
    return started;
  };
  const house: House = { data, say, ending, stops: [], starting, run };
  const reaper = startReaper(data);
  const failure = Promise.withResolvers<never>();
  failure.promise.catch(() => {}); // whoever awaits `failed` gets it, but nobody has to
  let ended: Promise<void> | undefined;
  const end = async () => {
    ending.abort(new EmbeddedError('stopped', 'Everything is being stopped.'));
    await Promise.allSettled(starting);
    for (const stop of house.stops.reverse()) await stop();
    removeRecord(data);
    await dismiss(reaper);
  };
  return {
    signal: ending.signal,
    failed: failure.promise,
    complete: (spec) => complete(house, spec),
    keep: (spec, ready) => keep(house, spec, ready, failure.reject),
    end: () => {
      ended ??= end();
      return ended;
    },
  };
}

/** Starts processes so that each is on record while it runs, and none outlives the end. */
function recordedStart(data: string, ending: AbortSignal): House['run'] {
  const owner = {
    ...(identify(process.pid) ?? { pid: process.pid, started: '' }),
    since: new Date().toISOString(),
  };
  const children = new Map<number, RecordedChild>();
  const record = () => writeRecord(data, { owner, children: [...children.values()] });
  record();
  return async (spec) => {
    ending.throwIfAborted();
    const running = await startChild(data, spec);
    const identity = identify(running.pid);
    if (identity) children.set(running.pid, { ...identity, name: spec.name, stopSignal: spec.stopSignal });
    record();
    void running.ended.then(() => {
      if (children.delete(running.pid)) record();
    });
    if (ending.aborted) await stopChild(running, spec);
    ending.throwIfAborted();
    return running;
  };
}

async function complete(house: House, spec: ProcessSpec): Promise<void> {
  const running = await house.run(spec);
  const stop = () => stopChild(running, spec);
  house.stops.push(stop);
  const how = await running.ended;
  house.ending.signal.throwIfAborted();
  house.stops.splice(house.stops.indexOf(stop), 1);
  if (how !== 'exit code 0') throw running.gone.reason;
}

async function keep(
  house: House,
  spec: ProcessSpec,
  ready: (running: Running) => Promise<void>,
  fail: (error: unknown) => void,
): Promise<Kept> {
  let running = await house.run(spec);
  let latest = Promise.resolve(running);
  let stopping = false;
  const stop = async () => {
    stopping = true;
    await stopChild(await latest, spec);
  };
  house.stops.push(stop);
  try {
    await Promise.race([ready(running), rejected(running.gone), rejected(house.ending.signal)]);
  } catch (error) {
    await stop();
    throw error;
  }
  const giveUp = (error: unknown): Running => {
    fail(error);
    stopping = true;
    return running;
  };
  const watch = async () => {
    for (const deaths: number[] = []; ; ) {
      const how = await running.ended;
      if (stopping || house.ending.signal.aborted) return;
      deaths.push(Date.now());
      if (deaths.filter((at) => at > Date.now() - 60_000).length > MAX_DEATHS_A_MINUTE)
        throw new EmbeddedError(
          'died',
          `${spec.name} keeps dying, last with ${how}. ${running.whatItSaid()}`,
        );
      house.say(`${spec.name} ended by itself (${how}) and is started again.`);
      latest = house.run(spec).catch(giveUp);
      running = await latest;
    }
  };
  watch().catch(fail);
  return {
    get pid() {
      return running.pid;
    },
    stop,
  };
}

/** Rejects with the signal's reason when it aborts. */
function rejected(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}

function startReaper(data: string): ChildProcess {
  const log = openLog(data, 'reaper.log');
  const program = join(import.meta.dirname, 'reaper.ts');
  const reaper = spawn(process.execPath, [program, data, String(process.pid)], {
    detached: true,
    windowsHide: true,
    stdio: ['pipe', log.descriptor, log.descriptor],
  });
  closeSync(log.descriptor);
  return reaper;
}

/** Lets the reaper go: it finds nothing left to do. */
async function dismiss(reaper: ChildProcess): Promise<void> {
  if (reaper.exitCode !== null || reaper.signalCode !== null) return;
  const gone = once(reaper, 'exit');
  reaper.stdin?.end();
  await Promise.race([gone, sleep(5000, undefined, { ref: false })]);
  reaper.kill('SIGKILL');
}
