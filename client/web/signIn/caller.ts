/**
 * Who asks. A session counts for what one of our own pages sends, and for nothing else: another site's form gets nobody's
 * rights, whatever cookie the browser sends with it.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { WebError } from '../problem.ts';
import type { Principal } from '../rights.ts';
import { mayBeLocal } from './local.ts';
import { type Caller, notSignedIn, type SignInMeans } from './means.ts';
import { changes, isFromOurPage, isJson } from './origin.ts';
import { readSession } from './session.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, or why that does not count; nothing where nobody has signed in. */
    caller: Caller | WebError | undefined;
  }
}

/** Who a token belongs to; an error where it is not good. */
export type ReadToken = (token: string) => Promise<Principal>;

/** Finds out who asks, once the cookies have been read, for whatever lies below `/api/` and `/auth/`. */
export function addCaller(web: FastifyInstance, means: SignInMeans, readToken: ReadToken | undefined): void {
  web.decorateRequest('caller', undefined);
  web.addHook('onRequest', async (request) => {
    if (/^\/(api|auth)\//.test(request.url)) request.caller = await callerOf(means, request, readToken);
  });
}

/** Whoever has signed in, and how. @throws WebError `not-signed-in`, `cross-site`, `bad-request`, `unavailable` */
export function signedIn({ caller }: FastifyRequest): Caller {
  if (caller instanceof WebError) throw caller;
  if (caller === undefined) throw notSignedIn();
  return caller;
}

/** Whoever has signed in. @throws WebError as `signedIn` does */
export const principalOf = (request: FastifyRequest): Principal => signedIn(request).principal;

/** Refuses what another site may have sent. @throws WebError `cross-site`, `bad-request` */
export function mustBeOurs(request: FastifyRequest, publicUrl: string | undefined): void {
  const fault = changes(request) ? faultOf(request, publicUrl) : undefined;
  if (fault !== undefined) throw fault;
}

async function callerOf(
  means: SignInMeans,
  request: FastifyRequest,
  readToken: ReadToken | undefined,
): Promise<Caller | WebError | undefined> {
  const { authorization } = request.headers;
  // A program that shows a token means this token, whatever cookies it has.
  if (authorization !== undefined) return await bearer(authorization, readToken);
  const session = await readSession(means, request);
  if (session === undefined) return undefined;
  const { principal, way } = session;
  const isInForce = way === 'oidc' ? isOidc(means) : !isOidc(means) && mayBeLocal(request, means.publicUrl);
  if (!isInForce) return undefined;
  return (changes(request) ? faultOf(request, means.publicUrl) : undefined) ?? { principal, way };
}

/** Whether people sign in at a provider of identities. */
export const isOidc = ({ env }: Pick<SignInMeans, 'env'>): boolean => Boolean(env.OIDC_ISSUER);

async function bearer(authorization: string, readToken: ReadToken | undefined): Promise<Caller | WebError> {
  const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  if (token === undefined || readToken === undefined) return notSignedIn();
  try {
    return { principal: await readToken(token), way: 'bearer' };
  } catch (error) {
    if (error instanceof WebError) return error;
    throw error;
  }
}

function faultOf(request: FastifyRequest, publicUrl: string | undefined): WebError | undefined {
  if (!isFromOurPage(request, publicUrl)) {
    return new WebError('cross-site', {
      de: 'Das kam nicht von einer Seite dieser Installation und wurde deshalb nicht ausgeführt.',
      en: 'This did not come from a page of this installation and was therefore not carried out.',
    });
  }
  if (isJson(request)) return undefined;
  return new WebError('bad-request', {
    de: 'Angaben werden nur als JSON angenommen (Content-Type: application/json).',
    en: 'Only JSON is taken (Content-Type: application/json).',
  });
}
