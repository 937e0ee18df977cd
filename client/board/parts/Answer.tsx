/** A query's three faces: waiting, failed, there. */
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading } from './Loading.tsx';
import { ProblemNote } from './ProblemNote.tsx';

export interface AnswerProps<T> {
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
}

/** Shows what is there even while it is being renewed; a failure beside older data is said above it. */
export function Answer<T>({ query, children }: AnswerProps<T>) {
  const { data, error, isPending, refetch } = query;
  if (isPending) return <Loading />;
  return (
    <>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {data !== undefined && children(data)}
    </>
  );
}
