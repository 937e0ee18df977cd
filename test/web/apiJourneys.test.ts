/** The API by which people work with journeys: lists, one journey, its journal, commands with preview, notes, today, live changes. */
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, test, vi } from 'vitest';
import { startJourney } from '../../client/journeys.ts';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import { addDays, type Day, germanDay } from '../../workflows/policy/calendar.ts';
import { someone, useStage } from '../support/playhouse.ts';
import { useWeb } from '../support/webServer.ts';

const stage = useStage();
const web = useWeb(stage);
const today = germanDay(new Date().toISOString());
const entry = addDays(today, -40);

const saying = (event: JourneyEvent, day: Day = today) => ({
  ...{ event, actor: { role: 'caseWorker', id: 'w-1' } as const, effectiveAt: day },
});

async function admitted(caseWorker = 'w-1'): Promise<string> {
  const journey = someone();
  await startJourney(stage().journeys, journey, [
    saying({ type: 'intake.referred', source: 'funder', site: 'site-1', federalState: 'BW' }, entry),
    saying({ type: 'intake.admitted', caseWorker, directStart: false }, entry),
  ]);
  await vi.waitFor(async () => {
    const { status } = await web().call('l-1', 'GET', `/api/journeys/${journey}`);
    expect(status).toBe(200);
  }, 20_000);
  return journey;
}

beforeAll(async () => {
  await stage().hirePeople();
  await stage().startWorker();
});

test('says who is signed in, and nothing to whoever is not', async () => {
  const me = await web().call('w-1', 'GET', '/api/me');
  expect(me.body).toEqual({
    person: 'w-1',
    name: 'Beispiel Begleitung Eins',
    roles: ['caseWorker'],
    sites: ['site-1'],
    way: 'local',
  });
  const nobody = await web().call(undefined, 'GET', '/api/me', { headers: { 'accept-language': 'en' } });
  expect([nobody.status, nobody.headers.get('content-type'), nobody.body]).toMatchObject([
    401,
    'application/problem+json; charset=utf-8',
    { type: 'urn:wegbegleiter:problem:not-signed-in', title: 'Not signed in', status: 401 },
  ]);
});

test('shows a journey, previews a command, enters it once, and shows it in the journal', async () => {
  const journey = await admitted();
  const path = `/api/journeys/${journey}`;
  const before = await web().call('w-1', 'GET', path);
  expect(before.body).toMatchObject({
    card: { id: journey, phase: 'preparation', caseWorker: { id: 'w-1', name: 'Beispiel Begleitung Eins' } },
    roles: ['caseWorker'],
    reading: 'whole',
    view: { phase: 'preparation' },
  });
  const statements = [{ event: { type: 'task.set', task: 'call-school', dueOn: addDays(today, 3) } }];
  const preview = await web().call('w-1', 'POST', `${path}/preview`, { body: { statements } });
  expect([preview.status, preview.body.changes]).toEqual([200, []]);
  expect(preview.body.difference.gained).toMatchObject([{ key: 'taskDue', dueOn: addDays(today, 3) }]);
  const key = `key-${journey}`;
  const told = await web().call('w-1', 'POST', `${path}/commands`, { body: { statements }, key });
  const again = await web().call('w-1', 'POST', `${path}/commands`, { body: { statements }, key });
  const { seqs } = told.body;
  expect([told.status, seqs.length, again.body.seqs]).toEqual([200, 1, seqs]);
  const journal = await web().call('w-1', 'GET', `${path}/journal`);
  expect(journal.body.entries.at(-1)).toMatchObject({
    entry: { seq: seqs[0], event: { type: 'task.set' }, actor: { role: 'caseWorker', id: 'w-1' } },
    label: { de: 'Aufgabe gesetzt', en: 'Task set' },
    happenedOn: today,
    author: 'Beispiel Begleitung Eins',
    endedBy: null,
  });
});

