/** Makes databases on a server. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** A new, empty database's address. */
export async function newDatabaseUrl(server: string): Promise<string> {
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
