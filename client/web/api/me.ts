/** Who is signed in, and the words that every page needs. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { nameOf } from '../../../activities/store/directory.ts';
import type { WebMeans } from '../means.ts';
import { signedIn } from '../signIn/signIn.ts';
import { catalogueOf } from './catalogue.ts';
import { Catalogue, Me } from './schemas.ts';

export function addMe(api: FastifyInstance, { db, temporalUi }: WebMeans): void {
  const app = api.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/me',
    {
      config: { access: 'signedIn' },
      schema: { summary: 'Who is signed in', tags: ['Signing in'], response: { 200: Me } },
    },
    async (request) => {
      const { principal, way } = signedIn(request);
      const { person, roles, sites } = principal;
      const isOps = roles.includes('ops') && temporalUi !== undefined;
      return {
        person,
        name: await nameOf(db, person),
        roles: [...roles],
        sites: [...sites],
        way,
        ...(isOps ? { temporalUi } : {}),
      };
    },
  );
  app.get(
    '/catalogue',
    {
      config: { access: 'signedIn' },
      schema: {
        summary: 'Every event with its form, and the words for codes',
        tags: ['Rules'],
        response: { 200: Catalogue },
      },
    },
    async (_, reply) => {
      // It changes with the software only.
      reply.header('cache-control', 'private, max-age=300');
      return catalogueOf();
    },
  );
}
