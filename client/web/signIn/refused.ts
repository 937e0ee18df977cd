/** Keeps who was not let in, for data protection. */
import type { FastifyRequest } from 'fastify';
import { addRefusal } from '../../../activities/store/refusals.ts';
import type { WebCode } from '../problem.ts';
import type { SignInRole } from '../rights.ts';
import type { SignInMeans } from './means.ts';

/** Stands for whoever gave no opaque id. */
const unknown = 'unknown';

/** Those who give none are kept once a minute: else anybody could fill the store. */
const pause = 60_000;

export interface Refused {
  readonly person: string | undefined;
  readonly roles: readonly SignInRole[];
  readonly code: WebCode;
}

/** Keeps refusals. That one cannot be kept is written down, and refuses all the same. */
export function keepingRefusals({ db, log }: Pick<SignInMeans, 'db' | 'log'>) {
  let lastUnknown = 0;
  return async (
    { method, routeOptions }: FastifyRequest,
    { person, roles, code }: Refused,
  ): Promise<void> => {
    const now = Date.now();
    if (person === undefined && now - lastUnknown < pause) return;
    if (person === undefined) lastUnknown = now;
    try {
      const route = routeOptions.url ?? '';
      await addRefusal(db, { person: person ?? unknown, roles, method, route, code, journeyId: null });
    } catch (error) {
      log(error);
    }
  };
}
export type KeepRefusal = ReturnType<typeof keepingRefusals>;
