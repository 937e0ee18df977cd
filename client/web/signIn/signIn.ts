/** Signing in and out, and who asks. Where `OIDC_ISSUER` is set people sign in there, else locally on this machine. */
import cookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { WebError } from '../problem.ts';
import { signInRoles } from '../rights.ts';
import { addCaller, mustBeOurs } from './caller.ts';
import { localPeople, localPrincipal } from './local.ts';
import { Candidate, clockOf, type SignInMeans } from './means.ts';
import { addProvider } from './oidc.ts';
import { openProvider, type Provider, wayOut } from './provider.ts';
import { type KeepRefusal, keepingRefusals } from './refused.ts';
import { closeSession, openSession } from './session.ts';
import { readOidcSettings } from './settings.ts';
import { readingTokens } from './tokens.ts';

export { principalOf, signedIn } from './caller.ts';
export type { Caller, Candidate, SignInMeans, SignInWay } from './means.ts';

/** How one signs in here: by choosing oneself, or at an address. */
export const SignInOffer = z.discriminatedUnion('way', [
  z.object({ way: z.literal('local'), people: z.array(Candidate) }),
  z.object({ way: z.literal('oidc'), url: z.string() }),
]);
export type SignInOffer = z.output<typeof SignInOffer>;

const tags = ['Signing in'];

/**
 * Adds the routes of signing in, and to each request who asks (`principalOf`). Throws where the settings are wrong; the provider
 * itself is not asked yet.
 */
export async function addSignIn(app: FastifyInstance, means: SignInMeans): Promise<void> {
  const settings = readOidcSettings(means.env, means.publicUrl);
  const provider = settings && openProvider(settings, means.log);
  const refuse = keepingRefusals(means);
  await app.register(cookie);
  addCaller(app, means, provider && readingTokens(provider, () => clockOf(means)));
  addOffer(app, means, provider);
  if (provider !== undefined) addProvider(app, means, provider, refuse);
  addLocal(app, means, provider, refuse);
  addLogout(app, means, provider);
}

function addOffer(app: FastifyInstance, means: SignInMeans, provider: Provider | undefined): void {
  const schema = { summary: 'How one signs in here', tags, response: { 200: SignInOffer } };
  app
    .withTypeProvider<ZodTypeProvider>()
    .get('/api/sign-in', { schema }, async (request): Promise<SignInOffer> => {
      if (provider !== undefined) return { way: 'oidc', url: '/auth/login' };
      return { way: 'local', people: [...(await localPeople(means, request))] };
    });
}

function addLocal(
  app: FastifyInstance,
  means: SignInMeans,
  provider: Provider | undefined,
  refuse: KeepRefusal,
): void {
  const body = z.object({ person: z.string().max(100) });
  const known = z.object({
    ...{ person: z.string(), roles: z.array(z.enum(signInRoles)), sites: z.array(z.string()) },
  });
  const schema = { summary: 'Sign in on this machine', tags, body, response: { 200: known } };
  app.withTypeProvider<ZodTypeProvider>().post('/auth/local', { schema }, async (request, reply) => {
    mustBeOurs(request, means.publicUrl);
    try {
      if (provider !== undefined) throw atProvider();
      const principal = await localPrincipal(means, request, request.body.person);
      await openSession(means, request, reply, { principal, way: 'local' });
      return { ...principal, roles: [...principal.roles], sites: [...principal.sites] };
    } catch (error) {
      if (error instanceof WebError) await refuse(request, { ...nobody, code: error.code });
      throw error;
    }
  });
}

const nobody = { person: undefined, roles: [] };

function addLogout(app: FastifyInstance, means: SignInMeans, provider: Provider | undefined): void {
  const response = {
    200: z.object({ url: z.string().optional().describe('where one signs out of the provider too') }),
  };
  const schema = { summary: 'Sign out', tags, response };
  app.withTypeProvider<ZodTypeProvider>().post('/auth/logout', { schema }, async (request, reply) => {
    mustBeOurs(request, means.publicUrl);
    const session = await closeSession(means, request, reply);
    const url = provider && session?.way === 'oidc' ? await wayOut(provider) : undefined;
    return url === undefined ? {} : { url };
  });
}

const atProvider = (): WebError =>
  new WebError('forbidden', {
    de: 'Hier meldet man sich beim Anmeldedienst an, nicht ohne Kennwort.',
    en: 'Here one signs in at the provider of identities, not without a password.',
  });
