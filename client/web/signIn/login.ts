/** What a browser keeps while its user is at the provider of identities: sealed, for ten minutes, for one sign-in. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { z } from 'zod';
import { ownKey } from '../../../activities/store/secrets.ts';
import { clockOf, type SignInMeans } from './means.ts';
import { cookieName, cookieOptions } from './session.ts';

const Kept = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), returnTo: z.string() });
export type Kept = z.output<typeof Kept>;

type Means = Pick<SignInMeans, 'db' | 'publicUrl' | 'now'>;

const minutes = 10;
const loginCookie = (publicUrl: string | undefined): string => cookieName(publicUrl, 'wegbegleiter-login');

/** Keeps a sign-in that has begun; the one before is forgotten. */
export async function keepLogin(means: Means, reply: FastifyReply, login: Kept): Promise<void> {
  const { db, publicUrl } = means;
  const expires = new Date(clockOf(means).getTime() + minutes * 60_000);
  const sealed = await new EncryptJWT({ ...login })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setExpirationTime(expires)
    .encrypt(await ownKey(db, 'sign-in'));
  reply.setCookie(loginCookie(publicUrl), sealed, { ...cookieOptions(publicUrl), expires });
}

/** The sign-in that a browser has begun, which is then over; none where it was not sealed here or took too long. */
export async function takeLogin(
  means: Means,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Kept | undefined> {
  const name = loginCookie(means.publicUrl);
  const sealed = request.cookies[name];
  reply.clearCookie(name, cookieOptions(means.publicUrl));
  if (sealed === undefined) return undefined;
  try {
    const { payload } = await jwtDecrypt(sealed, await ownKey(means.db, 'sign-in'), {
      ...{ keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] },
      ...{ requiredClaims: ['exp'], currentDate: clockOf(means) },
    });
    return Kept.parse(payload);
  } catch {
    return undefined;
  }
}

const longest = 1_000;

/** Where to go after signing in: a page of ours, whatever was asked for. Pure. */
export function pageOf(returnTo: string | undefined, publicUrl: string): string {
  const { origin } = new URL(publicUrl);
  const path = returnTo?.startsWith('/') && returnTo.length <= longest ? returnTo : '/';
  const page = URL.canParse(path, origin) ? new URL(path, origin) : new URL(origin);
  const isPage = page.origin === origin && !/^\/(\/|(api|auth)(\/|$))/.test(page.pathname);
  return isPage ? page.href : `${origin}/`;
}
