/** Keys that the installation makes for itself, each for one use. Whoever deletes one ends everything that was signed with it. */
import { randomBytes } from 'node:crypto';
import type { Store } from './db.ts';

/** What a key is for. */
export type KeyName = 'answer-links' | 'sessions' | 'sign-in';

/** The installation's own key of 256 bits, made at first use. */
export async function ownKey(db: Store, name: KeyName): Promise<Uint8Array> {
  const known = await keptKey(db, name);
  if (known !== undefined) return Buffer.from(known, 'base64url');
  await db
    .insertInto('secrets')
    .values({ name, value: randomBytes(32).toString('base64url') })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  // Of several who made one at once, the first one's counts.
  return await ownKey(db, name);
}

async function keptKey(db: Store, name: KeyName): Promise<string | undefined> {
  const row = await db.selectFrom('secrets').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value;
}
