/** The same for several journeys: what it would do to each, and telling each. */
import type { Outcome, Outcomes, Preview, Saying } from '../../web/api/schemas.ts';
import { ApiProblem, post, problemIn } from '../api.ts';
import type { NoteDraft } from '../form/draft.ts';
import { placed } from '../form/notes.ts';
import type { ChosenCard } from '../participants/chosen.ts';
import type { Text } from '../words.ts';

/** What a journey would answer. */
export interface Checked {
  readonly card: ChosenCard;
  /** Missing where it is refused. */
  readonly preview?: Preview;
  readonly reasons: readonly Text[];
}

export interface SeveralSaid {
  readonly statement: Saying;
  readonly notes?: readonly NoteDraft[];
}

const atOnce = 4;

/** Asks each journey what it would do; the answers stand in the order of the journeys. @throws ApiProblem where none can answer */
export async function checkEach(
  cards: readonly ChosenCard[],
  { statement }: SeveralSaid,
): Promise<Checked[]> {
  return await each(cards, async (card) => {
    try {
      const at = `/api/journeys/${encodeURIComponent(card.id)}/preview`;
      return { card, preview: await post<Preview>(at, { statements: [statement] }), reasons: [] };
    } catch (error) {
      return { card, reasons: refusalIn(error) };
    }
  });
}

/** A refusal's reasons. What is wrong with the request or the connection is wrong for all of them. @throws the error itself then */
function refusalIn(error: unknown): readonly Text[] {
  const { status, reasons } = problemIn(error);
  const isAboutJourney = error instanceof ApiProblem && [403, 404, 409, 422].includes(status);
  if (!isAboutJourney) throw error;
  return reasons;
}

/** Tells each journey; notes are kept with each of them first. Under the same key it is told once. @throws ApiProblem */
export async function tellEach(
  cards: readonly ChosenCard[],
  said: SeveralSaid,
  key: string,
): Promise<Outcome[]> {
  const { statement, notes = [] } = said;
  if (notes.length === 0) return await tellAll(cards, statement, key);
  const told = await each(cards, async (card) => {
    const ids: [string, string][] = [];
    for (const [number, { path, text }] of notes.entries()) {
      const at = `/api/journeys/${encodeURIComponent(card.id)}/notes`;
      const { id } = await post<{ id: string }>(at, { text }, { key: `${key}-${number}` });
      ids.push([`event.${path}`, id]);
    }
    return await tellAll([card], placed(statement, ids), key);
  });
  return told.flat();
}

/** The API takes so many at a time. */
const mostAtOnce = 100;

async function tellAll(cards: readonly ChosenCard[], statement: Saying, key: string): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let from = 0; from < cards.length; from += mostAtOnce) {
    const journeys = cards.slice(from, from + mostAtOnce).map(({ id }) => id);
    const { results } = await post<Outcomes>('/api/bulk', { journeys, statement }, { key });
    outcomes.push(...results);
  }
  return outcomes;
}

/** Some at a time, in their order. */
async function each<T, R>(rows: readonly T[], work: (row: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  const queue = rows.entries();
  const next = async (): Promise<void> => {
    for (const [index, row] of queue) done[index] = await work(row);
  };
  await Promise.all(Array.from({ length: atOnce }, next));
  return done;
}
