/** Which journeys a list is about: those of a scope that a filter lets through. */
import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../workflows/policy/calendar.ts';
import { attentionNow, idContains, nameContains } from './cardParts.ts';
import type { Store } from './db.ts';
import { isIn, type Scope } from './scope.ts';

export interface CardFilter {
  readonly ids?: readonly string[] | undefined;
  readonly phase?: readonly string[] | undefined;
  readonly attention?: readonly string[] | undefined;
  readonly site?: string | undefined;
  readonly caseWorker?: string | undefined;
  readonly company?: string | undefined;
  /** Part of the participant's name or of the id, in upper or lower case. */
  readonly q?: string | undefined;
  /** Only those whose most urgent deadline is this day or before. */
  readonly dueBy?: Day | undefined;
}

/** The rows of `journeys` in question. */
export function matching(db: Store, scope: Scope, filter: CardFilter) {
  const { ids, phase, attention, site, caseWorker, company, q, dueBy } = filter;
  let query = db.selectFrom('journeys').where(isIn(scope));
  if (ids) query = query.where(isAmong(sql`journeys.id`, ids));
  if (phase) query = query.where(isAmong(sql`journeys.phase`, phase));
  if (attention) query = query.where(isAmong(attentionNow, attention));
  if (site !== undefined) query = query.where('site', '=', site);
  if (caseWorker !== undefined) query = query.where('caseWorker', '=', caseWorker);
  if (company !== undefined) query = query.where(sql<boolean>`journeys.summary->>'company' = ${company}`);
  if (dueBy !== undefined) query = query.where(sql<boolean>`journeys.most_urgent->>'dueOn' <= ${dueBy}`);
  return q ? query.where(isFoundBy(q)) : query;
}

const isAmong = (value: RawBuilder<string>, words: readonly string[]): RawBuilder<boolean> =>
  sql`${value} = any(${[...words]}::text[])`;

/**
 * A journey is called like its participants, or where it has none of its own, like those of its site. People are looked through
 * once: row by row, a search among thousands would take its time.
 */
const isFoundBy = (q: string): RawBuilder<boolean> => sql`(
  ${idContains(sql`journeys.id`, q)} or journeys.id in (
    with called as materialized (
      select scope, scope_id from involvements inner join people on people.id = involvements.person_id
      where role = 'participant' and ${nameContains(sql`people.name`, q)}
    )
    select scope_id from called where scope = 'journey'
    union all
    select there.id from called inner join journeys there on there.site = called.scope_id
    where called.scope = 'site' and not exists (
      select from involvements where scope = 'journey' and scope_id = there.id and role = 'participant'
    )
  )
)`;
