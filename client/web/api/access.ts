/**
 * Who may call what. Every route of the API says who may; on a journey the caller's roles are those that fit it. What is refused is
 * kept in the store, without a word of what was asked.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Card, readCard, type Sight } from '../../../activities/store/cards.ts';
import type { Store } from '../../../activities/store/read.ts';
import { addRefusal } from '../../../activities/store/refusals.ts';
import { germanDay } from '../../../workflows/policy/calendar.ts';
import { WebError } from '../problem.ts';
import { type Principal, type Reading, readingOf, rolesOn, type SignInRole } from '../rights.ts';
import { principalOf } from '../signIn/signIn.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call a route: everybody, whoever has signed in, or those with one of the roles. */
    access?: 'everybody' | 'signedIn' | readonly SignInRole[];
  }
}

/** Asks each caller of this part of the server who they are; a route that does not say who may call it is a mistake of ours. */
export function guardRoutes(app: FastifyInstance): void {
  app.addHook('onRoute', ({ url, config }) => {
    if (config?.access === undefined) throw new Error(`the route ${url} does not say who may call it`);
  });
  app.addHook('preValidation', async (request) => {
    const { access = [] } = request.routeOptions.config;
    if (access === 'everybody') return;
    const { roles } = principalOf(request);
    if (access === 'signedIn' || roles.some((role) => access.includes(role))) return;
    throw forbidden();
  });
}

export const forbidden = (): WebError =>
  new WebError('forbidden', {
    de: 'Dafür fehlt Ihnen das Recht, oder diese Begleitung ist nicht Ihre. Der Versuch wird festgehalten.',
    en: 'You have no right to this, or this journey is not yours. The attempt is recorded.',
  });

/** A journey as its caller may see it. */
export interface Seen {
  readonly card: Card;
  readonly principal: Principal;
  /** In which the caller acts on it. */
  readonly roles: readonly SignInRole[];
  readonly reading: Reading;
}

/**
 * The journey that a request is about. Whoever may not see it learns nothing of it, not even whether there is one.
 * @throws WebError `forbidden`
 */
export async function journeyFor(
  db: Store,
  request: FastifyRequest,
  journey: string,
  wanted: readonly SignInRole[] = ['caseWorker', 'teamLead', 'learningSupporter', 'dataProtection'],
): Promise<Seen> {
  const principal = principalOf(request);
  const today = germanDay(new Date().toISOString());
  const card = await readCard(db, journey, today);
  const roles = card ? rolesOn(principal, card.whose, today).filter((role) => wanted.includes(role)) : [];
  const reading = readingOf(roles);
  if (!card || !reading) throw forbidden();
  return { card, principal, roles, reading };
}

/** The journeys that somebody sees, today. */
export const scopeOf = ({ person, roles, sites }: Principal): Sight => ({
  ...{ person, roles, sites },
  today: germanDay(new Date().toISOString()),
});

/** Keeps that somebody was refused something. */
export async function recordRefusal(
  db: Store,
  request: FastifyRequest,
  code: string,
  journey?: string,
): Promise<void> {
  const { person, roles } = principalOf(request);
  const params = (request.params ?? {}) as { readonly journey?: string };
  const { method } = request;
  const route = request.routeOptions.url ?? '';
  await addRefusal(db, { person, roles, method, route, journeyId: journey ?? params.journey ?? null, code });
}
