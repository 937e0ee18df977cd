/**
 * Workflows and store held against each other. Each holds a journey's whole journal, so that either can be rebuilt from the
 * other: a workflow goes on from the store, a store is recorded again by the workflow. What both say differently is named
 * and left to people. No journey keeps the others from theirs.
 */
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { readIds, type Store } from '../../activities/store/read.ts';
import { parseId } from '../../workflows/journal/entry.ts';
import { type Reason, Refusal } from '../../workflows/journal/refusal.ts';
import { resumptionOf } from '../../workflows/journey/resumption.ts';
import * as messages from '../../workflows/messages.ts';
import { handleOf, type Journeys, launch, runningJourneys, withRetry } from '../journeys.ts';
import type { Finding } from './compare.ts';
import { lookAt, noAnswer } from './look.ts';

export interface Reconciled {
  readonly journey: string;
  readonly found: Finding;
  /** Closed by this run; false where nothing was to be done, or nothing was allowed. */
  readonly closed: boolean;
  /** Effects of which nobody knew anything: not sent, a person should look. */
  readonly skipped: readonly string[];
  /** Why the gap could not be closed. */
  readonly reasons: readonly Reason[];
}

/** Journeys that are looked at and mended at the same time. */
const atOnce = 8;
/** Milliseconds that a journey may take to do what it is asked. */
const patience = 30_000;

const gaps: readonly Finding['kind'][] = ['storeBehind', 'workflowBehind', 'workflowMissing'];

/** Whether something is left to do: a gap that is open, or what a person has to look at. */
export const isLeft = ({ found, closed, skipped }: Reconciled): boolean =>
  (found.kind !== 'same' && !closed) || skipped.length > 0;

/** How many journeys were found in which way. */
export const figuresOf = (all: readonly Reconciled[]) => ({
  journeys: all.length,
  same: all.filter(({ found }) => found.kind === 'same').length,
  closed: all.filter(({ closed }) => closed).length,
  open: all.filter(({ found, closed }) => found.kind !== 'same' && !closed).length,
  notSent: all.reduce((sum, { skipped }) => sum + skipped.length, 0),
});

/**
 * Compares all journeys, or those that are named, and closes every gap unless `dryRun`; gives each as soon as those before
 * it are done. Run again it finds nothing to do; broken off, it can be run again. @throws Refusal for a name that is no id
 */
export async function* reconcile(
  journeys: Journeys,
  db: Store,
  { dryRun = false, only }: { dryRun?: boolean; only?: readonly string[] } = {},
): AsyncGenerator<Reconciled> {
  const named = only?.map((journey) => parseId(journey, 'journey'));
  const all = named ?? [...(await readIds(db)), ...(await runningJourneys(journeys))];
  const mended = Readable.from([...new Set(all)].toSorted()).map(
    (journey: string) => reconcileOne(journeys, db, journey, dryRun),
    { concurrency: atOnce },
  );
  for await (const one of mended as AsyncIterable<Reconciled>) yield one;
}

async function reconcileOne(
  journeys: Journeys,
  db: Store,
  journey: string,
  dryRun: boolean,
): Promise<Reconciled> {
  const nothing = { journey, closed: false, skipped: [], reasons: [] };
  const found = await steadyFinding(journeys, db, journey);
  if (dryRun || !gaps.includes(found.kind)) return { ...nothing, found };
  try {
    const skipped = await mend(journeys, db, journey);
    const closed = await isClosed(journeys, db, journey);
    return { ...nothing, found, closed, skipped, reasons: closed ? [] : [stillOpen] };
  } catch (error) {
    return { ...nothing, found, reasons: error instanceof Refusal ? error.reasons : [noAnswer(error)] };
  }
}

/** The two are read one after another, and a record may be on its way: what counts is what stays so. */
async function steadyFinding(journeys: Journeys, db: Store, journey: string): Promise<Finding> {
  for (let attempt = 0; ; attempt += 1) {
    const { finding } = await lookAt(journeys, db, journey);
    const isSure = finding.kind === 'same' || finding.kind === 'silent' || finding.kind === 'unknown';
    if (isSure || attempt === 3) return finding;
    await pause(250);
  }
}

/** Does what the last look asks for, and gives the keys of what is not sent. */
async function mend(journeys: Journeys, db: Store, journey: string): Promise<readonly string[]> {
  const { finding, kept } = await lookAt(journeys, db, journey);
  const handle = handleOf(journeys, journey);
  const timely = <T>(run: () => Promise<T>): Promise<T> =>
    journeys.client.connection.withDeadline(Date.now() + patience, () => withRetry(journey, run));
  if (finding.kind === 'storeBehind') {
    const held = kept?.journal.length ?? 0;
    await timely(() => handle.executeUpdate(messages.recordAgain, { args: [held] }));
  }
  if (!kept) return [];
  if (finding.kind === 'workflowBehind') {
    const { summary: _, ...rest } = kept;
    return await timely(() => handle.executeUpdate(messages.resume, { args: [rest] }));
  }
  if (finding.kind !== 'workflowMissing') return [];
  const { input, skipped } = resumptionOf(kept);
  await timely(() => launch(journeys, input, { again: true }));
  return skipped;
}

async function isClosed(journeys: Journeys, db: Store, journey: string): Promise<boolean> {
  for (const end = Date.now() + 20_000; ; await pause(200)) {
    const { finding } = await lookAt(journeys, db, journey);
    if (finding.kind === 'same') return true;
    if (Date.now() > end) return false;
  }
}

const stillOpen: Reason = {
  code: 'still-open',
  de: 'Workflow und Speicher sind auch danach nicht gleich; hängt etwas (Aufmerksamkeit »stuck«)?',
  en: 'Workflow and store are still not the same; is something stuck (attention "stuck")?',
};
