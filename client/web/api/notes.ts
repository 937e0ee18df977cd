/** Free text about a journey; entries name a note by its id. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { addNote, readNotes } from '../../../activities/store/notes.ts';
import type { WebMeans } from '../means.ts';
import { journeyFor } from './access.ts';
import { NewNote, Notes } from './schemas.ts';
import { keyOf } from './speaking.ts';

const params = z.object({ journey: z.string() });

export function addNotes(api: FastifyInstance, { db }: WebMeans): void {
  const app = api.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/journeys/:journey/notes',
    {
      config: { access: ['caseWorker', 'teamLead', 'dataProtection'] },
      schema: { summary: 'Notes about a journey', tags: ['Journeys'], params, response: { 200: Notes } },
    },
    async (request) => {
      const { card } = await journeyFor(db, request, request.params.journey, [
        'caseWorker',
        'teamLead',
        'dataProtection',
      ]);
      return { notes: await readNotes(db, card.id) };
    },
  );
  app.post(
    '/journeys/:journey/notes',
    {
      config: { access: ['caseWorker', 'teamLead', 'learningSupporter'] },
      schema: {
        summary: 'Keep a note; its id may stand in an entry',
        description: 'Takes an `Idempotency-Key`: the same key again keeps the note once.',
        tags: ['Journeys'],
        params,
        body: NewNote,
        response: { 201: z.object({ id: z.string() }) },
      },
    },
    async (request, reply) => {
      const key = keyOf(request.headers);
      const { card, principal } = await journeyFor(db, request, request.params.journey, [
        'caseWorker',
        'teamLead',
        'learningSupporter',
      ]);
      const author = principal.person;
      const id = await addNote(db, card.id, { author, text: request.body.text }, key);
      return reply.code(201).send({ id });
    },
  );
}
