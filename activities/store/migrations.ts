/** The store's schema, forward only. A step that was released is never changed; the next one is added below it. */
import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import type { Store } from './db.ts';

/** A schema at the time of a step, which is not the one of today. */
type AnySchema = Kysely<unknown>;

/**
 * Brings the schema up to date. Safe to call again and by several workers at once: the migrator holds a lock in the
 * database. Throws what the database refused; a step is applied whole or not at all.
 */
export async function migrateStore(db: Store): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

const migrations: Record<string, Migration> = {
  '0001 people, journals, effects': {
    async up(db) {
      await createPeople(db);
      await createJournals(db);
      await createEffects(db);
      await createOutbox(db);
    },
  },
  '0002 organisations, board, answers from outside': {
    async up(db) {
      await extendPeople(db);
      await createStaff(db);
      await createOrganisations(db);
      await createBoard(db);
      await createAnswers(db);
      await createPapers(db);
    },
  },
  '0003 since when the rules hold': {
    async up(db) {
      await db.schema.alterTable('journeys').addColumn('rulesSince', 'timestamptz').execute();
    },
  },
};

async function createPeople(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('people')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('email', 'text')
    .execute();
  await db.schema
    .createTable('involvements')
    .addColumn('scope', 'text', (c) => c.notNull().check(sql`scope in ('journey', 'site')`))
    .addColumn('scopeId', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('personId', 'text', (c) => c.notNull().references('people.id').onDelete('cascade'))
    .addPrimaryKeyConstraint('involvementsKey', ['scope', 'scopeId', 'role', 'personId'])
    .execute();
}

async function createJournals(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('journeys')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('site', 'text', (c) => c.notNull())
    .addColumn('federalState', 'text', (c) => c.notNull())
    .addColumn('phase', 'text', (c) => c.notNull())
    .addColumn('attention', 'text', (c) => c.notNull())
    .addColumn('caseWorker', 'text')
    .addColumn('nextDeadline', 'timestamptz')
    .addColumn('machineVersion', 'integer', (c) => c.notNull())
    .addColumn('policyVersion', 'text', (c) => c.notNull())
    .addColumn('summary', 'jsonb', (c) => c.notNull())
    .addColumn('entries', 'integer', (c) => c.notNull())
    .addColumn('asOf', 'timestamptz')
    .addColumn('updatedAt', 'timestamptz', (c) => c.notNull().defaultTo(sql`now()`))
    .execute();
  await db.schema.createIndex('journeysBoard').on('journeys').columns(['site', 'phase']).execute();
  await db.schema
    .createTable('entries')
    .addColumn('journeyId', 'text', (c) => c.notNull().references('journeys.id'))
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('entry', 'jsonb', (c) => c.notNull())
    .addColumn('previousHash', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('entriesKey', ['journeyId', 'seq'])
    .execute();
}

/** No reference to `journeys`: an effect may be carried out before the recorder wrote the journey's first row. */
async function createEffects(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('effects')
    .addColumn('journeyId', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('rev', 'integer', (c) => c.notNull())
    .addColumn('op', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('params', 'jsonb', (c) => c.notNull())
    .addColumn('at', 'timestamptz', (c) => c.notNull())
    .addColumn('late', 'boolean', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull().check(sql`status in ('begun', 'done')`))
    .addColumn('answer', 'jsonb')
    .addColumn('createdAt', 'timestamptz', (c) => c.notNull().defaultTo(sql`now()`))
    .addColumn('doneAt', 'timestamptz')
    .addPrimaryKeyConstraint('effectsKey', ['journeyId', 'key', 'rev'])
    .execute();
  await db.schema
    .createTable('meetings')
    .addColumn('journeyId', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('rev', 'integer', (c) => c.notNull())
    .addColumn('startsAt', 'timestamptz', (c) => c.notNull())
    .addColumn('endsAt', 'timestamptz', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull().check(sql`status in ('scheduled', 'cancelled')`))
    .addColumn('byHand', 'boolean', (c) => c.notNull())
    .addColumn('attendees', 'jsonb', (c) => c.notNull())
    .addColumn('caseWorker', 'text')
    .addPrimaryKeyConstraint('meetingsKey', ['journeyId', 'key'])
    .execute();
  await db.schema.createIndex('meetingsCalendar').on('meetings').columns(['caseWorker', 'endsAt']).execute();
}

async function createOutbox(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('outbox')
    .addColumn('messageId', 'text', (c) => c.primaryKey())
    .addColumn('journeyId', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('rev', 'integer', (c) => c.notNull())
    .addColumn('op', 'text', (c) => c.notNull())
    .addColumn('recipientRole', 'text', (c) => c.notNull())
    .addColumn('personId', 'text')
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('eml', 'text', (c) => c.notNull())
    .addColumn('via', 'text', (c) => c.notNull().check(sql`via in ('smtp', 'file')`))
    .addColumn('deliveredAt', 'timestamptz')
    .execute();
  await db.schema.createIndex('outboxByOrder').on('outbox').columns(['journeyId', 'key', 'rev']).execute();
}

/** People may be told by phone, and belong to organisations. */
async function extendPeople(db: AnySchema): Promise<void> {
  await db.schema
    .alterTable('people')
    .addColumn('phone', 'text')
    .addColumn('channel', 'text', (c) => c.notNull().defaultTo('mail').check(sql`channel in ('mail', 'sms')`))
    .execute();
  await db.schema.alterTable('outbox').renameColumn('eml', 'content').execute();
  await sql`alter table outbox drop constraint outbox_via_check`.execute(db);
  await sql`alter table outbox add constraint outbox_via_check check (via in ('smtp', 'file', 'sms'))`.execute(
    db,
  );
  await sql`alter table involvements drop constraint involvements_scope_check`.execute(db);
  await sql`alter table involvements add constraint involvements_scope_check
    check (scope in ('journey', 'site', 'company', 'school', 'chamber', 'funder'))`.execute(db);
}

async function createStaff(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('sites')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('federalState', 'text', (c) => c.notNull())
    .addColumn('opens', 'text', (c) => c.notNull())
    .addColumn('closes', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('staff')
    .addColumn('personId', 'text', (c) => c.primaryKey().references('people.id').onDelete('cascade'))
    .addColumn('capacity', 'integer')
    .addColumn('subjects', 'jsonb', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('staffAbsences')
    .addColumn('personId', 'text', (c) => c.notNull().references('people.id').onDelete('cascade'))
    .addColumn('fromDay', 'text', (c) => c.notNull())
    .addColumn('untilDay', 'text', (c) => c.notNull())
    .addColumn('deputy', 'text', (c) => c.references('people.id').onDelete('set null'))
    .addPrimaryKeyConstraint('staffAbsencesKey', ['personId', 'fromDay'])
    .execute();
}

async function createOrganisations(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('organisations')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) =>
      c.notNull().check(sql`kind in ('company', 'school', 'chamber', 'funder')`),
    )
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('address', 'text')
    .addColumn('region', 'text')
    .addColumn('latitude', 'double precision')
    .addColumn('longitude', 'double precision')
    .addColumn('schoolTimes', 'jsonb')
    .execute();
  await db.schema
    .createTable('trainingPlaces')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('company', 'text', (c) => c.notNull().references('organisations.id').onDelete('cascade'))
    .addColumn('occupation', 'text', (c) => c.notNull())
    .addColumn('startsOn', 'text', (c) => c.notNull())
    .addColumn('places', 'integer', (c) => c.notNull().check(sql`places >= 0`))
    .addColumn('partTime', 'boolean', (c) => c.notNull())
    .addColumn('familyHours', 'boolean', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('needs')
    .addColumn('journeyId', 'text', (c) => c.primaryKey())
    .addColumn('region', 'text')
    .addColumn('latitude', 'double precision')
    .addColumn('longitude', 'double precision')
    .addColumn('furthestKm', 'integer')
    .addColumn('partTime', 'boolean', (c) => c.notNull())
    .addColumn('childcare', 'boolean', (c) => c.notNull())
    .execute();
}

/** Read models: made anew from a journey's fold with each record. */
async function createBoard(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('deadlines')
    .addColumn('journeyId', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('item', 'integer', (c) => c.notNull())
    .addColumn('dueOn', 'text', (c) => c.notNull())
    .addColumn('at', 'timestamptz', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull().check(sql`status in ('open', 'due', 'overdue')`))
    .addPrimaryKeyConstraint('deadlinesKey', ['journeyId', 'key', 'item', 'dueOn'])
    .execute();
  await db.schema.createIndex('deadlinesByDay').on('deadlines').columns(['status', 'dueOn']).execute();
  await db.schema
    .createTable('notices')
    .addColumn('journeyId', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('topic', 'text', (c) => c.notNull())
    .addColumn('toRoles', 'jsonb', (c) => c.notNull())
    .addColumn('dueOn', 'text', (c) => c.notNull())
    .addColumn('since', 'timestamptz', (c) => c.notNull())
    .addPrimaryKeyConstraint('noticesKey', ['journeyId', 'key'])
    .execute();
  await db.schema
    .createTable('stuckEffects')
    .addColumn('journeyId', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('since', 'timestamptz', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('stuckEffectsKey', ['journeyId', 'key'])
    .execute();
}

async function createAnswers(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('calendarFeeds')
    .addColumn('personId', 'text', (c) => c.primaryKey().references('people.id').onDelete('cascade'))
    .addColumn('secretHash', 'text', (c) => c.notNull().unique())
    .addColumn('renewedAt', 'timestamptz', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('secrets')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute();
}

async function createPapers(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('transmissions')
    .addColumn('journeyId', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('transmittedOn', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('transmissionsKey', ['journeyId', 'key'])
    .execute();
  await db.schema
    .createTable('notes')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('journeyId', 'text', (c) => c.notNull())
    .addColumn('author', 'text', (c) => c.notNull())
    .addColumn('at', 'timestamptz', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('notesByJourney').on('notes').columns(['journeyId', 'at']).execute();
  await db.schema
    .createTable('documents')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('journeyId', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('madeAt', 'timestamptz', (c) => c.notNull())
    .addColumn('mediaType', 'text', (c) => c.notNull())
    .addColumn('content', 'bytea', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('documentsByJourney')
    .on('documents')
    .columns(['journeyId', 'madeAt'])
    .execute();
}
