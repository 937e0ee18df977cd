/** What staff can take on, and when they are away. */
import { sql } from 'kysely';
import type { SchoolTimes } from '../../workflows/effects/effects.ts';
import { type Day, germanDay, type Instant } from '../../workflows/policy/calendar.ts';
import type { Store } from './db.ts';

/** Days on which somebody is away, first and last. */
export interface Away {
  readonly from: Day;
  readonly until: Day;
}

/** From when to when a site receives people; none where it has not said. */
export async function officeHoursOf(
  db: Store,
  site: string,
): Promise<{ opens: string; closes: string } | undefined> {
  return await db.selectFrom('sites').select(['opens', 'closes']).where('id', '=', site).executeTakeFirst();
}

/** When the school of a journey teaches, as far as both are known. */
export async function schoolTimesOf(db: Store, journey: string): Promise<SchoolTimes | undefined> {
  const row = await db
    .selectFrom('journeys')
    .innerJoin('organisations', (join) =>
      join.on(sql<boolean>`organisations.id = journeys.summary->>'school'`).on('kind', '=', 'school'),
    )
    .select('schoolTimes')
    .where('journeys.id', '=', journey)
    .executeTakeFirst();
  return row?.schoolTimes ?? undefined;
}

/** When somebody is away from a day on. */
export async function absencesOf(db: Store, person: string, from: Day): Promise<Away[]> {
  return await db
    .selectFrom('staffAbsences')
    .select(['fromDay as from', 'untilDay as until'])
    .where('personId', '=', person)
    .where('untilDay', '>=', from)
    .orderBy('fromDay')
    .execute();
}

/** Who stands in on a day for each of these people who is away and has a deputy. */
export async function deputiesOn(
  db: Store,
  people: readonly string[],
  day: Day,
): Promise<ReadonlyMap<string, string>> {
  if (people.length === 0) return new Map();
  const rows = await db
    .selectFrom('staffAbsences')
    .select(['personId', 'deputy'])
    .where('personId', 'in', [...people])
    .where('fromDay', '<=', day)
    .where('untilDay', '>=', day)
    .where('deputy', 'is not', null)
    .execute();
  return new Map(rows.flatMap(({ personId, deputy }) => (deputy === null ? [] : [[personId, deputy]])));
}

/**
 * The learning supporter of a site who teaches a subject (or says of no subject that they do not), is not away, and has most
 * room: capacity less the journeys they support now. None where nobody has room.
 */
export async function freeSupporter(
  db: Store,
  site: string,
  subject: string,
  now: Instant,
): Promise<string | undefined> {
  const today = germanDay(now);
  const supported = sql<number>`(
    select count(*) from journeys where journeys.summary->>'supporter' = involvements.person_id
  )`;
  const rows = await db
    .selectFrom('involvements')
    .innerJoin('people', 'people.id', 'involvements.personId')
    .leftJoin('staff', 'staff.personId', 'involvements.personId')
    .select(['involvements.personId as person', 'capacity', 'subjects', supported.as('supported')])
    .where('scope', '=', 'site')
    .where('scopeId', '=', site)
    .where('role', '=', 'learningSupporter')
    .where('email', 'is not', null)
    .orderBy('involvements.personId')
    .execute();
  const away = await db
    .selectFrom('staffAbsences')
    .select('personId')
    .where('fromDay', '<=', today)
    .where('untilDay', '>=', today)
    .execute();
  const free = rows
    .filter(({ person }) => !away.some(({ personId }) => personId === person))
    .filter(({ subjects }) => !subjects || subjects.length === 0 || subjects.includes(subject))
    .map((row) => ({
      person: row.person,
      room: (row.capacity ?? Number.POSITIVE_INFINITY) - Number(row.supported),
    }))
    .filter(({ room }) => room > 0)
    .toSorted((a, b) => b.room - a.room);
  return free[0]?.person;
}
