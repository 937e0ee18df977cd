/** Lists of journeys, and the start of one. */
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { countCards, listCards } from '../../../activities/store/cards.ts';
import { listSites } from '../../../activities/store/directory.ts';
import { Phone, saveOwnPeople } from '../../../activities/store/people.ts';
import { readRow, type Store } from '../../../activities/store/read.ts';
import type { Statement } from '../../../workflows/journal/entry.ts';
import { Refusal } from '../../../workflows/journal/refusal.ts';
import { readJourney, startJourney } from '../../journeys.ts';
import { policyVersionOf } from '../../statement.ts';
import type { WebMeans } from '../means.ts';
import { WebError } from '../problem.ts';
import { isAt, type Principal } from '../rights.ts';
import { principalOf } from '../signIn/signIn.ts';
import { forbidden, scopeOf } from './access.ts';
import { askedBy, cardFor } from './cards.ts';
import { CardQuery, Cards, Counts, NewJourney, Started } from './schemas.ts';
import { keyOf } from './speaking.ts';

const readers = ['caseWorker', 'teamLead', 'learningSupporter', 'dataProtection'] as const;

export function addJourneys(api: FastifyInstance, means: WebMeans): void {
  const app = api.withTypeProvider<ZodTypeProvider>();
  const { db } = means;
  app.get(
    '/journeys',
    {
      config: { access: readers },
      schema: {
        summary: 'The journeys that the caller sees',
        tags: ['Journeys'],
        querystring: CardQuery,
        response: { 200: Cards },
      },
    },
    async (request) => {
      const principal = principalOf(request);
      const scope = scopeOf(principal);
      const { items, total } = await listCards(db, scope, askedBy(principal, request.query));
      return { items: items.map((row) => cardFor(principal, row, scope.today)), total };
    },
  );
  app.get(
    '/journeys/counts',
    {
      config: { access: ['caseWorker', 'teamLead', 'dataProtection'] },
      schema: {
        summary: 'How many journeys there are, by phase, attention and case worker',
        tags: ['Journeys'],
        response: { 200: Counts },
      },
    },
    async (request) => countCards(db, scopeOf(principalOf(request))),
  );
  app.post(
    '/journeys',
    {
      config: { access: ['caseWorker', 'teamLead'] },
      schema: {
        summary: 'Start a journey with a referral',
        description: 'Takes an `Idempotency-Key`.',
        tags: ['Journeys'],
        body: NewJourney,
        response: { 201: Started },
      },
    },
    async (request, reply) => reply.code(201).send({ journey: await start(means, request, request.body) }),
  );
}

/** Starts the journey and keeps the participant's name; the same request again gives the same journey. */
async function start(
  { db, journeys }: Pick<WebMeans, 'db' | 'journeys'>,
  request: FastifyRequest,
  { journey, participant, referral, effectiveAt, policy }: NewJourney,
): Promise<string> {
  const key = keyOf(request.headers);
  const principal = principalOf(request);
  const id = journey ?? `p-${digest(principal.person, key)}`;
  const person = participant && {
    ...{ id: `t-${digest(id)}`, role: 'participant' as const, name: participant.name },
    ...{ email: participant.email ?? null, phone: phoneOf(participant.phone), channel: participant.channel },
  };
  const statement: Statement = {
    event: { type: 'intake.referred', ...(await completed(db, principal, referral)) },
    actor: { role: speaker(principal), id: principal.person },
    ...(effectiveAt === undefined ? {} : { effectiveAt }),
  };
  const versions = policy === undefined ? {} : { policyVersion: policyVersionOf(policy) };
  try {
    await startJourney(journeys, id, [statement], { requestId: key, versions });
  } catch (error) {
    if (!(await isSame(error, journeys, id, key))) throw error;
  }
  if (person) {
    const { channel, ...known } = person;
    await saveOwnPeople(db, [{ journey: id, people: [{ ...known, ...(channel && { channel }) }] }]);
  }
  await isListed(db, id);
  return id;
}

/** Until it is in the store nobody may see it: whoever has just started it goes there next. */
async function isListed(db: Store, journey: string): Promise<void> {
  const patience = Date.now() + 10_000;
  while ((await readRow(db, journey)) === undefined && Date.now() < patience) await pause(50);
}

/** The same request has started it before, and perhaps got no further. */
async function isSame(
  error: unknown,
  journeys: WebMeans['journeys'],
  journey: string,
  key: string,
): Promise<boolean> {
  if (!(error instanceof Refusal) || error.code !== 'journey-exists') return false;
  const [first] = await readJourney(journeys, journey);
  return first?.requestId === key;
}

/** The referral with the site and its federal state, where the caller has one site only. @throws WebError `forbidden` */
async function completed(db: Store, principal: Principal, referral: NewJourney['referral']): Promise<object> {
  const [only, ...others] = principal.sites;
  const given = 'site' in referral ? referral.site : undefined;
  const site = given ?? (others.length === 0 && only !== '*' ? only : undefined);
  if (typeof site === 'string' && !isAt(principal, site)) throw forbidden();
  const known = (await listSites(db)).find(({ id }) => id === site);
  return {
    ...(site === undefined ? {} : { site }),
    ...(known ? { federalState: known.federalState } : {}),
    ...referral,
  };
}

const speaker = ({ roles }: Principal) => (roles.includes('caseWorker') ? 'caseWorker' : 'teamLead');

const digest = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12);

function phoneOf(given: string | null | undefined): string | null {
  if (given === null || given === undefined || given.trim() === '') return null;
  const parsed = Phone.safeParse(given);
  if (parsed.success) return parsed.data;
  const code = 'phone';
  const field = 'participant.phone';
  const text = {
    de: 'Die Telefonnummer braucht ihre Landesvorwahl (+49 …).',
    en: 'The phone number needs its country code (+49 …).',
  };
  throw new WebError('bad-request', text, [{ code, field, ...text }]);
}
