/** Gives each test file a database of its own on the server that all tests share. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openDatabase, type Store } from '../../activities/store/db.ts';
import { migrateStore } from '../../activities/store/migrations.ts';

/** A new, empty database's address. */
export async function freshDatabaseUrl(): Promise<string> {
  const server = inject('databaseUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** A new database with the store's schema, and its address; `destroy()` closes it, the server's end removes it. */
export async function freshDatabase(): Promise<{ db: Store; url: string }> {
  const url = await freshDatabaseUrl();
  const db = openDatabase(url);
  await migrateStore(db);
  return { db, url };
}
