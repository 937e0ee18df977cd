/** Step 2: organisations, board, answers from outside. */
import { sql } from 'kysely';
import type { AnySchema } from './anySchema.ts';

export async function addOrganisationsAndBoard(db: AnySchema): Promise<void> {
  await extendPeople(db);
  await createStaff(db);
  await createOrganisations(db);
  await createBoard(db);
  await createAnswers(db);
  await createPapers(db);
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
