/** Sessions that have ended before their time. A session itself is a signed cookie; only its end is kept. */
import type { Instant } from '../../workflows/policy/calendar.ts';
import type { Store } from './db.ts';

/** Ends a session for good. `until` is when it would have ended by itself; what lies before `now` is forgotten. */
export async function endSession(
  db: Store,
  { id, until }: { readonly id: string; readonly until: Instant },
  now: Instant,
): Promise<void> {
  await db.deleteFrom('endedSessions').where('until', '<', now).execute();
  await db
    .insertInto('endedSessions')
    .values({ id, until })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** Whether a session has ended before its time. */
export async function hasEnded(db: Store, id: string): Promise<boolean> {
  const row = await db.selectFrom('endedSessions').select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}
