/** Signing in at the provider of identities: there, and back with a session. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { langOf, problemOf, WebError } from '../problem.ts';
import { knownBy } from './claims.ts';
import { keepLogin, pageOf, takeLogin } from './login.ts';
import type { SignInMeans } from './means.ts';
import { contentSecurity, notLetIn } from './pages.ts';
import { notAgain, type Provider, wayBack, wayThere } from './provider.ts';
import type { KeepRefusal } from './refused.ts';
import { openSession } from './session.ts';

/** Adds the two addresses that people pass through. */
export function addProvider(
  app: FastifyInstance,
  means: SignInMeans,
  provider: Provider,
  refuse: KeepRefusal,
): void {
  const web = app.withTypeProvider<ZodTypeProvider>();
  const querystring = z.object({ returnTo: z.string().optional() });
  const { publicUrl } = provider.settings;
  web.get('/auth/login', { schema: { hide: true, querystring } }, async (request, reply) =>
    orPage(request, reply, async () => {
      const { url, login } = await wayThere(provider);
      await keepLogin(means, reply, { ...login, returnTo: pageOf(request.query.returnTo, publicUrl) });
      return reply.redirect(url.href, 303);
    }),
  );
  web.get('/auth/callback', { schema: { hide: true } }, async (request, reply) =>
    orPage(request, reply, async () => {
      const login = await takeLogin(means, request, reply);
      if (login === undefined) throw notAgain();
      const [, query = ''] = request.url.split('?');
      const known = knownBy(await wayBack(provider, query, login), provider.settings);
      if ('error' in known) {
        const { person, roles, error } = known;
        await refuse(request, { person, roles, code: error.code });
        throw error;
      }
      await openSession(means, request, reply, { principal: known.principal, way: 'oidc' });
      return reply.redirect(login.returnTo, 303);
    }),
  );
}

/** People get a page to read where something is wrong, programs the problem. */
async function orPage(
  request: FastifyRequest,
  reply: FastifyReply,
  act: () => Promise<FastifyReply>,
): Promise<FastifyReply> {
  try {
    return await act();
  } catch (error) {
    const isReader = request.headers.accept?.includes('text/html') ?? false;
    if (!isReader || !(error instanceof WebError)) throw error;
    const problem = problemOf(error, langOf(request.headers['accept-language']));
    return reply
      .code(problem.status)
      .type('text/html; charset=utf-8')
      .header('content-security-policy', contentSecurity)
      .send(notLetIn(problem));
  }
}
