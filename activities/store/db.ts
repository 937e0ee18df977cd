/**
 * The tables of the store as types, and the connection. Personal data lives in `people`, `needs`, `notes`, `documents` and
 * `outbox.content` only; every other table holds opaque ids, dates and codes, and what organisations are called.
 */
import { CamelCasePlugin, type ColumnType, type Generated, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Answer, EffectKind, Order, SchoolTimes } from '../../workflows/effects/effects.ts';
import type { Role } from '../../workflows/effects/words.ts';
import type { Entry } from '../../workflows/journal/entry.ts';
import type { Day, Instant } from '../../workflows/policy/calendar.ts';
import type { FederalState } from '../../workflows/policy/holidays.ts';

/** Written as JSON text, read as a value. */
type Json<T> = ColumnType<T, string, string>;

/** A person's name and address. Personal data. */
export interface PeopleTable {
  id: string;
  name: string;
  email: string | null;
  phone: ColumnType<string | null, string | null | undefined, string | null>;
  /** How short messages reach them; letters and invitations go by mail. */
  channel: Generated<'mail' | 'sms'>;
}

/** Where staff work, and from when to when by the clock (`HH:MM`). */
export interface SitesTable {
  id: string;
  federalState: FederalState;
  opens: string;
  closes: string;
}

/** What staff can take on: journeys for a case worker, lessons a week for a learning supporter. */
export interface StaffTable {
  personId: string;
  capacity: number | null;
  subjects: Json<readonly string[]>;
}

/** When staff are away, first and last day, and who stands in. */
export interface StaffAbsencesTable {
  personId: string;
  fromDay: Day;
  untilDay: Day;
  deputy: string | null;
}

/** Companies, schools, chambers, funders: their people are involved with them by id. */
export interface OrganisationsTable {
  id: string;
  kind: 'company' | 'school' | 'chamber' | 'funder';
  name: string;
  address: string | null;
  /** Where it lies, as a code the provider chooses: a postal code, a district. */
  region: string | null;
  latitude: number | null;
  longitude: number | null;
  /** When a school teaches. */
  schoolTimes: ColumnType<SchoolTimes | null, string | null, string | null>;
}

/** What a company offers. */
export interface TrainingPlacesTable {
  id: string;
  company: string;
  occupation: string;
  startsOn: Day;
  places: number;
  partTime: boolean;
  /** Hours that go with looking after children. */
  familyHours: boolean;
}

/** What a participant needs of a training place. Personal data. */
export interface NeedsTable {
  journeyId: string;
  region: string | null;
  latitude: number | null;
  longitude: number | null;
  furthestKm: number | null;
  partTime: boolean;
  childcare: boolean;
}

/** Read model: deadlines to come, and those that have fired in a state that still waits. */
export interface DeadlinesTable {
  journeyId: string;
  key: string;
  /** What it is about, where several run at once; else 0. */
  item: number;
  dueOn: Day;
  at: Instant;
  status: 'open' | 'due' | 'overdue';
}

/** Read model: what somebody was told and is still to do something about. */
export interface NoticesTable {
  journeyId: string;
  key: string;
  kind: EffectKind;
  topic: string;
  toRoles: Json<readonly Role[]>;
  dueOn: Day;
  since: Instant;
}

/** Read model: effects that activities have failed to carry out. Reasons name roles, never people. */
export interface StuckEffectsTable {
  journeyId: string;
  key: string;
  since: Instant;
  attempts: number;
  reason: string;
}

/** The secret address of a case worker's calendar, by its hash. */
export interface CalendarFeedsTable {
  personId: string;
  secretHash: string;
  renewedAt: Instant;
}

/** Keys the installation made for itself. */
export interface SecretsTable {
  name: string;
  value: string;
}

/** Sessions on the web that ended before their time, until they would have ended by themselves. */
export interface EndedSessionsTable {
  id: string;
  until: Instant;
}

/** Which messages to the funder have gone out. */
export interface TransmissionsTable {
  journeyId: string;
  key: string;
  transmittedOn: Day;
  by: string;
}

/** Free text. Personal data. */
export interface NotesTable {
  id: string;
  journeyId: string;
  author: string;
  at: Instant;
  text: string;
}

/** Papers as they were made. Personal data. */
export interface DocumentsTable {
  id: string;
  journeyId: string;
  kind: string;
  madeAt: Instant;
  mediaType: string;
  content: Buffer;
}

/** What somebody is involved with: a journey, or all journeys of a site or an organisation. */
export const scopes = ['journey', 'site', 'company', 'school', 'chamber', 'funder'] as const;
export type InvolvementScope = (typeof scopes)[number];

/** Who plays which role in a journey, for all journeys of a site, or for an organisation. */
export interface InvolvementsTable {
  scope: InvolvementScope;
  scopeId: string;
  role: Role;
  personId: string;
}

/** A journey's most urgent deadline: what is overdue, else what is due, else what comes; of these the earliest. */
export interface MostUrgent {
  readonly key: string;
  /** What it is about, where several run at once. */
  readonly item?: number;
  readonly dueOn: Day;
  readonly status: DeadlinesTable['status'];
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
  mostUrgent: ColumnType<MostUrgent | null, string | null | undefined, string | null>;
  machineVersion: number;
  policyVersion: string;
  /** Since when the journey is under these versions; none where it always was. */
  rulesSince: Instant | null;
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

/** Every mail and short message as it was or will be sent. `content` is personal data. */
export interface OutboxTable {
  messageId: string;
  journeyId: string;
  key: string;
  rev: number;
  op: Order['op'];
  recipientRole: Role;
  personId: string | null;
  subject: string;
  content: string;
  via: 'smtp' | 'file' | 'sms';
  deliveredAt: Instant | null;
}

/** Who was refused what on the web. Opaque ids and codes; `route` is the pattern of an address, never an address. */
export interface AccessRefusalsTable {
  id: Generated<string>;
  at: Generated<Instant>;
  person: string;
  roles: Json<readonly Role[]>;
  method: string;
  route: string;
  journeyId: string | null;
  code: string;
}

export interface Database {
  people: PeopleTable;
  involvements: InvolvementsTable;
  journeys: JourneysTable;
  entries: EntriesTable;
  effects: EffectsTable;
  meetings: MeetingsTable;
  outbox: OutboxTable;
  sites: SitesTable;
  staff: StaffTable;
  staffAbsences: StaffAbsencesTable;
  organisations: OrganisationsTable;
  trainingPlaces: TrainingPlacesTable;
  needs: NeedsTable;
  deadlines: DeadlinesTable;
  notices: NoticesTable;
  stuckEffects: StuckEffectsTable;
  calendarFeeds: CalendarFeedsTable;
  secrets: SecretsTable;
  endedSessions: EndedSessionsTable;
  transmissions: TransmissionsTable;
  notes: NotesTable;
  documents: DocumentsTable;
  accessRefusals: AccessRefusalsTable;
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
