/** A journey reduced to what figures of many are made from: plain data, small enough to be kept for every journey. Pure. */
import type { Rung } from '../../workflows/effects/words.ts';
import type { Course } from '../../workflows/fold/papers/course.ts';
import { type FunderMessage, funderMessagesOf } from '../../workflows/fold/papers/funderMessages.ts';
import { type Counted, countedOf } from '../../workflows/fold/papers/statistics.ts';
import { viewOf } from '../../workflows/fold/view.ts';

export interface Digest extends Counted {
  readonly journey: string;
  /** The rung of an open conflict. */
  readonly rung: Rung | 'none';
  /** How many periods are over that nobody has kept. */
  readonly overdue: number;
  readonly isClosed: boolean;
  readonly caseWorker?: string;
  /** What the funder is owed word of, sent or not. */
  readonly messages: readonly FunderMessage[];
}

export function digestOf(course: Course): Digest {
  const { phase, conflictRung, overdue } = viewOf(course.folded);
  const { caseWorker } = course.folded.snapshot.context.facts;
  return {
    ...{ journey: course.journey, ...countedOf(course), messages: funderMessagesOf(course) },
    ...{ rung: conflictRung, overdue: overdue.length, isClosed: phase === 'closed' },
    ...(caseWorker === undefined ? {} : { caseWorker }),
  };
}
