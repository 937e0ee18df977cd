/**
 * The provider of identities (OpenID Connect): the way there with PKCE, the way back, the way out. It is asked for its addresses
 * when they are first needed, and again after it could not be reached.
 */
import * as oidc from 'openid-client';
import { WebError } from '../problem.ts';
import { type Claims, isComplete } from './claims.ts';
import type { OidcSettings } from './settings.ts';

export interface Provider {
  readonly settings: OidcSettings;
  /** Its addresses. @throws WebError `unavailable` */
  readonly found: () => Promise<oidc.Configuration>;
  /** Writes what went wrong, by codes only. */
  readonly log: (error: unknown) => void;
}

/** What must be known again when somebody comes back: kept in their browser, sealed. */
export interface Login {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** How long it may take to answer, in seconds. */
const patience = 10;

/** Nothing is asked yet. */
export function openProvider(settings: OidcSettings, log: Provider['log']): Provider {
  let pending: Promise<oidc.Configuration> | undefined;
  const found = async (): Promise<oidc.Configuration> => {
    pending ??= discover(settings).catch((error: unknown) => {
      pending = undefined;
      log(new Error(`the provider of identities cannot be reached (${codeOf(error)})`));
      throw unreachable();
    });
    return await pending;
  };
  return { settings, found, log };
}

/** Where to send somebody to sign in, and what to keep until they come back. */
export async function wayThere({
  settings,
  found,
}: Provider): Promise<{ readonly url: URL; readonly login: Login }> {
  const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
  const url = oidc.buildAuthorizationUrl(await found(), {
    ...{ redirect_uri: settings.redirectUri, scope: settings.scope, response_type: 'code', state, nonce },
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  return { url, login: { state, nonce, verifier } };
}

/**
 * Trades the code that somebody came back with for what the provider says about them.
 * @throws WebError `not-signed-in` where the code is not good, `unavailable`
 */
export async function wayBack(provider: Provider, query: string, login: Login): Promise<Claims> {
  const { settings } = provider;
  const configuration = await provider.found();
  try {
    const tokens = await oidc.authorizationCodeGrant(
      configuration,
      new URL(`${settings.redirectUri}?${query}`),
      {
        expectedState: login.state,
        expectedNonce: login.nonce,
        pkceCodeVerifier: login.verifier,
        idTokenExpected: true,
      },
    );
    const claims: Claims = tokens.claims() ?? {};
    const asks = configuration.serverMetadata().userinfo_endpoint !== undefined;
    if (isComplete(claims, settings) || !asks) return claims;
    const more = await oidc.fetchUserInfo(configuration, tokens.access_token, String(claims.sub));
    return { ...more, ...claims };
  } catch (error) {
    provider.log(new Error(`signing in failed (${codeOf(error)})`));
    throw isTheirs(error) ? notAgain() : unreachable();
  }
}

/** Where one signs out of the provider too, if it has such a place and can be reached. */
export async function wayOut({ settings, found }: Provider): Promise<string | undefined> {
  try {
    const configuration = await found();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
    return oidc.buildEndSessionUrl(configuration, { post_logout_redirect_uri: settings.publicUrl }).href;
  } catch {
    return undefined;
  }
}

async function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<oidc.Configuration> {
  // The settings allow plain HTTP on this machine only.
  const execute = issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
  return await oidc.discovery(issuer, clientId, clientSecret, undefined, { execute, timeout: patience });
}

/** Whether it lies with what the browser came back with: the code was used or is too old, the state is another one's. */
function isTheirs(error: unknown): boolean {
  if (error instanceof oidc.AuthorizationResponseError) return true;
  if (error instanceof oidc.ResponseBodyError) return error.error === 'invalid_grant';
  return error instanceof oidc.ClientError && theirCodes.includes(error.code ?? '');
}

const theirCodes = ['OAUTH_INVALID_RESPONSE', 'OAUTH_JWT_CLAIM_COMPARISON_FAILED'];

/** What went wrong, without any of what was sent. */
export function codeOf(error: unknown): string {
  if (error instanceof oidc.ResponseBodyError || error instanceof oidc.AuthorizationResponseError) {
    return error.error.replaceAll(/[^\w-]/g, '').slice(0, 40);
  }
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as NodeJS.ErrnoException;
  return code ?? (error.cause instanceof Error ? codeOf(error.cause) : error.name);
}

/** @see openProvider */
export const unreachable = (): WebError =>
  new WebError('unavailable', {
    de: 'Der Anmeldedienst ist gerade nicht erreichbar oder antwortet nicht, wie er soll. Bitte versuchen Sie es in ein paar Minuten noch einmal.',
    en: 'The provider of identities cannot be reached just now, or does not answer as it should. Please try again in a few minutes.',
  });

export const notAgain = (): WebError =>
  new WebError('not-signed-in', {
    de: 'Diese Anmeldung ist abgebrochen, abgelaufen oder schon verwendet worden. Bitte melden Sie sich noch einmal an.',
    en: 'This sign-in was broken off, has expired or was used before. Please sign in once more.',
  });
