/**
 * A session: a signed cookie that says who it is and until when, in opaque ids. It lasts a working day and is not renewed. Ended
 * sessions are known to the store, so that a copy of the cookie is worth nothing.
 */
import { randomUUID } from 'node:crypto';
import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { ownKey } from '../../../activities/store/secrets.ts';
import { endSession, hasEnded } from '../../../activities/store/sessions.ts';
import { type Principal, signInRoles } from '../rights.ts';
import { clockOf, type SignInMeans } from './means.ts';

export interface Session {
  readonly id: string;
  readonly principal: Principal;
  readonly way: 'oidc' | 'local';
  readonly endsAt: Date;
}

type Means = Pick<SignInMeans, 'db' | 'publicUrl' | 'now'>;

const hours = 12;

const Claims = z.object({
  jti: z.string().min(1),
  sub: z.string().min(1),
  roles: z.array(z.enum(signInRoles)),
  sites: z.array(z.string()),
  way: z.enum(['oidc', 'local']),
  exp: z.number(),
});

const isSecure = (publicUrl: string | undefined): boolean => publicUrl?.startsWith('https:') ?? false;

/**
 * The name of a cookie of this installation. Behind HTTPS a browser takes it from this host alone; without, several
 * installations may share a host, since cookies know no ports. Pure.
 */
export function cookieName(publicUrl: string | undefined, purpose: string): string {
  if (isSecure(publicUrl)) return `__Host-${purpose}`;
  const port = publicUrl === undefined ? '' : new URL(publicUrl).port;
  return port === '' ? purpose : `${purpose}-${port}`;
}

/** No script reads it, and no other site's form sends it along. Pure. */
export const cookieOptions = (publicUrl: string | undefined): CookieSerializeOptions => ({
  ...{ path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(publicUrl) },
});

const sessionCookie = (publicUrl: string | undefined): string => cookieName(publicUrl, 'wegbegleiter');

/** Begins a session and ends the one that the browser had before. */
export async function openSession(
  means: Means,
  request: FastifyRequest,
  reply: FastifyReply,
  { principal, way }: Pick<Session, 'principal' | 'way'>,
): Promise<void> {
  await endOf(means, await readSession(means, request));
  const { db, publicUrl } = means;
  const { person, roles, sites } = principal;
  const endsAt = new Date(clockOf(means).getTime() + hours * 3_600_000);
  const token = await new SignJWT({ roles, sites, way })
    .setProtectedHeader({ alg: 'HS256' })
    .setJti(randomUUID())
    .setSubject(person)
    .setExpirationTime(endsAt)
    .sign(await ownKey(db, 'sessions'));
  reply.setCookie(sessionCookie(publicUrl), token, { ...cookieOptions(publicUrl), expires: endsAt });
}

/** The session a request belongs to; none where it was not signed here, is over or was ended. */
export async function readSession(means: Means, request: FastifyRequest): Promise<Session | undefined> {
  const token = request.cookies[sessionCookie(means.publicUrl)];
  if (token === undefined) return undefined;
  const session = await sessionOf(token, await ownKey(means.db, 'sessions'), clockOf(means));
  return session === undefined || (await hasEnded(means.db, session.id)) ? undefined : session;
}

/** Ends a request's session for good, here and in the browser. Says which one it was. */
export async function closeSession(
  means: Means,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Session | undefined> {
  const session = await readSession(means, request);
  await endOf(means, session);
  reply.clearCookie(sessionCookie(means.publicUrl), cookieOptions(means.publicUrl));
  return session;
}

async function endOf(means: Means, session: Session | undefined): Promise<void> {
  if (session === undefined) return;
  const { id, endsAt } = session;
  await endSession(means.db, { id, until: endsAt.toISOString() }, clockOf(means).toISOString());
}

async function sessionOf(token: string, key: Uint8Array, currentDate: Date): Promise<Session | undefined> {
  try {
    const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], currentDate });
    const { jti, sub, roles, sites, way, exp } = Claims.parse(payload);
    return { id: jti, principal: { person: sub, roles, sites }, way, endsAt: new Date(exp * 1_000) };
  } catch {
    return undefined;
  }
}
