/** Serves the board's built files; whatever is no file of theirs and no other route is one of its pages. */
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** What the board's pages may load: their own files and pictures, and nothing from elsewhere. */
const contentSecurity = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Adds the board, built into `folder`. */
export async function addBoard(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, { root: folder, preCompressed: true, cacheControl: false });
  app.addHook('onSend', async (request, reply) => {
    const isFile = request.url.startsWith('/assets/') && reply.statusCode === 200;
    reply.headers({
      'content-security-policy': contentSecurity,
      // A built file's name changes with its content.
      'cache-control': isFile ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
  });
  app.get('/leitfaden', async (_, reply) => reply.sendFile('leitfaden.html'));
  app.setNotFoundHandler(async ({ method, url }, reply) => {
    const isPage = method === 'GET' && !url.startsWith('/assets/');
    return isPage ? reply.sendFile('index.html') : reply.code(404).type('text/plain').send('not found\n');
  });
}
