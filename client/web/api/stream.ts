/** Live changes: whoever looks at a journey hears when it has changed. Only that it has; what, they ask for. */
import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { readCard } from '../../../activities/store/cards.ts';
import { listenToJourneys } from '../../../activities/store/changes.ts';
import { germanDay } from '../../../workflows/policy/calendar.ts';
import type { WebMeans } from '../means.ts';
import { type Principal, rolesOn } from '../rights.ts';
import { principalOf } from '../signIn/signIn.ts';

interface Listener {
  readonly principal: Principal;
  readonly response: ServerResponse;
}

/** Proxies end a connection on which nothing is said. */
const heartbeat = 20_000;

export function addStream(app: FastifyInstance, { db, databaseUrl, log }: WebMeans): void {
  const listeners = new Set<Listener>();
  const tell = (listener: Listener, journey: string | undefined): void => {
    const data = journey === undefined ? '{}' : JSON.stringify({ id: journey });
    listener.response.write(`event: ${journey === undefined ? 'all' : 'journey'}\ndata: ${data}\n\n`);
  };
  const changed = async (journey: string | undefined): Promise<void> => {
    if (listeners.size === 0) return;
    const today = germanDay(new Date().toISOString());
    const card = journey === undefined ? undefined : await readCard(db, journey, today);
    for (const listener of listeners) {
      const isTheirs = card === undefined || rolesOn(listener.principal, card.whose, today).length > 0;
      if (isTheirs && (card !== undefined || journey === undefined)) tell(listener, journey);
    }
  };
  const changes = listenToJourneys(databaseUrl, (journey) => void changed(journey).catch(log), log);
  const beat = setInterval(() => {
    for (const { response } of listeners) response.write(': still here\n\n');
  }, heartbeat);
  app.addHook('preClose', async () => {
    clearInterval(beat);
    for (const { response } of listeners) response.end();
    await changes.close();
  });
  app.get(
    '/stream',
    {
      config: { access: 'signedIn' },
      schema: {
        summary:
          'Server-sent events: `journey` with its id when one has changed, `all` when some may have been missed',
        tags: ['Journeys'],
        produces: ['text/event-stream'],
        response: { 200: z.string() },
      },
    },
    (request, reply) => {
      const listener = { principal: principalOf(request), response: reply.raw };
      reply.hijack();
      reply.raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
        // When it ends there is nothing more to be said on it.
        connection: 'close',
      });
      reply.raw.write('retry: 3000\n\n');
      listeners.add(listener);
      request.raw.once('close', () => listeners.delete(listener));
    },
  );
}
