/** What lists of journeys are put together from: expressions on a row of `journeys`. */
import { type RawBuilder, sql } from 'kysely';

/** The first one who plays the participant: of the journey itself, else of its site. */
export const participantName: RawBuilder<string | null> = sql`coalesce(
  ${participantOf('journey', sql`journeys.id`)},
  ${participantOf('site', sql`journeys.site`)}
)`;

function participantOf(scope: 'journey' | 'site', id: RawBuilder<string>): RawBuilder<string | null> {
  return sql`(
    select people.name from involvements inner join people on people.id = involvements.person_id
    where involvements.scope = ${sql.lit(scope)} and involvements.scope_id = ${id}
      and involvements.role = 'participant'
    order by involvements.person_id limit 1
  )`;
}

/** By the alphabet as people know it; the database's own order may put Ö behind Z. */
export const alphabetically = (name: RawBuilder<string | null>): RawBuilder<string | null> =>
  sql`${name} collate "de-x-icu"`;

/** Whether a text contains a part, in upper or lower case. What stands for anything in patterns stands for itself here. */
export const contains = (text: RawBuilder<unknown>, part: string): RawBuilder<boolean> =>
  sql`${text} collate "de-x-icu" ilike ${`%${part.replace(/[\\%_]/g, '\\$&')}%`}`;

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

/** How urgent a row of `deadlines` is, the most urgent first. */
export const statusRank: RawBuilder<number> = sql`(
  case deadlines.status when 'overdue' then 0 when 'due' then 1 else 2 end
)`;
