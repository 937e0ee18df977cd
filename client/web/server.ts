/** The web server: answers and calendars for those who do not sign in, the API, and the board. One process, one origin. */
import compress from '@fastify/compress';
import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { addPublicPages } from './answers.ts';
import { addApi } from './api/api.ts';
import { addBoard } from './board.ts';
import type { WebMeans } from './means.ts';

export type { WebMeans } from './means.ts';

/** Makes the server ready to listen. */
export function createWeb(means: WebMeans): FastifyInstance {
  const web = Fastify({
    logger: false,
    bodyLimit: 200_000,
    // A browser keeps its stream of changes open for ever; a command that is cut off is sent again under its key.
    forceCloseConnections: true,
    // A token is longer than what a path usually takes.
    routerOptions: { maxParamLength: 1_000 },
  });
  web.setValidatorCompiler(validatorCompiler);
  web.setSerializerCompiler(serializerCompiler);
  web.addHook('onSend', async (_, reply) => {
    reply.headers({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
  });
  // Files of the board are packed already.
  void web.register(compress, { global: true, customTypes: /json|svg|csv/, encodings: ['br', 'gzip'] });
  web.get('/health', async () => ({ ok: true }));
  void web.register(async (app) => addPublicPages(app, means));
  void web.register(async (app) => addApi(app, means));
  if (means.board !== undefined) void web.register(async (app) => addBoard(app, means.board ?? ''));
  return web;
}
