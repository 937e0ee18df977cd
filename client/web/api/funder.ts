/** What the funder is owed word of, and marking by hand what has been transmitted. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { listCards } from '../../../activities/store/cards.ts';
import { isOwed } from '../../../workflows/fold/papers/owed.ts';
import { germanDay } from '../../../workflows/policy/calendar.ts';
import type { Digests } from '../../figures/digests.ts';
import { csvOf } from '../../papers/csv.ts';
import {
  type MarkFault,
  markTransmitted,
  type OwedRow,
  owedAmong,
  owedCells,
  owedIn,
} from '../../papers/funder.ts';
import { readCourse } from '../../papers/source.ts';
import { statusWords } from '../../papers/words.ts';
import type { WebMeans } from '../means.ts';
import { WebError } from '../problem.ts';
import { principalOf } from '../signIn/signIn.ts';
import { journeyFor } from './access.ts';
import { formatFor, mediaTypes, sendFile } from './formats.ts';
import { rowsSeen } from './reach.ts';
import { FunderMessages, FunderQuery, Transmission, Transmitted } from './schemasOfPapers.ts';

const tags = ['Funder'];
const speakers = ['caseWorker', 'teamLead'] as const;

/** Adds its routes; the messages come with the digests that figures are made from. */
export function addFunder(api: FastifyInstance, means: WebMeans, digests: Digests): void {
  const app = api.withTypeProvider<ZodTypeProvider>();
  const { db } = means;
  app.get(
    '/funder-messages',
    {
      config: { access: speakers },
      schema: {
        summary: 'Messages that the funder is owed, of the journeys that the caller sees, as JSON or CSV',
        tags,
        querystring: FunderQuery,
        response: {
          200: {
            description: 'the messages',
            content: { 'application/json': { schema: FunderMessages }, 'text/csv': { schema: z.string() } },
          },
        },
      },
    },
    async (request, reply) => {
      const { open, format } = request.query;
      const all = await messagesFor(means, digests, request, request.query);
      const rows = open ? all.filter(isOwed) : all;
      if (formatFor(request, format, ['csv']) === 'csv')
        return sendFile(reply, 'funder-messages.csv', mediaTypes.csv, csvOf(owedCells(rows)));
      const names = await namesIn(means, rows);
      return {
        messages: rows.map((row) => ({
          ...row,
          name: names.get(row.journey) ?? null,
          statusLabel: statusWords[row.status],
        })),
      };
    },
  );
  app.post(
    '/journeys/:journey/funder-messages/transmitted',
    {
      config: { access: speakers },
      schema: {
        summary: 'Note that a message has gone to the funder',
        description: 'Noted again, the later word counts; no `Idempotency-Key` is needed.',
        tags,
        params: z.object({ journey: z.string() }),
        body: Transmission,
        response: { 200: Transmitted },
      },
    },
    async (request) => {
      const { key, on } = request.body;
      const { card, principal, roles } = await journeyFor(db, request, request.params.journey, speakers);
      const mark = { key, transmittedOn: on, by: `${roles[0]}:${principal.person}` };
      const fault = await markTransmitted(db, await readCourse(db, card.id), mark);
      if (fault) throw badMark(fault);
      return { journey: card.id, ...mark };
    },
  );
}

async function messagesFor(
  { db }: WebMeans,
  digests: Digests,
  request: FastifyRequest,
  { site, journey }: { site?: string | undefined; journey?: string | undefined },
): Promise<OwedRow[]> {
  if (journey !== undefined) {
    const { card } = await journeyFor(db, request, journey, speakers);
    return await owedIn(db, [await readCourse(db, card.id)]);
  }
  const rows = await rowsSeen(db, principalOf(request), speakers, site);
  return await owedAmong(db, await digests.of(rows));
}

/** Whom the messages are about. */
async function namesIn(
  { db }: WebMeans,
  rows: readonly OwedRow[],
): Promise<ReadonlyMap<string, string | null>> {
  const ids = [...new Set(rows.map(({ journey }) => journey))];
  const today = germanDay(new Date().toISOString());
  const page = { ids, limit: Math.max(1, ids.length), offset: 0 };
  const { items } = await listCards(db, { everything: true, today }, page);
  return new Map(items.map(({ id, name }) => [id, name]));
}

function badMark({ field, de, en }: MarkFault): WebError {
  const code = field === 'key' ? 'not-found' : 'bad-request';
  return new WebError(code, { de, en }, [{ code, field, de, en }]);
}
