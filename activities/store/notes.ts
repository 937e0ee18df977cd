/** Free text about a journey. Personal data: the journal knows a note by its id only. */
import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Instant } from '../../workflows/policy/calendar.ts';
import type { Store } from './db.ts';

export interface Note {
  readonly id: string;
  /** Opaque id or role of who wrote it. */
  readonly author: string;
  readonly at: Instant;
  readonly text: string;
}

/** Keeps a note, and gives the id by which an entry may name it. Under the same key an author keeps a note once. */
export async function addNote(
  db: Store,
  journeyId: string,
  { author, text }: Pick<Note, 'author' | 'text'>,
  key: string = randomUUID(),
): Promise<string> {
  const digest = createHash('sha256').update([journeyId, author, key].join('\n')).digest('hex');
  const id = `note-${digest.slice(0, 32)}`;
  await db
    .insertInto('notes')
    .values({ id, journeyId, author, text, at: sql<Instant>`now()` })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  return id;
}

/** The notes about a journey, oldest first. */
export async function readNotes(db: Store, journeyId: string): Promise<Note[]> {
  return await db
    .selectFrom('notes')
    .select(['id', 'author', 'at', 'text'])
    .where('journeyId', '=', journeyId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}
