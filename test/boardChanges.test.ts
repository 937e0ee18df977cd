/** Whoever listens hears of every journey whose row changes, and of a gap when the connection broke; older stores are brought along. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { record } from '../activities/record.ts';
import { readCard } from '../activities/store/cards.ts';
import { type Changes, listenToJourneys } from '../activities/store/changes.ts';
import { openDatabase, type Store } from '../activities/store/db.ts';
import type { AnySchema } from '../activities/store/schema/anySchema.ts';
import { addCaseWorkersDay } from '../activities/store/schema/caseWorkersDay.ts';
import { createFirst } from '../activities/store/schema/first.ts';
import { addOrganisationsAndBoard } from '../activities/store/schema/organisationsAndBoard.ts';
import { freshDatabase, freshDatabaseUrl } from './support/database.ts';

let db: Store;
let url: string;
let changes: Changes;
const heard: (string | undefined)[] = [];
const errors: unknown[] = [];

beforeAll(async () => {
  ({ db, url } = await freshDatabase());
  changes = listenToJourneys(
    url,
    (journey) => heard.push(journey),
    (error) => errors.push(error),
  );
  await vi.waitFor(async () => expect(await listeners()).toHaveLength(1), 10_000);
});
afterAll(async () => {
  await changes.close();
  await db.destroy();
});

const listeners = async () => {
  const { rows } = await sql<{ pid: number }>`
    select pid from pg_stat_activity where datname = current_database() and query = 'listen journeys' and state = 'idle'
  `.execute(db);
  return rows.map(({ pid }) => pid);
};
const recordOf = async (journey: string, store = db): Promise<void> =>
  await record(store, {
    ...{ journey, entries: [], journalLength: 0 },
    board: {
      deadlines: [
        { key: 'probation', dueOn: '2026-04-01', at: '2026-04-01T05:00:00.000Z', status: 'open' },
        { key: 'goalReview', item: 12, dueOn: '2026-03-02', at: '2026-03-02T05:00:00.000Z', status: 'due' },
        { key: 'goalReview', item: 4, dueOn: '2026-03-02', at: '2026-03-02T05:00:00.000Z', status: 'due' },
        { key: 'firstMeeting', dueOn: '2026-03-04', at: '2026-03-04T05:00:00.000Z', status: 'due' },
      ],
      ...{ notices: [], stuck: [] },
    },
    summary: {
      ...{ site: 'site-1', federalState: 'BW', phase: 'intake', attention: 'due' },
      ...{ machineVersion: 1, policyVersion: '1', summary: {} },
    },
  });

it('tells each change once its transaction has ended, and the card shows what was recorded', async () => {
  await recordOf('j-1');
  await vi.waitFor(() => expect(heard).toEqual(['j-1']), 10_000);
  const next = { key: 'goalReview', item: 4, dueOn: '2026-03-02', status: 'due' };
  expect(await readCard(db, 'j-1', '2026-03-10')).toMatchObject({ next });
});

it('listens again when the connection breaks, and tells that something may have been missed', async () => {
  heard.length = 0;
  const [pid] = await listeners();
  await sql`select pg_terminate_backend(${pid})`.execute(db);
  await vi.waitFor(() => expect(heard).toEqual([undefined]), 20_000);
  expect(errors).toHaveLength(1);
  await recordOf('j-2');
  await vi.waitFor(() => expect(heard).toEqual([undefined, 'j-2']), 10_000);
});

it('tells nothing once it is closed, and takes no connection', async () => {
  const late: unknown[] = [];
  const another = listenToJourneys(
    url,
    (journey) => late.push(journey),
    (error) => late.push(error),
  );
  await another.close();
  await recordOf('j-3');
  await vi.waitFor(() => expect(heard.at(-1)).toBe('j-3'), 10_000);
  expect(late).toEqual([]);
  await vi.waitFor(async () => expect(await listeners()).toHaveLength(1), 10_000);
});

it('gives journeys that are there before the step their most urgent deadline', async () => {
  const before = openDatabase(await freshDatabaseUrl());
  const schema = before as unknown as AnySchema;
  await createFirst(schema);
  await addOrganisationsAndBoard(schema);
  const journey = { site: 'site-1', federalState: 'BW', phase: 'intake', attention: 'due' } as const;
  const rows = ['j-1', 'j-2'].map((id) => ({
    id,
    ...journey,
    machineVersion: 1,
    policyVersion: '1',
    entries: 0,
  }));
  await before
    .insertInto('journeys')
    .values(rows.map((row) => ({ ...row, summary: '{}' })) as never)
    .execute();
  const at = '2026-03-02T05:00:00.000Z';
  const dated = { journeyId: 'j-1', item: 0, dueOn: '2026-03-02', at };
  await before
    .insertInto('deadlines')
    .values([
      { ...dated, key: 'a', status: 'open', dueOn: '2026-03-01' },
      { ...dated, key: 'b', status: 'overdue', item: 7 },
      { ...dated, key: 'c', status: 'overdue' },
    ])
    .execute();
  await addCaseWorkersDay(schema);
  const kept = await before.selectFrom('journeys').select(['id', 'mostUrgent']).orderBy('id').execute();
  expect(kept).toEqual([
    { id: 'j-1', mostUrgent: { key: 'b', item: 7, dueOn: '2026-03-02', status: 'overdue' } },
    { id: 'j-2', mostUrgent: null },
  ]);
  await before.destroy();
});
