/** What data protection looks at: who was refused what, and whether a journal is as it was written. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { verifyChain } from '../../../activities/store/read.ts';
import { listRefusals } from '../../../activities/store/refusals.ts';
import type { WebMeans } from '../means.ts';
import { principalOf } from '../signIn/signIn.ts';
import { journeyFor } from './access.ts';
import { Refusals, RefusalsQuery, Verified } from './schemasOfOps.ts';

const tags = ['Data protection'];

export function addProtection(api: FastifyInstance, { db }: WebMeans): void {
  const app = api.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/refusals',
    {
      config: { access: ['dataProtection'] },
      schema: {
        summary: 'Who was refused what, newest first',
        tags,
        querystring: RefusalsQuery,
        response: { 200: Refusals },
      },
    },
    async (request) => {
      const { items, total } = await listRefusals(db, {
        ...request.query,
        sites: principalOf(request).sites,
      });
      return {
        items: items.map(({ journeyId, roles, ...item }) => ({
          ...{ ...item, roles: [...roles] },
          ...(journeyId === null ? {} : { journey: journeyId }),
        })),
        total,
      };
    },
  );
  app.get(
    '/journeys/:journey/verify',
    {
      config: { access: ['dataProtection'] },
      schema: {
        summary: "Whether a journal's chain of hashes is whole",
        tags,
        params: z.object({ journey: z.string() }),
        response: { 200: Verified },
      },
    },
    async (request) => {
      const { card } = await journeyFor(db, request, request.params.journey, ['dataProtection']);
      const brokenAt = await verifyChain(db, card.id);
      return { whole: brokenAt === null, brokenAt };
    },
  );
}
