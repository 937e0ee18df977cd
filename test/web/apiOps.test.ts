/** What those ask who run the software and those who protect data: stuck effects, rules, reconciliation, refusals, journals. */
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { readIds } from '../../activities/store/read.ts';
import { startJourney, viewJourney } from '../../client/journeys.ts';
import { matchesFor } from '../../client/matchesFor.ts';
import { addDays, germanDay } from '../../workflows/policy/calendar.ts';
import { newestPolicy, policies } from '../../workflows/policy/policy.ts';
import { someone, useStage } from '../support/playhouse.ts';
import { type Answer, useWeb } from '../support/webServer.ts';

const stage = useStage('api-ops');
const web = useWeb(stage);
const today = germanDay(new Date().toISOString());
const other = '2026-1-monthly';
const [own, foreign] = [someone(), someone()];
const english = { 'accept-language': 'en' };
const get = (person: string, path: string): Promise<Answer> => web().call(person, 'GET', path);
const post = (person: string, path: string, body: unknown, headers = {}): Promise<Answer> =>
  web().call(person, 'POST', path, { body, headers });

async function begin(journey: string, site: string): Promise<void> {
  const actor = { role: 'caseWorker', id: 'w-1' } as const;
  const day = { effectiveAt: addDays(today, -3), actor };
  await startJourney(stage().journeys, journey, [
    { event: { type: 'intake.referred', source: 'funder', site, federalState: 'BW' }, ...day },
    { event: { type: 'intake.admitted', caseWorker: 'w-1', directStart: false }, ...day },
  ]);
}

beforeAll(async () => {
  await stage().hirePeople();
  await stage().startWorker();
  await begin(own, 'site-1');
  await begin(foreign, 'site-2');
  await vi.waitFor(async () => expect(await readIds(stage().db)).toHaveLength(2), 30_000);
  // The index of running journeys is a little behind.
  await vi.waitFor(async () => {
    const { body } = await get('o-1', '/api/rules');
    expect(body.policies.find(({ version }: { version: string }) => version === newestPolicy).journeys).toBe(
      2,
    );
  }, 30_000);
});

describe('rules', () => {
  test('a dry run says what a move would do to the journeys of the site, and does nothing', async () => {
    const { status, body } = await post('l-1', '/api/rules/dry-run', { to: { policyVersion: other } });
    expect([status, body.figures]).toMatchObject([200, { journeys: 1, moving: 1, refused: 0, silent: 0 }]);
    expect(body.journeys).toMatchObject([{ journey: own, outcome: 'moves', policyVersion: other }]);
    expect((await viewJourney(stage().journeys, own)).policyVersion).toBe(newestPolicy);
  });

  test('a migration is for ops, and names what it is about', async () => {
    const body = { to: { policyVersion: other }, journeys: [own] };
    expect((await post('l-1', '/api/rules/migrate', body)).status).toBe(403);
    const nobody = await post('o-1', '/api/rules/migrate', { to: { policyVersion: other } });
    expect([nobody.status, nobody.body.reasons[0]]).toMatchObject([400, { field: 'journeys' }]);
    expect(nobody.body.reasons[0].text).toMatch(/muss dabei sein/);
    const moved = await post('o-1', '/api/rules/migrate', body);
    expect([moved.status, moved.body.figures.moving]).toEqual([200, 1]);
    expect((await viewJourney(stage().journeys, own)).policyVersion).toBe(other);
    const again = await post('o-1', '/api/rules/migrate', body);
    expect(again.body.figures).toMatchObject({ moving: 0, alreadyThere: 1 });
    await post('o-1', '/api/rules/migrate', { to: { policyVersion: newestPolicy }, site: 'site-1' });
    expect((await viewJourney(stage().journeys, own)).policyVersion).toBe(newestPolicy);
  });

  test('a version that there is not is refused by each journey, one that cannot be by the request', async () => {
    const { body } = await post('o-1', '/api/rules/dry-run', { to: { machineVersion: 99 }, journeys: [own] });
    expect(body.journeys).toMatchObject([{ outcome: 'refused', reasons: [{ code: 'unknown-version' }] }]);
    const to = { policyVersion: '1999-1' };
    const problem = await post('o-1', '/api/rules/dry-run', { to }, english);
    expect([problem.status, problem.body.reasons[0]]).toMatchObject([400, { field: 'to.policyVersion' }]);
    expect((await post('o-1', '/api/rules/dry-run', { to: {} })).status).toBe(400);
  });

  test('a journey of another site is nobody’s to wake', async () => {
    expect((await post('o-1', '/api/wake', { journeys: [foreign] })).status).toBe(403);
    const woken = await post('o-1', '/api/wake', { all: true });
    expect(woken.body.journeys).toMatchObject([{ journey: own, outcome: 'stays' }]);
  });

  test('the rows of a version are there for everybody, each with its source', async () => {
    const { body } = await get('u-1', '/api/policy');
    expect(body.version).toBe(newestPolicy);
    const { stdout } = await stage().cli('policy', '--json');
    expect(body.rows).toEqual(JSON.parse(stdout));
    const older = await get('u-1', '/api/policy?version=2020-1');
    expect(older.body.label).toEqual(policies['2020-1'].label);
    expect((await get('u-1', '/api/policy?version=1')).body.reasons[0].field).toBe('querystring.version');
  });
});

