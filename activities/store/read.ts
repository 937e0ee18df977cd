/** What clients read of the store: the board, journals, mails, effects, meetings. Writes nothing. */

import type { Selectable } from 'kysely';
import type { Role } from '../../workflows/effects/words.ts';
import type { Entry } from '../../workflows/journal/entry.ts';
import { chainHash, chainStart } from './chain.ts';
import type { EffectsTable, JourneysTable, OutboxTable, Store } from './db.ts';
import { involvedIn } from './involved.ts';
import type { Meeting } from './meetings.ts';
import type { Roster } from './people.ts';

export { openDatabase, type Store } from './db.ts';
export { readDeeds } from './deeds.ts';
export { Roster } from './people.ts';

/** A row of the board. */
export type JourneyRow = Selectable<JourneysTable>;
export type EffectRow = Selectable<EffectsTable>;
export type OutboxRow = Selectable<OutboxTable>;

/** Which journeys the board shows, in the order of their ids. */
export interface JourneyFilter {
  readonly phase?: string | undefined;
  readonly site?: string | undefined;
  readonly caseWorker?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** A page of the board. */
export async function listJourneys(
  db: Store,
  { phase, site, caseWorker, limit, offset }: JourneyFilter,
): Promise<JourneyRow[]> {
  let query = db.selectFrom('journeys').selectAll();
  if (phase !== undefined) query = query.where('phase', '=', phase);
  if (site !== undefined) query = query.where('site', '=', site);
  if (caseWorker !== undefined) query = query.where('caseWorker', '=', caseWorker);
  return await query.orderBy('id').limit(limit).offset(offset).execute();
}

/** The board's row of a journey; none if the journey is unknown. */
export async function readRow(db: Store, journey: string): Promise<JourneyRow | undefined> {
  return await db.selectFrom('journeys').selectAll().where('id', '=', journey).executeTakeFirst();
}

/** The ids of all journeys, in their order. */
export async function readIds(db: Store): Promise<string[]> {
  const rows = await db.selectFrom('journeys').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

/** A journey's entries as recorded, by `seq`; none if the journey is unknown. */
export async function readJournal(db: Store, journey: string): Promise<Entry[]> {
  const rows = await db
    .selectFrom('entries')
    .select('entry')
    .where('journeyId', '=', journey)
    .orderBy('seq')
    .execute();
  return rows.map(({ entry }) => entry);
}

/** Who takes part in a journey from outside the provider; the staff stay with theirs. */
export const outsiders = [
  'participant',
  'guardian',
  'trainer',
  'teacher',
  'funderAdviser',
  'trainingAdviser',
] as const satisfies readonly Role[];

/**
 * The people of a journey from outside the provider, each with their role in it: those of the journey itself, else
 * those of its organisations, else those of its site. Personal data.
 */
export async function readPeople(db: Store, journey: string, site: string): Promise<Roster> {
  const involved = await involvedIn(db, { journey, site }, outsiders);
  const people = involved.map(({ role: _, ...person }) => [person.id, person] as const);
  return {
    people: [...new Map(people).values()],
    involvements: involved.map(({ role, id }) => ({
      scope: 'journey',
      scopeId: journey,
      role,
      personId: id,
    })),
  };
}

/** A journey's mails, in the order of keys, revisions and recipients. Contains personal data. */
export async function readOutbox(db: Store, journey: string): Promise<OutboxRow[]> {
  return await db
    .selectFrom('outbox')
    .selectAll()
    .where('journeyId', '=', journey)
    .orderBy('key')
    .orderBy('rev')
    .orderBy('messageId')
    .execute();
}

/** A journey's orders as they were begun. */
export async function readEffects(db: Store, journey: string): Promise<EffectRow[]> {
  return await db
    .selectFrom('effects')
    .selectAll()
    .where('journeyId', '=', journey)
    .orderBy('createdAt')
    .orderBy('key')
    .orderBy('rev')
    .execute();
}

/** A journey's meetings by their slots, cancelled ones included. */
export async function readMeetings(db: Store, journey: string): Promise<Meeting[]> {
  const rows = await db
    .selectFrom('meetings')
    .selectAll()
    .where('journeyId', '=', journey)
    .orderBy('startsAt')
    .orderBy('key')
    .execute();
  return rows.map(({ journeyId, ...meeting }) => ({ journey: journeyId, ...meeting }));
}

/**
 * The first `seq` at which a journey's chain of hashes is broken, entries are missing or too many; `null` if
 * it is whole.
 */
export async function verifyChain(db: Store, journey: string): Promise<number | null> {
  const rows = await db
    .selectFrom('entries')
    .selectAll()
    .where('journeyId', '=', journey)
    .orderBy('seq')
    .execute();
  let previousHash = chainStart;
  let expected = 1;
  for (const row of rows) {
    const isWhole =
      row.seq === expected &&
      row.entry.seq === expected &&
      row.previousHash === previousHash &&
      row.hash === chainHash(previousHash, row.entry);
    if (!isWhole) return expected;
    previousHash = row.hash;
    expected += 1;
  }
  const counted = await countedEntries(db, journey);
  return counted === rows.length ? null : Math.min(counted + 1, expected);
}

async function countedEntries(db: Store, journey: string): Promise<number> {
  const row = await db.selectFrom('journeys').select('entries').where('id', '=', journey).executeTakeFirst();
  return row?.entries ?? 0;
}
