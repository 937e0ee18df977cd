/** Who may call what: every route, by every role, on a journey of one's own and on one that is not. What is refused is kept. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { Roster, savePeople } from '../../activities/store/people.ts';
import { startJourney } from '../../client/journeys.ts';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import { addDays, germanDay } from '../../workflows/policy/calendar.ts';
import { someone, useStage } from '../support/playhouse.ts';
import { journeyRoutes, otherRoutes, type Reader, type RouteCase } from '../support/routes.ts';
import { type Answer, useWeb } from '../support/webServer.ts';

const stage = useStage();
const web = useWeb(stage);
const today = germanDay(new Date().toISOString());

/** Who signs in, by their role. */
const people = {
  nobody: undefined,
  caseWorker: 'w-1',
  teamLead: 'l-1',
  learningSupporter: 'u-1',
  dataProtection: 'd-1',
  ops: 'o-1',
  funderAdviser: 'f-1',
} as const satisfies Record<Reader, string | undefined>;
const readers = Object.keys(people) as Reader[];

const journeys = { own: someone(), foreign: someone() };

async function begin(journey: string, site: string, caseWorker: string, more: JourneyEvent[]): Promise<void> {
  const said: JourneyEvent[] = [
    { type: 'intake.referred', source: 'funder', site, federalState: 'BW' },
    { type: 'intake.admitted', caseWorker, directStart: false },
    ...more,
  ];
  await startJourney(
    stage().journeys,
    journey,
    said.map((event) => ({
      ...{ event, actor: { role: 'caseWorker', id: caseWorker } },
      effectiveAt: addDays(today, -5),
    })),
  );
}

beforeAll(async () => {
  const { db, hirePeople, startWorker } = stage();
  await hirePeople();
  const others = ['w-8', 'w-9'].map((id) => ({ id, name: `Beispiel ${id}` }));
  const involvements = [
    { scope: 'site', scopeId: 'site-1', role: 'caseWorker', personId: 'w-8' },
    { scope: 'site', scopeId: 'site-2', role: 'caseWorker', personId: 'w-9' },
  ];
  await savePeople(db, Roster.parse({ people: others, involvements }));
  await startWorker();
  await begin(journeys.own, 'site-1', 'w-1', [
    { type: 'learningSupport.requested', subject: 'maths' },
    { type: 'learningSupport.started', supporter: 'u-1' },
  ]);
  await begin(journeys.foreign, 'site-2', 'w-9', []);
  const isThere = async (person: string, journey: string): Promise<void> => {
    expect((await web().call(person, 'GET', `/api/journeys/${journey}`)).status).toBe(200);
  };
  await vi.waitFor(() => isThere('u-1', journeys.own), 30_000);
  await vi.waitFor(() => isThere('w-9', journeys.foreign), 30_000);
});

async function ask({ route, request }: RouteCase, reader: Reader, journey: string): Promise<Answer> {
  const [method = ''] = route.split(' ');
  const { path, body } = request(journey);
  if (path === '/api/stream') return askStream(people[reader]);
  return await web().call(people[reader], method, path, { body });
}

/** The stream does not end by itself. */
async function askStream(person: string | undefined): Promise<Answer> {
  const cookie = person === undefined ? {} : { cookie: await web().signIn(person) };
  const response = await fetch(`${web().url}/api/stream`, { headers: cookie });
  await response.body?.cancel();
  return { status: response.status, headers: response.headers, body: {} };
}

const mayCall = ({ may }: RouteCase, reader: Reader): boolean =>
  may === 'everybody' || (reader !== 'nobody' && (may === 'signedIn' || may.includes(reader)));

/** What tells a refusal of rights from one about the matter. */
const isLetIn = ({ status, body }: Answer): boolean =>
  status !== 401 && body.code !== 'forbidden' && body.code !== 'not-signed-in';

const refusals = async (person: string): Promise<number> => {
  const { db } = stage();
  const rows = await db.selectFrom('accessRefusals').select('id').where('person', '=', person).execute();
  return rows.length;
};

describe.each(readers)('%s', (reader) => {
  test.each([...journeyRoutes, ...otherRoutes])('$route', async (one) => {
    const person = people[reader];
    const before = person === undefined ? 0 : await refusals(person);
    const answer = await ask(one, reader, journeys.own);
    const expected = mayCall(one, reader);
    expect([isLetIn(answer), answer.status < 500]).toEqual([expected, true]);
    if (expected) return;
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.status).toBe(person === undefined ? 401 : 403);
    expect((person === undefined ? 0 : await refusals(person)) - before).toBe(person === undefined ? 0 : 1);
  });

  test.each(journeyRoutes)('$route of a foreign journey', async (one) => {
    const answer = await ask(one, reader, journeys.foreign);
    expect([isLetIn(answer), answer.status]).toEqual([false, people[reader] === undefined ? 401 : 403]);
    const unknown = await ask(one, reader, 'p-nobodys');
    expect([unknown.status, unknown.body]).toEqual([answer.status, answer.body]);
  });
});

test('a colleague of the same site sees no journey that is not theirs until they stand in for its case worker', async () => {
  const path = `/api/journeys/${journeys.own}`;
  expect((await web().call('w-8', 'GET', path)).status).toBe(403);
  await web().call('w-1', 'POST', `${path}/commands`, {
    body: {
      statements: [
        { event: { type: 'deputy.appointed', deputy: 'w-8', from: today, until: addDays(today, 3) } },
      ],
    },
  });
  await vi.waitFor(async () => {
    const seen = await web().call('w-8', 'GET', path);
    expect([seen.status, seen.body.roles]).toEqual([200, ['caseWorker']]);
  }, 20_000);
});

test('who supports reads what the support needs, and nothing of conflict, plan, people and money', async () => {
  const { body } = await web().call('u-1', 'GET', `/api/journeys/${journeys.own}`);
  expect(body.reading).toBe('support');
  expect(body.people.map(({ role }: { role: string }) => role)).toEqual(['participant', 'caseWorker']);
  expect(Object.keys(body.view.facts.learningSupport)).toContain('supporter');
  expect(body.view.places.map(({ path }: { path: string }) => path.split('.')[0])).not.toContain('conflict');
  const journal = await web().call('u-1', 'GET', `/api/journeys/${journeys.own}/journal`);
  const types = journal.body.entries.map(
    ({ entry }: { entry: { event: { type: string } } }) => entry.event.type,
  );
  expect(types).toEqual(['learningSupport.requested', 'learningSupport.started']);
});

test('whoever is asked for learning support sees what for, and may begin it', async () => {
  const journey = someone();
  await begin(journey, 'site-1', 'w-1', [{ type: 'learningSupport.requested', subject: 'maths' }]);
  const path = `/api/journeys/${journey}`;
  await vi.waitFor(async () => expect((await web().call('u-1', 'GET', path)).status).toBe(200), 20_000);
  const begun = await web().call('u-1', 'POST', `${path}/commands`, {
    body: { statements: [{ event: { type: 'learningSupport.started', supporter: 'u-1' } }] },
  });
  expect([begun.status, begun.body.code]).toEqual([200, undefined]);
});

test('no route is left out of these tests, and none is left that is gone', async () => {
  const { body } = await web().call(undefined, 'GET', '/api/openapi.json');
  const paths: [string, object][] = Object.entries(body.paths);
  const described = paths.flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  // Who signs in is tested with signing in.
  const ours = described.filter((route) => !/^\w+ \/auth\//.test(route));
  expect(ours.sort()).toEqual([...journeyRoutes, ...otherRoutes].map(({ route }) => route).sort());
});
