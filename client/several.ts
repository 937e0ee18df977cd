/** The same said of several journeys: each answers for itself. */
import { listCards, type Scope } from '../activities/store/cards.ts';
import type { Store } from '../activities/store/read.ts';
import type { Statement } from '../workflows/journal/entry.ts';
import { type Reason, Refusal } from '../workflows/journal/refusal.ts';
import type { PreviewResult } from '../workflows/messages.ts';
import { ClientError } from './errors.ts';
import { inTurn } from './inTurn.ts';
import { type Journeys, previewJourney, tellJourney } from './journeys.ts';
import { refuseTwoProviders } from './moves/takeBack.ts';
import { noAnswer } from './outcomes.ts';

/** Journeys that are told at the same time. */
export const atOnce = 4;

/** What became of one of them, or would: what it is told is entered, or it says why not. */
export interface Told {
  readonly journey: string;
  readonly done: boolean;
  /** The numbers of its entries. */
  readonly seqs?: readonly number[];
  /** What it would lead to, where that was asked. */
  readonly preview?: Pick<PreviewResult, 'changes' | 'difference'>;
  /** Why not; `no-answer` where nobody knows. */
  readonly reasons: readonly Pick<Reason, 'code' | 'de' | 'en'>[];
}

/** The journeys of a case worker that still run, as far as they are in a scope, by id. */
export async function caseloadOf(db: Store, scope: Scope, caseWorker: string): Promise<string[]> {
  const { items } = await listCards(db, scope, { caseWorker, sort: 'id', limit: 10_000, offset: 0 });
  return items.filter(({ phase }) => phase !== 'closed').map(({ id }) => id);
}

/** Tells each journey the same; the same `requestId` again is entered once in each. */
export function tellEach(
  journeys: Journeys,
  named: readonly string[],
  statements: readonly Statement[],
  requestId?: string,
): Promise<Told[]> {
  return each(named, async (journey) => {
    await refuseTwoProviders(journeys, journey, statements);
    const { seqs } = await tellJourney(journeys, journey, statements, requestId);
    return { journey, done: true, seqs, reasons: [] };
  });
}

/** What `tellEach` would do. Nothing is changed. */
export function previewEach(
  journeys: Journeys,
  named: readonly string[],
  statements: readonly Statement[],
): Promise<Told[]> {
  return each(named, async (journey) => {
    const { changes, difference } = await previewJourney(journeys, journey, statements);
    return { journey, done: true, preview: { changes, difference }, reasons: [] };
  });
}

/** 1 where one did not answer and somebody must ask again, 2 where one refused, else 0. */
export function exitCodeOf(told: readonly Told[]): number {
  const codes = told.flatMap(({ reasons }) => reasons.map(({ code }) => code));
  return codes.includes('no-answer') ? 1 : told.some(({ done }) => !done) ? 2 : 0;
}

const each = (named: readonly string[], tell: (journey: string) => Promise<Told>): Promise<Told[]> =>
  inTurn([...new Set(named)], (journey) => tell(journey).catch((error) => failed(journey, error)), atOnce);

function failed(journey: string, error: unknown): Told {
  if (error instanceof Refusal) return { journey, done: false, reasons: error.reasons };
  if (error instanceof ClientError) {
    return { journey, done: false, reasons: [{ code: error.code, ...error.text }] };
  }
  return { journey, done: false, reasons: [noAnswer(error)] };
}
