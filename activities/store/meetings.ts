/** The slots meetings have. */
import { sql } from 'kysely';
import type { Role } from '../../workflows/effects/words.ts';
import type { Instant } from '../../workflows/policy/calendar.ts';
import type { Store } from './db.ts';

/** Which meeting. */
export interface MeetingId {
  readonly journey: string;
  readonly key: string;
}

/** A meeting as the store keeps it. */
export interface Meeting extends MeetingId {
  readonly rev: number;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly status: 'scheduled' | 'cancelled';
  /** A case worker chose the slot. */
  readonly byHand: boolean;
  readonly attendees: readonly Role[];
  /** Whose calendar it fills. */
  readonly caseWorker: string | null;
}

/** The meeting's slot, if it ever got one. */
export async function findMeeting(db: Store, { journey, key }: MeetingId): Promise<Meeting | undefined> {
  const row = await db
    .selectFrom('meetings')
    .selectAll()
    .where('journeyId', '=', journey)
    .where('key', '=', key)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { journeyId, ...rest } = row;
  return { journey: journeyId, ...rest };
}

/** Keeps a meeting; one of a higher revision stays as it is. */
export async function saveMeeting(db: Store, { journey, ...meeting }: Meeting): Promise<void> {
  const columns = { ...meeting, attendees: JSON.stringify(meeting.attendees) };
  await db
    .insertInto('meetings')
    .values({ journeyId: journey, ...columns })
    .onConflict((conflict) =>
      conflict
        .columns(['journeyId', 'key'])
        .doUpdateSet(columns)
        .whereRef('meetings.rev', '<=', 'excluded.rev'),
    )
    .execute();
}

/**
 * The slots of a case worker's other scheduled meetings that end after an instant. Holds the case worker's
 * calendar until the transaction ends, so that two journeys never get the same slot.
 */
export async function holdCalendar(
  tx: Store,
  caseWorker: string,
  except: MeetingId,
  after: Instant,
): Promise<{ startsAt: Instant; endsAt: Instant }[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`calendar of ${caseWorker}`}, 0))`.execute(tx);
  return await tx
    .selectFrom('meetings')
    .leftJoin('journeys', 'journeys.id', 'meetings.journeyId')
    .select(['startsAt', 'endsAt'])
    .where('status', '=', 'scheduled')
    .where('endsAt', '>', after)
    // Whoever comes to a meeting stands in it, a deputy too; where nobody does, it is the assigned one's.
    .where((where) => where(where.fn.coalesce('meetings.caseWorker', 'journeys.caseWorker'), '=', caseWorker))
    .where((where) => where.not(where.and({ journeyId: except.journey, key: except.key })))
    .execute();
}
