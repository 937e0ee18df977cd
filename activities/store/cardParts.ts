/** What lists of journeys are put together from: expressions on a row of `journeys`. */
import { type RawBuilder, sql } from 'kysely';

/** The first one who plays the participant: of the journey itself, else of its site. */
export const participantName: RawBuilder<string | null> = sql`coalesce(
  ${firstOf('journey', sql`journeys.id`)},
  ${firstOf('site', sql`journeys.site`)}
)`;

function firstOf(scope: 'journey' | 'site', id: RawBuilder<string>): RawBuilder<string | null> {
  return sql`(
    select people.name from involvements inner join people on people.id = involvements.person_id
    where involvements.scope = ${sql.lit(scope)} and involvements.scope_id = ${id}
      and involvements.role = 'participant'
    order by involvements.person_id limit 1
  )`;
}

/** The same for all journeys, or all sites, at once. */
export const participantsOf = (
  scope: 'journey' | 'site',
): RawBuilder<{ scopeId: string; name: string }> => sql`(
  select first.scope_id, people.name from people inner join (
    select scope_id, min(person_id) as person_id from involvements
    where scope = ${sql.lit(scope)} and role = 'participant' group by scope_id
  ) first on first.person_id = people.id
)`;

/** By the alphabet as people know it; the database's own order may put Ö behind Z. */
export const alphabetically = (name: RawBuilder<string | null>): RawBuilder<string | null> =>
  sql`${name} collate "de-x-icu"`;

/** Whether a name contains a part, in upper or lower case. Compared by bytes, which takes half the time. */
export const nameContains = (name: RawBuilder<string>, part: string): RawBuilder<boolean> =>
  sql`lower(${name} collate "de-x-icu") collate "C" like lower(${patternOf(part)} collate "de-x-icu") collate "C"`;

/** The same for ids, whose letters need no alphabet's help. */
export const idContains = (id: RawBuilder<string>, part: string): RawBuilder<boolean> =>
  sql`${id} ilike ${patternOf(part)}`;

/** What stands for anything in patterns stands for itself here. */
const patternOf = (part: string): string => `%${part.replace(/[\\%_]/g, '\\$&')}%`;

/** What is stuck is worse than anything else. */
export const attentionNow: RawBuilder<string> = sql`(
  case when journeys.id in (select stuck_effects.journey_id from stuck_effects) then 'stuck'
  else journeys.attention end
)`;

/** The phases in the order of a journey; the public view has the same. */
export const phaseOrder = [
  'intake',
  'preparation',
  'placement',
  'training',
  'exam',
  'followUp',
  'closed',
] as const;

/** What asks for most comes first. */
export const attentionOrder = ['stuck', 'overdue', 'conflict', 'due', 'none'] as const;

/** Where a value stands in a list of words. */
export const placeIn = (words: readonly string[], value: RawBuilder<string>): RawBuilder<number> =>
  sql`array_position(array[${sql.join(words.map((word) => sql.lit(word)))}], ${value})`;

/** How urgent a deadline is, the most urgent first. */
export const statusOrder = ['overdue', 'due', 'open'] as const;
