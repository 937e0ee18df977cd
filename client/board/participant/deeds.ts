/** Which events settle the deadlines of a journey, with what is known filled in. Pure. */
import type { DeadlineView } from '../../../workflows/fold/view.ts';
import { answerTo } from '../deeds.ts';
import type { Shown } from './shown.ts';

export interface Way {
  readonly type: string;
  readonly initial: Readonly<Record<string, string>>;
}

/** What settles one deadline, the likeliest first. */
export function deedsOf(
  { key, item }: Pick<DeadlineView, 'key' | 'item'>,
  { view: { facts } }: Pick<Shown, 'view'>,
  person: string,
): Way[] {
  const answer = answerTo({ topic: key });
  if (!('deeds' in answer)) return [];
  return answer.deeds.map(({ type, fields }) => ({
    type,
    initial: Object.fromEntries(
      Object.entries(fields?.({ facts, item, person }) ?? {})
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => [name, String(value)]),
    ),
  }));
}

const mostLikely = 4;

/** What settles the deadlines that are over, given, or next, in this order; what cannot be entered now is left out. */
export function likelyNow(shown: Pick<Shown, 'view' | 'explanations'>, person: string): Way[] {
  const { view, explanations } = shown;
  const possible = new Set<string>(explanations.flatMap((one) => (one.possible ? one.type : [])));
  const rows = [...view.overdue, ...view.due, ...view.open.slice(0, 2)];
  const ways = rows.flatMap((row) => deedsOf(row, shown, person)).filter(({ type }) => possible.has(type));
  return [...new Map(ways.toReversed().map((way) => [way.type, way])).values()]
    .toReversed()
    .slice(0, mostLikely);
}
