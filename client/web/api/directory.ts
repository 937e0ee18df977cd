/** Who and what there is to choose from: staff, organisations, sites. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { listOrganisations, listSites } from '../../../activities/store/directory.ts';
import { listStaff } from '../../../activities/store/staffList.ts';
import { germanDay } from '../../../workflows/policy/calendar.ts';
import type { WebMeans } from '../means.ts';
import { isAt } from '../rights.ts';
import { principalOf } from '../signIn/signIn.ts';
import { Organisations, organisationKinds, Sites, Staff } from './schemas.ts';

export function addDirectory(api: FastifyInstance, { db }: WebMeans): void {
  const app = api.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/staff',
    {
      config: { access: ['caseWorker', 'teamLead', 'dataProtection'] },
      schema: {
        summary: "Who works at the caller's sites, and how much they have to do",
        tags: ['Directory'],
        response: { 200: Staff },
      },
    },
    async (request) => ({
      staff: await listStaff(db, principalOf(request).sites, germanDay(new Date().toISOString())),
    }),
  );
  app.get(
    '/organisations',
    {
      config: { access: ['caseWorker', 'teamLead', 'learningSupporter', 'dataProtection'] },
      schema: {
        summary: 'Companies, schools, chambers, funders',
        tags: ['Directory'],
        querystring: z.object({ kind: z.enum(organisationKinds).optional() }),
        response: { 200: Organisations },
      },
    },
    async (request) => ({ organisations: await listOrganisations(db, request.query.kind) }),
  );
  app.get(
    '/sites',
    {
      config: { access: 'signedIn' },
      schema: { summary: "The caller's sites", tags: ['Directory'], response: { 200: Sites } },
    },
    async (request) => {
      const principal = principalOf(request);
      const sites = await listSites(db);
      return { sites: sites.filter(({ id }) => isAt(principal, id)) };
    },
  );
}
