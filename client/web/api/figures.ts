/** Figures of many journeys: for funders, and for the charts of the board; with them what funders are owed, which comes the same way. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { namesOf } from '../../../activities/store/directory.ts';
import type { JourneyRow } from '../../../activities/store/read.ts';
import { listStaff } from '../../../activities/store/staffList.ts';
import { statisticsOf } from '../../../workflows/fold/papers/statistics.ts';
import { germanDay } from '../../../workflows/policy/calendar.ts';
import { cohortFigures, workloads } from '../../figures/cohort.ts';
import type { Digest } from '../../figures/digest.ts';
import { type Digests, keepDigests } from '../../figures/digests.ts';
import { csvOf } from '../../papers/csv.ts';
import { pdfOf } from '../../papers/page.ts';
import { figureWords, statisticsPaper, statisticsRows } from '../../papers/statistics.ts';
import type { WebMeans } from '../means.ts';
import type { Principal, SignInRole } from '../rights.ts';
import { principalOf } from '../signIn/signIn.ts';
import { formatFor, mediaTypes, sendFile } from './formats.ts';
import { addFunder } from './funder.ts';
import { rowsAt, rowsSeen, sitesOf } from './reach.ts';
import { Cohort, CohortQuery, Statistics, StatisticsQuery } from './schemasOfFigures.ts';

const tags = ['Figures'];
/** Whoever sees figures of whole sites; a case worker sees those of their own journeys. */
const ofSites = ['teamLead', 'dataProtection', 'funderAdviser'] as const;

export function addFigures(api: FastifyInstance, means: WebMeans): void {
  const digests = keepDigests(means.db);
  api.addHook('onClose', () => digests.close());
  addStatistics(api, means, digests);
  addCohort(api, means, digests);
  addFunder(api, means, digests);
}

function addStatistics(api: FastifyInstance, { db, env }: WebMeans, digests: Digests): void {
  const app = api.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/statistics',
    {
      config: { access: ofSites },
      schema: {
        summary: 'Figures for funders, small numbers hidden, as JSON, CSV or PDF',
        tags,
        querystring: StatisticsQuery,
        response: {
          200: {
            description: 'the figures',
            content: {
              'application/json': { schema: Statistics },
              'text/csv': { schema: z.string() },
              'application/pdf': { schema: z.string() },
            },
          },
        },
      },
    },
    async (request, reply) => {
      const { from, to, site, format } = request.query;
      const rows = await rowsAt(db, sitesOf(principalOf(request), site));
      const statistics = statisticsOf(await digests.of(rows), { from, to });
      const asked = formatFor(request, format, ['csv', 'pdf']);
      const name = `statistics-${from}-${to}.${asked}`;
      if (asked === 'json') return { statistics, words: figureWords };
      if (asked === 'csv') return sendFile(reply, name, mediaTypes.csv, csvOf(statisticsRows(statistics)));
      const madeOn = germanDay(new Date().toISOString());
      const paper = statisticsPaper(statistics, { provider: env.PROVIDER_NAME, site, madeOn });
      return sendFile(reply, name, mediaTypes.pdf, await pdfOf(paper));
    },
  );
}

function addCohort(api: FastifyInstance, means: WebMeans, digests: Digests): void {
  const app = api.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/cohort',
    {
      config: { access: ['caseWorker', ...ofSites] },
      schema: {
        summary: 'Phases and conflicts by month, results, and who has how much to do',
        description:
          'Case workers see the figures of their own journeys. For funders small numbers are hidden, and nobody is named.',
        tags,
        querystring: CohortQuery,
        response: { 200: Cohort },
      },
    },
    async (request) => {
      const { from, to, site } = request.query;
      const principal = principalOf(request);
      const today = germanDay(new Date().toISOString());
      const hidden = !acts(principal, ['caseWorker', 'teamLead', 'dataProtection']);
      const cohort = await digests.of(await rowsFor(means, principal, site));
      const figures = cohortFigures(cohort, { from, to }, { today, hidden });
      return hidden ? figures : { ...figures, workers: await workersOf(means, principal, cohort, site) };
    },
  );
}

const acts = ({ roles }: Principal, wanted: readonly SignInRole[]): boolean =>
  roles.some((role) => wanted.includes(role));

async function rowsFor(
  { db }: WebMeans,
  principal: Principal,
  site: string | undefined,
): Promise<JourneyRow[]> {
  const isWhole = acts(principal, ['teamLead', 'dataProtection']) || !acts(principal, ['caseWorker']);
  if (isWhole) return await rowsAt(db, sitesOf(principal, site));
  return await rowsSeen(db, principal, ['caseWorker'], site);
}

/** Who has how much to do: those with journeys, and for who leads a team also those without any. */
async function workersOf(
  { db }: WebMeans,
  principal: Principal,
  cohort: readonly Digest[],
  site: string | undefined,
): Promise<Cohort['workers']> {
  const loads = workloads(cohort);
  const sites = sitesOf(principal, site);
  const staff = await listStaff(db, sites, germanDay(new Date().toISOString()));
  const team = acts(principal, ['teamLead', 'dataProtection'])
    ? staff.filter(({ roles }) => roles.includes('caseWorker')).map(({ id }) => id)
    : [];
  const ids = [...new Set([...team, ...loads.map(({ caseWorker }) => caseWorker)])];
  const names = await namesOf(
    db,
    ids.filter((id) => id !== null),
  );
  return ids.map((id) => {
    const { journeys = 0, overdue = 0 } = loads.find(({ caseWorker }) => caseWorker === id) ?? {};
    const capacity = staff.find((one) => one.id === id)?.capacity ?? null;
    return { id, name: names.get(id ?? '') ?? null, journeys, capacity, overdue };
  });
}
