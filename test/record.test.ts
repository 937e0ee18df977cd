/** The recorder writes each journal once, whole and chained, whoever records, however often. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Recording, record, type Summary } from '../activities/record.ts';
import { chainHash, chainStart } from '../activities/store/chain.ts';
import { openDatabase, type Store } from '../activities/store/db.ts';
import { migrateStore } from '../activities/store/migrations.ts';
import { listJourneys, readJournal, verifyChain } from '../activities/store/read.ts';
import type { Entry } from '../workflows/journal/entry.ts';
import { freshDatabase, freshDatabaseUrl } from './support/database.ts';
import { emptyBoard } from './support/orders.ts';

let db: Store;
beforeAll(async () => {
  ({ db } = await freshDatabase());
});
afterAll(async () => {
  await db.destroy();
});

const entry = (seq: number): Entry => ({
  seq,
  requestId: `request-${seq}`,
  recordedAt: `2026-01-01T09:00:${String(seq).padStart(2, '0')}.000Z`,
  actor: { role: 'caseWorker', id: 'cw-1' },
  event: { type: 'intensity.set', participant: 'high' },
});
const entries = (from: number, to: number): Entry[] =>
  Array.from({ length: to - from + 1 }, (_, at) => entry(from + at));
const summary = (changes: Partial<Summary> = {}): Summary => ({
  site: 'site-1',
  federalState: 'BW',
  phase: 'intake',
  attention: 'none',
  machineVersion: 1,
  policyVersion: '1',
  summary: { label: 'Zugang' },
  ...changes,
});
const recording = (journey: string, list: readonly Entry[], changes: Partial<Summary> = {}): Recording => ({
  journey,
  entries: list,
  journalLength: list.at(-1)?.seq ?? 0,
  board: emptyBoard,
  summary: summary(changes),
});
const rowOf = async (journey: string) =>
  await db.selectFrom('journeys').selectAll().where('id', '=', journey).executeTakeFirstOrThrow();

describe('migrations', () => {
  it('bring a new database up to date though several workers start at once, and again later', async () => {
    const url = await freshDatabaseUrl();
    const workers = Array.from({ length: 5 }, () => openDatabase(url, 2));
    await Promise.all(workers.map((worker) => migrateStore(worker)));
    await Promise.all(workers.map((worker) => migrateStore(worker)));
    const [first] = workers;
    expect(first && (await listJourneys(first, { limit: 10, offset: 0 }))).toEqual([]);
    await Promise.all(workers.map((worker) => worker.destroy()));
  });
});

describe('recording a journey', () => {
  it('keeps entries and board row, and chains the entries', async () => {
    await record(db, recording('j-first', entries(1, 2), { nextDeadline: '2026-02-01T05:00:00.000Z' }));
    await record(db, recording('j-first', [entry(3)], { phase: 'preparation', caseWorker: 'cw-1' }));
    expect(await readJournal(db, 'j-first')).toEqual(entries(1, 3));
    expect(await rowOf('j-first')).toMatchObject({
      phase: 'preparation',
      caseWorker: 'cw-1',
      nextDeadline: null,
      entries: 3,
      summary: { label: 'Zugang' },
      updatedAt: expect.stringMatching(/^\d{4}-.*\.\d{3}Z$/),
    });
    const [first, second] = await db.selectFrom('entries').selectAll().orderBy('seq').execute();
    expect(first).toMatchObject({ previousHash: chainStart, hash: chainHash(chainStart, entry(1)) });
    expect(second?.previousHash).toBe(first?.hash);
    expect(await verifyChain(db, 'j-first')).toBeNull();
  });

  it('changes nothing when repeated, wholly or in part', async () => {
    await record(db, recording('j-again', entries(1, 3)));
    await record(db, recording('j-again', entries(1, 3)));
    await record(db, recording('j-again', entries(2, 5)));
    expect(await readJournal(db, 'j-again')).toEqual(entries(1, 5));
    expect(await verifyChain(db, 'j-again')).toBeNull();
  });

  it('takes the keys of an entry in any order for the same content', async () => {
    await record(db, recording('j-keys', [entry(1)]));
    const { seq, ...rest } = entry(1);
    const turned: Entry = { ...rest, seq };
    expect(Object.keys(turned)).not.toEqual(Object.keys(entry(1)));
    await expect(record(db, recording('j-keys', [turned]))).resolves.toBeUndefined();
  });

  it('refuses an entry that is there with other content, and writes nothing of the rest', async () => {
    await record(db, recording('j-other', entries(1, 2)));
    const changed = { ...entry(2), reason: 'typo' };
    await expect(
      record(db, recording('j-other', [changed, entry(3)], { phase: 'closed' })),
    ).rejects.toMatchObject({
      type: 'journal-mismatch',
      nonRetryable: true,
      message: 'journey j-other: entry 2 is stored with other content',
    });
    expect(await rowOf('j-other')).toMatchObject({ entries: 2, phase: 'intake' });
    expect(await readJournal(db, 'j-other')).toEqual(entries(1, 2));
  });

  it('refuses a gap, naming what is missing', async () => {
    const gap = { type: 'journal-gap', nonRetryable: true };
    await record(db, recording('j-gap', entries(1, 2)));
    await expect(record(db, recording('j-gap', entries(4, 5)))).rejects.toMatchObject({
      ...gap,
      details: [{ journey: 'j-gap', seq: 3, held: 2 }],
    });
    await expect(record(db, recording('j-gap', [entry(3), entry(5)]))).rejects.toMatchObject(gap);
    await expect(record(db, recording('j-none', [entry(2)]))).rejects.toMatchObject(gap);
    expect(await rowOf('j-gap')).toMatchObject({ entries: 2 });
    expect(await readJournal(db, 'j-none')).toEqual([]);
  });

  it('lets no older summary overwrite a newer one', async () => {
    await record(db, recording('j-older', entries(1, 3), { phase: 'training' }));
    await record(db, recording('j-older', entries(1, 2), { phase: 'intake' }));
    expect(await rowOf('j-older')).toMatchObject({ phase: 'training', entries: 3 });
  });

  it('takes a summary without entries, the newest by the journey’s clock', async () => {
    const tick = (phase: string, asOf: string): Recording => ({
      ...recording('j-tick', [], { phase }),
      journalLength: 2,
      asOf,
    });
    await record(db, { ...recording('j-tick', entries(1, 2)), asOf: '2026-01-02T00:00:00.000Z' });
    await record(db, tick('placement', '2026-03-01T00:00:00.000Z'));
    await record(db, tick('preparation', '2026-02-01T00:00:00.000Z'));
    expect(await rowOf('j-tick')).toMatchObject({
      phase: 'placement',
      entries: 2,
      asOf: '2026-03-01T00:00:00.000Z',
    });
  });

  it('holds recorders of one journey apart', async () => {
    const recordings = [entries(1, 20), entries(1, 12), entries(1, 30), entries(1, 20), entries(1, 1)];
    await Promise.all(
      recordings.map((list) => record(db, recording('j-many', list, { phase: `p${list.length}` }))),
    );
    expect(await readJournal(db, 'j-many')).toEqual(entries(1, 30));
    expect(await rowOf('j-many')).toMatchObject({ entries: 30, phase: 'p30' });
    expect(await verifyChain(db, 'j-many')).toBeNull();
  });
});

describe('the chain of a journal', () => {
  const tampered = async (journey: string, change: () => Promise<unknown>): Promise<number | null> => {
    await record(db, recording(journey, entries(1, 5)));
    await change();
    return await verifyChain(db, journey);
  };
  const row = (journey: string, seq: number) =>
    db.updateTable('entries').where('journeyId', '=', journey).where('seq', '=', seq);
  const removal = (journey: string, seq: number) =>
    db.deleteFrom('entries').where('journeyId', '=', journey).where('seq', '=', seq).execute();

  it('shows a changed entry', async () => {
    const changed = sql<string>`jsonb_set(entry, '{event,intensity}', '"low"')`;
    expect(await tampered('t-changed', () => row('t-changed', 3).set({ entry: changed }).execute())).toBe(3);
  });

  it('shows an entry that was changed together with its own hash', async () => {
    const { previousHash } = { previousHash: chainHash(chainHash(chainStart, entry(1)), entry(2)) };
    const forged = { ...entry(3), reason: 'forged' };
    const change = { entry: JSON.stringify(forged), hash: chainHash(previousHash, forged) };
    expect(await tampered('t-forged', () => row('t-forged', 3).set(change).execute())).toBe(4);
  });

  it('shows entries that were removed, at the end too', async () => {
    expect(await tampered('t-middle', () => removal('t-middle', 2))).toBe(2);
    expect(await tampered('t-end', () => removal('t-end', 5))).toBe(5);
  });
});

describe('the board', () => {
  it('lists by phase and site, in pages', async () => {
    for (const id of ['b-1', 'b-2', 'b-3']) {
      await record(
        db,
        recording(id, [entry(1)], { site: 'site-board', phase: id === 'b-2' ? 'exam' : 'training' }),
      );
    }
    const ids = async (filter: object): Promise<string[]> =>
      (await listJourneys(db, { site: 'site-board', limit: 10, offset: 0, ...filter })).map(({ id }) => id);
    expect(await ids({})).toEqual(['b-1', 'b-2', 'b-3']);
    expect(await ids({ phase: 'training' })).toEqual(['b-1', 'b-3']);
    expect(await ids({ limit: 1, offset: 1 })).toEqual(['b-2']);
    expect(await ids({ site: 'site-nowhere' })).toEqual([]);
  });
});