describe('operation', () => {
  test('what is stuck is shown to ops and to the team lead, of their site', async () => {
    const stuck = { since: `${today}T06:00:00.000Z`, attempts: 3, reason: 'no-recipient trainer' };
    await stage()
      .db.insertInto('stuckEffects')
      .values([own, foreign].map((journeyId) => ({ journeyId, key: 'reminder/x', ...stuck })))
      .execute();
    for (const person of ['o-1', 'l-1']) {
      const { body } = await get(person, '/api/stuck');
      expect(body.stuck).toEqual([{ journey: own, site: 'site-1', key: 'reminder/x', ...stuck }]);
    }
    expect((await get('o-1', '/api/stuck?site=site-2')).status).toBe(403);
    await stage().db.deleteFrom('stuckEffects').execute();
  });

  test('a store that lost a journey is found, and recorded again', async () => {
    const { db } = stage();
    await db.deleteFrom('entries').where('journeyId', '=', own).execute();
    await db.updateTable('journeys').set({ entries: 0 }).where('id', '=', own).execute();
    const found = await get('o-1', '/api/reconcile');
    expect([found.status, found.body]).toMatchObject([
      200,
      {
        figures: { journeys: 1, same: 0, closed: 0, open: 1 },
        journeys: [{ journey: own, found: { kind: 'storeBehind', lacks: 'entries' }, closed: false }],
      },
    ]);
    const mended = await post('o-1', '/api/reconcile', { journeys: [own] });
    expect(mended.body.figures).toMatchObject({ journeys: 1, closed: 1, open: 0 });
    const whole = await get('o-1', `/api/reconcile?journeys=${own}`);
    expect(whole.body.figures).toMatchObject({ journeys: 1, same: 1 });
    expect((await get('o-1', `/api/reconcile?journeys=${foreign}`)).status).toBe(403);
    expect((await get('l-1', '/api/reconcile')).status).toBe(403);
  });

  test('training places are ranked as the command line ranks them', async () => {
    const { body } = await get('w-1', `/api/journeys/${own}/match`);
    const { journeys, db } = stage();
    expect(body.matches).toEqual(JSON.parse(JSON.stringify(await matchesFor(journeys, db, own))));
    expect(body.matches.length).toBeGreaterThan(2);
  });
});

describe('data protection', () => {
  test('reads who was refused what at their site, newest first', async () => {
    const since = new Date().toISOString();
    await pause(5);
    await get('w-1', '/api/stuck');
    await get('w-1', `/api/journeys/${own}/verify`);
    const { body } = await get('d-1', `/api/refusals?since=${since}`);
    expect(body.items.slice(0, 2)).toMatchObject([
      {
        person: 'w-1',
        method: 'GET',
        route: '/api/journeys/:journey/verify',
        journey: own,
        code: 'forbidden',
      },
      { person: 'w-1', method: 'GET', route: '/api/stuck', code: 'forbidden' },
    ]);
    expect(body.total).toBe(2);
    const page = await get('d-1', `/api/refusals?since=${since}&limit=1&offset=1`);
    expect([page.body.items.length, page.body.total]).toEqual([1, 2]);
    expect((await get('d-1', '/api/refusals?limit=0')).body.reasons[0].field).toBe('querystring.limit');
  });

  test('sees whether a journal is as it was written', async () => {
    const path = `/api/journeys/${own}/verify`;
    expect((await get('d-1', path)).body).toEqual({ whole: true, brokenAt: null });
    const { db } = stage();
    await db
      .updateTable('entries')
      .set({ hash: 'x' })
      .where('journeyId', '=', own)
      .where('seq', '=', 2)
      .execute();
    expect((await get('d-1', path)).body).toEqual({ whole: false, brokenAt: 2 });
  });
});
