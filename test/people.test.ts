/** The people command takes a file whole or not at all, and never repeats what stands in it. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '../activities/store/db.ts';
import { readNeeds, readTrainingPlaces } from '../activities/store/organisations.ts';
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

const example = (): Promise<string> =>
  readFile(new URL('../client/examplePeople.json', import.meta.url), 'utf8');

it('saves sites, staff, absences, organisations, training places and needs, and again', async () => {
  const given = {
    ...JSON.parse(await example()),
    absences: [{ personId: 'w-1', from: '2026-08-03', until: '2026-08-21', deputy: 'w-2' }],
  };
  expect(await people(JSON.stringify(given))).toEqual({
    ...{ code: 0, stderr: '' },
    stdout: `saved ${given.people.length} people, ${given.involvements.length} involvements, 1 sites, 3 staff, 1 absences, 7 organisations, 4 training places, 1 needs\n`,
  });
  const later = { ...given, absences: [{ ...given.absences[0], until: '2026-08-28', deputy: null }] };
  expect(await people(JSON.stringify(later))).toMatchObject({ code: 0 });
  const db = openDatabase(url);
  expect(await db.selectFrom('staffAbsences').selectAll().execute()).toEqual([
    { personId: 'w-1', fromDay: '2026-08-03', untilDay: '2026-08-28', deputy: null },
  ]);
  expect(await db.selectFrom('sites').selectAll().execute()).toMatchObject([
    { opens: '08:30', closes: '17:00' },
  ]);
  expect(await db.selectFrom('staff').selectAll().where('personId', '=', 'u-1').execute()).toEqual([
    { personId: 'u-1', capacity: 8, subjects: ['maths', 'german'] },
  ]);
  expect(await readTrainingPlaces(db)).toHaveLength(4);
  expect(await readNeeds(db, ['p-103'])).toMatchObject([{ furthestKm: 25, childcare: true }]);
  await db.destroy();
});

it('saves nothing of a file in which one field is wrong', async () => {
  const content = {
    people: [{ id: 'nobody-yet', name: 'Vorname Neu' }],
    organisations: [{ id: 'chamber-9', kind: 'chamber', name: 'Kammer' }],
    trainingPlaces: [
      { id: 'place-9', company: 'chamber-9', occupation: 'x', startsOn: '2027-09-01', places: 1 },
    ],
  };
  expect(await people(JSON.stringify(content))).toMatchObject({ code: 2 });
  const db = openDatabase(url);
  expect(await db.selectFrom('people').select('id').where('id', '=', 'nobody-yet').execute()).toEqual([]);
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
    'involvements.0.personId: is not among the people',
  ],
  [
    'a phone number without its country',
    { people: [{ id: 'p-1', name: 'Vorname Geheim', phone: '0711 12345' }] },
    'people.0.phone: must be a phone number with its country code',
  ],
  [
    'a site that closes before it opens',
    { sites: [{ id: 'site-geheim', federalState: 'BW', opens: '17:00', closes: '08:00' }] },
    'sites.0.closes',
  ],
  [
    'staff who are nobody, and their deputies',
    {
      staff: [{ personId: 'Geheim', capacity: 3 }],
      absences: [{ personId: 'Geheim', from: '2026-01-01', until: '2026-01-02', deputy: 'Geheim-2' }],
    },
    'absences.0.deputy: is not among the people',
  ],
  [
    'a training place of a company that there is not',
    {
      trainingPlaces: [{ id: 't-1', company: 'Geheim', occupation: 'x', startsOn: '2027-09-01', places: 1 }],
    },
    'trainingPlaces.0.company: is not among the companies',
  ],
  [
    'a needed distance below nothing',
    { needs: [{ journeyId: 'j-1', furthestKm: -1 }] },
    'needs.0.furthestKm',
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
