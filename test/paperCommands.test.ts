/** The commands that make papers from the store, and what they will not take. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { record, type Summary } from '../activities/record.ts';
import type { Store } from '../activities/store/db.ts';
import { Roster, savePeople } from '../activities/store/people.ts';
import type { Entry } from '../workflows/journal/entry.ts';
import { afterwards, courseIn } from './support/courses.ts';
import { freshDatabase } from './support/database.ts';
import { failed, journalOf, type Row, registeredFor, saying } from './support/journal.ts';
import { emptyBoard } from './support/orders.ts';
import { rows } from './support/paperCase.ts';
import { textOf } from './support/pdf.ts';

const root = join(import.meta.dirname, '..');

const consented: Row = ['2024-10-06', { type: 'consent.given', to: 'chamber' }];
const failing: Row[] = [
  ['2027-03-01', registeredFor('2027-07-01')],
  ['2027-07-10', failed],
];

const roster = Roster.parse({
  people: [
    { id: 't-1', name: 'Mara Beispiel' },
    { id: 'w-1', name: 'Beispiel Begleitung Eins' },
  ],
  involvements: [{ scope: 'journey', scopeId: 'p-1', role: 'participant', personId: 't-1' }],
  organisations: [
    { id: 'c-1', kind: 'company', name: 'Tischlerei Muster GmbH', address: 'Hauptstraße 1\n70173 Stuttgart' },
    {
      id: 'chamber-1',
      kind: 'chamber',
      name: 'Handwerkskammer Muster',
      address: 'Kammerplatz 2\n70174 Stuttgart',
    },
    { id: 'agency-1', kind: 'funder', name: 'Agentur für Arbeit Muster' },
  ],
});

let db: Store;
let url = '';
let folder = '';

beforeAll(async () => {
  ({ db, url } = await freshDatabase());
  folder = await mkdtemp(join(tmpdir(), 'wegbegleiter-papers-'));
  await savePeople(db, roster);
  await keep('p-1', journalOf(...rows, consented));
  await keep('p-2', journalOf(...rows), 'site-2');
  await keep('p-3', journalOf(...rows, ...failing), 'site-2', '2027-08-01T12:00:00.000Z');
});
afterAll(async () => {
  await db.destroy();
  await rm(folder, { recursive: true, force: true });
});

/** Writes a journal into the store as its journey would. */
async function keep(
  journey: string,
  entries: readonly Entry[],
  site = 'site-1',
  asOf?: string,
): Promise<void> {
  const { folded } = courseIn(entries, '2026-01-01');
  const { machineVersion, policy } = folded.rulebook;
  const summary: Summary = {
    ...{ site, phase: 'training', attention: 'none', summary: { company: 'c-1' } },
    ...{ federalState: 'BW', machineVersion, policyVersion: policy.version },
  };
  await record(db, { journey, entries, journalLength: entries.length, summary, board: emptyBoard, asOf });
}

interface Outcome {
  readonly exitCode: unknown;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command that knows nothing but where the store is. */
function cli(...args: string[]): Promise<Outcome> {
  const env = { PATH: process.env.PATH, DATABASE_URL: url };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(root, 'client', 'cli.ts'), ...args],
      { env, cwd: folder },
      (error, stdout, stderr) => resolve({ exitCode: error ? error.code : 0, stdout, stderr }),
    );
  });
}

async function done(...args: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await cli(...args);
  expect([stderr, exitCode]).toEqual(['', 0]);
  return stdout;
}

const at = (name: string): string => join(folder, name);

