/**
 * One installation per data folder. The lock is the operating system's own, held on `<data>/lock` through SQLite: it
 * ends with its process however that ends, so that it is never stale and two that start at once cannot both have it.
 */
import { mkdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedError } from './errors.ts';
import { isRunning } from './identity.ts';
import { readRecord } from './remains.ts';

export interface Lock {
  /** Gives the folder free and removes the lock file. Calling it again does nothing. */
  release(): void;
}

const BUSY = 5;
const NOT_A_DATABASE = 26;

/** Folders locked by this process: opening the file once more would drop the lock (a trap of POSIX locks). */
const held = new Set<string>();

/** How long a lock may be held by nobody known: by a reaper that tidies up, or by a start that has not signed yet. */
const PATIENCE = 3000;

/**
 * Takes the data folder, which is created if it is missing.
 * @throws EmbeddedError `in-use`, naming the process that has it
 */
export async function takeLock(dataFolder: string): Promise<Lock> {
  const data = resolve(dataFolder);
  const file = join(data, 'lock');
  // Other users may pass through but not look: PostgreSQL may run as another user, in a folder of its own.
  mkdirSync(data, { recursive: true, mode: 0o711 });
  for (const deadline = Date.now() + PATIENCE; ; ) {
    const attempt = held.has(file) ? 'busy' : tryOnce(file);
    if (attempt === 'busy') {
      const owner = readRecord(data)?.owner;
      if ((owner !== undefined && isRunning(owner)) || Date.now() > deadline) throw inUse(data);
      await sleep(50);
    } else if (attempt !== 'again') {
      held.add(file);
      return { release: () => release(file, attempt) };
    }
  }
}

/** Opens and locks the file; `again` if it was removed or mended meanwhile. */
function tryOnce(file: string): DatabaseSync | 'busy' | 'again' {
  writeFileSync(file, '', { flag: 'a', mode: 0o600 });
  const before = inode(file);
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE'); // no second file beside it
  } catch (error) {
    database.close();
    const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
    if (code === BUSY) return 'busy';
    if (code !== NOT_A_DATABASE) throw error;
    truncateSync(file); // not written by us, so nobody's lock
    return 'again';
  }
  if (before !== undefined && inode(file) === before) return database;
  database.close(); // locked a file that its last owner had just removed
  return 'again';
}

function inode(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.ino;
}

function release(file: string, database: DatabaseSync): void {
  if (!held.delete(file)) return;
  // Removed while still held, or else the next owner's file would be removed; Windows cannot remove an open one.
  if (process.platform !== 'win32') rmSync(file, { force: true });
  database.close();
  if (process.platform === 'win32') rmSync(file, { force: true });
}

function inUse(data: string): EmbeddedError {
  const owner = readRecord(data)?.owner;
  const known = owner !== undefined && isRunning(owner);
  const who = known ? `process ${owner.pid} since ${owner.since}` : 'another process';
  return new EmbeddedError(
    'in-use',
    `${data} is in use by ${who}; stop it or set WEGBEGLEITER_DATA to another folder.`,
  );
}
