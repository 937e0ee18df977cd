/** Cohorts by the API: a spreadsheet comes in, all or nothing and once only, and goes out as the command line writes it. */
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { readIds } from '../../activities/store/read.ts';
import type { Cells } from '../../client/cohort/columns.ts';
import { readLines, writeLines } from '../../client/cohort/csv.ts';
import { addDays, germanDay } from '../../workflows/policy/calendar.ts';
import { useStage } from '../support/playhouse.ts';
import { type Answer, useWeb } from '../support/webServer.ts';

const stage = useStage();
const web = useWeb(stage);
const today = germanDay(new Date().toISOString());
const english = { 'accept-language': 'en' };

const line = (id: string, more: Cells = {}): Cells => ({
  ...{ id, name: `Vorname ${id}`, email: `${id}@example.org`, site: 'site-1', federalState: 'BW' },
  ...{ source: 'funder', referredOn: addDays(today, -20), ...more },
});
const send = (person: string, lines: readonly Cells[], query = '', headers = {}): Promise<Answer> =>
  web().call(person, 'POST', `/api/import${query}`, { body: { csv: writeLines(lines, 'de') }, headers });

beforeAll(async () => {
  await stage().hirePeople();
  await stage().startWorker();
});

describe('an import', () => {
  const cohort = [line('p-1'), line('p-2')];

  test('is shown first: nothing starts', async () => {
    const { status, body } = await send('l-1', cohort, '?dryRun=true');
    expect([status, body]).toMatchObject([
      200,
      { started: 0, known: 0, dryRun: true, lines: [{ line: 2, journey: 'p-1', phase: 'intake' }, {}] },
    ]);
    expect(JSON.stringify(body)).not.toContain('Vorname');
    expect(await readIds(stage().db)).toEqual([]);
  });

  test('of another site’s line is refused as a whole, and that is kept', async () => {
    const mixed = [line('p-1'), line('p-9', { site: 'site-2' })];
    const { status, body } = await send('l-1', mixed, '', english);
    expect([status, body.code, body.reasons[1]]).toMatchObject([
      ...[403, 'forbidden', { field: 'csv.3.site', text: 'line 3, column "site": is not your site.' }],
    ]);
    const { body: kept } = await web().call('d-1', 'GET', '/api/refusals');
    expect(kept.items[0]).toMatchObject({ person: 'l-1', route: '/api/import', code: 'forbidden' });
    expect(await readIds(stage().db)).toEqual([]);
  });

  test('with a bad line starts nothing, and says where in the language that is asked for', async () => {
    const bad = [line('p-1'), line('p-2', { email: 'nowhere' }), line('p-1')];
    const [german, other] = [await send('l-1', bad), await send('l-1', bad, '', english)];
    const fields = (answer: Answer): unknown[] =>
      answer.body.reasons.map((one: { field?: string }) => one.field);
    expect([german.status, fields(german)]).toEqual([400, [undefined, 'csv.3.email', 'csv.4.id']]);
    expect(german.body.reasons[1].text).toMatch(/^Zeile 3, Spalte »E-Mail«/);
    expect(other.body.reasons[1].text).toMatch(/^line 3, column "email"/);
    expect(JSON.stringify(german.body)).not.toContain('nowhere');
    expect(await readIds(stage().db)).toEqual([]);
  });

  test('is for team leads, and wants a file', async () => {
    expect((await send('w-1', cohort)).status).toBe(403);
    const empty = await web().call('l-1', 'POST', '/api/import', { body: {} });
    expect([empty.status, empty.body.reasons[0].field]).toEqual([400, 'csv']);
  });

  test('starts the journeys, once only', async () => {
    const { status, body } = await send('l-1', cohort);
    expect([status, body]).toMatchObject([200, { started: 2, known: 0, dryRun: false }]);
    await vi.waitFor(async () => expect(await readIds(stage().db)).toEqual(['p-1', 'p-2']), 30_000);
    const again = await send('l-1', cohort);
    expect(again.body).toMatchObject({ started: 0, known: 2, lines: [{ isKnown: true }, { isKnown: true }] });
    const { body: card } = await web().call('l-1', 'GET', '/api/journeys?q=p-2');
    expect(card.items).toMatchObject([{ id: 'p-2', name: 'Vorname p-2', phase: 'intake' }]);
  });

  test('takes a file far larger than other requests', async () => {
    const many = Array.from({ length: 3_000 }, (_, index) => line(`p-${index}`, { email: 'nowhere' }));
    const { status, body } = await send('l-1', many);
    expect([status, body.reasons.length]).toEqual([400, 201]);
  });
});

describe('an export', () => {
  test('is what the command line writes, names and all, as a file', async () => {
    const { status, headers, body } = await web().call('l-1', 'GET', '/api/export.csv?site=site-1');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(headers.get('content-disposition')).toBe('attachment; filename="cohort.csv"');
    const out = `${stage().env.MAIL_FOLDER}/cohort.csv`;
    await stage().cli('export', '--site', 'site-1', '--out', out);
    // Reading an answer as text takes the byte order mark away.
    expect(body).toBe((await readFile(out, 'utf8')).replace(/^\uFEFF/, ''));
    expect(readLines(body).lines.map(({ cells }) => cells.name)).toEqual(['Vorname p-1', 'Vorname p-2']);
    const english = await web().call('l-1', 'GET', '/api/export.csv?lang=en');
    expect(english.body).toMatch(/^id;/);
  });

  test('is refused to whoever leads no team there', async () => {
    expect((await web().call('d-1', 'GET', '/api/export.csv')).status).toBe(403);
    expect((await web().call('l-1', 'GET', '/api/export.csv?site=site-2')).status).toBe(403);
    const wrong = await web().call('l-1', 'GET', '/api/export.csv?lang=fr');
    expect([wrong.status, wrong.body.reasons[0].field]).toEqual([400, 'querystring.lang']);
  });
});
