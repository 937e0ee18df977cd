/** The embedded PostgreSQL: its data in `<data>/postgres`, on 127.0.0.1 only, with a password of its own. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { ProcessSpec } from './child.ts';
import { EmbeddedError, hasCode } from './errors.ts';
import { findPostgres, noPostgres, type PostgresPrograms } from './postgresUser.ts';
import { isPostmasterOf } from './postmaster.ts';
import type { Household } from './processes.ts';
import type { Progress } from './progress.ts';
import { until } from './until.ts';

const NAME = 'wegbegleiter';

export interface Postgres {
  /** Where the database is, with user and password. */
  readonly url: string;
  /** The number of the server's present process. */
  readonly pid: number;
  /** Ends the server; it answers what it has begun, no more. */
  stop(): Promise<void>;
}

/** Where the password lies, for the one who wants to look into the database. */
export function passwordFile(data: string): string {
  return join(data, 'postgres.password');
}

/**
 * Starts PostgreSQL on this port, making its data on the first start, and waits until the database can be used.
 * @throws EmbeddedError `no-postgres` if it cannot run on this machine, `not-started` if it does not become ready
 */
export async function startPostgres(
  household: Household,
  data: string,
  port: number,
  progress: Progress,
): Promise<Postgres> {
  return progress.step('Starting PostgreSQL', '3 seconds', async () => {
    const programs = await findPostgres();
    const folder = join(data, 'postgres');
    const password = await keepPassword(data, programs);
    if (!existsSync(folder)) await createCluster(household, programs, data, folder);
    await checkCluster(folder, programs);
    const kept = await household.keep(serverSpec(programs, folder, port), async (running) => {
      const patience = { signal: running.gone, timeout: 60_000 };
      await until('PostgreSQL', () => ensureDatabase(port, password), patience);
    });
    return {
      url: urlOf(port, password, NAME),
      get pid() {
        return kept.pid;
      },
      stop: kept.stop,
    };
  });
}

function urlOf(port: number, password: string, database: string): string {
  return `postgres://${NAME}:${password}@127.0.0.1:${port}/${database}`;
}

async function keepPassword(data: string, { owner }: PostgresPrograms): Promise<string> {
  const file = passwordFile(data);
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
  const password = randomBytes(24).toString('hex');
  await writeFile(file, `${password}\n`, { mode: 0o600, flag: 'wx' });
  if (owner) await chown(file, owner.uid, owner.gid); // initdb reads it
  return password;
}

/** Made beside its place and then moved there, so that a start that is broken off leaves no half-made cluster. */
async function createCluster(
  household: Household,
  programs: PostgresPrograms,
  data: string,
  folder: string,
): Promise<void> {
  const fresh = `${folder}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { mode: 0o700 });
  if (programs.owner) await chown(fresh, programs.owner.uid, programs.owner.gid);
  const options = ['--encoding=UTF8', '--locale=C', '--auth=scram-sha-256', `--username=${NAME}`];
  const args = [`--pgdata=${fresh}`, `--pwfile=${passwordFile(data)}`, ...options];
  await household.complete({ ...spec(programs, programs.initdb, args), name: 'initdb' });
  await rename(fresh, folder);
}

function serverSpec(programs: PostgresPrograms, folder: string, port: number): ProcessSpec {
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC'];
  const args = ['-D', folder, ...settings.flatMap((setting) => ['-c', setting])];
  return spec(programs, programs.postgres, args);
}

function spec(programs: PostgresPrograms, program: string, args: readonly string[]): ProcessSpec {
  return {
    name: 'PostgreSQL',
    ...programs.commandFor(program, args),
    env: { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, LC_ALL: 'C', TZ: 'UTC' },
    cwd: '/',
    log: 'postgres.log',
    stopSignal: 'SIGINT', // a fast shutdown: it ends its sessions and does not wait for them
    patience: 20_000,
  };
}

/** Makes sure that the cluster is ours to start. */
async function checkCluster(folder: string, programs: PostgresPrograms): Promise<void> {
  try {
    await checkVersion(folder, programs);
    await removeStaleLock(folder);
  } catch (error) {
    throw hasCode(error, 'EACCES')
      ? noPostgres(`we may not read ${folder}, which another user made`, error)
      : error;
  }
}

async function checkVersion(folder: string, { major }: PostgresPrograms): Promise<void> {
  const made = (await readFile(join(folder, 'PG_VERSION'), 'utf8')).trim();
  if (made === major) return;
  throw new EmbeddedError(
    'no-postgres',
    `${folder} was made by PostgreSQL ${made}, and version ${major} is installed. Install the version of this software ` +
      `that made it and move the data over with pg_dump, or set WEGBEGLEITER_DATA to another folder.`,
  );
}

/** PostgreSQL takes any living process with the number in its lock file for itself; in containers that is often wrong. */
async function removeStaleLock(folder: string): Promise<void> {
  const file = join(folder, 'postmaster.pid');
  const pid = existsSync(file) ? Number.parseInt(await readFile(file, 'utf8'), 10) : undefined;
  if (pid === undefined) return;
  if (!isPostmasterOf(pid, folder)) return rm(file, { force: true });
  throw new EmbeddedError(
    'in-use',
    `A PostgreSQL server, process ${pid}, already runs on ${folder}; stop it first.`,
  );
}

/** Connects, and makes the database if it is missing. Throws while the server does not accept connections. */
async function ensureDatabase(port: number, password: string): Promise<void> {
  const client = new pg.Client({
    connectionString: urlOf(port, password, 'postgres'),
    connectionTimeoutMillis: 5000,
  });
  client.on('error', () => {}); // a lost connection also fails the query
  try {
    await client.connect();
    const { rowCount } = await client.query('select from pg_database where datname = $1', [NAME]);
    if (rowCount === 0) await client.query(`create database ${NAME}`);
  } finally {
    await client.end();
  }
}
