/** The board's lists of one journey, made anew with each record: deadlines, what is still to be answered, what is stuck. */
import type { Role } from '../../workflows/effects/words.ts';
import { compare, type Day, type Instant } from '../../workflows/policy/calendar.ts';
import { statusOrder } from './cardParts.ts';
import type { DeadlinesTable, MostUrgent, NoticesTable, Store, StuckEffectsTable } from './db.ts';

/** Codes, dates and opaque ids only. */
export interface Board {
  readonly deadlines: readonly {
    readonly key: string;
    readonly item?: number;
    readonly dueOn: Day;
    readonly at: Instant;
    readonly status: DeadlinesTable['status'];
  }[];
  readonly notices: readonly (Pick<NoticesTable, 'key' | 'kind' | 'topic' | 'dueOn' | 'since'> & {
    readonly to: readonly Role[];
  })[];
  /** What activities fail to carry out. */
  readonly stuck: readonly Pick<StuckEffectsTable, 'key' | 'since' | 'attempts' | 'reason'>[];
}

/** Replaces a journey's lists. Belongs into the transaction of its record. */
export async function writeBoard(tx: Store, journeyId: string, board: Board): Promise<void> {
  const { deadlines, notices, stuck } = board;
  await tx.deleteFrom('deadlines').where('journeyId', '=', journeyId).execute();
  await tx.deleteFrom('notices').where('journeyId', '=', journeyId).execute();
  await tx.deleteFrom('stuckEffects').where('journeyId', '=', journeyId).execute();
  const dated = deadlines.map(({ item = 0, ...row }) => ({ journeyId, item, ...row }));
  const told = notices.map(({ to, ...row }) => ({ journeyId, toRoles: JSON.stringify(to), ...row }));
  if (dated.length > 0) {
    await tx
      .insertInto('deadlines')
      .values(dated)
      .onConflict((conflict) => conflict.columns(['journeyId', 'key', 'item', 'dueOn']).doNothing())
      .execute();
  }
  if (told.length > 0) await tx.insertInto('notices').values(told).execute();
  const failing = stuck.map(({ key, since, attempts, reason }) => ({
    journeyId,
    key,
    since,
    attempts,
    reason,
  }));
  if (failing.length > 0) await tx.insertInto('stuckEffects').values(failing).execute();
}

/** The deadline that asks for something first, if there is any. Pure. */
export function mostUrgentOf({ deadlines }: Pick<Board, 'deadlines'>): MostUrgent | undefined {
  const rank = ({ status, dueOn, key, item = 0 }: MostUrgent): string =>
    [statusOrder.indexOf(status), dueOn, key, String(item).padStart(9, '0')].join(' ');
  const [first] = deadlines.toSorted((a, b) => compare(rank(a), rank(b)));
  if (first === undefined) return undefined;
  const { key, item, dueOn, status } = first;
  return { key, dueOn, status, ...(item ? { item } : {}) };
}
