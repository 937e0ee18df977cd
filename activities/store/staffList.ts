/** Staff as lists show them: where they work as what, what they have to do, when they are away; and who may sign in. Personal data. */
import { sql } from 'kysely';
import type { Role } from '../../workflows/effects/words.ts';
import type { Day } from '../../workflows/policy/calendar.ts';
import { alphabetically } from './cardParts.ts';
import type { Store } from './db.ts';

/** The roles of those who work for the provider. */
const staffRoles = [
  'caseWorker',
  'teamLead',
  'learningSupporter',
  'dataProtection',
  'ops',
] as const satisfies readonly Role[];

export interface StaffMember {
  readonly id: string;
  readonly name: string;
  readonly roles: Role[];
  readonly sites: string[];
  readonly capacity: number | null;
  readonly subjects: string[];
  /** How many journeys they look after as case worker that are not closed, in all and by phase. */
  readonly journeys: number;
  readonly phases: Record<string, number>;
  /** How many journeys they give learning support in. */
  readonly supported: number;
  /** From today on, the first in front. */
  readonly absences: { readonly from: Day; readonly until: Day; readonly deputy: string | null }[];
}

/** Whoever works at one of these sites, by name. `*` stands for every site. */
export async function listStaff(db: Store, sites: readonly string[], today: Day): Promise<StaffMember[]> {
  const members = await rolesAt(db, sites, staffRoles);
  const ids = members.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [known, workload, supported, absences] = await Promise.all([
    db.selectFrom('staff').selectAll().where('personId', 'in', ids).execute(),
    workloadOf(db, ids),
    supportedBy(db, ids),
    db
      .selectFrom('staffAbsences')
      .select(['personId', 'fromDay as from', 'untilDay as until', 'deputy'])
      .where('personId', 'in', ids)
      .where('untilDay', '>=', today)
      .orderBy('fromDay')
      .execute(),
  ]);
  return members.map((member) => {
    const { capacity = null, subjects = [] } = known.find(({ personId }) => personId === member.id) ?? {};
    const own = workload.filter(({ caseWorker }) => caseWorker === member.id);
    return {
      ...{ ...member, capacity, subjects: [...subjects] },
      journeys: own.reduce((all, { count }) => all + Number(count), 0),
      phases: Object.fromEntries(own.map(({ phase, count }) => [phase, Number(count)])),
      supported: Number(supported.find(({ supporter }) => supporter === member.id)?.count ?? 0),
      absences: absences
        .filter(({ personId }) => personId === member.id)
        .map(({ personId: _, ...absence }) => absence),
    };
  });
}

/** Somebody who may sign in, as what, and where that holds. */
export interface SignInCandidate {
  readonly id: string;
  readonly name: string;
  readonly roles: Role[];
  /** `*` stands for every site: a funder has none, and sees figures only. */
  readonly sites: string[];
}

/** Everybody who plays one of these roles at a site or for a funder, by name. */
export async function listSignInCandidates(
  db: Store,
  roles: readonly Role[] = [...staffRoles, 'funderAdviser'],
): Promise<SignInCandidate[]> {
  return await rolesAt(db, ['*'], roles);
}

/** Who plays one of the roles at one of the sites, each once, by name. */
async function rolesAt(
  db: Store,
  sites: readonly string[],
  roles: readonly Role[],
): Promise<SignInCandidate[]> {
  if (roles.length === 0 || sites.length === 0) return [];
  const isEverywhere = sites.includes('*');
  const rows = await db
    .selectFrom('involvements')
    .innerJoin('people', 'people.id', 'involvements.personId')
    .select(['people.id as id', 'name', 'scope', 'scopeId', 'role'])
    .where('role', 'in', [...roles])
    .where('scope', 'in', isEverywhere ? ['site', 'funder'] : ['site'])
    .$if(!isEverywhere, (query) => query.where('scopeId', 'in', [...sites]))
    .orderBy(alphabetically(sql`name`))
    .orderBy('people.id')
    .orderBy('scopeId')
    .execute();
  return [...new Set(rows.map(({ id }) => id))].map((id) => {
    const own = rows.filter((row) => row.id === id);
    return {
      ...{ id, name: own[0]?.name ?? id },
      roles: roles.filter((role) => own.some((row) => row.role === role)),
      sites: [...new Set(own.map(({ scope, scopeId }) => (scope === 'site' ? scopeId : '*')))],
    };
  });
}

async function workloadOf(db: Store, ids: readonly string[]) {
  return await db
    .selectFrom('journeys')
    .select(['caseWorker', 'phase', sql<string>`count(*)`.as('count')])
    .where('caseWorker', 'in', [...ids])
    .where('phase', '<>', 'closed')
    .groupBy(['caseWorker', 'phase'])
    .execute();
}

async function supportedBy(db: Store, ids: readonly string[]) {
  const supporter = sql<string>`journeys.summary->>'supporter'`;
  return await db
    .selectFrom('journeys')
    .select([supporter.as('supporter'), sql<string>`count(*)`.as('count')])
    .where(supporter, 'in', [...ids])
    .groupBy(supporter)
    .execute();
}
