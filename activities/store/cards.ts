/** The lists of journeys that people work with: a page of cards, how many there are of what, one card. Personal data. */
import { type RawBuilder, sql } from 'kysely';
import type { Day, Instant } from '../../workflows/policy/calendar.ts';
import {
  alphabetically,
  attentionNow,
  attentionOrder,
  contains,
  participantName,
  phaseOrder,
  placeIn,
  statusRank,
} from './cardParts.ts';
import type { DeadlinesTable, Store } from './db.ts';
import { isIn, type Scope, standInOn } from './scope.ts';

export type { Everything, Scope, Sight } from './scope.ts';

/** Somebody or something by id; the name is null where the store does not know it. */
export interface Named {
  readonly id: string;
  readonly name: string | null;
}

/** The most urgent deadline: what is overdue, else what is due, else what comes first. */
export interface CardDeadline {
  readonly key: string;
  readonly item?: number;
  readonly dueOn: Day;
  readonly status: DeadlinesTable['status'];
}

/** As much of a journey as rights are decided by. */
export interface CardRights {
  readonly site: string;
  readonly phase: string;
  readonly caseWorker: string | null;
  readonly deputy?: { readonly id: string; readonly from: Day; readonly until: Day };
  readonly standIn?: string;
  readonly handoverTo?: string;
  readonly supporter?: string;
}

/** How much a journey asks for; `stuck` where something cannot be carried out, whatever else there is. */
export type CardAttention = 'none' | 'due' | 'conflict' | 'overdue' | 'stuck';

/** A journey in a list. */
export interface Card {
  readonly id: string;
  /** The participant's; null where the store knows none. */
  readonly name: string | null;
  readonly site: string;
  readonly phase: string;
  readonly attention: CardAttention;
  readonly conflictRung: string;
  readonly caseWorker: Named | null;
  readonly company: Named | null;
  readonly next: CardDeadline | null;
  readonly entries: number;
  /** The journey's clock when the row was made. */
  readonly asOf: Instant | null;
  readonly updatedAt: Instant;
  readonly whose: CardRights;
}

export const cardSorts = ['name', 'id', 'phase', 'attention', 'nextDeadline', 'caseWorker'] as const;
export type CardSort = (typeof cardSorts)[number];

export interface CardFilter {
  readonly ids?: readonly string[] | undefined;
  readonly phase?: readonly string[] | undefined;
  readonly attention?: readonly string[] | undefined;
  readonly site?: string | undefined;
  readonly caseWorker?: string | undefined;
  readonly company?: string | undefined;
  /** Part of the participant's name or of the id, in upper or lower case. */
  readonly q?: string | undefined;
  /** Only with a deadline by this day, the last that counts; what is due or overdue is by every day from its own on. */
  readonly dueBy?: Day | undefined;
}

export interface CardQuery extends CardFilter {
  /** Most urgent first where left out. */
  readonly sort?: CardSort | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
  readonly limit: number;
  readonly offset: number;
}

export interface CardPage {
  readonly items: Card[];
  /** How many there are on all pages. */
  readonly total: number;
}

/** A page of the journeys in a scope. Equal ones follow in the order of their ids, whichever way the list is sorted. */
export async function listCards(db: Store, scope: Scope, query: CardQuery): Promise<CardPage> {
  const rows = await readRows(db, scope, query);
  const first = rows[0];
  if (first || query.offset === 0) return { items: rows.map(cardOf), total: Number(first?.total ?? 0) };
  // A page behind the last one says nothing of how many there are.
  const all = await matching(db, scope, query).select(sql<string>`count(*)`.as('total')).executeTakeFirst();
  return { items: [], total: Number(all?.total ?? 0) };
}

/** One journey's card; none if the journey is unknown. */
export async function readCard(db: Store, journey: string, today: Day): Promise<Card | undefined> {
  const page = { ids: [journey], limit: 1, offset: 0 };
  const { items } = await listCards(db, { everything: true, today }, page);
  return items[0];
}

/** How many journeys of a scope there are of what. */
export interface CardCounts {
  readonly total: number;
  readonly phases: Record<string, number>;
  readonly attentions: Record<string, number>;
  /** Of each case worker by phase; the id is null for what is nobody's yet. */
  readonly workers: {
    readonly id: string | null;
    readonly name: string | null;
    readonly total: number;
    readonly phases: Record<string, number>;
  }[];
}

/** Counts the journeys in a scope; case workers by their names. */
export async function countCards(db: Store, scope: Scope, filter: CardFilter = {}): Promise<CardCounts> {
  const rows = await matching(db, scope, filter)
    .leftJoin('people as worker', 'worker.id', 'journeys.caseWorker')
    .select(['phase', 'caseWorker', 'worker.name as name', attentionNow.as('attentionNow')])
    .select(sql<string>`count(*)`.as('count'))
    .groupBy(['phase', 'caseWorker', 'worker.name', 'attentionNow'])
    .orderBy(alphabetically(sql`worker.name`), (order) => order.asc().nullsLast())
    .orderBy('caseWorker')
    .execute();
  const counted = rows.map((row) => ({ ...row, count: Number(row.count) }));
  const workers = new Map(counted.map(({ caseWorker, name }) => [caseWorker, name]));
  return {
    ...{ total: sum(counted), phases: tally(counted, 'phase'), attentions: tally(counted, 'attentionNow') },
    workers: [...workers].map(([id, name]) => {
      const own = counted.filter(({ caseWorker }) => caseWorker === id);
      return { id, name, total: sum(own), phases: tally(own, 'phase') };
    }),
  };
}

interface Counted {
  readonly count: number;
  readonly phase: string;
  readonly attentionNow: string;
}