describe('from the store', () => {
  test('luv drafts a report with names from the store, keeps it, and documents gives it back', async () => {
    await done('luv', 'p-1', 'trainingProgress', '--out', at('luv.pdf'), '--provider', 'Jugendhilfe Muster');
    const content = await readFile(at('luv.pdf'));
    const text = await textOf(content);
    for (const part of [
      'Mara Beispiel',
      'Agentur für Arbeit Muster',
      'Beispiel Begleitung Eins',
      'Tischlerei Muster GmbH',
    ])
      expect(text).toContain(part);
    expect((await stat(at('luv.pdf'))).mode & 0o077).toBe(0);
    const papers = JSON.parse(await done('documents', 'p-1', '--json'));
    const paper = papers.find(({ kind }: { kind: string }) => kind === 'luv-trainingProgress');
    await done('documents', 'p-1', '--id', paper.id, '--out', at('again.pdf'));
    expect(await readFile(at('again.pdf'))).toEqual(content);
    expect(await done('documents', 'p-1')).toContain(paper.id);
  });

  test('luv as data names nobody', async () => {
    await done('luv', 'p-1', 'trainingProgress', '--out', at('luv.json'));
    const text = await readFile(at('luv.json'), 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      journey: 'p-1',
      report: 'trainingProgress',
      contacts: { minutes: 25 },
    });
    expect(text).not.toMatch(/Beispiel|Muster/);
    expect(JSON.parse(await done('luv', 'p-1', 'trainingProgress'))).toMatchObject({ journey: 'p-1' });
  });

  test('month-sheet lists the contacts of a month as a paper and as a table', async () => {
    await done('month-sheet', 'p-1', '2024-09', '--out', at('sheet.pdf'));
    const text = await textOf(await readFile(at('sheet.pdf')));
    expect(text).toMatch(
      /10\.09\.2024\s+Ausbilder:in im Betrieb\s+Telefon\s+Ausbildungsbegleitung\s+ja\s+0:25/,
    );
    expect(text).toMatch(/übrig\s+59:35/);
    expect(text).toMatch(/Gemeldet am\s+05\.10\.2024/);
    await done('month-sheet', 'p-1', '2024-09', '--out', at('sheet.csv'));
    const lines = (await readFile(at('sheet.csv'), 'utf8')).split('\r\n');
    expect(lines[0]).toBe('\uFEFFKennung;Tag;mit;wie;durch;erreicht;Minuten');
    expect(lines[1]).toBe('p-1;2024-09-10;Ausbilder:in im Betrieb;Telefon;Ausbildungsbegleitung;ja;25');
    expect(await done('month-sheet', 'p-1', '2024-09')).toContain('Telefon');
  });

  test('letter to the chamber names the person with their consent only', async () => {
    await done('letter', 'p-1', 'contractRegistration', '--out', at('registration.pdf'));
    const text = await textOf(await readFile(at('registration.pdf')));
    for (const part of [
      'Handwerkskammer Muster',
      'Kammerplatz 2',
      'Tischlerei Muster GmbH',
      '01.09.2024 bis 31.08.2027',
      '4 Monate',
    ])
      expect(text).toContain(part);
    expect(text).toMatch(/Auszubildende Person\s+Mara Beispiel/);
    await savePeople(
      db,
      Roster.parse({
        involvements: [{ scope: 'journey', scopeId: 'p-2', role: 'participant', personId: 't-1' }],
      }),
    );
    const { exitCode, stderr } = await cli('letter', 'p-2', 'examRegistration', '--out', at('exam.pdf'));
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/Ohne Einwilligung.*Without consent/s);
    const bare = await textOf(await readFile(at('exam.pdf')));
    expect(bare).toMatch(/Auszubildende Person\s+_{8,}/);
    expect(bare).not.toContain('Mara');
  });

  test('letter demands an extension only after an exam that was not passed', async () => {
    const { exitCode, stderr } = await cli('letter', 'p-1', 'extensionDemand', '--out', at('no.pdf'));
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/§21/);
    await done('letter', 'p-3', 'extensionDemand', '--out', at('extension.pdf'));
    const text = await textOf(await readFile(at('extension.pdf')));
    expect(text).toMatch(/Vereinbartes Ende\s+31\.08\.2027/);
    expect(text).toMatch(/Neues Ende\s+_{8,}/);
    expect(text).toContain('Tischlerei Muster GmbH');
  });

  test('funder lists what is owed, takes marks, and sees what was corrected afterwards', async () => {
    const keys = async (...args: string[]): Promise<string[]> =>
      JSON.parse(await done('funder', 'list', '--json', ...args)).map(
        ({ journey, key, status }: { journey: string; key: string; status: string }) =>
          `${journey} ${key} ${status}`,
      );
    expect(await keys('--journey', 'p-1', '--open')).toEqual([
      ...['p-1 entry/2 open', 'p-1 luvSubmitted/11 open', 'p-1 hours/12 open'],
    ]);
    const said = await done(
      'funder',
      'transmitted',
      'p-1',
      'hours/12',
      '--on',
      '2024-10-07',
      '--as',
      'caseWorker:w-1',
    );
    expect(said).toMatch(/übermittelt worden.*was transmitted/s);
    await done('funder', 'transmitted', 'p-1', 'entry/2', '--on', '2024-09-02');
    expect(await keys('--journey', 'p-1', '--open')).toEqual(['p-1 luvSubmitted/11 open']);

    const known = journalOf(...rows, consented);
    await keep(
      'p-1',
      afterwards(known, [
        '2024-11-01',
        saying(
          { type: 'contact.recorded', with: 'participant', how: 'visit', minutes: 15, reached: true },
          { effectiveAt: '2024-09-12' },
        ),
      ]),
    );
    expect(await keys('--journey', 'p-1', '--open')).toEqual([
      'p-1 luvSubmitted/11 open',
      'p-1 hours/12 corrected',
    ]);
    expect((await keys('--site', 'site-2')).every((key) => /^p-[23] /.test(key))).toBe(true);
    expect(await done('funder', 'list', '--journey', 'p-1')).toMatch(/seither berichtigt.*corrected since/);

    await done('funder', 'export', '--journey', 'p-1', '--out', at('funder.csv'));
    const lines = (await readFile(at('funder.csv'), 'utf8')).split('\r\n');
    expect(lines[0]).toMatch(
      /^\uFEFFKennung;Schlüssel;Tag;Meldung;message;Angaben;Stand;status;übermittelt am$/,
    );
    expect(lines.filter((line) => line.startsWith('p-1;'))).toHaveLength(3);
    expect(lines.find((line) => line.includes('hours/12'))).toContain(
      'month=2024-09 minutes=40 agreedMinutes=3600',
    );
  });

  test('statistics as table, paper and data', async () => {
    const asked = ['statistics', '--from', '2024-01-01', '--to', '2024-12-31'];
    await done(...asked, '--out', at('figures.csv'));
    const text = await readFile(at('figures.csv'), 'utf8');
    expect(text).toContain('Eintritte;direkt in die Ausbildung;Entries;directly into training;<5');
    expect(text).toContain('Eintritte;in die Vorphase;Entries;into preparation;0');
    await done(...asked, '--out', at('figures.pdf'), '--site', 'site-2');
    expect(await textOf(await readFile(at('figures.pdf')))).toMatch(/Standort\s+site-2/);
    await done(...asked, '--out', at('figures.json'));
    expect(JSON.parse(await readFile(at('figures.json'), 'utf8'))).toMatchObject({
      from: '2024-01-01',
      tables: { entries: { total: 'few' } },
    });
    expect(await done(...asked)).toContain('directly into training');
  });
});

