/** Papers by the API: made, kept and given out again; their data; what the funder is owed; training places. */
import { beforeAll, describe, expect, test } from 'vitest';
import { Roster, savePeople } from '../../activities/store/people.ts';
import { readCourse } from '../../client/papers/source.ts';
import { luvOf } from '../../workflows/fold/papers/luv.ts';
import { monthSheetOf } from '../../workflows/fold/papers/monthSheet.ts';
import { journalOf } from '../support/journal.ts';
import { keepJourney } from '../support/keptJourneys.ts';
import { rows } from '../support/paperCase.ts';
import { textOf } from '../support/pdf.ts';
import { useStage } from '../support/playhouse.ts';
import { useWeb } from '../support/webServer.ts';

const stage = useStage();
const web = useWeb(stage);
const english = { 'accept-language': 'en' };
const at = (path: string): string => `/api/journeys/p-1${path}`;
const get = (person: string, path: string, headers = {}) => web().call(person, 'GET', path, { headers });
const post = (person: string, path: string, body: unknown, headers = {}) =>
  web().call(person, 'POST', path, { body, headers });

beforeAll(async () => {
  const { db, hirePeople } = stage();
  await hirePeople();
  const participant = { id: 't-9', name: 'Mara Beispiel' };
  const involved = { scope: 'journey', scopeId: 'p-1', role: 'participant', personId: 't-9' };
  await savePeople(db, Roster.parse({ people: [participant], involvements: [involved] }));
  await keepJourney(db, 'p-1', journalOf(...rows));
  await keepJourney(db, 'p-2', journalOf(...rows), { caseWorker: 'w-2' });
  await keepJourney(db, 'p-3', journalOf(...rows), { site: 'site-2' });
});

