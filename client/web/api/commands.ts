/** Commands: what something would do, and saying it, to one journey or to several. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { peopleIn } from '../../../activities/store/directory.ts';
import type { Role } from '../../../workflows/effects/words.ts';
import { Refusal } from '../../../workflows/journal/refusal.ts';
import type { ChangePreview } from '../../../workflows/messages.ts';
import { inTurn } from '../../inTurn.ts';
import { previewJourney, tellJourney } from '../../journeys.ts';
import { refuseTwoProviders } from '../../moves/takeBack.ts';
import { atOnce, caseloadOf } from '../../several.ts';
import type { WebMeans } from '../means.ts';
import { WebError } from '../problem.ts';
import { principalOf } from '../signIn/signIn.ts';
import { journeyFor, recordRefusal, scopeOf } from './access.ts';
import { Bulk, HandOver, type Outcome, Outcomes, Preview, type Saying, Sayings, Told } from './schemas.ts';
import { keyOf, statementsOf } from './speaking.ts';

const params = z.object({ journey: z.string() });
const speakers = ['caseWorker', 'teamLead', 'learningSupporter', 'dataProtection'] as const;

export function addCommands(api: FastifyInstance, means: WebMeans): void {
  const app = api.withTypeProvider<ZodTypeProvider>();
  const { db, journeys } = means;
  app.post(
    '/journeys/:journey/preview',
    {
      config: { access: speakers },
      schema: {
        summary: 'What a command would do; nothing is changed',
        tags: ['Commands'],
        params,
        body: Sayings,
        response: { 200: Preview },
      },
    },
    async (request) => {
      const seen = await journeyFor(db, request, request.params.journey);
      const statements = await statementsOf(journeys, seen, request.body.statements);
      const preview = await previewJourney(journeys, seen.card.id, statements);
      const people = await peopleIn(db, seen.card, rolesIn(preview.changes));
      return { ...preview, people: people.map(({ role, id, name }) => ({ role, id, name })) };
    },
  );
  app.post(
    '/journeys/:journey/commands',
    {
      config: { access: speakers },
      schema: {
        summary: 'Tell a journey what happened',
        description: 'All statements or none. Takes an `Idempotency-Key`.',
        tags: ['Commands'],
        params,
        body: Sayings,
        response: { 200: Told },
      },
    },
    async (request) => {
      const key = keyOf(request.headers);
      const { statements, notReceived } = request.body;
      const seen = await journeyFor(db, request, request.params.journey);
      const said = await statementsOf(journeys, seen, statements);
      await refuseTwoProviders(journeys, seen.card.id, said, notReceived);
      return await tellJourney(journeys, seen.card.id, said, key);
    },
  );
  addSeveral(api, means);
}

function addSeveral(api: FastifyInstance, means: WebMeans): void {
  const app = api.withTypeProvider<ZodTypeProvider>();
  app.post(
    '/bulk',
    {
      config: { access: ['caseWorker', 'teamLead', 'learningSupporter'] },
      schema: {
        summary: 'Say the same of several journeys',
        description: 'Each journey answers for itself. Takes an `Idempotency-Key`.',
        tags: ['Commands'],
        body: Bulk,
        response: { 200: Outcomes },
      },
    },
    async (request) => ({
      results: await tellEach(means, request, request.body.journeys, request.body.statement),
    }),
  );
  app.post(
    '/handover',
    {
      config: { access: ['caseWorker', 'teamLead'] },
      schema: {
        summary: 'Propose journeys, or a whole caseload, to another case worker',
        description: 'Each journey answers for itself. Takes an `Idempotency-Key`.',
        tags: ['Commands'],
        body: HandOver,
        response: { 200: Outcomes },
      },
    },
    async (request) => {
      const { to, journeys } = request.body;
      const named = journeys ?? (await caseload(means, request, request.body.from));
      return {
        results: await tellEach(means, request, named, { event: { type: 'handover.proposed', to } }),
      };
    },
  );
}

/** The journeys of a case worker that still run, as far as the caller sees them. */
async function caseload(
  { db }: WebMeans,
  request: FastifyRequest,
  caseWorker: string | undefined,
): Promise<string[]> {
  if (caseWorker === undefined) {
    throw new WebError('bad-request', {
      de: 'Nennen Sie Begleitungen (journeys) oder wessen Fälle es sind (from).',
      en: 'Name journeys, or whose caseload it is (from).',
    });
  }
  return await caseloadOf(db, scopeOf(principalOf(request)), caseWorker);
}

/** Tells each journey, some at a time; the answers stand in the order of the journeys. */
async function tellEach(
  means: WebMeans,
  request: FastifyRequest,
  named: readonly string[],
  saying: Saying,
): Promise<Outcome[]> {
  const key = keyOf(request.headers);
  return await inTurn(
    [...new Set(named)],
    (journey) => tellOne(means, request, journey, saying, key),
    atOnce,
  );
}

async function tellOne(
  { db, journeys }: WebMeans,
  request: FastifyRequest,
  journey: string,
  saying: Saying,
  key: string,
): Promise<Outcome> {
  let name: string | null = null;
  try {
    const seen = await journeyFor(db, request, journey);
    name = seen.card.name;
    const statements = await statementsOf(journeys, seen, [saying]);
    await refuseTwoProviders(journeys, journey, statements);
    const { seqs } = await tellJourney(journeys, journey, statements, key);
    return { journey, name, done: true, seqs: [...seqs], reasons: [] };
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof WebError)) throw error;
    await recordRefusal(db, request, error.code, journey);
    return { journey, name, done: false, reasons: error.reasons.map((reason) => ({ ...reason })) };
  }
}

/** Everybody whom the changes are for. */
function rolesIn(changes: readonly ChangePreview[]): Role[] {
  const named = changes.flatMap(({ params }) => [
    ...('to' in params ? params.to : []),
    ...('attendees' in params ? params.attendees : []),
  ]);
  return [...new Set(named)];
}