const sum = (rows: readonly Counted[]): number => rows.reduce((all, { count }) => all + count, 0);

function tally(rows: readonly Counted[], by: 'phase' | 'attentionNow'): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[row[by]] = (counts[row[by]] ?? 0) + row.count;
  return counts;
}

/** The journeys of a scope that a filter lets through. */
function matching(db: Store, scope: Scope, filter: CardFilter) {
  const { ids, phase, attention, site, caseWorker, company, q, dueBy } = filter;
  let query = db.selectFrom('journeys').where(isIn(scope));
  if (ids) query = query.where('journeys.id', 'in', ids.length > 0 ? [...ids] : ['']);
  if (phase) query = query.where('phase', 'in', phase.length > 0 ? [...phase] : ['']);
  if (attention) query = query.where(attentionNow, 'in', attention.length > 0 ? [...attention] : ['']);
  if (site !== undefined) query = query.where('site', '=', site);
  if (caseWorker !== undefined) query = query.where('caseWorker', '=', caseWorker);
  if (company !== undefined) query = query.where(sql<boolean>`journeys.summary->>'company' = ${company}`);
  if (q)
    query = query.where(sql<boolean>`(${contains(sql`journeys.id`, q)} or ${contains(participantName, q)})`);
  if (dueBy === undefined) return query;
  return query.where(
    sql<boolean>`journeys.id in (select deadlines.journey_id from deadlines where deadlines.due_on <= ${dueBy})`,
  );
}

const mostUrgent = sql`(
  select deadlines.key, deadlines.item, deadlines.due_on, deadlines.status, ${statusRank} as rank
  from deadlines where deadlines.journey_id = journeys.id
  order by rank, deadlines.due_on, deadlines.key, deadlines.item limit 1
)`;

const sortedBy: { readonly [S in CardSort]: readonly RawBuilder<unknown>[] } = {
  id: [sql`journeys.id`],
  name: [alphabetically(participantName)],
  phase: [placeIn(phaseOrder, sql`journeys.phase`)],
  attention: [placeIn(attentionOrder, attentionNow)],
  nextDeadline: [sql`(select next.rank || next.due_on from ${mostUrgent} next)`],
  caseWorker: [
    alphabetically(sql`(select people.name from people where people.id = journeys.case_worker)`),
    sql`journeys.case_worker`,
  ],
};

function orderOf({ sort = 'attention', order = 'asc' }: CardQuery): RawBuilder<unknown> {
  const way = order === 'asc' ? sql`asc nulls last` : sql`desc nulls last`;
  return sql.join([...sortedBy[sort].map((key) => sql`${key} ${way}`), sql`journeys.id`]);
}

/** One statement: first which journeys stand on the page, then what is shown of these alone. */
function readRows(db: Store, scope: Scope, query: CardQuery) {
  const page = matching(db, scope, query)
    .select(['journeys.id as id', sql<string>`count(*) over ()`.as('total')])
    .select(sql<string>`row_number() over (order by ${orderOf(query)})`.as('place'))
    .orderBy('place')
    .limit(query.limit)
    .offset(query.offset);
  return db
    .with('page', () => page)
    .selectFrom('page')
    .innerJoin('journeys', 'journeys.id', 'page.id')
    .leftJoin('people as worker', 'worker.id', 'journeys.caseWorker')
    .leftJoin('organisations as firm', (join) =>
      join.on(sql<boolean>`firm.id = journeys.summary->>'company'`),
    )
    .leftJoinLateral(mostUrgent.$castTo<Urgent>().as<'next'>(sql`next`), (join) => join.onTrue())
    .select([
      'page.total',
      'journeys.id',
      'site',
      'phase',
      'caseWorker',
      'summary',
      'entries',
      'asOf',
      'updatedAt',
    ])
    .select([
      participantName.as('name'),
      attentionNow.as('attentionNow'),
      standInOn(scope.today).as('standIn'),
    ])
    .select(['worker.name as workerName', 'firm.name as firmName'])
    .select(['next.key', 'next.item', 'next.dueOn', 'next.status'])
    .orderBy('place')
    .execute();
}

interface Urgent {
  readonly key: string;
  readonly item: number;
  readonly dueOn: Day;
  readonly status: DeadlinesTable['status'];
}

type Row = Awaited<ReturnType<typeof readRows>>[number];

/** What the board's row keeps as JSON. */
interface Kept extends Pick<CardRights, 'deputy' | 'handoverTo' | 'supporter'> {
  readonly conflictRung?: string;
  readonly company?: string;
}

function cardOf(row: Row): Card {
  const { id, name, site, phase, caseWorker, entries, asOf, updatedAt } = row;
  const { conflictRung = 'none', company, deputy, handoverTo, supporter } = (row.summary ?? {}) as Kept;
  return {
    ...{ id, name, site, phase, entries, asOf, updatedAt, conflictRung },
    attention: row.attentionNow as CardAttention,
    caseWorker: caseWorker === null ? null : { id: caseWorker, name: row.workerName },
    company: company === undefined ? null : { id: company, name: row.firmName },
    next: nextOf(row),
    whose: {
      ...{ site, phase, caseWorker },
      ...(deputy ? { deputy } : {}),
      ...(row.standIn === null ? {} : { standIn: row.standIn }),
      ...(handoverTo === undefined ? {} : { handoverTo }),
      ...(supporter === undefined ? {} : { supporter }),
    },
  };
}

/** Where no other runs beside it, a deadline has no item. */
function nextOf({
  key,
  item,
  dueOn,
  status,
}: Pick<Row, 'key' | 'item' | 'dueOn' | 'status'>): CardDeadline | null {
  if (key === null || dueOn === null || status === null) return null;
  return { key, dueOn, status, ...(item ? { item } : {}) };
}
