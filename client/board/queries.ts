/** What the board keeps of the server's answers, for how long, and what it does when somebody is not signed in. */
import { MutationCache, QueryCache, QueryClient, queryOptions } from '@tanstack/react-query';
import { navigate } from 'wouter/use-browser-location';
import type { Me } from '../web/api/schemas.ts';
import { ApiProblem, get, withQuery } from './api.ts';

export const signInPath = '/sign-in';

/** Sends whoever is not signed in to do so, and remembers where they were. */
function onError(error: Error): void {
  const isUnknown = error instanceof ApiProblem && error.problem.status === 401;
  if (!isUnknown || location.pathname === signInPath) return;
  navigate(withQuery(signInPath, { back: location.pathname + location.search }), { replace: true });
}

/** Where somebody was; an address of this board only. Pure. */
export const backFrom = (search: string): string => {
  const back = new URLSearchParams(search).get('back') ?? '/';
  return /^\/(?![/\\])/.test(back) && !back.startsWith(signInPath) ? back : '/';
};

const isWorthRetrying = (error: Error): boolean =>
  !(error instanceof ApiProblem) || error.problem.status === 0 || error.problem.status >= 502;

export const createQueries = (): QueryClient =>
  new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 20_000,
        retry: (count, error) => count < 2 && isWorthRetrying(error),
      },
    },
  });

/** Names of what is kept. All that is about one journey begins with `journey` and its id, so that news of it renews it all. */
export const keys = {
  me: ['me'],
  catalogue: ['catalogue'],
  /** Anything that lists or counts journeys. */
  lists: (what: string, query: object = {}) => ['lists', what, query] as const,
  journey: (id: string, what = 'all') => ['journey', id, what] as const,
} as const;

export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: ({ signal }) => get<Me>('/api/me', {}, signal),
  staleTime: 300_000,
});
