/** The calendar of a case worker by a secret address, which can be renewed; the store keeps only the secret's hash. */
import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Instant } from '../../workflows/policy/calendar.ts';
import type { Store } from './db.ts';

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/**
 * Gives somebody's calendar a new secret address; the one before is no longer known. Throws what the database refused, such as
 * a person who is not there.
 */
export async function renewFeed(db: Store, person: string): Promise<string> {
  const secret = randomBytes(24).toString('base64url');
  const known = { secretHash: hashOf(secret), renewedAt: sql<Instant>`now()` };
  await db
    .insertInto('calendarFeeds')
    .values({ personId: person, ...known })
    .onConflict((conflict) => conflict.column('personId').doUpdateSet(known))
    .execute();
  return secret;
}

/** Whose calendar a secret opens, if any. */
export async function feedOwner(db: Store, secret: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('calendarFeeds')
    .select('personId')
    .where('secretHash', '=', hashOf(secret))
    .executeTakeFirst();
  return row?.personId;
}

/** A meeting in somebody's calendar. Opaque ids only: the address may end up in many hands. */
export interface FeedMeeting {
  readonly journey: string;
  readonly key: string;
  readonly rev: number;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly status: 'scheduled' | 'cancelled';
}

/** The meetings of a case worker that end after an instant, by their slots. After a handover they are the new one's. */
export async function meetingsOf(db: Store, person: string, after: Instant): Promise<FeedMeeting[]> {
  return await db
    .selectFrom('meetings')
    .leftJoin('journeys', 'journeys.id', 'meetings.journeyId')
    .select(['journeyId as journey', 'key', 'rev', 'startsAt', 'endsAt', 'status'])
    .where('endsAt', '>', after)
    .where((where) => where(where.fn.coalesce('meetings.caseWorker', 'journeys.caseWorker'), '=', person))
    .orderBy('startsAt')
    .orderBy('journeyId')
    .execute();
}
