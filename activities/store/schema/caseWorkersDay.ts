/** Step 4: the case worker's day. What lists are found by, word of every change, and who was refused what. */
import { sql } from 'kysely';
import type { AnySchema } from './anySchema.ts';

export async function addCaseWorkersDay(db: AnySchema): Promise<void> {
  await keepMostUrgent(db);
  await indexLists(db);
  await tellOfChanges(db);
  await createRefusals(db);
}

/** Lists show and sort by it; among all deadlines of thousands of journeys it would have to be looked for each time. */
async function keepMostUrgent(db: AnySchema): Promise<void> {
  await db.schema.alterTable('journeys').addColumn('mostUrgent', 'jsonb').execute();
  await sql`
    update journeys set most_urgent = first.deadline from (
      select distinct on (journey_id) journey_id, jsonb_strip_nulls(
        jsonb_build_object('key', key, 'item', nullif(item, 0), 'dueOn', due_on, 'status', status)
      ) as deadline
      from deadlines
      order by journey_id, array_position(array['overdue', 'due', 'open'], status), due_on, key, item
    ) first where first.journey_id = journeys.id`.execute(db);
}

async function indexLists(db: AnySchema): Promise<void> {
  const columns = { journeysCaseWorker: ['caseWorker', 'phase'], journeysDeadline: ['nextDeadline'] };
  for (const [index, named] of Object.entries(columns)) {
    await db.schema.createIndex(index).on('journeys').columns(named).execute();
  }
  await sql`create index journeys_supporter on journeys ((summary->>'supporter'))`.execute(db);
  await sql`create index journeys_handover on journeys ((summary->>'handoverTo'))`.execute(db);
  await sql`create index journeys_deputy on journeys ((summary->'deputy'->>'id'))`.execute(db);
  await db.schema.createIndex('meetingsByStart').on('meetings').column('startsAt').execute();
  await db.schema
    .createIndex('involvementsByRole')
    .on('involvements')
    .columns(['scope', 'role', 'scopeId'])
    .execute();
}

/** Whoever listens hears the id of each journey whose row changed, once its transaction has ended. */
async function tellOfChanges(db: AnySchema): Promise<void> {
  await sql`
    create function tell_of_journey() returns trigger language plpgsql as $$
    begin
      perform pg_notify('journeys', new.id);
      return null;
    end
    $$`.execute(db);
  await sql`
    create trigger journey_changed after insert or update on journeys
    for each row execute function tell_of_journey()`.execute(db);
}

/** No reference to `journeys` nor `people`: what is refused may concern what there is not. */
async function createRefusals(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('accessRefusals')
    .addColumn('id', 'bigserial', (c) => c.primaryKey())
    .addColumn('at', 'timestamptz', (c) => c.notNull().defaultTo(sql`now()`))
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('roles', 'jsonb', (c) => c.notNull())
    .addColumn('method', 'text', (c) => c.notNull())
    .addColumn('route', 'text', (c) => c.notNull())
    .addColumn('journeyId', 'text')
    .addColumn('code', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('accessRefusalsByTime').on('accessRefusals').columns(['at', 'id']).execute();
}
