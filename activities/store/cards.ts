/** The lists of journeys that people work with: a page of cards, how many there are of what, one card. Personal data. */
import { type OrderByItemBuilder, type RawBuilder, sql } from 'kysely';
import type { Day, Instant } from '../../workflows/policy/calendar.ts';
import { type CardFilter, matching } from './cardFilter.ts';
import {
  alphabetically,
  attentionNow,
  attentionOrder,
  participantName,
  participantsOf,
  phaseOrder,
  placeIn,
  statusOrder,
} from './cardParts.ts';
import type { MostUrgent, Store } from './db.ts';
import { type Scope, standInOn } from './scope.ts';

export { type CardCounts, countCards } from './cardCounts.ts';
export type { CardFilter } from './cardFilter.ts';
export type { Everything, Scope, Sight } from './scope.ts';

/** Somebody or something by id; the name is null where the store does not know it. */
export interface Named {
  readonly id: string;
  readonly name: string | null;
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
  readonly supportWanted?: boolean;
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
  readonly next: MostUrgent | null;
  readonly entries: number;
  /** The journey's clock when the row was made. */
  readonly asOf: Instant | null;
  readonly updatedAt: Instant;
  readonly whose: CardRights;
}

export const cardSorts = ['name', 'id', 'phase', 'attention', 'nextDeadline', 'caseWorker'] as const;
export type CardSort = (typeof cardSorts)[number];

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

/** What a list is sorted by; equal ones follow in the order of their ids. */
const sortedBy: { readonly [S in CardSort]: RawBuilder<string | number | null> } = {
  id: sql`journeys.id`,
  name: alphabetically(sql`coalesce(own.name, usual.name)`),
  phase: placeIn(phaseOrder, sql`journeys.phase`),
  attention: placeIn(attentionOrder, attentionNow),
  nextDeadline: sql`${placeIn(statusOrder, sql`journeys.most_urgent->>'status'`)} || (journeys.most_urgent->>'dueOn')`,
  caseWorker: alphabetically(sql`coalesce(assigned.name, journeys.case_worker)`),
};

/** Which journeys stand on the page, and of how many. Names are looked up of thousands only where they decide. */
function pageOf(db: Store, scope: Scope, query: CardQuery) {
  const { sort = 'attention', order = 'asc', limit, offset } = query;
  return matching(db, scope, query)
    .$if(sort === 'name', (rows) =>
      rows
        .leftJoin(participantsOf('journey').as('own'), (join) =>
          join.on(sql<boolean>`own.scope_id = journeys.id`),
        )
        .leftJoin(participantsOf('site').as('usual'), (join) =>
          join.on(sql<boolean>`usual.scope_id = journeys.site`),
        ),
    )
    .$if(sort === 'caseWorker', (rows) =>
      rows.leftJoin('people as assigned', 'assigned.id', 'journeys.caseWorker'),
    )
    .select(['journeys.id', sql<string>`count(*) over ()`.as('total'), sortedBy[sort].as('rank')])
    .orderBy('rank', inOrder(order))
    .orderBy('journeys.id')
    .limit(limit)
    .offset(offset);
}

/** What is unknown comes last either way. */
const inOrder = (order: 'asc' | 'desc') => (by: OrderByItemBuilder) => by[order]().nullsLast();

/** One statement: first the page, then what is shown of its journeys alone. */
function readRows(db: Store, scope: Scope, query: CardQuery) {
  return db
    .selectFrom(pageOf(db, scope, query).as('page'))
    .innerJoin('journeys', 'journeys.id', 'page.id')
    .leftJoin('people as worker', 'worker.id', 'journeys.caseWorker')
    .leftJoin('organisations as firm', (join) =>
      join.on(sql<boolean>`firm.id = journeys.summary->>'company'`),
    )
    .select(['journeys.id', 'site', 'phase', 'caseWorker', 'summary', 'mostUrgent', 'entries'])
    .select(['asOf', 'updatedAt', 'total', 'worker.name as workerName', 'firm.name as firmName'])
    .select([participantName.as('name'), attentionNow.as('attentionNow')])
    .select(standInOn(scope.today).as('standIn'))
    .orderBy('rank', inOrder(query.order ?? 'asc'))
    .orderBy('journeys.id')
    .execute();
}

type Row = Awaited<ReturnType<typeof readRows>>[number];

/** What the board's row keeps as JSON. */
interface Kept extends Pick<CardRights, 'deputy' | 'handoverTo' | 'supporter' | 'supportWanted'> {
  readonly conflictRung?: string;
  readonly company?: string;
}

function cardOf(row: Row): Card {
  const { id, name, site, phase, caseWorker, entries, asOf, updatedAt } = row;
  const kept = (row.summary ?? {}) as Kept;
  const { conflictRung = 'none', company, deputy, handoverTo, supporter, supportWanted } = kept;
  return {
    ...{ id, name, site, phase, entries, asOf, updatedAt, conflictRung },
    attention: row.attentionNow as CardAttention,
    caseWorker: caseWorker === null ? null : { id: caseWorker, name: row.workerName },
    company: company === undefined ? null : { id: company, name: row.firmName },
    next: row.mostUrgent,
    whose: {
      ...{ site, phase, caseWorker },
      ...(deputy ? { deputy } : {}),
      ...(row.standIn === null ? {} : { standIn: row.standIn }),
      ...(handoverTo === undefined ? {} : { handoverTo }),
      ...(supporter === undefined ? {} : { supporter }),
      ...(supportWanted === undefined ? {} : { supportWanted }),
    },
  };
}
