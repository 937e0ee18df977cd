/** What is asked of somebody now: deadlines, notices, meetings, journeys offered to them. Personal data. */
import { type RawBuilder, sql } from 'kysely';
import type { EffectKind } from '../../workflows/effects/effects.ts';
import type { Role } from '../../workflows/effects/words.ts';
import type { Day, Instant } from '../../workflows/policy/calendar.ts';
import { participantName, placeIn, statusOrder } from './cardParts.ts';
import type { Named } from './cards.ts';
import type { DeadlinesTable, Store } from './db.ts';
import { isIn, isInAs, isOffered, isWhollyIn, type Scope } from './scope.ts';

/** Which journey it is about. */
export interface About {
  readonly journey: string;
  /** The participant's; null where the store knows none. */
  readonly name: string | null;
}

export interface TodayDeadline extends About {
  readonly key: string;
  readonly item?: number;
  readonly dueOn: Day;
  readonly status: DeadlinesTable['status'];
}

export interface DeadlineWish {
  /** The last day of those that are still to come; what is due or overdue is listed whenever it was. */
  readonly until: Day;
  /** What somebody may read of where they give learning support and are nothing else: keys of deadlines. None if left out. */
  readonly support?: readonly string[] | undefined;
}

/** What is overdue, what is due, and what comes until a day; each the earliest first. */
export async function listDeadlines(
  db: Store,
  scope: Scope,
  { until, support = [] }: DeadlineWish,
): Promise<TodayDeadline[]> {
  const rows = await db
    .selectFrom('deadlines')
    .innerJoin('journeys', 'journeys.id', 'deadlines.journeyId')
    .select(['journeyId as journey', participantName.as('name'), 'key', 'item', 'dueOn', 'status'])
    .where(sql<boolean>`(deadlines.status <> 'open' or deadlines.due_on <= ${until})`)
    .where(isReadable(scope, isAmong(sql`deadlines.key`, support)))
    .orderBy(placeIn(statusOrder, sql`deadlines.status`))
    .orderBy('dueOn')
    .orderBy('journeyId')
    .orderBy('key')
    .orderBy('item')
    .execute();
  return rows.map(({ item, ...row }) => ({ ...row, ...(item === 0 ? {} : { item }) }));
}

export interface TodayNotice extends About {
  readonly key: string;
  readonly kind: EffectKind;
  readonly topic: string;
  readonly to: readonly Role[];
  readonly dueOn: Day;
  readonly since: Instant;
}

/** What was told to somebody in a role that they have on the journey, and is not answered; due first in front. */
export async function listTold(db: Store, scope: Scope): Promise<TodayNotice[]> {
  return await db
    .selectFrom('notices')
    .innerJoin('journeys', 'journeys.id', 'notices.journeyId')
    .select(['journeyId as journey', participantName.as('name'), 'key', 'kind', 'topic'])
    .select(['toRoles as to', 'dueOn', 'since'])
    .where(isInAs(scope, (role) => sql`notices.to_roles ? ${role}`))
    .orderBy('dueOn')
    .orderBy('journeyId')
    .orderBy('key')
    .execute();
}

export interface TodayMeeting extends About {
  readonly key: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly status: 'scheduled' | 'cancelled';
  readonly attendees: Role[];
  /** Whose calendar it fills. */
  readonly caseWorker: string | null;
}

export interface MeetingWish {
  readonly from: Instant;
  /** The first instant that no longer counts. */
  readonly to: Instant;
  /** With those that were called off. */
  readonly cancelled?: boolean | undefined;
}

/** The meetings of a scope that take place between two instants. Of those whom they only support, people see what they attend. */
export async function listMeetings(
  db: Store,
  scope: Scope,
  { from, to, cancelled = false }: MeetingWish,
): Promise<TodayMeeting[]> {
  const rows = await db
    .selectFrom('meetings')
    .innerJoin('journeys', 'journeys.id', 'meetings.journeyId')
    .select(['journeyId as journey', participantName.as('name'), 'key', 'startsAt', 'endsAt', 'status'])
    .select([
      'attendees',
      sql<string | null>`coalesce(meetings.case_worker, journeys.case_worker)`.as('caseWorker'),
    ])
    .where('startsAt', '<', to)
    .where('endsAt', '>', from)
    .$if(!cancelled, (query) => query.where('status', '=', 'scheduled'))
    .where(isReadable(scope, sql`meetings.attendees ? 'learningSupporter'`))
    .orderBy('startsAt')
    .orderBy('journeyId')
    .orderBy('key')
    .execute();
  return rows.map(({ attendees, ...row }) => ({ ...row, attendees: [...attendees] }));
}

export interface OfferedJourney extends About {
  /** Who looks after it until it is accepted. */
  readonly from: Named | null;
}

/** The journeys whose handover to somebody is proposed, by id. */
export async function listOffered(db: Store, scope: Scope): Promise<OfferedJourney[]> {
  const rows = await db
    .selectFrom('journeys')
    .leftJoin('people as worker', 'worker.id', 'journeys.caseWorker')
    .select(['journeys.id as journey', participantName.as('name'), 'caseWorker', 'worker.name as workerName'])
    .where(isOffered(scope))
    .orderBy('journeys.id')
    .execute();
  return rows.map(({ caseWorker, workerName, ...about }) => ({
    ...about,
    from: caseWorker === null ? null : { id: caseWorker, name: workerName },
  }));
}

/** What is of a journey that somebody sees whole, or for support. */
const isReadable = (scope: Scope, isForSupport: RawBuilder<boolean>): RawBuilder<boolean> =>
  sql`(${isWhollyIn(scope)} or (${isIn(scope)} and ${isForSupport}))`;

const isAmong = (value: RawBuilder<string>, words: readonly string[]): RawBuilder<boolean> =>
  words.length === 0 ? sql`false` : sql`${value} in (${sql.join(words)})`;
