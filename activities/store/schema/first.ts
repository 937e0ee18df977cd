/** Step 1: people, journals, effects. */
import { sql } from 'kysely';
import type { AnySchema } from './anySchema.ts';

export async function createFirst(db: AnySchema): Promise<void> {
  await createPeople(db);
  await createJournals(db);
  await createEffects(db);
  await createOutbox(db);
}

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
