/** The people command takes a file whole or not at all, and never repeats what stands in it. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '../activities/store/db.ts';
import { freshDatabaseUrl } from './support/database.ts';
import { rosterOf } from './support/orders.ts';

let url: string;
let folder: string;
beforeAll(async () => {
  url = await freshDatabaseUrl();
  folder = await mkdtemp(join(tmpdir(), 'wegbegleiter-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command with a file of this content; on the fresh database, or on none. */
async function people(content: string, databaseUrl = url): Promise<Outcome> {
  const file = join(folder, 'people.json');
  await writeFile(file, content);
  const command = new URL('../worker/people.ts', import.meta.url).pathname;
  const env = { ...process.env, DATABASE_URL: databaseUrl, WEGBEGLEITER_DATA: folder };
  return await new Promise((resolve) => {
    execFile(process.execPath, [command, file], { env }, (error, stdout, stderr) => {
      resolve({
        code: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1,
        stdout,
        stderr,
      });
    });
  });
}

it('saves people and roles into a new database, and again', async () => {
  const roster = rosterOf('j-1');
  expect(await people(JSON.stringify(roster))).toMatchObject({
    code: 0,
    stdout: 'saved 4 people, 4 involvements\n',
  });
  const [first, ...rest] = roster.people;
  const moved = { ...roster, people: [{ ...first, email: 'moved@example.org' }, ...rest] };
  expect(await people(JSON.stringify(moved))).toMatchObject({ code: 0 });
  const db = openDatabase(url);
  expect(
    await db.selectFrom('people').selectAll().where('email', '=', 'moved@example.org').execute(),
  ).toHaveLength(1);
  expect(await db.selectFrom('involvements').selectAll().execute()).toHaveLength(4);
  await db.destroy();
});

it.each([
  ['a wrong field', { people: [{ id: 'p-1', name: 'Vorname Geheim', email: 'Geheim' }] }, 'people.0.email'],
  ['a missing field', { people: [{ id: 'p-1', email: 'geheim@example.org' }] }, 'people.0.name'],
  [
    'an unknown role',
    { involvements: [{ scope: 'journey', scopeId: 'j-1', role: 'Geheim', personId: 'p-1' }] },
    'involvements.0.role',
  ],
  [
    'somebody unknown',
    { involvements: [{ scope: 'journey', scopeId: 'j-1', role: 'trainer', personId: 'Geheim' }] },
    'involvements: a personId is not among the people',
  ],
])('refuses %s with the field’s name and exit code 2, quoting nothing', async (_what, content, field) => {
  const { code, stderr } = await people(JSON.stringify(content));
  expect(code).toBe(2);
  expect(stderr).toContain(field);
  expect(stderr.toLowerCase()).not.toContain('geheim');
});

it('refuses what is no JSON without quoting it', async () => {
  expect(await people('{"name": Geheim')).toMatchObject({ code: 2, stderr: 'file: is not valid JSON\n' });
});

it('says what to do if there is no store', async () => {
  const { code, stderr } = await people('{}', '');
  expect(code).toBe(1);
  expect(stderr).toContain('set DATABASE_URL, or run `npm start` first');
});
