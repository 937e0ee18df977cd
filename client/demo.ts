/** `npm run demo`: plays a whole journey of four years on a real server by skipping time, and tells it as a story. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, readOutbox } from '../activities/store/read.ts';
import { findInstallation } from './installation.ts';
import { connect } from './journeys.ts';
import { play } from './play.ts';

const journey = 'demo-1';
const folder = mkdtempSync(join(tmpdir(), 'wegbegleiter-demo-'));
const env = {
  ...process.env,
  WEGBEGLEITER_DATA: join(folder, 'data'),
  TEMPORAL_ADDRESS: '',
  DATABASE_URL: '',
  SMTP_URL: '',
};
const started = Date.now();
let installation: ChildProcess | undefined;

try {
  process.exitCode = await demo();
} finally {
  if (installation && installation.exitCode === null) {
    installation.kill('SIGTERM');
    await once(installation, 'exit');
  }
  rmSync(folder, { recursive: true, force: true });
}

async function demo(): Promise<number> {
  installation = spawn(process.execPath, [fileOf('../worker/start.ts'), '--no-example'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  process.once('SIGINT', () => installation?.kill('SIGTERM'));
  const [first] = (await Promise.race([
    once(installation, 'message'),
    once(installation, 'exit'),
  ])) as unknown[];
  if (first !== 'ready') return 1;
  const people = spawn(process.execPath, [fileOf('../worker/people.ts'), fileOf('examplePeople.json')], {
    env,
    stdio: 'ignore',
  });
  const [failed] = (await once(people, 'exit')) as unknown[];
  if (failed !== 0) return 1;
  const place = findInstallation(env);
  const journeys = await connect(place);
  try {
    await play(journeys, journey, (line) => console.log(line));
  } finally {
    await journeys.close();
  }
  if (place.databaseUrl) await tellMails(place.databaseUrl);
  console.log(
    `\nTold in ${Math.round((Date.now() - started) / 1000)} seconds, on a real Temporal server and a real PostgreSQL.`,
  );
  return 0;
}

async function tellMails(databaseUrl: string): Promise<void> {
  const db = openDatabase(databaseUrl);
  try {
    const mails = await readOutbox(db, journey);
    const delivered = mails.filter(({ deliveredAt }) => deliveredAt !== null).length;
    const keys = new Set(mails.map(({ key }) => key));
    console.log(
      `\n${delivered} mails went out for ${keys.size} effects: every one written as a file, and kept in the outbox.`,
    );
  } finally {
    await db.destroy();
  }
}

function fileOf(name: string): string {
  return join(import.meta.dirname, name);
}
