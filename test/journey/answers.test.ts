/** Who is invited answers by a link, without signing in: the answer is told to the journey, and the case worker of what it asks for. */
import type { FastifyInstance } from 'fastify';
import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { renewFeed } from '../../activities/store/feeds.ts';
import { readOutbox } from '../../activities/store/read.ts';
import { readJourney, startJourney, tellJourney, viewJourney } from '../../client/journeys.ts';
import { createWeb } from '../../client/web/server.ts';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import { addDays, type Day, germanDay } from '../../workflows/policy/calendar.ts';
import { someone, useStage } from '../support/playhouse.ts';

const stage = useStage();
const today = germanDay(new Date().toISOString());
const entry = addDays(today, -40);
const publicUrl = 'https://begleitung.example/';
const failures: unknown[] = [];
let web: FastifyInstance;

const saying = (event: JourneyEvent, day: Day = today) => ({
  ...{ event, actor: { role: 'caseWorker', id: 'w-1' } as const, effectiveAt: day },
});

beforeAll(async () => {
  const { db, databaseUrl, journeys, hirePeople, startWorker } = stage();
  await hirePeople();
  await startWorker({ env: { PUBLIC_URL: publicUrl } });
  web = createWeb({ db, databaseUrl, journeys, env: {}, log: (error) => failures.push(error) });
});
afterAll(async () => {
  await web.close();
  expect(failures).toEqual([]);
});

/** A journey that is invited to a meeting, and the link of the participant's letter. */
async function invited(): Promise<{ journey: string; link: string }> {
  const { journeys, db } = stage();
  const journey = someone();
  await startJourney(journeys, journey, [
    saying({ type: 'intake.referred', source: 'funder', site: 'site-1', federalState: 'BW' }, entry),
    saying({ type: 'intake.admitted', caseWorker: 'w-1', directStart: false }, entry),
  ]);
  const link = await vi.waitFor(
    async () => {
      const letters = await readOutbox(db, journey);
      const letter = letters.find(({ recipientRole }) => recipientRole === 'participant');
      const text = letter?.content.replaceAll('=\r\n', '').replaceAll('=3D', '=') ?? '';
      const [found] = text.match(/https:\/\/begleitung\.example\/a\/[\w.-]+/) ?? [];
      if (!found) throw new Error('no link yet');
      return found.slice(publicUrl.length - 1);
    },
    { timeout: 20_000 },
  );
  await vi.waitFor(async () => expect((await viewJourney(journeys, journey)).facts.meeting).toBeDefined());
  return { journey, link };
}

const answer = (link: string, reply: string) =>
  web.inject({
    method: 'POST',
    url: link,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: `reply=${reply}`,
  });

it('answers with one tap; to look at the page, as mail scanners do, answers nothing', async () => {
  const { journeys, db } = stage();
  const { journey, link } = await invited();
  const page = await web.inject(link);
  expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  expect(page.body).toContain('Ich komme');
  expect(page.body).toContain('I am coming');
  expect(page.body).not.toContain('Beispiel');
  const before = (await readJourney(journeys, journey)).length;
  const thanks = await answer(link, 'callMe');
  expect(thanks.body).toContain('deine Antwort ist angekommen');
  expect(thanks.body).toMatch(/value="callMe" aria-pressed="true"/);
  await answer(link, 'callMe');
  const told = (await readJourney(journeys, journey)).slice(before);
  expect(told.map(({ event, actor }) => [event, actor])).toEqual([
    [{ type: 'meeting.replied', by: 'participant', reply: 'callMe' }, { role: 'participant' }],
  ]);
  await vi.waitFor(
    async () => {
      const letters = (await readOutbox(db, journey)).filter(({ key }) => key.includes('callWanted'));
      expect(letters.map(({ recipientRole, deliveredAt }) => [recipientRole, deliveredAt !== null])).toEqual([
        ['caseWorker', true],
      ]);
    },
    { timeout: 20_000 },
  );
  expect((await answer(link, 'coming')).statusCode).toBe(200);
  const { facts } = await viewJourney(journeys, journey);
  expect(facts.meeting?.replies).toEqual({ participant: 'coming' });
});

it('takes no answer that is none, none by a link of its own making, and none once the meeting is off', async () => {
  const { journeys } = stage();
  const { journey, link } = await invited();
  expect((await answer(link, 'perhaps')).statusCode).toBe(400);
  expect((await answer(`${link}x`, 'coming')).statusCode).toBe(410);
  await tellJourney(journeys, journey, [
    { event: { type: 'journey.leftEarly', reason: 'moved' }, actor: { role: 'teamLead' } },
  ]);
  const late = await answer(link, 'coming');
  expect([late.statusCode, late.body.includes('gilt nicht mehr')]).toEqual([410, true]);
});

it('shows a case worker’s meetings at a secret address, until it is renewed', async () => {
  const { db } = stage();
  const { journey } = await invited();
  const secret = await renewFeed(db, 'w-1');
  const calendar = await web.inject(`/calendar/${secret}.ics`);
  expect(calendar.headers['content-type']).toContain('text/calendar');
  const events = new ICAL.Component(ICAL.parse(calendar.body)).getAllSubcomponents('vevent');
  const own = events.filter((event) => String(event.getFirstPropertyValue('summary')).includes(journey));
  expect(own.map((event) => event.getFirstPropertyValue('status'))).toEqual(['CONFIRMED']);
  expect(calendar.body).not.toMatch(/Beispiel|@example\.org/);
  await renewFeed(db, 'w-1');
  expect((await web.inject(`/calendar/${secret}.ics`)).statusCode).toBe(404);
});
