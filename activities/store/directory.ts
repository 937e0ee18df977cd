/** Who and what there is around the journeys: staff and what they have to do, sites, organisations, names. Personal data. */
import { sql } from 'kysely';
import type { Role } from '../../workflows/effects/words.ts';
import type { FederalState } from '../../workflows/policy/holidays.ts';
import { alphabetically } from './cardParts.ts';
import type { OrganisationsTable, Store } from './db.ts';
import { type Involved, involvedIn } from './involved.ts';

/** What somebody is called; null where the store does not know them. */
export async function nameOf(db: Store, person: string): Promise<string | null> {
  return (await namesOf(db, [person])).get(person) ?? null;
}

/** What people are called, as far as the store knows them. */
export async function namesOf(db: Store, people: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (people.length === 0) return new Map();
  const ids = [...new Set(people)];
  const rows = await db.selectFrom('people').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export interface SiteRow {
  readonly id: string;
  readonly federalState: FederalState;
  readonly opens: string;
  readonly closes: string;
}

/** All sites, by id. */
export async function listSites(db: Store): Promise<SiteRow[]> {
  return await db.selectFrom('sites').selectAll().orderBy('id').execute();
}

export interface OrganisationRow {
  readonly id: string;
  readonly kind: OrganisationsTable['kind'];
  readonly name: string;
  readonly region: string | null;
}

/** The organisations of a kind, or of all kinds, by name. */
export async function listOrganisations(
  db: Store,
  kind?: OrganisationsTable['kind'],
): Promise<OrganisationRow[]> {
  let query = db.selectFrom('organisations').select(['id', 'kind', 'name', 'region']);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  return await query.orderBy(alphabetically(sql`name`)).orderBy('id').execute();
}

/** A journey as the people around it are found by. */
export interface Surrounded {
  readonly id: string;
  readonly whose: {
    readonly site: string;
    readonly caseWorker: string | null;
    readonly supporter?: string;
  };
}

/**
 * Who plays these roles in a journey, in their order: the case worker and the learning supporter who are assigned to it, else those
 * whom letters to the role would reach.
 */
export async function peopleIn(
  db: Store,
  { id, whose: { site, caseWorker, supporter } }: Surrounded,
  roles: readonly Role[],
): Promise<Involved[]> {
  const assigned = new Map<Role, string>();
  if (caseWorker !== null) assigned.set('caseWorker', caseWorker);
  if (supporter !== undefined) assigned.set('learningSupporter', supporter);
  const known = await contactsOf(db, [...assigned.values()]);
  const named = [...assigned].flatMap(([role, person]) =>
    known.filter((one) => one.id === person).map((one): Involved => ({ role, ...one })),
  );
  const others = await involvedIn(
    db,
    { journey: id, site },
    roles.filter((role) => !assigned.has(role)),
  );
  return roles.flatMap((role) => [...named, ...others].filter((one) => one.role === role));
}

async function contactsOf(db: Store, ids: readonly string[]): Promise<Omit<Involved, 'role'>[]> {
  if (ids.length === 0) return [];
  return await db
    .selectFrom('people')
    .select(['id', 'name', 'email', 'phone', 'channel'])
    .where('id', 'in', [...ids])
    .execute();
}
