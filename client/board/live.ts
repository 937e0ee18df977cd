/** Changes as they happen: the server names the journey that changed, and what the board shows of it is asked for again. */
import { type Query, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { keys } from './queries.ts';

/** News of several journeys within this time renew the lists once. */
const pause = 500;

/** Listens while somebody is signed in. The browser connects again by itself; after a gap everything shown is renewed. */
export function useLiveChanges(isSignedIn: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!isSignedIn) return;
    const source = new EventSource('/api/stream');
    let timer: number | undefined;
    let wasLost = false;
    const renewLists = (): void => {
      timer ??= window.setTimeout(() => {
        timer = undefined;
        void queries.invalidateQueries({ queryKey: ['lists'] });
      }, pause);
    };
    source.addEventListener('journey', ({ data }: MessageEvent<string>) => {
      const id = idIn(data);
      if (id !== undefined) void queries.invalidateQueries({ queryKey: keys.journey(id).slice(0, 2) });
      renewLists();
    });
    // More has changed than is worth naming.
    source.addEventListener('all', () => void queries.invalidateQueries({ predicate: isOfJourneys }));
    source.addEventListener('error', () => {
      wasLost = true;
    });
    source.addEventListener('open', () => {
      if (wasLost)
        void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'catalogue' });
      wasLost = false;
    });
    return () => {
      source.close();
      window.clearTimeout(timer);
    };
  }, [isSignedIn, queries]);
}

const isOfJourneys = ({ queryKey }: Query): boolean => queryKey[0] === 'lists' || queryKey[0] === 'journey';

function idIn(data: string): string | undefined {
  try {
    const { id } = JSON.parse(data) as { id?: unknown };
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}
