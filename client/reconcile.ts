/**
 * Workflows and store held against each other. Each holds a journey's whole journal, so that either can be rebuilt from the
 * other: a workflow goes on from the store, a store is recorded again by the workflow. What both say differently is named
 * and left to people.
 */
import { setTimeout as pause } from 'node:timers/promises';
import {
  readDeeds,
  readIds,
  readJournal,
  readRow,
  type Store,
  verifyChain,
} from '../activities/store/read.ts';
import { missingDeeds } from '../workflows/effects/deeds.ts';
import { commonLength } from '../workflows/journal/canonical.ts';
import { Refusal } from '../workflows/journal/refusal.ts';
import { givesWay, type Kept, resumptionOf } from '../workflows/journey/resumption.ts';
import * as messages from '../workflows/messages.ts';
import { handleOf, type Journeys, launch, readBooks, runningJourneys } from './journeys.ts';

/** What is found of a journey. Only the last three need a person. */
export type Finding =
  | { readonly kind: 'same' }
  /** The store lacks entries from this number on, or, where none is missing, what was carried out. */
  | { readonly kind: 'storeBehind'; readonly from: number }
  | { readonly kind: 'workflowBehind'; readonly from: number }
  | { readonly kind: 'workflowMissing' }
  /** Both say something else from this entry on. */
  | { readonly kind: 'diverged'; readonly from: number }
  /** The store's chain of hashes is broken at this entry: somebody changed it. */
  | { readonly kind: 'chainBroken'; readonly from: number }
  /** The workflow does not answer, or answers with what it cannot fold. */
  | { readonly kind: 'silent'; readonly reason: string };

export interface Reconciled {
  readonly journey: string;
  readonly found: Finding;
  /** Closed by this run; false where nothing was to be done, or nothing was allowed. */
  readonly closed: boolean;
  /** Effects of which the store knew nothing: not sent, a person should look. */
  readonly skipped: readonly string[];
}

const needPeople: readonly Finding['kind'][] = ['diverged', 'chainBroken', 'silent'];

/** Whether a person has to look. */
export const needsPeople = ({ found }: Reconciled): boolean => needPeople.includes(found.kind);

/**
 * Compares all journeys, or those that are named, and closes every gap unless `dryRun`. Run again it finds nothing to do;
 * broken off, it can be run again.
 */
export async function* reconcile(
  journeys: Journeys,
  db: Store,
  { dryRun = false, only }: { dryRun?: boolean; only?: readonly string[] } = {},
): AsyncGenerator<Reconciled> {
  const all = only ?? [...new Set([...(await readIds(db)), ...(await runningJourneys(journeys))])].toSorted();
  for (const journey of all) {
    const found = await steadyFinding(journeys, db, journey);
    const idle = found.kind === 'same' || needPeople.includes(found.kind);
    if (dryRun || idle) yield { journey, found, closed: false, skipped: [] };
    else yield { journey, found, ...(await close(journeys, db, journey, found)) };
  }
}

interface Both {
  readonly own: messages.Books | undefined;
  readonly kept: Kept | undefined;
  readonly finding: Finding;
}

/** A record may be on its way: the store counts as behind only if it stays so. */
async function steadyFinding(journeys: Journeys, db: Store, journey: string): Promise<Finding> {
  for (let attempt = 0; ; attempt += 1) {
    const { finding } = await look(journeys, db, journey);
    if (finding.kind !== 'storeBehind' || attempt === 3) return finding;
    await pause(250);
  }
}

async function look(journeys: Journeys, db: Store, journey: string): Promise<Both> {
  const own = await ownBooks(journeys, journey);
  const broken = await verifyChain(db, journey);
  const kept = await keptOf(db, journey);
  const about = { own: 'reason' in own ? undefined : own.books, kept };
  if (broken !== null && kept) return { ...about, finding: { kind: 'chainBroken', from: broken } };
  if ('reason' in own) return { ...about, finding: { kind: 'silent', reason: own.reason } };
  return { ...about, finding: compare(own.books, kept) };
}

/** What the two homes of a journey's truth say of each other. Pure. */
export function compare(own: messages.Books | undefined, kept: Kept | undefined): Finding {
  if (!own) return kept ? { kind: 'workflowMissing' } : { kind: 'same' };
  const journal = kept?.journal ?? [];
  const from = commonLength(own.journal, journal) + 1;
  if (givesWay(own.journal, journal)) return { kind: 'workflowBehind', from };
  if (from <= journal.length) return { kind: 'diverged', from };
  const { effects, meetings } = missingDeeds(own.deeds, {
    effects: kept?.effects ?? [],
    meetings: kept?.meetings ?? [],
  });
  const isWhole = from > own.journal.length && effects.length + meetings.length === 0;
  return isWhole ? { kind: 'same' } : { kind: 'storeBehind', from };
}

async function ownBooks(
  journeys: Journeys,
  journey: string,
): Promise<{ books: messages.Books | undefined } | { reason: string }> {
  try {
    const { status } = await handleOf(journeys, journey).describe();
    if (status.name !== 'RUNNING') return { books: undefined };
    const { connection } = journeys.client;
    return { books: await connection.withDeadline(Date.now() + 15_000, () => readBooks(journeys, journey)) };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'journey-not-found') return { books: undefined };
    if (isNotFound(error)) return { books: undefined };
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

const isNotFound = (error: unknown): boolean =>
  error instanceof Error && error.name === 'WorkflowNotFoundError';

async function keptOf(db: Store, journey: string): Promise<Kept | undefined> {
  const row = await readRow(db, journey);
  if (!row) return undefined;
  const { machineVersion, asOf } = row;
  const policyVersion = row.policyVersion as Kept['policyVersion'];
  const deeds = await readDeeds(db, journey);
  return { journey, machineVersion, policyVersion, asOf, journal: await readJournal(db, journey), ...deeds };
}

/** Closes a gap, and looks whether it is closed. */
async function close(
  journeys: Journeys,
  db: Store,
  journey: string,
  found: Finding,
): Promise<Pick<Reconciled, 'closed' | 'skipped'>> {
  const kept = await keptOf(db, journey);
  const skipped = await act(journeys, journey, found, kept);
  for (const end = Date.now() + 20_000; ; await pause(200)) {
    const { finding } = await look(journeys, db, journey);
    if (finding.kind === 'same' || Date.now() > end) return { closed: finding.kind === 'same', skipped };
  }
}

async function act(
  journeys: Journeys,
  journey: string,
  { kind }: Finding,
  kept: Kept | undefined,
): Promise<readonly string[]> {
  const handle = handleOf(journeys, journey);
  if (kind === 'storeBehind') {
    await handle.executeUpdate(messages.recordAgain, { args: [kept?.journal.length ?? 0] });
    return [];
  }
  if (!kept) return [];
  const { input, skipped } = resumptionOf(kept);
  if (kind === 'workflowMissing') await launch(journeys, input, { again: true });
  else await handle.executeUpdate(messages.restore, { args: [input] });
  return skipped;
}
