/** What is asked of the caller now, and the calendar. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { renewFeed } from '../../../activities/store/feeds.ts';
import { readMeetings, readToday } from '../../today.ts';
import type { WebMeans } from '../means.ts';
import { principalOf } from '../signIn/signIn.ts';
import { scopeOf } from './access.ts';
import { CalendarAddress, Meetings, MeetingsQuery, Today } from './schemas.ts';

const readers = ['caseWorker', 'teamLead', 'learningSupporter', 'dataProtection'] as const;

export function addToday(api: FastifyInstance, { db, publicUrl }: WebMeans): void {
  const app = api.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/today',
    {
      config: { access: readers },
      schema: {
        summary: 'What is due, what was told to the caller, meetings of the week, journeys offered to them',
        tags: ['Today'],
        response: { 200: Today },
      },
    },
    async (request): Promise<Today> => readToday(db, scopeOf(principalOf(request))),
  );
  app.get(
    '/meetings',
    {
      config: { access: readers },
      schema: {
        summary: 'Meetings from a day to a day',
        tags: ['Today'],
        querystring: MeetingsQuery,
        response: { 200: Meetings },
      },
    },
    async (request) => {
      return { meetings: await readMeetings(db, scopeOf(principalOf(request)), request.query) };
    },
  );
  app.post(
    '/calendar-address',
    {
      config: { access: ['caseWorker', 'teamLead'] },
      schema: {
        summary: "Give the caller's calendar a new secret address; the one before ends",
        tags: ['Today'],
        body: z.strictObject({}),
        response: { 201: CalendarAddress },
      },
    },
    async (request, reply) => {
      const secret = await renewFeed(db, principalOf(request).person);
      const own = `${request.protocol}://${request.host}/`;
      return reply.code(201).send({ url: new URL(`calendar/${secret}.ics`, publicUrl ?? own).href });
    },
  );
}
