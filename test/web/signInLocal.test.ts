/** Signing in without a password works on this machine only; and a session counts only for what our own pages send. */
import type { InjectOptions, Response } from 'light-my-request';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../activities/store/db.ts';
import { Roster, savePeople } from '../../activities/store/people.ts';
import { listRefusals } from '../../activities/store/refusals.ts';
import { freshDatabase } from '../support/database.ts';
import { openApp, type SignInApp } from '../support/signInApp.ts';

let db: Store;
let app: SignInApp;
beforeAll(async () => {
  ({ db } = await freshDatabase());
  await savePeople(db, roster);
  app = await openApp(db);
});
afterAll(async () => {
  await app.web.close();
  await db.destroy();
});

const at = (role: string, personId: string) => ({ scope: 'site', scopeId: 'site-1', role, personId });
const roster = Roster.parse({
  people: [
    { id: 'w-1', name: 'Uta Beispiel' },
    { id: 'l-1', name: 'Ada Beispiel' },
    { id: 'p-1', name: 'Max Beispiel' },
  ],
  involvements: [at('caseWorker', 'w-1'), at('caseWorker', 'l-1'), at('teamLead', 'l-1')],
});

const own = { host: '127.0.0.1:8090', 'sec-fetch-site': 'same-origin' };
const inject = async (options: InjectOptions, headers: Record<string, string> = own): Promise<Response> =>
  await app.web.inject({ ...options, headers });
const sessionOf = async (person = 'w-1'): Promise<string> => {
  const { cookies } = await inject({ method: 'POST', url: '/auth/local', payload: { person } });
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
};

describe('on this machine', () => {
  it('one of the people the store knows is chosen', async () => {
    expect((await inject({ url: '/api/sign-in' })).json()).toEqual({
      way: 'local',
      people: [
        { person: 'l-1', name: 'Ada Beispiel', roles: ['caseWorker', 'teamLead'], sites: ['site-1'] },
        { person: 'w-1', name: 'Uta Beispiel', roles: ['caseWorker'], sites: ['site-1'] },
      ],
    });
    const answer = await inject({ method: 'POST', url: '/auth/local', payload: { person: 'l-1' } });
    expect(answer.json()).toEqual({ person: 'l-1', roles: ['caseWorker', 'teamLead'], sites: ['site-1'] });
    expect(answer.headers['set-cookie']).toMatch(
      /^wegbegleiter=[\w.-]+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    );
    const cookie = await sessionOf('l-1');
    expect((await inject({ url: '/api/who' }, { ...own, cookie })).json()).toMatchObject({ way: 'local' });
    expect(await sessionOf('nobody')).toBe('');
    expect(await sessionOf('p-1')).toBe('');
  });

  it.each(['localhost:8090', '[::1]:8090', '127.0.0.1'])('as %s', async (host) => {
    expect((await inject({ url: '/api/sign-in' }, { host })).statusCode).toBe(200);
  });
});

describe('from elsewhere', () => {
  const attempts: readonly (readonly [string, InjectOptions, Record<string, string>])[] = [
    ['by a name that was made to point here', {}, { host: 'evil.example' }],
    ['by a name that only begins so', {}, { host: '127.0.0.1.evil.example' }],
    ['through a proxy', {}, { 'x-forwarded-for': '127.0.0.1' }],
    ['through a proxy that says so otherwise', {}, { forwarded: 'for=127.0.0.1' }],
    ['through a proxy that gives its name', {}, { via: '1.1 proxy' }],
    ['from another machine', { remoteAddress: '192.0.2.7' }, {}],
    ['from another machine, in the other notation', { remoteAddress: '::ffff:192.0.2.7' }, {}],
  ];

  it.each(attempts)('nobody is offered, and nobody gets in: %s', async (_, options, headers) => {
    const all = { ...own, ...headers };
    const offer = await inject({ ...options, url: '/api/sign-in' }, all);
    expect(offer.statusCode).toBe(403);
    expect(offer.json().reasons[0].de).toContain('OIDC_ISSUER');
    const body = { method: 'POST', url: '/auth/local', payload: { person: 'w-1' } } as const;
    const answer = await inject({ ...options, ...body }, all);
    expect(answer.statusCode).toBe(403);
    expect(answer.cookies).toEqual([]);
    // Nor is a session of this machine worth anything there.
    const cookie = await sessionOf();
    expect((await inject({ ...options, url: '/api/who' }, { ...all, cookie })).statusCode).toBe(401);
  });

  it('is kept, once a minute as it is nobody', async () => {
    const { items } = await listRefusals(db, { sites: ['*'], limit: 9, offset: 0 });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ person: 'unknown', route: '/auth/local', method: 'POST' });
  });

  it('nobody gets in where the installation is reached from outside at all', async () => {
    const open = await openApp(db, {}, 'https://begleitung.example/');
    expect((await open.web.inject({ url: '/api/sign-in', headers: own })).statusCode).toBe(403);
    await open.web.close();
  });
});

describe('what another site sends', () => {
  const origin = 'http://127.0.0.1:8090';
  const host = '127.0.0.1:8090';
  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, 200],
    [{ 'sec-fetch-site': 'none' }, 200],
    [{ origin }, 200],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'cross-site', origin }, 403],
    [{ origin: 'http://127.0.0.1:8091' }, 403],
    [{ origin: 'null' }, 403],
    [{}, 403],
  ])('gets nobody’s rights: %j → %i', async (headers, status) => {
    const cookie = await sessionOf();
    const all = { host, cookie, ...headers };
    const answer = await inject({ method: 'POST', url: '/api/who', payload: {} }, all);
    expect(answer.statusCode).toBe(status);
    if (status === 403) expect(answer.json().code).toBe('cross-site');
    for (const [url, payload] of [
      ['/auth/local', { person: 'w-1' }],
      ['/auth/logout', {}],
    ] as const) {
      expect((await inject({ method: 'POST', url, payload }, { ...all })).statusCode).toBe(status);
    }
    // Reading changes nothing.
    if (status === 403) expect((await inject({ url: '/api/who' }, all)).statusCode).toBe(200);
  });

  it('is not taken as a form either', async () => {
    const headers = { ...own, cookie: await sessionOf(), 'content-type': 'text/plain' };
    const answer = await inject({ method: 'POST', url: '/api/who', payload: '{"a":1}' }, headers);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().reasons[0].en).toContain('application/json');
  });
});
