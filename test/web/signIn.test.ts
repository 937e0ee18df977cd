/** Signing in at a provider of identities: there and back, and all that must not let anybody in. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../activities/store/db.ts';
import { listRefusals } from '../../activities/store/refusals.ts';
import { freshDatabase } from '../support/database.ts';
import { startProvider, type TestProvider } from '../support/oidcProvider.ts';
import { freeAddress, openApp, type SignInApp } from '../support/signInApp.ts';
import { fillIn, newSurfer, type Page, type Surfer } from '../support/surfer.ts';

const people = {
  'w-1': { roles: ['caseWorker', 'unheard-of'], sites: ['site-1'] },
  'l-1': { roles: 'leitung', sites: '*' },
  'o-1': { roles: ['ops'] },
  'n-1': { roles: ['guest'], sites: ['site-1'] },
  's-1': { roles: ['teamLead'] },
  'a@example.org': { roles: ['caseWorker'], sites: ['site-1'] },
};

let db: Store;
let home: string;
let provider: TestProvider;
let app: SignInApp;
let surfer: Surfer;

const settings = (issuer: string): NodeJS.ProcessEnv => ({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: 'board',
  OIDC_CLIENT_SECRET: 'a-secret-of-the-test-provider',
  OIDC_SCOPE: 'openid profile',
  OIDC_ROLE_MAP: 'leitung=teamLead, leitung=caseWorker',
});

const listen = async (web: FastifyInstance, url: string): Promise<void> => {
  await web.listen({ host: '127.0.0.1', port: Number(new URL(url).port) });
};

beforeAll(async () => {
  ({ db } = await freshDatabase());
  home = await freeAddress();
  const client = { clientId: 'board', clientSecret: 'a-secret-of-the-test-provider' };
  provider = await startProvider({ ...client, publicUrl: home, people });
  app = await openApp(db, settings(provider.issuer), home);
  await listen(app.web, home);
});
afterAll(async () => {
  await app.web.close();
  await provider.close();
  await db.destroy();
});
beforeEach(() => {
  surfer = newSurfer();
  app.clock.now = () => new Date();
});

const at = (path: string): string => new URL(path, home).href;
const isCallback = (url: string): boolean => url.startsWith(at('/auth/callback'));
const signIn = async (login: string, from = '/auth/login', stop?: (url: string) => boolean): Promise<Page> =>
  await fillIn(surfer, await surfer.go(at(from)), login, stop);
const who = async (): Promise<{ status: number; body: unknown }> => {
  const { status, text } = await surfer.ask(at('/api/who'));
  return { status, body: JSON.parse(text) };
};
const post = (path: string): Promise<Page> =>
  surfer.ask(at(path), { method: 'POST', headers: { origin: new URL(home).origin } });

describe('signing in at the provider', () => {
  it('leads there, back to the page that was asked for, and says who it is', async () => {
    expect(JSON.parse((await surfer.ask(at('/api/sign-in'))).text)).toEqual({
      way: 'oidc',
      url: '/auth/login',
    });
    expect((await who()).status).toBe(401);
    const page = await signIn('w-1', '/auth/login?returnTo=/participants%3Fphase%3Dintake');
    expect(page.url).toBe(at('/participants?phase=intake'));
    expect(await who()).toEqual({
      status: 200,
      body: { principal: { person: 'w-1', roles: ['caseWorker'], sites: ['site-1'] }, way: 'oidc' },
    });
  });

  it('takes roles by the names the provider has for them, and roles that hold at no site', async () => {
    await signIn('l-1');
    expect((await who()).body).toMatchObject({
      principal: { person: 'l-1', roles: ['caseWorker', 'teamLead'], sites: ['*'] },
    });
    surfer = newSurfer();
    await signIn('o-1');
    expect((await who()).body).toMatchObject({ principal: { person: 'o-1', roles: ['ops'], sites: [] } });
  });

  it('asks with PKCE, state and nonce, and keeps them where no script and no other site reads them', async () => {
    const { headers } = await surfer.ask(at('/auth/login'));
    const { searchParams } = new URL(headers.get('location') ?? '');
    expect(Object.fromEntries(searchParams)).toMatchObject({
      ...{ response_type: 'code', scope: 'openid profile', code_challenge_method: 'S256' },
      redirect_uri: at('/auth/callback'),
    });
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(searchParams.get(name)?.length).toBeGreaterThan(40);
    }
    const [cookie = ''] = headers.getSetCookie();
    expect(cookie).toMatch(/; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    expect(cookie).not.toContain(searchParams.get('state'));
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    '/.//evil.example',
    'https://evil.example',
    '/\t/evil.example',
    '/auth/login',
    'javascript:alert(1)',
  ])('leads to no other site: %j', async (returnTo) => {
    const page = await signIn('w-1', `/auth/login?returnTo=${encodeURIComponent(returnTo)}`, (url) =>
      [at('/'), `${at('/')}/evil.example`].includes(url),
    );
    expect(new URL(page.url).origin).toBe(new URL(home).origin);
    expect(page.url).not.toContain('/auth/');
  });
});

describe('nobody is let in', () => {
  const refusedPage = async (url: string): Promise<Page> => {
    const page = await surfer.ask(url);
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(page.text).toContain('href="/auth/login"');
    expect((await who()).status).toBe(401);
    return page;
  };

  it.each([
    ['without a role that is known', 'n-1', /In »roles« muss.*"roles" must hold/s],
    ['without a site for a role that needs one', 's-1', /»sites«.*"sites"/s],
    ['whose id may be a name', 'a@example.org', /»sub«.*"sub"/s],
  ])('%s', async (_, login, words) => {
    const { status, text } = await refusedPage((await signIn(login, '/auth/login', isCallback)).url);
    expect(status).toBe(403);
    expect(text.replaceAll('&#34;', '"')).toMatch(words);
    expect(text).not.toContain(login);
    const [refusal] = (await listRefusals(db, { sites: ['*'], limit: 1, offset: 0 })).items;
    const person = login.includes('@') ? 'unknown' : login;
    expect(refusal).toMatchObject({ person, code: 'forbidden', route: '/auth/callback' });
  });

  it('with the state of another sign-in', async () => {
    const { url } = await signIn('w-1', '/auth/login', isCallback);
    const changed = new URL(url);
    changed.searchParams.set('state', 'another-one');
    expect((await refusedPage(changed.href)).status).toBe(401);
    // What was begun is over then.
    expect((await refusedPage(url)).status).toBe(401);
  });

  it('with a code that was used', async () => {
    const { url } = await signIn('w-1', '/auth/login', isCallback);
    const before = new Map(surfer.cookies);
    await surfer.ask(url);
    expect((await who()).status).toBe(200);
    surfer = newSurfer();
    for (const [name, value] of before) surfer.cookies.set(name, value);
    expect((await refusedPage(url)).status).toBe(401);
  });

  it('from another browser, too late, or where the provider said no', async () => {
    const { url } = await signIn('w-1', '/auth/login', isCallback);
    const cookies = new Map(surfer.cookies);
    surfer = newSurfer();
    expect((await refusedPage(url)).text).toContain('noch einmal an');
    for (const [name, value] of cookies) surfer.cookies.set(name, value);
    app.clock.now = () => new Date(Date.now() + 11 * 60_000);
    expect((await refusedPage(url)).status).toBe(401);
    const state = new URL(url).searchParams.get('state');
    await surfer.ask(at('/auth/login'));
    expect((await refusedPage(at(`/auth/callback?error=access_denied&state=${state}`))).status).toBe(401);
  });

  it('with a session that was tampered with, is over, or was signed by somebody else', async () => {
    await signIn('w-1');
    const [name = '', token = ''] = [...surfer.cookies].find(([one]) => /^wegbegleiter-\d+$/.test(one)) ?? [];
    const [header, , signature] = token.split('.');
    const claims = {
      jti: 'x',
      sub: 'l-1',
      roles: ['teamLead'],
      sites: ['*'],
      way: 'oidc',
      exp: 9_999_999_999,
    };
    const forged = Buffer.from(JSON.stringify(claims)).toString('base64url');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    for (const bad of [`${header}.${forged}.${signature}`, `${none}.${forged}.`, token.slice(0, -4), '']) {
      surfer.cookies.set(name, bad);
      expect((await who()).status).toBe(401);
    }
    surfer.cookies.set(name, token);
    expect((await who()).status).toBe(200);
    app.clock.now = () => new Date(Date.now() + 13 * 3_600_000);
    expect((await who()).status).toBe(401);
  });

  it('without a password, even on this machine', async () => {
    const { url: own } = { url: at('/auth/local') };
    const headers = { origin: new URL(home).origin, 'content-type': 'application/json' };
    const page = await surfer.ask(own, { method: 'POST', headers, body: '{"person":"w-1"}' });
    expect(page.status).toBe(403);
    expect((await who()).status).toBe(401);
  });
});

describe('signing out', () => {
  it('ends the session on the server, so that a copy of the cookie is worth nothing', async () => {
    await signIn('w-1');
    const copy = new Map(surfer.cookies);
    const { status, text } = await post('/auth/logout');
    expect(status).toBe(200);
    expect((await who()).status).toBe(401);
    for (const [name, value] of copy) surfer.cookies.set(name, value);
    expect((await who()).status).toBe(401);
    const url = new URL(JSON.parse(text).url);
    expect(url.origin).toBe(provider.issuer);
    expect(url.searchParams.get('post_logout_redirect_uri')).toBe(home);
    expect((await surfer.ask(url.href)).status).toBe(200);
  });

  it('ends the session before when somebody signs in again', async () => {
    await signIn('w-1');
    const copy = new Map(surfer.cookies);
    await surfer.go(at('/auth/login'));
    expect((await who()).status).toBe(200);
    surfer = newSurfer();
    for (const [name, value] of copy) surfer.cookies.set(name, value);
    expect((await who()).status).toBe(401);
  });

  it('does nothing where nobody is signed in', async () => {
    expect(await post('/auth/logout')).toMatchObject({ status: 200, text: '{}' });
  });
});

describe('a provider that cannot be reached', () => {
  it('is said to be so, and asked again', async () => {
    const [own, gone] = [await freeAddress(), await freeAddress()];
    const down = await openApp(db, settings(gone), own);
    const answer = await down.web.inject({ url: '/auth/login' });
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ code: 'unavailable' });
    const page = await down.web.inject({ url: '/auth/login', headers: { accept: 'text/html' } });
    expect(page).toMatchObject({ statusCode: 503 });
    expect(page.body).toContain('Anmeldedienst');
    expect(down.logged.map(String)).toContain(
      'Error: the provider of identities cannot be reached (ECONNREFUSED)',
    );
    const back = await startProvider({
      ...{ clientId: 'board', publicUrl: own, people, port: Number(new URL(gone).port) },
    });
    expect((await down.web.inject({ url: '/auth/login' })).statusCode).toBe(303);
    await back.close();
    await down.web.close();
  });
});

describe('a public client', () => {
  it('signs in by PKCE alone, with claims in the ID token, deep inside and under names of their own', async () => {
    const own = await freeAddress();
    const deep = { realm_access: { roles: ['teamLead'] }, 'https://x.example/sites': ['site-2'], no: 'k-7' };
    const issuer = await startProvider({
      ...{ clientId: 'public', publicUrl: own, people: { anybody: deep }, claimsInToken: true },
    });
    const env = {
      ...{
        OIDC_ISSUER: issuer.issuer,
        OIDC_CLIENT_ID: 'public',
        OIDC_SCOPE: 'openid profile',
        OIDC_PERSON_CLAIM: 'no',
      },
      ...{ OIDC_ROLES_CLAIM: 'realm_access.roles', OIDC_SITES_CLAIM: 'https://x.example/sites' },
    };
    const other = await openApp(db, env, own);
    await listen(other.web, own);
    await fillIn(surfer, await surfer.go(new URL('/auth/login', own).href), 'anybody');
    const { text } = await surfer.ask(new URL('/api/who', own).href);
    expect(JSON.parse(text).principal).toEqual({ person: 'k-7', roles: ['teamLead'], sites: ['site-2'] });
    await other.web.close();
    await issuer.close();
  });
});
