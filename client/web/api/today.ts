/** What is asked of the caller now, and the calendar. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { renewFeed } from '../../../activities/store/feeds.ts';
import { listDeadlines, listMeetings, listOffered, listTold } from '../../../activities/store/today.ts';
import { addDays, type Day, endOfGermanDay, germanDay } from '../../../workflows/policy/calendar.ts';
import type { WebMeans } from '../means.ts';
import { principalOf } from '../signIn/signIn.ts';
import { scopeOf } from './access.ts';
import { labelOfDeadline, labelOfNotice } from './cards.ts';
import { CalendarAddress, Meetings, MeetingsQuery, Today } from './schemas.ts';

/** Days to come whose deadlines are shown. */
const ahead = 14;
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
    async (request) => {
      const now = new Date().toISOString();
      const today = germanDay(now);
      const scope = scopeOf(principalOf(request));
      const [deadlines, told, meetings, offered] = await Promise.all([
        listDeadlines(db, scope, { until: addDays(today, ahead) }),
        listTold(db, scope),
        listMeetings(db, scope, { from: startOf(today), to: endOfGermanDay(addDays(today, 6)) }),
        listOffered(db, scope),
      ]);
      return {
        today,
        deadlines: deadlines.map((row) => ({ ...row, label: labelOfDeadline(row.key) })),
        notices: told.map((row) => ({
          ...row,
          ...itemIn(row.key),
          to: [...row.to],
          label: labelOfNotice(row),
        })),
        meetings,
        handovers: offered,
      };
    },
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
      const { from, to, cancelled } = request.query;
      const span = { from: startOf(from), to: endOfGermanDay(to), cancelled };
      return { meetings: await listMeetings(db, scopeOf(principalOf(request)), span) };
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

/** What a reminder is about, where several run at once: its key names it before the day (`reminder/taskDue/7/2026-11-25`). */
function itemIn(key: string): { item?: number } {
  const [, item] = /^reminder\/\w+\/(\d+)\/\d{4}-/.exec(key) ?? [];
  return item === undefined ? {} : { item: Number(item) };
}

/** The instant at which the day before has ended. */
const startOf = (day: Day): string => endOfGermanDay(addDays(day, -1));
