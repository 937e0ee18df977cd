/**
 * The record of the child processes an installation runs (`<data>/processes.json`), and how they are ended when their
 * parent could not do it: by the reaper at once, or by the next start.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { hasCode } from './errors.ts';
import { isRunning } from './identity.ts';

const Identity = z.object({ pid: z.number().int().positive(), started: z.string() });
const isSignal = (value: unknown): value is NodeJS.Signals =>
  typeof value === 'string' && value in constants.signals;
const Child = Identity.extend({ name: z.string(), stopSignal: z.custom<NodeJS.Signals>(isSignal) });
const ProcessRecord = z.object({
  owner: Identity.extend({ since: z.iso.datetime() }),
  children: z.array(Child),
});
/** Who runs an installation since when, and the processes it started. */
export type ProcessRecord = z.infer<typeof ProcessRecord>;
export type RecordedChild = z.infer<typeof Child>;

const fileOf = (data: string) => join(data, 'processes.json');

/** The record in this data folder; undefined if there is none that can be read. */
export function readRecord(data: string): ProcessRecord | undefined {
  try {
    const parsed = ProcessRecord.safeParse(JSON.parse(readFileSync(fileOf(data), 'utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch (error) {
    if (hasCode(error, 'ENOENT') || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Replaces the record, whole or not at all. */
export function writeRecord(data: string, record: ProcessRecord): void {
  const next = `${fileOf(data)}.${process.pid}`;
  writeFileSync(next, JSON.stringify(record, null, 2), { mode: 0o600 });
  renameSync(next, fileOf(data));
}

/** Removes the record of an installation that ended. */
export function removeRecord(data: string): void {
  rmSync(fileOf(data), { force: true });
}

/** Ends what a dead owner left running: asks first, and ends by force what is still there after `patience` milliseconds. */
export async function endRemains(children: readonly RecordedChild[], patience: number): Promise<void> {
  const left = () => children.filter(isRunning);
  for (const child of left()) signalGroup(child.pid, child.stopSignal);
  for (const deadline = Date.now() + patience; left().length > 0 && Date.now() < deadline; ) await sleep(50);
  for (const child of left()) signalGroup(child.pid, 'SIGKILL');
  for (const deadline = Date.now() + 5000; left().length > 0 && Date.now() < deadline; ) await sleep(20);
}

/** Signals a process started in a group of its own, and all of that group; none of them being there any more is fine. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch (error) {
    if (!hasCode(error, 'ESRCH')) throw error;
  }
}
