/**
 * The tables of the store as types, and the connection. Personal data lives in `people` and in `outbox.eml` only;
 * every other table holds opaque ids, dates and codes.
 */
import { CamelCasePlugin, type ColumnType, type Generated, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Answer, EffectKind, Order } from '../../workflows/effects/effects.ts';
import type { Role } from '../../workflows/effects/words.ts';
import type { Entry } from '../../workflows/journal/entry.ts';
import type { Instant } from '../../workflows/policy/calendar.ts';
import type { FederalState } from '../../workflows/policy/holidays.ts';

/** Written as JSON text, read as a value. */
type Json<T> = ColumnType<T, string, string>;

/** A person's name and address. Personal data. */
export interface PeopleTable {
  id: string;
  name: string;
  email: string | null;
}

/** Who plays which role in a journey, or for all journeys of a site. */
export interface InvolvementsTable {
  scope: 'journey' | 'site';
  scopeId: string;
  role: Role;
  personId: string;
}

/** Read model of the board: one row per journey. `entries` counts the journal the row was made from. */
export interface JourneysTable {
  id: string;
  site: string;
  federalState: FederalState;
  phase: string;
  attention: string;
  caseWorker: string | null;
  nextDeadline: Instant | null;
  machineVersion: number;
  policyVersion: string;
  summary: Json<unknown>;
  entries: number;
  /** The journey's clock when the row was made. */
  asOf: Instant | null;
  updatedAt: Generated<Instant>;
}

/** The journals, each a chain of hashes. */
export interface EntriesTable {
  journeyId: string;
  seq: number;
  entry: Json<Entry>;
  previousHash: string;
  hash: string;
}

/** Every order ever begun, and the answer it got. */
export interface EffectsTable {
  journeyId: string;
  key: string;
  rev: number;
  op: Order['op'];
  kind: EffectKind;
  params: Json<Order['params']>;
  at: Instant;
  late: boolean;
  status: 'begun' | 'done';
  answer: ColumnType<Answer, string | null, string | null>;
  createdAt: Generated<Instant>;
  doneAt: Instant | null;
}

/** The slot each meeting has; `caseWorker` is whose calendar it fills. */
export interface MeetingsTable {
  journeyId: string;
  key: string;
  rev: number;
  startsAt: Instant;
  endsAt: Instant;
  status: 'scheduled' | 'cancelled';
  byHand: boolean;
  attendees: Json<readonly Role[]>;
  caseWorker: string | null;
}

/** Every mail as it was or will be sent. `eml` is personal data. */
export interface OutboxTable {
  messageId: string;
  journeyId: string;
  key: string;
  rev: number;
  op: Order['op'];
  recipientRole: Role;
  personId: string | null;
  subject: string;
  eml: string;
  via: 'smtp' | 'file';
  deliveredAt: Instant | null;
}

export interface Database {
  people: PeopleTable;
  involvements: InvolvementsTable;
  journeys: JourneysTable;
  entries: EntriesTable;
  effects: EffectsTable;
  meetings: MeetingsTable;
  outbox: OutboxTable;
}

/** A connection or a transaction: the store's functions take either first. */
export type Store = Kysely<Database>;

/** Instants leave the store in the one spelling the product has, not as `Date`. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (id, format) => {
    const parse = pg.types.getTypeParser(id, format);
    if (id !== pg.types.builtins.TIMESTAMPTZ) return parse;
    return (text: string) => parse(text).toISOString();
  },
};

/**
 * Opens a pool of connections to `postgres://…`; nothing is sent before the first query. `destroy()` closes it. A
 * connection that breaks while idle is replaced; the next query reports what is wrong.
 */
export function openDatabase(url: string, maxConnections = 10): Store {
  const pool = new pg.Pool({ connectionString: url, max: maxConnections, types });
  // Unheard, a connection that breaks while idle would end the process; the pool replaces it by itself.
  pool.on('error', () => {});
  return new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}
