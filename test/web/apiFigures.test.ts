/** Figures by the API: statistics for funders, charts for the board, and who sees how much of them. */
import { beforeAll, describe, expect, test } from 'vitest';
import { readCourse } from '../../client/papers/source.ts';
import { statisticsOf } from '../../workflows/fold/papers/statistics.ts';
import { addDays, germanDay } from '../../workflows/policy/calendar.ts';
import { entered, journalOf, leftEarly, type Row, raised, training } from '../support/journal.ts';
import { keepJourney } from '../support/keptJourneys.ts';
import { textOf } from '../support/pdf.ts';
import { useStage } from '../support/playhouse.ts';
import { type Answer, useWeb } from '../support/webServer.ts';

const stage = useStage();
const web = useWeb(stage);
const today = germanDay(new Date().toISOString());
const span = 'from=2024-01-01&to=2024-12-31';
const get = (person: string, path: string, headers = {}): Promise<Answer> =>
  web().call(person, 'GET', path, { headers });

const ids: string[] = [];
async function keep(rows: readonly Row[], more: { site?: string; caseWorker?: string } = {}): Promise<void> {
  const journey = `p-${ids.length + 1}`;
  ids.push(journey);
  await keepJourney(stage().db, journey, journalOf(...rows), more);
}

beforeAll(async () => {
  await stage().hirePeople();
  // Seven enter preparation at site-1, one of them with w-2; two leave. One trains, with a conflict. One more is at another site.
  for (const month of [1, 2, 3, 4]) await keep(entered(`2024-0${month}-10`, { caseWorker: 'w-1' }));
  await keep(entered('2024-05-10', { caseWorker: 'w-2' }), { caseWorker: 'w-2' });
  for (const day of ['2024-02-01', '2024-02-02'])
    await keep([...entered(day, { caseWorker: 'w-1' }), ['2024-06-01', leftEarly]]);
  await keep([...training(), ['2024-10-01', raised]]);
  await keep(entered('2024-03-03'), { site: 'site-2', caseWorker: 'w-9' });
});

describe('statistics', () => {
  test('are those of the command line, for the sites of whoever asks, with their words', async () => {
    const { status, body } = await get('l-1', `/api/statistics?${span}`);
    const courses = [];
    for (const id of ids.slice(0, 8)) courses.push(await readCourse(stage().db, id));
    const figures = statisticsOf(courses, { from: '2024-01-01', to: '2024-12-31' });
    expect([status, body.statistics]).toEqual([200, JSON.parse(JSON.stringify(figures))]);
    expect(body.words.rows.entries.directStart).toEqual({
      de: 'direkt in die Ausbildung',
      en: 'directly into training',
    });
    const { stdout } = await stage().cli(
      ...['statistics', '--from', '2024-01-01', '--to', '2024-12-31', '--site', 'site-1', '--json'],
    );
    expect(body.statistics).toEqual(JSON.parse(stdout));
  });

  test('come as CSV and as PDF', async () => {
    const csv = await get('f-1', `/api/statistics?${span}&format=csv`);
    expect(csv.body).toContain('Eintritte;direkt in die Ausbildung;Entries;directly into training;<5');
    const cookie = await web().signIn('l-1');
    const headers = { cookie, accept: 'application/pdf' };
    const pdf = await fetch(`${web().url}/api/statistics?${span}&site=site-1`, { headers });
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(await textOf(new Uint8Array(await pdf.arrayBuffer()))).toMatch(/Standort\s+site-1/);
  });

  test('of another site are refused, of an impossible span too, in the language that is asked for', async () => {
    expect((await get('l-1', `/api/statistics?${span}&site=site-2`)).status).toBe(403);
    const path = '/api/statistics?from=2024-02-01&to=2024-01-01';
    const [german, english] = [await get('l-1', path), await get('l-1', path, { 'accept-language': 'en' })];
    expect([german.status, german.body.reasons[0].field]).toEqual([400, 'querystring.to']);
    expect(german.body.reasons[0].text).toMatch(/darf nicht vor from liegen/);
    expect(english.body.reasons[0].text).toMatch(/must not lie before from/);
  });
});

const figure = (table: { rows: { key: string; figure: unknown }[] }, key: string): unknown =>
  table.rows.find((row) => row.key === key)?.figure;

describe('the cohort', () => {
  test('shows a team lead where everybody stood at each month’s end, and how journeys ended', async () => {
    const { body } = await get('l-1', `/api/cohort?${span}`);
    expect(body.months).toHaveLength(12);
    const on = (month: number) => body.months[month - 1];
    expect([on(1).on, on(2).on]).toEqual(['2024-01-31', '2024-02-29']);
    expect([1, 2, 5, 6].map((month) => figure(on(month).phases, 'preparation'))).toEqual([1, 4, 7, 5]);
    expect(figure(on(12).phases, 'training')).toBe(1);
    expect(on(10).conflicts.total).toBe(1);
    expect(figure(body.results, 'leftEarly')).toBe(2);
    expect(on(6).phases.rows[1].label).toEqual({ de: 'Vorphase', en: 'Preparation' });
  });

  test('counts journeys and overdue periods of each case worker, with their room', async () => {
    const { workers } = (await get('l-1', `/api/cohort?${span}`)).body;
    const overdue = expect.any(Number);
    expect(workers).toContainEqual({
      ...{ id: 'w-1', name: 'Beispiel Begleitung Eins', journeys: 5, capacity: 25, overdue },
    });
    expect(workers.map(({ id }: { id: string }) => id).toSorted()).toEqual(['w-1', 'w-2']);
    expect(workers.some((one: { overdue: number }) => one.overdue > 0)).toBe(true);
  });

  test('shows a case worker their own journeys only', async () => {
    const { body } = await get('w-1', `/api/cohort?${span}`);
    expect(body.months[11].phases.total).toBe(5);
    expect(body.workers.map(({ id }: { id: string }) => id)).toEqual(['w-1']);
  });

  test('hides small numbers from funders, and names nobody to them', async () => {
    const { status, body } = await get('f-1', `/api/cohort?${span}`);
    expect([status, body.workers]).toEqual([200, undefined]);
    expect(figure(body.months[0].phases, 'preparation')).toBe('few');
    expect(figure(body.results, 'leftEarly')).toBe('few');
    expect(JSON.stringify(body)).not.toMatch(/p-\d|w-\d/);
  });

  test('ends today, whatever lies ahead', async () => {
    const { body } = await get('l-1', `/api/cohort?from=${addDays(today, -40)}&to=${addDays(today, 400)}`);
    expect(body.months.at(-1).on).toBe(today);
  });

  test('sees at once what has changed', async () => {
    const before = (await get('l-1', `/api/cohort?${span}`)).body;
    await keep(entered('2024-01-03', { caseWorker: 'w-1' }), { caseWorker: 'w-1' });
    const after = (await get('l-1', `/api/cohort?${span}`)).body;
    expect(after.months[0].phases.total).toBe(before.months[0].phases.total + 1);
  });

  test('says that a journal does not fold, without saying more', async () => {
    await stage().db.updateTable('journeys').set({ machineVersion: 99 }).where('id', '=', 'p-9').execute();
    const { status, body } = await get('f-1', `/api/cohort?${span}`);
    expect([status, JSON.stringify(body)]).toEqual([500, expect.not.stringContaining('p-9')]);
    expect(String(web().failures.at(-1))).toMatch(/p-9 does not fold/);
    expect((await get('l-1', `/api/cohort?${span}`)).status).toBe(200);
  });
});
