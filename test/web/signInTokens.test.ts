/** Programs get in by an access token of the provider, if it was made for this installation; and what the settings must say. */
import { generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../activities/store/db.ts';
import { readOidcSettings } from '../../client/web/signIn/settings.ts';
import { freshDatabase } from '../support/database.ts';
import { startProvider, type TestProvider } from '../support/oidcProvider.ts';
import { openApp, type SignInApp } from '../support/signInApp.ts';

const publicUrl = 'https://begleitung.example/';
const known = { sub: 'robot-1', roles: ['ops'], sites: ['*'], audience: 'wegbegleiter' };

let db: Store;
let provider: TestProvider;
let app: SignInApp;
beforeAll(async () => {
  ({ db } = await freshDatabase());
  provider = await startProvider({ clientId: 'board', publicUrl, people: {} });
  app = await openApp(db, { ...settings(), OIDC_AUDIENCE: 'wegbegleiter' }, publicUrl);
});
afterAll(async () => {
  await app.web.close();
  await provider.close();
  await db.destroy();
});

const settings = (): NodeJS.ProcessEnv => ({ OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: 'board' });
const ask = async (authorization: string, { web }: SignInApp = app) =>
  await web.inject({ method: 'POST', url: '/api/who', payload: {}, headers: { authorization } });

describe('a token', () => {
  it('lets a program in, which needs no page', async () => {
    const answer = await ask(`Bearer ${await provider.token(known)}`);
    expect(answer.json()).toEqual({
      principal: { person: 'robot-1', roles: ['ops'], sites: ['*'] },
      way: 'bearer',
    });
  });

  it('lets nobody in that has expired, is for another service, or was signed by another key', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const bad = [
      await provider.token({ ...known, expiresIn: -1 }),
      await provider.token({ ...known, audience: 'another-service' }),
      await provider.token(known, privateKey),
      'no-token',
    ];
    for (const token of bad) {
      const answer = await ask(`Bearer ${token}`);
      expect(answer.statusCode).toBe(401);
      expect(answer.body).not.toContain(token);
    }
    expect((await ask('Basic dzpx')).statusCode).toBe(401);
  });

  it('of somebody without a role is refused', async () => {
    const answer = await ask(`Bearer ${await provider.token({ ...known, roles: ['guest'] })}`);
    expect(answer.statusCode).toBe(403);
    expect(answer.json().reasons).toMatchObject([{ code: 'role-missing' }]);
  });

  it('lets nobody in where nothing says for whom tokens are made', async () => {
    const other = await openApp(db, settings(), publicUrl);
    expect((await ask(`Bearer ${await provider.token(known)}`, other)).statusCode).toBe(401);
    await other.web.close();
  });
});

describe('the settings', () => {
  it('are none without a provider', () => {
    expect(readOidcSettings({ OIDC_ISSUER: '' }, undefined)).toBeUndefined();
  });

  it('name each variable that is missing or wrong', () => {
    const wrong = { OIDC_ISSUER: 'http://id.example', OIDC_SCOPE: 'profile', OIDC_ROLE_MAP: 'a=boss' };
    const read = (): unknown => readOidcSettings(wrong, undefined);
    for (const name of ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_SCOPE', 'OIDC_ROLE_MAP', 'PUBLIC_URL']) {
      expect(read).toThrow(`  ${name}: `);
    }
  });
});

describe('behind HTTPS', () => {
  it('cookies are taken from this host alone and sent by no other way', async () => {
    const { headers } = await app.web.inject({ url: '/auth/login' });
    expect(headers['set-cookie']).toMatch(/^__Host-wegbegleiter-login=.*; Path=\/; .*; Secure; /);
    expect(headers['set-cookie']).not.toContain('Domain');
  });
});
