/** The running of the software: what is stuck, versions of the rules, workflows and store held against each other. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { listStuck } from '../../../activities/store/lists.ts';
import type { Versions } from '../../../workflows/fold/rulebook.ts';
import { migrateJourney, previewMigration } from '../../journeys.ts';
import { askEach, versionsInUse, wake } from '../../migrations.ts';
import { figuresOf, type Reconciled, reconcile } from '../../reconcile/reconcile.ts';
import type { WebMeans } from '../means.ts';
import { isAt } from '../rights.ts';
import { principalOf } from '../signIn/signIn.ts';
import { placedAt, runningAt } from './operated.ts';
import { sitesOf } from './reach.ts';
import {
  DryRun,
  Found,
  Migrate,
  Outcomes,
  Reconcile,
  ReconcileQuery,
  Rules,
  SiteQuery,
  Stuck,
  Wake,
} from './schemasOfOps.ts';

const tags = ['Operation'];
const lookers = ['ops', 'teamLead'] as const;
const again = 'Asked for again it changes nothing more; no `Idempotency-Key` is needed.';

export function addOps(api: FastifyInstance, means: WebMeans): void {
  addStuck(api, means);
  addRules(api, means);
  addMigration(api, means);
  addReconciliation(api, means);
}

function addStuck(api: FastifyInstance, { db }: WebMeans): void {
  const app = api.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/stuck',
    {
      config: { access: lookers },
      schema: {
        summary: 'Effects that cannot be carried out, and why; they go on being tried',
        tags,
        querystring: SiteQuery,
        response: { 200: Stuck },
      },
    },
    async (request) => {
      const sites = sitesOf(principalOf(request), request.query.site);
      return { stuck: (await listStuck(db)).filter(({ site }) => isAt({ sites }, site)) };
    },
  );
}

function addRules(api: FastifyInstance, { db, journeys }: WebMeans): void {
  const app = api.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/rules',
    {
      config: { access: lookers },
      schema: {
        summary: 'The versions of the rules, and how many journeys run on each',
        tags,
        response: { 200: Rules },
      },
    },
    async () => await versionsInUse(journeys),
  );
  app.post(
    '/rules/dry-run',
    {
      config: { access: lookers },
      schema: {
        summary: 'What a move to other rules would do; nothing is changed',
        description: "All running journeys of the caller's sites where none is named.",
        tags,
        body: DryRun,
        response: { 200: Outcomes },
      },
    },
    async (request) => {
      const named = await runningAt({ db, journeys }, principalOf(request), request.body);
      return await askEach(journeys, named, versionsIn(request.body.to), previewMigration);
    },
  );
}

function addMigration(api: FastifyInstance, { db, journeys }: WebMeans): void {
  const app = api.withTypeProvider<ZodTypeProvider>();
  app.post(
    '/rules/migrate',
    {
      config: { access: ['ops'] },
      schema: {
        summary: 'Put journeys under other versions of the rules',
        description: `Each journey answers for itself; the dry run shows before what would happen. ${again}`,
        tags,
        body: Migrate,
        response: { 200: Outcomes },
      },
    },
    async (request) => {
      const named = await runningAt({ db, journeys }, principalOf(request), request.body);
      return await askEach(journeys, named, versionsIn(request.body.to), migrateJourney);
    },
  );
  app.post(
    '/wake',
    {
      config: { access: ['ops'] },
      schema: {
        summary: 'Have journeys look whether newer workers serve',
        description: again,
        tags,
        body: Wake,
        response: { 200: Outcomes },
      },
    },
    async (request) => {
      const named = await runningAt({ db, journeys }, principalOf(request), request.body);
      return await askEach(journeys, named, {}, wake);
    },
  );
}

const versionsIn = ({ policyVersion, machineVersion }: DryRun['to']): Partial<Versions> => ({
  ...(policyVersion === undefined ? {} : { policyVersion }),
  ...(machineVersion === undefined ? {} : { machineVersion }),
});

function addReconciliation(api: FastifyInstance, { db, journeys }: WebMeans): void {
  const app = api.withTypeProvider<ZodTypeProvider>();
  const found = async (only: readonly string[] | undefined, dryRun: boolean): Promise<Found> => {
    const all: Reconciled[] = [];
    for await (const one of reconcile(journeys, db, { dryRun, ...(only ? { only } : {}) })) all.push(one);
    return { figures: figuresOf(all), journeys: all };
  };
  app.get(
    '/reconcile',
    {
      config: { access: ['ops'] },
      schema: {
        summary: 'Hold workflows and store against each other; nothing is changed',
        tags,
        querystring: ReconcileQuery,
        response: { 200: Found },
      },
    },
    async (request) =>
      found(await placedAt({ db, journeys }, principalOf(request), request.query.journeys), true),
  );
  app.post(
    '/reconcile',
    {
      config: { access: ['ops'] },
      schema: {
        summary: 'Hold workflows and store against each other, and close every gap',
        description: again,
        tags,
        body: Reconcile,
        response: { 200: Found },
      },
    },
    async (request) =>
      found(await placedAt({ db, journeys }, principalOf(request), request.body.journeys), false),
  );
}
