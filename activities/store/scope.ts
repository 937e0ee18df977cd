/**
 * Which journeys somebody sees, as conditions on the rows of `journeys`. Row by row they say the same as the rules by which the
 * web decides about one journey; whoever changes one changes both.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Role } from '../../workflows/effects/words.ts';
import type { Day } from '../../workflows/policy/calendar.ts';

/** Whose journeys: all of them, or those that somebody with these roles sees at these sites. `*` stands for every site. */
export type Scope = Everything | Sight;

export interface Everything {
  readonly everything: true;
  readonly today: Day;
}

export interface Sight {
  readonly person: string;
  readonly roles: readonly Role[];
  readonly sites: readonly string[];
  readonly today: Day;
}

export type Condition = RawBuilder<boolean>;

const never: Condition = sql`false`;
const always: Condition = sql`true`;

const seenAs: { readonly [R in Role]?: (sight: Sight) => Condition } = {
  caseWorker: (sight) => sql`(${isAt(sight)} and ${looksAfter(sight)})`,
  teamLead: isAt,
  learningSupporter: (sight) => sql`(
    journeys.summary->>'supporter' = ${sight.person}
    or (journeys.summary->>'supportWanted' = 'true' and ${isAt(sight)})
  )`,
  dataProtection: isAt,
};

/** Journeys in the scope. */
export function isIn(scope: Scope): Condition {
  if ('everything' in scope) return always;
  return anyOf(scope.roles.map((role) => seenAs[role]?.(scope) ?? never));
}

/** Journeys that are in the scope by more than learning support: nothing of them is kept back. */
export const isWhollyIn = (scope: Scope): Condition =>
  'everything' in scope ? always : isIn(without(scope, 'learningSupporter'));

/** Journeys in the scope, where `told` holds for one of the roles by which they are in it. */
export function isInAs(scope: Scope, told: (role: Role) => Condition): Condition {
  if ('everything' in scope) return always;
  const { roles } = scope;
  return anyOf(roles.map((role) => sql`(${isIn({ ...scope, roles: [role] })} and ${told(role)})`));
}

/** Journeys that are offered to whoever looks. */
export const isOffered = (scope: Scope): Condition =>
  'everything' in scope || !scope.roles.includes('caseWorker')
    ? never
    : sql`(${isAt(scope)} and journeys.summary->>'handoverTo' = ${scope.person})`;

/** Who stands in for a journey's case worker on a day. Of two absences at once, the one that began later counts. */
export const standInOn = (today: Day): RawBuilder<string | null> =>
  sql`(select away.deputy from (${awayOn(today)}) away where away.person_id = journeys.case_worker)`;

/** Everybody who is away on a day and has a deputy, once. */
const awayOn = (today: Day): RawBuilder<unknown> => sql`
  select distinct on (person_id) person_id, deputy from staff_absences
  where deputy is not null and from_day <= ${today} and until_day >= ${today}
  order by person_id, from_day desc`;

const without = (sight: Sight, role: Role): Sight => ({
  ...sight,
  roles: sight.roles.filter((one) => one !== role),
});

const anyOf = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? never : sql`(${sql.join(conditions, sql` or `)})`;

function isAt({ sites }: Pick<Sight, 'sites'>): Condition {
  if (sites.includes('*')) return always;
  return sites.length === 0 ? never : sql`journeys.site in (${sql.join(sites)})`;
}

function looksAfter({ person, today }: Sight): Condition {
  const deputy = sql`journeys.summary->'deputy'`;
  return anyOf([
    sql`journeys.case_worker = ${person}`,
    sql`(${deputy}->>'id' = ${person} and ${deputy}->>'from' <= ${today} and ${deputy}->>'until' >= ${today})`,
    sql`journeys.case_worker in (
      select away.person_id from (${awayOn(today)}) away where away.deputy = ${person}
    )`,
    sql`journeys.summary->>'handoverTo' = ${person}`,
    sql`(journeys.case_worker is null and journeys.phase = 'intake')`,
  ]);
}
