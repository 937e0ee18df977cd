/** How other programs find the installation that runs on a data folder: `<data>/runtime.json`, there only while it is ready. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { hasCode } from './errors.ts';

/** The contents of `runtime.json`. It holds the password of the database: readable by its owner only. */
export const Runtime = z.object({
  pid: z.number().int().positive(),
  temporalAddress: z.string(),
  namespace: z.string(),
  taskQueue: z.string(),
  uiUrl: z.url().optional(),
  /** Where the web server listens, if it runs. */
  webUrl: z.url(),
  /** Where people from outside reach it. */
  publicUrl: z.url(),
  databaseUrl: z.string(),
  mailFolder: z.string(),
  readyAt: z.iso.datetime(),
});
export type Runtime = z.infer<typeof Runtime>;

const fileOf = (data: string) => join(data, 'runtime.json');

/** Tells other programs that everything is ready. */
export function writeRuntime(data: string, runtime: Runtime): void {
  const next = `${fileOf(data)}.${process.pid}`;
  writeFileSync(next, JSON.stringify(Runtime.parse(runtime), null, 2), { mode: 0o600 });
  renameSync(next, fileOf(data));
}

/** What runs on this data folder; undefined if nothing does. @throws if the file is there and is not one of ours */
export function readRuntime(data: string): Runtime | undefined {
  try {
    return Runtime.parse(JSON.parse(readFileSync(fileOf(data), 'utf8')));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Takes the file away. Only for who holds the folder's lock. */
export function removeRuntime(data: string): void {
  rmSync(fileOf(data), { force: true });
}
