/** Free text about a journey. Personal data: the journal knows a note by its id only. */
import { randomUUID } from 'node:crypto';
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

/** Keeps a note, and gives the id by which an entry may name it. */
export async function addNote(
  db: Store,
  journeyId: string,
  { author, text }: Pick<Note, 'author' | 'text'>,
): Promise<string> {
  const id = `note-${randomUUID()}`;
  await db.insertInto('notes').values({ id, journeyId, author, text, at: sql<Instant>`now()` }).execute();
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
