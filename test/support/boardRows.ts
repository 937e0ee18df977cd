/** Rows of the board, written straight into the store. Every name here is invented. */
import { sql } from 'kysely';
import { mostUrgentOf } from '../../activities/store/board.ts';
import type { DeadlinesTable, Store } from '../../activities/store/db.ts';
import type { Day } from '../../workflows/policy/calendar.ts';

/** As much of a journey as a test is about. */
export interface Given {
  readonly id: string;
  /** The participant's name; where left out, the store knows none. */
  readonly name?: string;
  readonly site?: string;
  readonly phase?: string;
  readonly attention?: string;
  readonly caseWorker?: string;
  readonly summary?: {
    readonly company?: string;
    readonly supporter?: string;
    readonly handoverTo?: string;
    readonly deputy?: { readonly id: string; readonly from: Day; readonly until: Day };
  };
  readonly deadlines?: readonly (readonly [
    key: string,
    dueOn: Day,
    status: DeadlinesTable['status'],
    item?: number,
  ])[];
  readonly stuck?: true;
}

const mostUrgentIn = (deadlines: NonNullable<Given['deadlines']>): string | null => {
  const rows = deadlines.map(([key, dueOn, status, item]) => ({
    ...{ key, dueOn, status, at: '' },
    ...(item ? { item } : {}),
  }));
  const first = mostUrgentOf({ deadlines: rows });
  return first ? JSON.stringify(first) : null;
};

/** As the recorder writes it. */
const rowOf = ({ id, site = 'site-1', phase = 'training', attention = 'none', ...rest }: Given) => ({
  ...{ id, site, phase, attention, federalState: 'BW' as const, caseWorker: rest.caseWorker ?? null },
  ...{ machineVersion: 1, policyVersion: '1', entries: 1, mostUrgent: mostUrgentIn(rest.deadlines ?? []) },
  summary: JSON.stringify({ conflictRung: 'none', places: [], ...rest.summary }),
});

/** Puts journeys with their participants, deadlines and stuck effects into the store. */
export async function giveJourneys(db: Store, all: readonly Given[]): Promise<void> {
  const at = '2026-01-01T05:00:00.000Z';
  await insertMany(db, 'journeys', all.map(rowOf));
  const named = all.flatMap(({ id, name }) =>
    name === undefined ? [] : [{ id: `t-${id}`, name, email: null }],
  );
  await insertMany(db, 'people', named);
  await insertMany(
    db,
    'involvements',
    named.map(({ id }) => ({ scope: 'journey', scopeId: id.slice(2), role: 'participant', personId: id })),
  );
  await insertMany(
    db,
    'deadlines',
    all.flatMap(({ id, deadlines = [] }) =>
      deadlines.map(([key, dueOn, status, item = 0]) => ({ journeyId: id, key, item, dueOn, at, status })),
    ),
  );
  const stuck = all.filter((one) => one.stuck);
  await insertMany(
    db,
    'stuckEffects',
    stuck.map(({ id }) => ({ journeyId: id, key: 'k', since: at, attempts: 3, reason: 'r' })),
  );
}

/** Gives people with these names a role at a site. */
export async function giveStaff(
  db: Store,
  staff: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: string;
    readonly site: string;
  }[],
): Promise<void> {
  await insertMany(
    db,
    'people',
    staff.map(({ id, name }) => ({ id, name, email: null })),
  );
  await insertMany(
    db,
    'involvements',
    staff.map(({ id, role, site }) => ({ scope: 'site', scopeId: site, role, personId: id })),
  );
}

/** A statement takes only so many values. What is there already stays. */
async function insertMany(db: Store, table: string, rows: readonly object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 1000) {
    const some = rows.slice(from, from + 1000);
    await db
      .insertInto(table as 'journeys')
      .values(some as never)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

export const analyze = async (db: Store): Promise<void> => {
  await sql`analyze`.execute(db);
};
