/** The log files of child processes: where they lie, and how much of them is kept. */
import { fstatSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const LARGEST = 20 * 1024 * 1024;

/** The path of a log. */
export function logPath(data: string, log: string): string {
  return join(data, 'logs', log);
}

/** A log that is open for appending. */
export interface OpenLog {
  descriptor: number;
  /** How long it already was. */
  start: number;
}

/** Opens a log for appending. A log that has grown over 20 MB is put aside as `….1` first. */
export function openLog(data: string, log: string): OpenLog {
  const file = logPath(data, log);
  mkdirSync(join(data, 'logs'), { recursive: true, mode: 0o700 });
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST) renameSync(file, `${file}.1`);
  const descriptor = openSync(file, 'a', 0o600);
  return { descriptor, start: fstatSync(descriptor).size };
}

/** The last lines a log was given since it was this long, each cut to 300 characters. */
export function lastLines(data: string, log: string, start: number, count = 8): string[] {
  const added = readFileSync(logPath(data, log)).subarray(start).toString('utf8').trimEnd();
  const lines = added.split('\n').slice(-count);
  return lines.map((line) => line.slice(0, 300));
}