describe('what makes no sense is refused in both languages, naming the field', () => {
  test.each([
    [['luv', 'p-1', 'final'], /kind.*preparationStart/],
    [['luv', 'p-1', 'trainingYear', '--year', '9'], /--year/],
    [['luv', 'p-1', 'trainingYear', '--year', '3'], /Jahre mit Bericht: 1, 2/],
    [['luv', 'p-1', 'preparationStart'], /keine Vorphase/],
    [['luv', 'p-1', 'trainingStart', '--out', 'x.doc'], /--out.*\.pdf, \.json/],
    [['luv', 'nobody', 'trainingStart'], /nobody/],
    [['month-sheet', 'p-1', '2024-13'], /month/],
    [['month-sheet', 'p-1', '2007-01'], /month/],
    [['month-sheet', 'p-1', '2024-09', '--out', '/no/such/folder/x.csv'], /\/no\/such\/folder\/x\.csv/],
    [['letter', 'p-1', 'love', '--out', 'x.pdf'], /kind/],
    [['letter', 'p-1', 'examRegistration', '--out', 'x.txt'], /--out/],
    [['funder', 'transmitted', 'p-1', 'exit/99', '--on', '2024-10-10'], /key.*entry\/2/],
    [['funder', 'transmitted', 'p-1', 'entry/2', '--on', '2031-01-01'], /--on/],
    [['funder', 'transmitted', 'p-1', 'entry/2', '--on', '2024-02-30'], /--on/],
    [['funder', 'transmitted', 'p-1', 'entry/2', '--on', '2024-10-10', '--as', 'boss'], /--as/],
    [['funder', 'export', '--out', 'x.pdf'], /--out/],
    [['statistics', '--from', '2024-01-01', '--to', '2023-01-01'], /--to/],
    [['statistics', '--from', 'spring', '--to', '2023-01-01'], /--from/],
    [['documents', 'p-1', '--id', 'doc-0', '--out', 'x.pdf'], /--id/],
  ])('%s', async (args, field) => {
    const { exitCode, stdout, stderr } = await cli(...args);
    expect([stdout, exitCode]).toEqual(['', 2]);
    expect(stderr).toMatch(field);
    expect(stderr).toMatch(/^ {2}de/m);
    expect(stderr).toMatch(/^ {2}en/m);
  });
});
