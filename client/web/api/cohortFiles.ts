/** Cohorts as spreadsheets: in, all or nothing, and out. Both hold personal data. */
import { setImmediate as others } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { bringIn, compareWith } from '../../cohort/bringIn.ts';
import { readLines, writeLines } from '../../cohort/csv.ts';
import { exportCohort } from '../../cohort/export.ts';
import { type Plan, type Planned, planByLine, summaryOf } from '../../cohort/plan.ts';
import { type Problem, problemTexts } from '../../cohort/problems.ts';
import type { WebMeans } from '../means.ts';
import { WebError } from '../problem.ts';
import { isAt, type Principal } from '../rights.ts';
import { principalOf } from '../signIn/signIn.ts';
import { mediaTypes, sendFile } from './formats.ts';
import { rowsAt, sitesOf } from './reach.ts';
import { ExportQuery, Import, Imported, ImportQuery, mostCharacters } from './schemasOfCohortFiles.ts';

const tags = ['Cohort files'];
/** Of a file in which everything is wrong nobody reads more. */
const mostShown = 200;

export function addCohortFiles(api: FastifyInstance, means: WebMeans): void {
  addImport(api, means);
  addExport(api, means);
}

function addImport(api: FastifyInstance, means: WebMeans): void {
  const app = api.withTypeProvider<ZodTypeProvider>();
  app.post(
    '/import',
    {
      // In JSON a line break takes two characters, and an umlaut two bytes.
      bodyLimit: 2 * mostCharacters,
      config: { access: ['teamLead'] },
      schema: {
        summary: 'Bring in participants from a spreadsheet, all or nothing',
        description:
          "Starts a journey for each line, with its history; nothing is sent for the past. Only lines of the caller's sites. " +
          'Broken off, it can be sent again: those that have started are known then; no `Idempotency-Key` is needed.',
        tags,
        querystring: ImportQuery,
        body: Import,
        response: { 200: Imported },
      },
    },
    async (request) => {
      const { planned } = await planFor(principalOf(request), request.body.csv);
      return await importPlanned(means, planned, request.query.dryRun === true);
    },
  );
}

/** What the file would bring in. @throws WebError `bad-request` or `forbidden` with every bad line */
async function planFor(principal: Principal, csv: string): Promise<Plan> {
  const { lines, problems: malformed } = readLines(csv);
  const planning = planByLine(lines, new Date().toISOString());
  let step = planning.next();
  for (; !step.done; step = planning.next()) await others();
  const { planned, problems } = step.value;
  refuseAny('bad-request', [...malformed, ...problems]);
  const foreign = planned.filter(({ folded }) => {
    const { site } = folded.snapshot.context.facts;
    return site === undefined || !isAt(principal, site);
  });
  refuseAny('forbidden', foreign.map(ofAnotherSite));
  return { planned, problems };
}

const ofAnotherSite = ({ line }: Planned): Problem => ({
  ...{ line, column: 'site', code: 'forbidden' },
  de: 'ist nicht Ihr Standort.',
  en: 'is not your site.',
});

async function importPlanned(
  { db, journeys }: WebMeans,
  planned: readonly Planned[],
  dryRun: boolean,
): Promise<Imported> {
  const { fresh, known, problems } = await compareWith(journeys, db, planned, () => {});
  refuseAny('bad-request', problems);
  if (!dryRun) await bringIn(journeys, db, fresh, () => {});
  return {
    ...{ started: dryRun ? 0 : fresh.length, known: known.length, dryRun },
    lines: planned.map((one) => ({ ...summaryOf(one), isKnown: known.includes(one) })),
  };
}

/** Nothing has started where any line is wrong. */
function refuseAny(code: 'bad-request' | 'forbidden', problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const lines = new Set(problems.map(({ line }) => line)).size;
  const text = {
    de: `Es wurde nichts begonnen: ${lines} Zeilen stimmen nicht.`,
    en: `Nothing was started: something is wrong with ${lines} lines.`,
  };
  const reasons = problems.slice(0, mostShown).map((problem) => ({
    code: problem.code,
    field: ['csv', problem.line, problem.column].filter((part) => part !== undefined).join('.'),
    ...problemTexts(problem),
  }));
  throw new WebError(code, text, [{ code, ...text }, ...reasons]);
}

function addExport(api: FastifyInstance, { db }: WebMeans): void {
  const app = api.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/export.csv',
    {
      config: { access: ['teamLead'] },
      schema: {
        summary: 'The journeys as a spreadsheet that the import reads; it holds names and addresses',
        description: 'What cannot be told as a line is left out and named in the header `x-left-out`.',
        tags,
        querystring: ExportQuery,
        response: {
          200: { description: 'the file', content: { 'text/csv': { schema: z.string() } } },
        },
      },
    },
    async (request, reply) => {
      const { site, lang } = request.query;
      const rows = await rowsAt(db, sitesOf(principalOf(request), site));
      const { lines, left } = await exportCohort(db, rows);
      const names = [...new Set(left.map(({ journey }) => journey))];
      if (names.length > 0) reply.header('x-left-out', names.join(', '));
      return sendFile(reply, 'cohort.csv', mediaTypes.csv, writeLines(lines, lang));
    },
  );
}
