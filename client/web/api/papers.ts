/** A journey's papers: what was made, and making them; their data; training places that would suit. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { listDocuments, readDocument } from '../../../activities/store/papers.ts';
import type { Course } from '../../../workflows/fold/papers/course.ts';
import { luvOf } from '../../../workflows/fold/papers/luv.ts';
import { monthSheetOf } from '../../../workflows/fold/papers/monthSheet.ts';
import { matchesFor } from '../../matchesFor.ts';
import { csvOf } from '../../papers/csv.ts';
import { type Drafted, draftLetter, draftLuv, draftMonthSheet, keepPaper } from '../../papers/drafts.ts';
import { monthSheetRows } from '../../papers/monthSheet.ts';
import { pdfOf } from '../../papers/page.ts';
import { readCourse } from '../../papers/source.ts';
import type { WebMeans } from '../means.ts';
import { WebError } from '../problem.ts';
import { journeyFor } from './access.ts';
import { formatFor, mediaTypes, sendFile } from './formats.ts';
import {
  Documents,
  Luv,
  LuvQuery,
  Made,
  Matches,
  MonthSheetQuery,
  NewDocument,
  Sheet,
} from './schemasOfPapers.ts';

const params = z.object({ journey: z.string() });
const readers = ['caseWorker', 'teamLead', 'dataProtection'] as const;
const makers = ['caseWorker', 'teamLead'] as const;
const tags = ['Papers'];

export function addPapers(api: FastifyInstance, means: WebMeans): void {
  addDocuments(api, means);
  addMaking(api, means);
  addPaperData(api, means);
  addMatches(api, means);
}

function addDocuments(api: FastifyInstance, { db }: WebMeans): void {
  const app = api.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/journeys/:journey/documents',
    {
      config: { access: readers },
      schema: { summary: "A journey's papers as they were made", tags, params, response: { 200: Documents } },
    },
    async (request) => {
      const { card } = await journeyFor(db, request, request.params.journey, readers);
      const known = await listDocuments(db, card.id);
      return { documents: known.map(({ journeyId: _, ...document }) => document) };
    },
  );
  app.get(
    '/journeys/:journey/documents/:document',
    {
      config: { access: readers },
      schema: {
        summary: 'One of the papers, to be saved',
        tags,
        params: params.extend({ document: z.string() }),
        produces: ['application/pdf'],
      },
    },
    async (request, reply) => {
      const { card } = await journeyFor(db, request, request.params.journey, readers);
      const known = await readDocument(db, card.id, request.params.document);
      if (!known) throw noSuchPaper();
      return sendFile(reply, `${known.id}.pdf`, known.mediaType, known.content);
    },
  );
}

const noSuchPaper = (): WebError =>
  new WebError('not-found', {
    de: 'Ein solches Papier gibt es zu dieser Begleitung nicht.',
    en: 'There is no such paper of this journey.',
  });

function addMaking(api: FastifyInstance, means: WebMeans): void {
  const app = api.withTypeProvider<ZodTypeProvider>();
  const { db } = means;
  app.post(
    '/journeys/:journey/documents',
    {
      config: { access: makers },
      schema: {
        summary: 'Make a paper as PDF and keep it',
        description: 'The same paper made again is kept once; no `Idempotency-Key` is needed.',
        tags,
        params,
        body: NewDocument,
        response: { 201: Made },
      },
    },
    async (request, reply) => {
      const { card } = await journeyFor(db, request, request.params.journey, makers);
      const course = await readCourse(db, card.id);
      const { nameless = false, ...drafted } = await draft(means, course, request.body);
      const id = await keepPaper(db, course, drafted.kind, await pdfOf(drafted.paper));
      return reply.code(201).send({ id, nameless });
    },
  );
}

type Draft = Drafted & { readonly nameless?: boolean };

async function draft({ db, env }: WebMeans, course: Course, asked: NewDocument): Promise<Draft> {
  const provider = env.PROVIDER_NAME;
  if (asked.kind === 'luv') return await draftLuv(db, course, asked, provider);
  if (asked.kind === 'letter') return await draftLetter(db, course, asked.letter, provider);
  return await draftMonthSheet(db, course, asked.month, provider);
}

function addPaperData(api: FastifyInstance, { db }: WebMeans): void {
  const app = api.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/journeys/:journey/luv',
    {
      config: { access: makers },
      schema: {
        summary: 'The draft of a report (LuV) as data; it names nobody',
        tags,
        params,
        querystring: LuvQuery,
        response: { 200: Luv },
      },
    },
    async (request) => {
      const { card } = await journeyFor(db, request, request.params.journey, makers);
      return luvOf(await readCourse(db, card.id), request.query);
    },
  );
  app.get(
    '/journeys/:journey/month-sheet',
    {
      config: { access: makers },
      schema: {
        summary: 'The support hours used in a month, as JSON or CSV',
        tags,
        params,
        querystring: MonthSheetQuery,
        response: {
          200: {
            description: 'the sheet',
            content: { 'application/json': { schema: Sheet }, 'text/csv': { schema: z.string() } },
          },
        },
      },
    },
    async (request, reply) => {
      const { month, format } = request.query;
      const { card } = await journeyFor(db, request, request.params.journey, makers);
      const sheet = monthSheetOf(await readCourse(db, card.id), month);
      if (formatFor(request, format, ['csv']) === 'json') return sheet;
      return sendFile(
        reply,
        `month-sheet-${card.id}-${month}.csv`,
        mediaTypes.csv,
        csvOf(monthSheetRows(sheet)),
      );
    },
  );
}

function addMatches(api: FastifyInstance, { db, journeys }: WebMeans): void {
  const app = api.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/journeys/:journey/match',
    {
      config: { access: makers },
      schema: {
        summary: 'Training places by how well they suit, each with its reasons; a proposal, no decision',
        tags: ['Journeys'],
        params,
        response: { 200: Matches },
      },
    },
    async (request) => {
      const { card } = await journeyFor(db, request, request.params.journey, makers);
      return { matches: await matchesFor(journeys, db, card.id) };
    },
  );
}
