/** Gives each test file a database of its own on the server that all tests share. */
import { inject } from 'vitest';
import { openDatabase, type Store } from '../../activities/store/db.ts';
import { migrateStore } from '../../activities/store/migrations.ts';
import { newDatabaseUrl } from './newDatabase.ts';

/** A new, empty database's address. */
export const freshDatabaseUrl = (): Promise<string> => newDatabaseUrl(inject('databaseUrl'));

/** A new database with the store's schema, and its address; `destroy()` closes it, the server's end removes it. */
export async function freshDatabase(): Promise<{ db: Store; url: string }> {
  const url = await freshDatabaseUrl();
  const db = openDatabase(url);
  await migrateStore(db);
  return { db, url };
}
