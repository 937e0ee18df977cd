/** Who was refused what on the web, kept beside the journals for data protection. Opaque ids and codes only. */
import { sql } from 'kysely';
import type { Role } from '../../workflows/effects/words.ts';
import type { Instant } from '../../workflows/policy/calendar.ts';
import type { Store } from './db.ts';

export interface AccessRefusal {
  readonly person: string;
  readonly roles: readonly Role[];
  readonly method: string;
  /** The address's pattern (`/api/journeys/:id`), never an address. */
  readonly route: string;
  /** Which journey was asked for, whether or not there is one. */
  readonly journeyId: string | null;
  readonly code: string;
}

export interface AccessRefusalRow extends AccessRefusal {
  readonly id: number;
  readonly at: Instant;
}

/** Keeps a refusal. */
export async function addRefusal(db: Store, { roles, ...refusal }: AccessRefusal): Promise<void> {
  await db
    .insertInto('accessRefusals')
    .values({ ...refusal, roles: JSON.stringify(roles) })
    .execute();
}

export interface RefusalFilter {
  /** Only those of journeys at these sites; of what is no journey, those of people who work there. `*` stands for every site. */
  readonly sites: readonly string[];
  readonly since?: Instant | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** A page of refusals, newest first, and how many there are. */
export async function listRefusals(
  db: Store,
  { sites, since, limit, offset }: RefusalFilter,
): Promise<{ items: AccessRefusalRow[]; total: number }> {
  let query = db.selectFrom('accessRefusals').leftJoin('journeys', 'journeys.id', 'accessRefusals.journeyId');
  if (since !== undefined) query = query.where('at', '>=', since);
  if (!sites.includes('*')) query = query.where(concerns(sites));
  const [rows, counted] = await Promise.all([
    query
      .select(['accessRefusals.id as id', 'at', 'person', 'roles', 'method', 'route', 'journeyId', 'code'])
      .orderBy('at', 'desc')
      .orderBy('accessRefusals.id', 'desc')
      .limit(limit)
      .offset(offset)
      .execute(),
    query.select(sql<string>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  ]);
  const items = rows.map(({ id, ...refusal }) => ({ id: Number(id), ...refusal }));
  return { items, total: Number(counted.total) };
}

function concerns(sites: readonly string[]) {
  if (sites.length === 0) return sql<boolean>`false`;
  const own = sql.join(sites);
  return sql<boolean>`(journeys.site in (${own}) or (journeys.id is null and access_refusals.person in (
    select person_id from involvements where scope = 'site' and scope_id in (${own})
  )))`;
}
