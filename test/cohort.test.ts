/** A cohort comes in from a file on a real server: in the middle of everything, telling nobody, once only, and out again the same. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readNeeds } from '../activities/store/organisations.ts';
import { readIds } from '../activities/store/read.ts';
import type { Cells } from '../client/cohort/columns.ts';
import { writeLines } from '../client/cohort/csv.ts';
import { cellsOf, itemsOf } from '../client/cohort/writing.ts';
import { runningJourneys, tellJourney, viewJourney } from '../client/journeys.ts';
import { cohort, historyOf } from '../client/stories.ts';
import { fold } from '../workflows/fold/fold.ts';
import { newestVersions, rulebookOf } from '../workflows/fold/rulebook.ts';
import { buildEntry, type Entry } from '../workflows/journal/entry.ts';
import { addDays, germanDay } from '../workflows/policy/calendar.ts';
import { type Stage, useStage } from './support/playhouse.ts';

const first = useStage('cohort-first');
const second = useStage('cohort-second');
/** The ordinary run brings in fewer than `npm run test:endurance`, over the same four years and a half. */
const size = Number(process.env.COHORT ?? 40);
const step = Math.round(1_600 / size);
/** Enough that some are left when the index shows the first ones. */
const broken = Math.min(size, 60);
const rulebook = rulebookOf(newestVersions);
const now = new Date().toISOString();
const today = germanDay(now);

const needed: Cells = {
  ...{ region: '72764', latitude: '48.48', longitude: '9.21', furthestKm: '25' },
  ...{ needsPartTime: 'true', needsChildcare: 'false' },
};

interface Told {
  readonly journey: string;
  readonly journal: readonly Entry[];
  readonly cells: Cells;
}

/** The stories one after another, each at another age, up to four years and a half. */
const told: readonly Told[] = Array.from({ length: size }, (_, index) => {
  const story = cohort[index % cohort.length]?.story ?? (() => []);
  const start = addDays(today, -3 - step * index);
  const journal = historyOf(story(start), start, today).map((statement, at) =>
    buildEntry(statement, { seq: at + 1, requestId: 'story', recordedAt: now }, now),
  );
  const journey = `p-${1000 + index}`;
  return {
    journey,
    journal,
    cells: { id: journey, ...personal(index), ...cellsOf(itemsOf(journal, rulebook, now)) },
  };
});

/** Invented people; some are reached by phone, some have guardians and needs. */
function personal(index: number): Cells {
  const name = `Vorname${index} Nachname`;
  return {
    ...{ name, email: `p-${index}@example.org`, channel: index % 3 === 0 ? 'sms' : 'mail' },
    ...(index % 3 === 0 ? { phone: `+49151${100_000 + index}` } : {}),
    ...(index % 5 === 0 ? { guardian: `=Sorge ${index}`, guardianEmail: `g-${index}@example.org` } : {}),
    ...(index % 4 === 0 ? needed : {}),
  };
}

let folder = '';
const at = (name: string): string => join(folder, name);
const file = async (name: string, lines: readonly Cells[]): Promise<string> => {
  await writeFile(at(name), writeLines(lines, 'de'));
  return at(name);
};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wegbegleiter-cohort-'));
  await Promise.all([first().startWorker(), second().startWorker()]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const recorded = ({ db }: Stage, count: number): Promise<void> =>
  vi.waitFor(async () => expect(await readIds(db)).toHaveLength(count), { timeout: 180_000, interval: 500 });

const dates = (open: readonly { key: string; dueOn: string; item?: number }[]): string[] =>
  open.map(({ key, dueOn, item }) => `${dueOn} ${key} ${item ?? ''}`).sort();

/** Mails, and effects that anybody began to carry out. */
async function sent({ db }: Stage): Promise<{ mails: number; effects: number }> {
  const mails = await db.selectFrom('outbox').select('key').execute();
  const effects = await db.selectFrom('effects').select('key').execute();
  return { mails: mails.length, effects: effects.length };
}

describe(`a cohort of ${size}`, { timeout: 900_000 }, () => {
  it('is shown first: nothing starts', async () => {
    const path = await file(
      'cohort.csv',
      told.map(({ cells }) => cells),
    );
    const { exitCode, stdout, stderr } = await first().cli('import', path, '--dry-run');
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`p-${999 + size}`);
    expect(stdout).toContain('Es wurde nichts begonnen');
    expect(stdout).not.toContain('Nachname');
    expect(await runningJourneys(first().journeys)).toEqual([]);
    expect(await first().db.selectFrom('people').select('id').execute()).toEqual([]);
  });

  it('comes in, and each journey waits for the same dates as its story; nobody is told', async () => {
    const began = Date.now();
    const { exitCode, stdout, stderr } = await first().cli('import', at('cohort.csv'), '--json');
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ started: size, known: 0 });
    const seconds = Math.round((Date.now() - began) / 1000);
    await recorded(first(), size);
    let deadlines = 0;
    const phases = new Map<string, number>();
    for (const { journey, journal } of told) {
      const view = await viewJourney(first().journeys, journey);
      const { open } = fold(rulebook, journal, view.now);
      expect([journey, dates(view.open)]).toEqual([journey, dates(open)]);
      deadlines += open.length;
      phases.set(view.phase, (phases.get(view.phase) ?? 0) + 1);
    }
    expect(await sent(first())).toEqual({ mails: 0, effects: 0 });
    const spread = [...phases].map(([phase, count]) => `${phase} ${count}`).join(', ');
    console.log(
      `${size} journeys imported in ${seconds} s; ${deadlines} open deadlines equal; 0 mails; ${spread}`,
    );
  });

  it('has its people and needs in the store', async () => {
    const people = await first()
      .db.selectFrom('people')
      .selectAll()
      .where('id', 'like', 'p-1000-%')
      .execute();
    expect(people.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toMatchObject([
      { id: 'p-1000-g1', name: '=Sorge 0', email: 'g-0@example.org', phone: null },
      { id: 'p-1000-p', name: 'Vorname0 Nachname', phone: '+49151100000', channel: 'sms' },
    ]);
    expect(await readNeeds(first().db, ['p-1000', 'p-1001'])).toMatchObject([
      { furthestKm: 25, partTime: true },
    ]);
  });

  it('can be brought in again: what is there already is left alone', async () => {
    const { exitCode, stdout } = await first().cli('import', at('cohort.csv'), '--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ started: 0, known: size });
  });

  it('goes out, into an empty installation, and out again the same', async () => {
    const exported = await first().cli('export', '--out', at('first.csv'));
    expect([exported.exitCode, exported.stderr]).toEqual([0, `Exportiert · exported: ${size}\n`]);
    expect(await readFile(at('first.csv'), 'utf8')).toBe(await readFile(at('cohort.csv'), 'utf8'));
    expect((await stat(at('first.csv'))).mode & 0o777).toBe(0o600);
    expect(await second().cli('import', at('first.csv'))).toMatchObject({ exitCode: 0, stderr: '' });
    await recorded(second(), size);
    await second().cli('export', '--out', at('second.csv'));
    expect(await readFile(at('second.csv'), 'utf8')).toBe(await readFile(at('first.csv'), 'utf8'));
    const { stdout } = await second().cli('export', '--site', 'site-2', '--lang', 'en');
    expect(stdout).toMatch(/^\ufeffid;name;[^\n]*further\n$/);
  });
});

