/** Runs the command line as users do, in a folder of its own from which no installation can be found. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

const program = join(import.meta.dirname, '..', '..', 'client', 'cli.ts');

export interface Outcome {
  exitCode: number | string | null | undefined;
  stdout: string;
  stderr: string;
}

/** Runs a command with nothing in its environment that could lead it to an installation. */
export function cli(...args: string[]): Promise<Outcome> {
  const { PATH } = process.env;
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env: { PATH }, cwd: folder }, (error, stdout, stderr) =>
      resolve({ exitCode: error ? error.code : 0, stdout, stderr }),
    );
  });
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wegbegleiter-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Writes a journal file of its own and returns its path. */
export async function file(content: unknown): Promise<string> {
  const path = join(folder, `${crypto.randomUUID()}.json`);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** An entry of a journal file. */
export const said = (effectiveAt: string, type: string, fields: object = {}) => ({
  effectiveAt,
  event: { type, ...fields },
});

/** A referral, which every journey begins with. */
export const referred = said('2025-03-03', 'intake.referred', {
  source: 'funder',
  site: 'site-1',
  federalState: 'BW',
});
