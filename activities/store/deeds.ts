/** Puts back what the store has lost of what was carried out, and reads what it holds of it. */
import { sql } from 'kysely';
import type { Deed, Deeds, MeetingDeed } from '../../workflows/effects/deeds.ts';
import type { Instant } from '../../workflows/policy/calendar.ts';
import type { Store } from './db.ts';

/** Adds what is missing. What the store holds in the same or a higher revision stays; what was only begun is done now. */
export async function restoreDeeds(db: Store, journey: string, { effects, meetings }: Deeds): Promise<void> {
  for (const deed of effects) await restoreEffect(db, journey, deed);
  for (const deed of meetings) await restoreMeeting(db, journey, deed);
}

async function restoreEffect(db: Store, journeyId: string, deed: Deed): Promise<void> {
  const { key, rev, op, kind, params, at, late } = deed;
  const done = {
    status: 'done' as const,
    answer: deed.answer === null ? null : JSON.stringify(deed.answer),
    doneAt: sql<Instant>`now()`,
  };
  await db
    .insertInto('effects')
    .values({ journeyId, key, rev, op, kind, params: JSON.stringify(params), at, late, ...done })
    .onConflict((conflict) =>
      conflict.columns(['journeyId', 'key', 'rev']).doUpdateSet(done).where('effects.status', '=', 'begun'),
    )
    .execute();
}

async function restoreMeeting(db: Store, journeyId: string, deed: MeetingDeed): Promise<void> {
  const columns = { ...deed, attendees: JSON.stringify(deed.attendees) };
  await db
    .insertInto('meetings')
    .values({ journeyId, ...columns })
    .onConflict((conflict) =>
      conflict
        .columns(['journeyId', 'key'])
        .doUpdateSet(columns)
        .whereRef('meetings.rev', '<', 'excluded.rev'),
    )
    .execute();
}

/** The highest revision of every key, and every meeting. */
export async function readDeeds(db: Store, journey: string): Promise<Deeds> {
  const effects = await db
    .selectFrom('effects')
    .distinctOn('key')
    .select(['key', 'rev', 'op', 'kind', 'params', 'at', 'late', 'status', 'answer'])
    .where('journeyId', '=', journey)
    .orderBy('key')
    .orderBy('rev', 'desc')
    .execute();
  const meetings = await db
    .selectFrom('meetings')
    .select(['key', 'rev', 'startsAt', 'endsAt', 'status', 'byHand', 'attendees', 'caseWorker'])
    .where('journeyId', '=', journey)
    .orderBy('key')
    .execute();
  return {
    effects: effects.map(({ status, ...deed }) => ({ ...deed, done: status === 'done' })),
    meetings,
  };
}
