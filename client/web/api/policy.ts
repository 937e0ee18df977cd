/** The rules as rows: what each says, and what it rests on. The same for everybody. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { newestPolicy, policies } from '../../../workflows/policy/policy.ts';
import { policyRows } from '../../policyRows.ts';
import { Policy, PolicyQuery } from './schemasOfOps.ts';

export function addPolicy(api: FastifyInstance): void {
  const app = api.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/policy',
    {
      config: { access: 'signedIn' },
      schema: {
        summary: 'The rows of a version of the rules, with their sources',
        tags: ['Rules'],
        querystring: PolicyQuery,
        response: { 200: Policy },
      },
    },
    async (request) => {
      const policy = policies[request.query.version ?? newestPolicy];
      return { version: policy.version, label: policy.label, rows: policyRows(policy) };
    },
  );
}
