/** How many journeys of a scope there are of what. */
import { sql } from 'kysely';
import { type CardFilter, matching } from './cardFilter.ts';
import { alphabetically, attentionNow } from './cardParts.ts';
import type { Store } from './db.ts';
import type { Scope } from './scope.ts';

export interface CardCounts {
  readonly total: number;
  readonly phases: Record<string, number>;
  readonly attentions: Record<string, number>;
  /** Of each case worker by phase; the id is null for what is nobody's yet. */
  readonly workers: {
    readonly id: string | null;
    readonly name: string | null;
    readonly total: number;
    readonly phases: Record<string, number>;
  }[];
}

/** Counts the journeys in a scope; case workers by their names. */
export async function countCards(db: Store, scope: Scope, filter: CardFilter = {}): Promise<CardCounts> {
  // By place in the list: the attention that is counted is not the column of that name.
  const sets = sql`grouping sets ((1), (2, 3))`;
  const counts = matching(db, scope, filter)
    .select([attentionNow.as('attention'), 'phase', 'caseWorker', sql<string>`count(*)`.as('count')])
    .groupBy(sets);
  const rows = await db
    .selectFrom(counts.as('counts'))
    .leftJoin('people', 'people.id', 'counts.caseWorker')
    .select(['attention', 'phase', 'caseWorker', 'count', 'name'])
    .orderBy(alphabetically(sql`name`), (order) => order.asc().nullsLast())
    .orderBy('caseWorker')
    .execute();
  // A row is about either the attention or a case worker's journeys in a phase; the other columns are null.
  const byWorker = rows.flatMap((row) => (row.phase === null ? [] : [{ ...row, count: Number(row.count) }]));
  const attentions = rows.filter(({ phase }) => phase === null);
  const workers = new Map(byWorker.map(({ caseWorker, name }) => [caseWorker, name]));
  return {
    ...{ total: sum(byWorker), phases: byPhase(byWorker) },
    attentions: Object.fromEntries(attentions.map(({ attention, count }) => [attention, Number(count)])),
    workers: [...workers].map(([id, name]) => {
      const own = byWorker.filter(({ caseWorker }) => caseWorker === id);
      return { id, name, total: sum(own), phases: byPhase(own) };
    }),
  };
}

interface Counted {
  readonly count: number;
  readonly phase: string;
}

const sum = (rows: readonly Counted[]): number => rows.reduce((all, { count }) => all + count, 0);

function byPhase(rows: readonly Counted[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { phase, count } of rows) counts[phase] = (counts[phase] ?? 0) + count;
  return counts;
}
