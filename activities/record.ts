/**
 * Writes what is new of a journey into the store: its entries, each chained to the one before, and the
 * board's row. This file knows nothing of what the entries mean.
 */
import { ApplicationFailure } from '@temporalio/common';
import { sql } from 'kysely';
import type { Deeds } from '../workflows/effects/deeds.ts';
import { canonicalJson } from '../workflows/journal/canonical.ts';
import type { Entry } from '../workflows/journal/entry.ts';
import type { Instant } from '../workflows/policy/calendar.ts';
import type { FederalState } from '../workflows/policy/holidays.ts';
import { type Board, mostUrgentOf, writeBoard } from './store/board.ts';
import { chainHash, chainStart } from './store/chain.ts';
import type { Store } from './store/db.ts';
import { restoreDeeds } from './store/deeds.ts';

/** What the board shows of a journey: opaque ids, dates and codes only. */
export interface Summary {
  readonly site: string;
  readonly federalState: FederalState;
  readonly phase: string;
  readonly attention: string;
  readonly caseWorker?: string | undefined;
  readonly nextDeadline?: Instant | undefined;
  readonly machineVersion: number;
  readonly policyVersion: string;
  /** Since when the journey is under these versions; none where it always was. */
  readonly rulesSince?: Instant | undefined;
  /** Whatever else the board wants, as JSON. */
  readonly summary: unknown;
}

/** What is new of one journey. `entries` may be empty: a deadline changes the summary without an entry. */
export interface Recording {
  readonly journey: string;
  /** Consecutive by `seq`. */
  readonly entries: readonly Entry[];
  readonly summary: Summary;
  /** Of how many entries the summary was made: a workflow set back to last week knows less than the store. */
  readonly journalLength: number;
  /** The journey's clock when the summary was made: tells older from newer where no entry does. */
  readonly asOf?: Instant | undefined;
  /** The board's lists. */
  readonly board: Board;
  /** What was carried out so far, where the store may have lost it. */
  readonly deeds?: Deeds | undefined;
}

/** What the store holds of a journey's journal. */
interface Held {
  readonly entries: number;
  readonly asOf: Instant | null;
  readonly rulesSince: Instant | null;
}

/**
 * Writes a recording in one transaction, one recorder per journey at a time. Repeating it changes nothing,
 * and an older summary leaves a newer one alone. Throws `ApplicationFailure`, not to be retried:
 * `journal-mismatch` if an entry is there with other content, `journal-gap` if entries before the first are
 * missing; each with the entry's `seq` and the last `seq` held as details.
 */
export async function record(db: Store, recording: Recording): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const held = await lockJourney(tx, recording);
    refuseGap(recording, held);
    await refuseMismatch(tx, recording, held);
    await appendEntries(tx, recording, held);
    await updateRow(tx, recording, held);
    if (recording.deeds) await restoreDeeds(tx, recording.journey, recording.deeds);
  });
}

/** Makes the journey's row if there is none, and keeps it locked until the transaction ends. */
async function lockJourney(tx: Store, { journey, summary }: Recording): Promise<Held> {
  await tx
    .insertInto('journeys')
    .values({ id: journey, entries: 0, ...columns(summary) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  return await tx
    .selectFrom('journeys')
    .select(['entries', 'asOf', 'rulesSince'])
    .where('id', '=', journey)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

function refuseGap({ journey, entries }: Recording, held: Held): void {
  let expected = Math.min(entries[0]?.seq ?? 1, held.entries + 1);
  for (const { seq } of entries) {
    if (seq !== expected) throw refusal('journal-gap', journey, expected, held);
    expected += 1;
  }
}

async function refuseMismatch(tx: Store, { journey, entries }: Recording, held: Held): Promise<void> {
  const known = entries.filter(({ seq }) => seq <= held.entries);
  const first = known[0];
  if (first === undefined) return;
  const rows = await tx
    .selectFrom('entries')
    .select(['seq', 'entry'])
    .where('journeyId', '=', journey)
    .where('seq', '>=', first.seq)
    .execute();
  const stored = new Map(rows.map(({ seq, entry }) => [seq, canonicalJson(entry)]));
  const other = known.find((entry) => stored.get(entry.seq) !== canonicalJson(entry));
  if (other !== undefined) throw refusal('journal-mismatch', journey, other.seq, held);
}

async function appendEntries(tx: Store, { journey, entries }: Recording, held: Held): Promise<void> {
  const fresh = entries.filter(({ seq }) => seq > held.entries);
  if (fresh.length === 0) return;
  let previousHash = await lastHash(tx, journey);
  const rows = fresh.map((entry) => {
    const row = { journeyId: journey, seq: entry.seq, entry: JSON.stringify(entry), previousHash };
    previousHash = chainHash(previousHash, entry);
    return { ...row, hash: previousHash };
  });
  await tx.insertInto('entries').values(rows).execute();
}

async function lastHash(tx: Store, journey: string): Promise<string> {
  const last = await tx
    .selectFrom('entries')
    .select('hash')
    .where('journeyId', '=', journey)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.hash ?? chainStart;
}

/** Later rules and a longer journal come first: a workflow set back has the later clock all the same. */
function isNewer({ summary: { rulesSince = '' }, journalLength, asOf }: Recording, held: Held): boolean {
  const heldSince = held.rulesSince ?? '';
  if (journalLength < held.entries || rulesSince < heldSince) return false;
  if (journalLength > held.entries || rulesSince > heldSince) return true;
  return asOf === undefined || held.asOf === null || asOf >= held.asOf;
}

async function updateRow(tx: Store, recording: Recording, held: Held): Promise<void> {
  const { journey, entries, summary, asOf } = recording;
  const length = Math.max(held.entries, entries.at(-1)?.seq ?? 0);
  const newer = isNewer(recording, held);
  const first = mostUrgentOf(recording.board);
  const mostUrgent = first ? JSON.stringify(first) : null;
  const board = newer ? { ...columns(summary), mostUrgent, asOf: asOf ?? held.asOf } : {};
  if (newer) await writeBoard(tx, journey, recording.board);
  await tx
    .updateTable('journeys')
    .set({ ...board, entries: length, updatedAt: sql<Instant>`now()` })
    .where('id', '=', journey)
    .execute();
}

function columns(summary: Summary) {
  return {
    site: summary.site,
    federalState: summary.federalState,
    phase: summary.phase,
    attention: summary.attention,
    caseWorker: summary.caseWorker ?? null,
    nextDeadline: summary.nextDeadline ?? null,
    machineVersion: summary.machineVersion,
    policyVersion: summary.policyVersion,
    rulesSince: summary.rulesSince ?? null,
    summary: JSON.stringify(summary.summary ?? null),
  };
}

function refusal(
  type: 'journal-mismatch' | 'journal-gap',
  journey: string,
  seq: number,
  held: Held,
): ApplicationFailure {
  const what =
    type === 'journal-gap' ? 'is missing before what was to be recorded' : 'is stored with other content';
  return ApplicationFailure.create({
    type,
    message: `journey ${journey}: entry ${seq} ${what}`,
    nonRetryable: true,
    details: [{ journey, seq, held: held.entries }],
  });
}