describe('an import', { timeout: 300_000 }, () => {
  const fresh = (prefix: string, count: number): Cells[] =>
    told.slice(0, count).map(({ cells }, index) => ({ ...cells, id: `${prefix}-${index}` }));

  it('starts nothing if one line is bad, and names line, column and reason', async () => {
    const [one, two] = fresh('bad', 2);
    const path = await file('bad.csv', [one ?? {}, { ...two, name: 'Mia Geheim', federalState: 'XX' }]);
    const { exitCode, stdout, stderr } = await first().cli('import', path);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('de Zeile 3, Spalte »Bundesland«: muss eines von BW, BY');
    expect(stderr).toContain('en line 3, column "federalState": must be one of BW, BY');
    expect(stderr).not.toContain('Geheim');
    expect(await runningJourneys(first().journeys)).toHaveLength(size);
  });

  it('refuses a journey that exists with another journal, and starts none beside it', async () => {
    const [one] = fresh('beside', 1);
    const known = { ...told[20]?.cells, site: 'site-7' };
    const { exitCode, stderr } = await first().cli(
      'import',
      await file('other.csv', [one ?? {}, known]),
      '--json',
    );
    expect(exitCode).toBe(2);
    expect(JSON.parse(stderr)).toMatchObject({
      code: 'bad-input',
      problems: [{ line: 3, column: 'id', code: 'journey-exists' }],
    });
    expect(await runningJourneys(first().journeys)).toHaveLength(size);
  });

  it('leaves a journey alone that has gone on since', async () => {
    const [one] = fresh('on', 1);
    const path = await file('on.csv', [one ?? {}]);
    await first().cli('import', path);
    const event = { type: 'contact.recorded', with: 'participant', how: 'phone', minutes: 5, reached: true };
    await tellJourney(first().journeys, 'on-0', [{ event, actor: { role: 'caseWorker' } }]);
    const again = await first().cli('import', path, '--json');
    expect(JSON.parse(again.stdout)).toMatchObject({ started: 0, known: 1 });
  });

  it('that was killed in the middle goes on where it was', async () => {
    const path = await file('killed.csv', fresh('killed', broken));
    const before = (await runningJourneys(first().journeys)).length;
    const program = join(import.meta.dirname, '..', 'client', 'cli.ts');
    const child = execFile(process.execPath, [program, 'import', path], { env: first().env });
    const gone = new Promise((resolve) => child.once('exit', resolve));
    await vi.waitUntil(async () => (await runningJourneys(first().journeys)).length > before, {
      timeout: 60_000,
      interval: 20,
    });
    child.kill('SIGKILL');
    await gone;
    const { exitCode, stdout } = await first().cli('import', path, '--json');
    expect(exitCode).toBe(0);
    const { started, known } = JSON.parse(stdout);
    console.log(`killed after ${known} of ${broken}; the second run started ${started}`);
    expect(started + known).toBe(broken);
    expect(known).toBeGreaterThan(0);
    expect(started).toBeGreaterThan(0);
    expect(await runningJourneys(first().journeys)).toHaveLength(before + broken);
  });

  it('needs no installation for a dry run', async () => {
    const { exitCode, stdout } = await new Promise<{ exitCode: number; stdout: string }>((resolve) => {
      const program = join(import.meta.dirname, '..', 'client', 'cli.ts');
      const env = { PATH: process.env.PATH, WEGBEGLEITER_DATA: folder };
      execFile(process.execPath, [program, 'import', at('on.csv'), '--dry-run'], { env }, (error, text) =>
        resolve({ exitCode: error ? 1 : 0, stdout: text }),
      );
    });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Mit keiner Installation verglichen');
  });
});
