/** Reads both homes of a journey's truth and says what is found. Changes nothing. */
import { WorkflowNotFoundError } from '@temporalio/client';
import { readDeeds, readJournal, readRow, type Store, verifyChain } from '../../activities/store/read.ts';
import { type Reason, Refusal } from '../../workflows/journal/refusal.ts';
import type { Books } from '../../workflows/messages.ts';
import { handleOf, type Journeys, readBooks } from '../journeys.ts';
import { compare, type Finding, type Stored } from './compare.ts';

/** Milliseconds that a workflow may take to answer. */
const patience = 15_000;

export interface Look {
  readonly finding: Finding;
  readonly kept: Stored | undefined;
}

/** Looks at one journey. Throws nothing: what cannot be read is found silent. */
export async function lookAt(journeys: Journeys, db: Store, journey: string): Promise<Look> {
  try {
    return await look(journeys, db, journey);
  } catch (error) {
    return { kept: undefined, finding: { kind: 'silent', reasons: [noAnswer(error)] } };
  }
}

async function look(journeys: Journeys, db: Store, journey: string): Promise<Look> {
  const own = await ownBooks(journeys, journey);
  const broken = await verifyChain(db, journey);
  const kept = await keptOf(db, journey);
  if (broken !== null && kept) return { kept, finding: { kind: 'chainBroken', from: broken } };
  if ('reasons' in own) return { kept, finding: { kind: 'silent', reasons: own.reasons } };
  return { kept, finding: compare(own.books, kept, journey) };
}

async function ownBooks(
  journeys: Journeys,
  journey: string,
): Promise<{ books: Books | undefined } | { reasons: readonly Reason[] }> {
  const { connection } = journeys.client;
  try {
    return await connection.withDeadline(Date.now() + patience, async () => {
      const { status } = await handleOf(journeys, journey).describe();
      return { books: status.name === 'RUNNING' ? await readBooks(journeys, journey) : undefined };
    });
  } catch (error) {
    const isUnknown = error instanceof Refusal && error.code === 'journey-not-found';
    if (isUnknown || error instanceof WorkflowNotFoundError) return { books: undefined };
    return { reasons: error instanceof Refusal ? error.reasons : [noAnswer(error)] };
  }
}

/** What a journey's silence may mean. */
export function noAnswer(error: unknown): Reason {
  const text = error instanceof Error ? error.message : String(error);
  return {
    code: 'no-answer',
    de: `Workflow oder Speicher antwortet nicht; läuft ein Worker? (${text})`,
    en: `Workflow or store does not answer; is a worker running? (${text})`,
  };
}

async function keptOf(db: Store, journey: string): Promise<Stored | undefined> {
  const row = await readRow(db, journey);
  if (!row) return undefined;
  const { machineVersion, rulesSince, asOf, caseWorker, nextDeadline } = row;
  // The workflow says itself where it does not know the version.
  const policyVersion = row.policyVersion as Stored['policyVersion'];
  const summary = {
    ...row,
    caseWorker: caseWorker ?? undefined,
    nextDeadline: nextDeadline ?? undefined,
    rulesSince: rulesSince ?? undefined,
  };
  const [journal, deeds] = [await readJournal(db, journey), await readDeeds(db, journey)];
  return { journey, machineVersion, policyVersion, rulesSince, asOf, journal, ...deeds, summary };
}
