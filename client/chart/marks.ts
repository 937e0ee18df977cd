/** Where one journey stands and has been, as a picture shows it: states, dates, deadlines; nobody and no company. Pure. */
import type { Folded } from '../../workflows/fold/folded.ts';
import { type Day, germanDay } from '../../workflows/policy/calendar.ts';

export interface Marks {
  /** The last day of what is known. */
  readonly on: Day;
  /** States the journey is in, since when, and for which time. */
  readonly current: ReadonlyMap<string, { readonly since: Day; readonly number: number }>;
  /** States it has been in and has left, and how often it was there. */
  readonly past: ReadonlyMap<string, number>;
  /** Dates of the deadlines to come, by state and key. */
  readonly due: ReadonlyMap<string, Day>;
}

export type Mark = 'current' | 'past';

/** The marks of a folded journey. */
export function marksOf({ visits, stays, open, now }: Folded): Marks {
  const current = Object.entries(visits).map(
    ([path, { since, number }]) => [path, { since: germanDay(since), number }] as const,
  );
  return {
    on: germanDay(now),
    current: new Map(current),
    past: new Map(Object.entries(stays).filter(([path]) => visits[path] === undefined)),
    due: new Map(open.map(({ state, key, dueOn }) => [dueKey(state, key), dueOn])),
  };
}

/** How a state is marked, if at all. */
export function markOf(path: string, marks: Marks | undefined): Mark | undefined {
  if (marks?.current.has(path)) return 'current';
  return marks?.past.has(path) ? 'past' : undefined;
}

export const dueKey = (state: string, key: string): string => `${state} ${key}`;
