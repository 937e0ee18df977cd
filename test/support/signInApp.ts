/** A small web server with sign-in and two routes that ask who it is. */

import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Store } from '../../activities/store/db.ts';
import { langOf, problemOf, problemType } from '../../client/web/problem.ts';
import { addSignIn, signedIn } from '../../client/web/signIn/signIn.ts';

export interface SignInApp {
  readonly web: FastifyInstance;
  readonly logged: unknown[];
  /** May be put forward. */
  readonly clock: { now: () => Date };
}

/** Makes it ready; it does not listen yet. */
export async function openApp(
  db: Store,
  env: NodeJS.ProcessEnv = {},
  publicUrl?: string,
): Promise<SignInApp> {
  const logged: unknown[] = [];
  const clock = { now: () => new Date() };
  const web = Fastify();
  web.setValidatorCompiler(validatorCompiler);
  web.setSerializerCompiler(serializerCompiler);
  web.setErrorHandler(async (error, request, reply) => {
    const problem = problemOf(error, langOf(request.headers['accept-language']));
    if (problem.status === 500) logged.push(error);
    return reply.code(problem.status).type(problemType).send(JSON.stringify(problem));
  });
  const log = (error: unknown) => logged.push(error);
  await addSignIn(web, { db, publicUrl, env, log, now: () => clock.now() });
  web.get('/api/who', async (request) => signedIn(request));
  web.post('/api/who', async (request) => signedIn(request));
  return { web, logged, clock };
}

/** An address on this machine that nothing listens at. */
export async function freeAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}/`;
}