describe('papers', () => {
  test('a report is made as PDF, kept, listed, and given out under a name that tells nothing', async () => {
    const made = await post('w-1', at('/documents'), { kind: 'luv', report: 'trainingProgress' });
    expect([made.status, made.body]).toEqual([201, { id: expect.any(String), nameless: false }]);
    const { id } = made.body;
    const listed = await get('d-1', at('/documents'));
    expect(listed.body.documents).toMatchObject([
      { id, kind: 'luv-trainingProgress', mediaType: 'application/pdf' },
    ]);
    const cookie = await web().signIn('d-1');
    const file = await fetch(`${web().url}${at(`/documents/${id}`)}`, { headers: { cookie } });
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="${id}.pdf"`);
    expect(file.headers.get('cache-control')).toBe('no-store');
    expect(await textOf(new Uint8Array(await file.arrayBuffer()))).toContain('Mara Beispiel');
    const shown = await stage().cli('documents', 'p-1', '--json');
    expect(JSON.parse(shown.stdout)).toMatchObject(listed.body.documents);
  });

  test('made again the same day the same paper is kept once', async () => {
    const sheet = { kind: 'monthSheet', month: '2024-09' };
    const [first, second] = [
      await post('l-1', at('/documents'), sheet),
      await post('l-1', at('/documents'), sheet),
    ];
    expect([first.status, second.body]).toEqual([201, first.body]);
  });

  test('a letter to the chamber leaves the names blank without consent, and says so', async () => {
    const made = await post('w-1', at('/documents'), { kind: 'letter', letter: 'contractRegistration' });
    expect([made.status, made.body.nameless]).toEqual([201, true]);
  });

  test('a paper of another journey is not given out by this one', async () => {
    const { body } = await post('l-1', '/api/journeys/p-2/documents', {
      kind: 'monthSheet',
      month: '2024-09',
    });
    const other = await get('w-1', at(`/documents/${body.id}`), english);
    expect([other.status, other.body.code, other.body.reasons[0].text]).toEqual([
      ...[404, 'not-found', 'There is no such paper of this journey.'],
    ]);
  });

  test('what there is nothing to write about is refused in both languages, naming the field', async () => {
    const letter = { kind: 'letter', letter: 'extensionDemand' };
    const german = await post('w-1', at('/documents'), letter);
    expect([german.status, german.body.reasons[0]]).toMatchObject([409, { field: 'exam' }]);
    expect(german.body.reasons[0].text).toMatch(/Verlängerung verlangen kann nur/);
    const other = await post('w-1', at('/documents'), letter, english);
    expect(other.body.reasons[0].text).toMatch(/Only who has failed the exam/);
  });

  test.each([
    [{ kind: 'monthSheet', month: '2024-13' }, 'month'],
    [{ kind: 'luv', report: 'love' }, 'report'],
    [{ kind: 'luv', report: 'trainingYear', year: 9 }, 'year'],
    [{ kind: 'luv', report: 'trainingYear' }, 'year'],
  ])('%o makes no sense', async (body, field) => {
    const { status, body: problem } = await post('w-1', at('/documents'), body);
    expect([status, problem.reasons[0].field]).toEqual([400, field]);
  });
});

describe('their data', () => {
  test('the draft of a report names nobody and says what the command line says', async () => {
    const { status, body } = await get('w-1', at('/luv?report=trainingProgress'));
    const course = await readCourse(stage().db, 'p-1');
    const drafted = JSON.parse(JSON.stringify(luvOf(course, { report: 'trainingProgress' })));
    expect([status, body]).toEqual([200, drafted]);
    expect(JSON.stringify(body)).not.toMatch(/Mara|Beispiel/);
  });

  test('a month sheet is JSON, or CSV where that is asked for', async () => {
    const { body } = await get('w-1', at('/month-sheet?month=2024-09'));
    const course = await readCourse(stage().db, 'p-1');
    expect(body).toEqual(JSON.parse(JSON.stringify(monthSheetOf(course, '2024-09'))));
    const named = await get('w-1', at('/month-sheet?month=2024-09&format=csv'));
    const accepted = await get('w-1', at('/month-sheet?month=2024-09'), { accept: 'text/csv' });
    expect(named.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(named.headers.get('content-disposition')).toMatch(
      /^attachment; filename="month-sheet-p-1-2024-09\.csv"/,
    );
    expect(named.body).toContain(
      'p-1;2024-09-10;Ausbilder:in im Betrieb;Telefon;Ausbildungsbegleitung;ja;25',
    );
    expect(accepted.body).toEqual(named.body);
  });

  test('of a month that does not exist nothing is told', async () => {
    const { status, body } = await get('w-1', at('/month-sheet?month=spring'), english);
    expect([status, body.reasons[0].field]).toEqual([400, 'querystring.month']);
    expect(body.reasons[0].text).toMatch(/must be a month/);
  });
});

describe('what the funder is owed', () => {
  test('a case worker sees their own, a team lead those of the site, and the command line the same', async () => {
    const own = await get('w-1', '/api/funder-messages');
    const ofSite = await get('l-1', '/api/funder-messages');
    const journeysIn = (answer: typeof own): unknown[] => [
      ...new Set(answer.body.messages.map(({ journey }: { journey: string }) => journey)),
    ];
    expect([journeysIn(own), journeysIn(ofSite)]).toEqual([['p-1'], ['p-1', 'p-2']]);
    const { stdout } = await stage().cli('funder', 'list', '--site', 'site-1', '--json');
    expect(ofSite.body.messages).toMatchObject(JSON.parse(stdout));
    expect(own.body.messages[0]).toMatchObject({ status: 'open', statusLabel: { de: 'offen', en: 'open' } });
  });

  test('a message that was transmitted is no longer open', async () => {
    const mark = { key: 'entry/2', on: '2024-09-02' };
    const { status, body } = await post('w-1', at('/funder-messages/transmitted'), mark);
    expect([status, body]).toEqual([
      200,
      { journey: 'p-1', key: 'entry/2', transmittedOn: '2024-09-02', by: 'caseWorker:w-1' },
    ]);
    const open = await get('w-1', '/api/funder-messages?journey=p-1&open=true');
    expect(open.body.messages.map(({ key }: { key: string }) => key)).not.toContain('entry/2');
    const csv = await get('w-1', '/api/funder-messages?journey=p-1&format=csv');
    expect(csv.body).toMatch(/p-1;entry\/2;.*;übermittelt;transmitted;2024-09-02/);
  });

  test.each([
    [{ key: 'exit/99', on: '2024-10-10' }, 404, 'key', /Es gibt keine Meldung/, /there is no message/],
    [{ key: 'entry/2', on: '2031-01-01' }, 400, 'on', /liegt nach/, /lies after/],
    [{ key: 'entry/2', on: '2024-02-30' }, 400, 'on', /Tag, den es gibt/, /day that exists/],
  ])('%o is not noted', async (mark, status, field, de, en) => {
    const german = await post('w-1', at('/funder-messages/transmitted'), mark);
    const other = await post('w-1', at('/funder-messages/transmitted'), mark, english);
    const [[one], [two]] = [german.body.reasons, other.body.reasons];
    expect([german.status, one.field]).toEqual([status, field]);
    expect([one.text, two.text]).toEqual([expect.stringMatching(de), expect.stringMatching(en)]);
  });

  test('another site is refused, and so is another worker’s journey', async () => {
    expect((await get('l-1', '/api/funder-messages?site=site-2')).status).toBe(403);
    expect((await get('w-1', '/api/funder-messages?journey=p-2')).status).toBe(403);
  });
});