test('refuses with reasons in the language of the caller, names the field, and keeps the refusal', async () => {
  const journey = await admitted();
  const path = `/api/journeys/${journey}/commands`;
  const german = await web().call('w-1', 'POST', path, {
    body: { statements: [{ event: { type: 'exam.passed' } }] },
  });
  expect([german.status, german.body.title]).toEqual([409, 'So geht es nicht']);
  expect(german.body.reasons[0].text).toMatch(/^»Abschlussprüfung bestanden« ist jetzt nicht möglich/);
  const english = await web().call('w-1', 'POST', path, {
    body: { statements: [{ event: { type: 'task.set', dueOn: 'tomorrow' } }] },
    headers: { 'accept-language': 'en-GB,en;q=0.9' },
  });
  const fields: string[] = english.body.reasons.map(({ field }: { field: string }) => field);
  expect([english.status, new Set(fields)]).toEqual([
    400,
    new Set(['statements.0.event.task', 'statements.0.event.dueOn']),
  ]);
  const withoutKey = await fetch(`${web().url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: web().url,
      cookie: await web().signIn('w-1'),
    },
    body: JSON.stringify({ statements: [{ event: { type: 'exam.passed' } }] }),
  });
  expect([withoutKey.status, await withoutKey.text()]).toEqual([
    400,
    expect.stringContaining('Idempotency-Key'),
  ]);
  const { db } = stage();
  const rows = await db
    .selectFrom('accessRefusals')
    .selectAll()
    .where('journeyId', '=', journey)
    .where('person', '=', 'w-1')
    .execute();
  expect(rows.map(({ person, route, code }) => [person, route, code])).toEqual([
    ['w-1', '/api/journeys/:journey/commands', 'wrong-phase'],
    ['w-1', '/api/journeys/:journey/commands', 'invalid-field'],
  ]);
});

test('takes an entry back for whoever may say it, and for nobody else', async () => {
  const journey = await admitted();
  const path = `/api/journeys/${journey}/commands`;
  const leave = { event: { type: 'journey.leftEarly', reason: 'moved' } };
  const tried = await web().call('w-1', 'POST', path, { body: { statements: [leave] } });
  expect([tried.status, tried.body.code]).toEqual([403, 'role-not-allowed']);
  const left = await web().call('l-1', 'POST', path, { body: { statements: [leave] } });
  expect(left.status).toBe(200);
  const back = { voids: left.body.seqs[0], reason: 'typing-error' };
  const byWorker = await web().call('w-1', 'POST', path, { body: { statements: [back] } });
  expect([byWorker.status, byWorker.body.code]).toEqual([403, 'role-not-allowed']);
  const byLead = await web().call('l-1', 'POST', path, { body: { statements: [back] } });
  expect(byLead.status).toBe(200);
});

test('starts a journey with the name of its participant, once for a key', async () => {
  const body = {
    participant: { name: 'Beispiel Neue', email: 'neue@example.org', phone: '+49 151 000' },
    referral: { source: 'funder', funder: 'agency-1' },
  };
  const key = `start-${someone()}`;
  const first = await web().call('w-1', 'POST', '/api/journeys', { body, key });
  const second = await web().call('w-1', 'POST', '/api/journeys', { body, key });
  expect([first.status, second.status, second.body]).toEqual([201, 201, first.body]);
  const { journey } = first.body;
  await vi.waitFor(async () => {
    const list = await web().call('w-1', 'GET', '/api/journeys?q=beispiel%20neue');
    expect(list.body).toMatchObject({
      total: 1,
      items: [{ id: journey, name: 'Beispiel Neue', phase: 'intake', site: 'site-1' }],
    });
  }, 20_000);
  const elsewhere = await web().call('w-1', 'POST', '/api/journeys', {
    body: { ...body, referral: { ...body.referral, site: 'site-9', federalState: 'BW' } },
  });
  expect([elsewhere.status, elsewhere.body.code]).toEqual([403, 'forbidden']);
});

test('hands several journeys over, each with its own answer', async () => {
  const [own, foreign] = [await admitted(), await admitted('w-2')];
  const handed = await web().call('w-1', 'POST', '/api/handover', {
    body: { to: 'w-2', journeys: [own, foreign] },
  });
  expect(handed.body.results).toMatchObject([
    { journey: own, done: true },
    { journey: foreign, done: false, reasons: [{ code: 'forbidden' }] },
  ]);
});

test('keeps a note once for a key, and shows it to whoever may read it', async () => {
  const journey = await admitted();
  const path = `/api/journeys/${journey}/notes`;
  const key = `note-${journey}`;
  const body = { text: 'Angerufen, nicht erreicht.' };
  const [one, two] = [
    await web().call('w-1', 'POST', path, { body, key }),
    await web().call('w-1', 'POST', path, { body, key }),
  ];
  expect([one.status, two.body]).toEqual([201, one.body]);
  expect((await web().call('d-1', 'GET', path)).body.notes).toMatchObject([
    { id: one.body.id, author: 'w-1', text: body.text },
  ]);
});

test('says what is asked of somebody today', async () => {
  const journey = await admitted();
  await vi.waitFor(async () => {
    const { body } = await web().call('w-1', 'GET', '/api/today');
    expect(body.today).toBe(today);
    const own = body.deadlines.filter((one: { journey: string }) => one.journey === journey);
    expect(own[0]).toMatchObject({ status: expect.any(String), label: { de: expect.any(String) } });
  }, 20_000);
});

test('tells of a change to whoever sees the journey, and to nobody else', async () => {
  const journey = await admitted();
  const [mine, other] = [await listen('w-1'), await listen('o-1')];
  await web().call('w-1', 'POST', `/api/journeys/${journey}/commands`, {
    body: { statements: [{ event: { type: 'task.set', task: 'visit', dueOn: addDays(today, 9) } }] },
  });
  await vi.waitFor(() => expect(mine.text()).toContain(`data: {"id":"${journey}"}`), 20_000);
  await pause(200);
  expect(other.text()).not.toContain(journey);
  mine.stop();
  other.stop();
});

async function listen(person: string): Promise<{ text(): string; stop(): void }> {
  const controller = new AbortController();
  const response = await fetch(`${web().url}/api/stream`, {
    headers: { cookie: await web().signIn(person) },
    signal: controller.signal,
  });
  let heard = '';
  void (async () => {
    try {
      for await (const chunk of response.body ?? []) heard += new TextDecoder().decode(chunk);
    } catch {
      // Stopped by us.
    }
  })();
  return { text: () => heard, stop: () => controller.abort() };
}

test('describes itself as OpenAPI 3.1', async () => {
  const { status, body } = await web().call(undefined, 'GET', '/api/openapi.json');
  expect([status, body.openapi]).toEqual([200, '3.1.0']);
  expect(Object.keys(body.paths)).toContain('/api/journeys/{journey}/commands');
  expect(web().failures).toEqual([]);
});
