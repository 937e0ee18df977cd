/**
 * Signing in on this machine without a password, as one of the people the store knows. It is for trying the product out, so it
 * serves nobody from elsewhere.
 */
import type { FastifyRequest } from 'fastify';
import { listSignInCandidates } from '../../../activities/store/staffList.ts';
import { WebError } from '../problem.ts';
import { type Principal, signInRoles } from '../rights.ts';
import type { Candidate, SignInMeans } from './means.ts';
import { isLoopbackUrl, isOnThisMachine } from './origin.ts';

/** Whether a request may use the local sign-in: from this machine, to an installation that is reached from nowhere else. */
export const mayBeLocal = (request: FastifyRequest, publicUrl: string | undefined): boolean =>
  (publicUrl === undefined || isLoopbackUrl(publicUrl)) && isOnThisMachine(request);

/** Who may be chosen. @throws WebError `forbidden` from elsewhere, with what to set up instead */
export async function localPeople(
  means: SignInMeans,
  request: FastifyRequest,
): Promise<readonly Candidate[]> {
  if (!mayBeLocal(request, means.publicUrl)) throw notHere();
  const people = await listSignInCandidates(means.db, signInRoles);
  return people.map(({ id, name, roles, sites }) => ({
    ...{ person: id, name, sites },
    roles: signInRoles.filter((role) => roles.includes(role)),
  }));
}

/** Whoever was chosen. @throws WebError `forbidden` from elsewhere, `bad-request` where nobody has that id */
export async function localPrincipal(
  means: SignInMeans,
  request: FastifyRequest,
  person: string,
): Promise<Principal> {
  const found = (await localPeople(means, request)).find((one) => one.person === person);
  if (found === undefined) throw nobody();
  const { roles, sites } = found;
  return { person, roles, sites };
}

const notHere = (): WebError =>
  new WebError('forbidden', {
    de: 'Ohne Kennwort kann man sich nur an dem Rechner selbst anmelden, unter http://127.0.0.1 und ohne Proxy davor. Für alle anderen braucht die Installation einen Anmeldedienst (OpenID Connect): OIDC_ISSUER, OIDC_CLIENT_ID und PUBLIC_URL setzen, siehe README, »Signing in«.',
    en: 'Without a password one can sign in on the machine itself only, at http://127.0.0.1 with no proxy in front. For everybody else the installation needs a provider of identities (OpenID Connect): set OIDC_ISSUER, OIDC_CLIENT_ID and PUBLIC_URL, see "Signing in" in the README.',
  });

const nobody = (): WebError =>
  new WebError('bad-request', {
    de: 'Als diese Person kann man sich hier nicht anmelden.',
    en: 'Nobody of that id can sign in here.',
  });
