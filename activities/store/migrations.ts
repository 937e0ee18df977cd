/** The store's schema, forward only. A step that was released is never changed; the next one is added below it. */
import { type Migration, Migrator } from 'kysely';
import type { Store } from './db.ts';
import { addCaseWorkersDay } from './schema/caseWorkersDay.ts';
import { addEndedSessions } from './schema/endedSessions.ts';
import { createFirst } from './schema/first.ts';
import { addOrganisationsAndBoard } from './schema/organisationsAndBoard.ts';

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
  '0001 people, journals, effects': { up: createFirst },
  '0002 organisations, board, answers from outside': { up: addOrganisationsAndBoard },
  '0003 since when the rules hold': {
    async up(db) {
      await db.schema.alterTable('journeys').addColumn('rulesSince', 'timestamptz').execute();
    },
  },
  "0004 the case worker's day": { up: addCaseWorkersDay },
  '0005 sessions that have ended': { up: addEndedSessions },
};
