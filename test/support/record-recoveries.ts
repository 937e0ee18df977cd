/** Journeys that were lost or moved and went on: their histories hold the updates and starts that no story tells. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '../../activities/store/db.ts';
import { readRow } from '../../activities/store/read.ts';
import { handleOf, type Journeys, launch, startJourney, tellJourney } from '../../client/journeys.ts';
import { createKeys, publicOf } from '../../client/moves/keys.ts';
import { receiveJourney } from '../../client/moves/receive.ts';
import { transferJourney } from '../../client/moves/transfer.ts';
import { reconcile } from '../../client/reconcile/reconcile.ts';
import { newestVersions } from '../../workflows/fold/rulebook.ts';
import type { Statement } from '../../workflows/journal/entry.ts';
import type { JourneyEvent } from '../../workflows/journal/events.ts';

/** Keeps the histories of a journey under a name, once all is quiet. */
export type Keep = (journey: string, name: string) => Promise<void>;

const saying = (event: JourneyEvent, role: 'caseWorker' | 'teamLead' = 'caseWorker'): Statement => ({
  event,
  actor: { role, id: role === 'caseWorker' ? 'w-1' : 'l-1' },
});
const begun = [
  saying({ type: 'intake.referred', source: 'funder', site: 'site-1', federalState: 'BW' }),
  saying({ type: 'intake.admitted', caseWorker: 'w-1', directStart: false }),
];
const raised = saying({ type: 'conflict.raised', between: 'other' });
const mediated = saying({ type: 'conflict.mediated' });

/** Records all of them. */
export async function recordRecoveries(journeys: Journeys, db: Store, keep: Keep): Promise<void> {
  await recordedAgain(journeys, db);
  await keep('h-recordedAgain', 'recordedAgain');
  await begunAnew(journeys, db);
  await keep('h-begunAnew', 'begunAnew');
  await setBack(journeys, db);
  await keep('h-setBack', 'setBack');
  await received(journeys, db);
  await keep('h-received', 'received');
  await takenOver(journeys);
  await keep('h-takenOver', 'takenOver');
}

async function told(journeys: Journeys, db: Store, journey: string): Promise<void> {
  await startJourney(journeys, journey, begun);
  await tellJourney(journeys, journey, [raised]);
  while (((await readRow(db, journey))?.entries ?? 0) < 3) await pause(100);
}

async function mended(journeys: Journeys, db: Store, journey: string): Promise<void> {
  for await (const { closed, found } of reconcile(journeys, db, { only: [journey] })) {
    if (!closed) throw new Error(`${journey} is not mended: ${found.kind}`);
  }
}

async function forget(db: Store, journey: string): Promise<void> {
  for (const table of ['entries', 'effects', 'meetings', 'deadlines', 'notices'] as const) {
    await db.deleteFrom(table).where('journeyId', '=', journey).execute();
  }
  await db.deleteFrom('journeys').where('id', '=', journey).execute();
}

/** The store lost everything. */
async function recordedAgain(journeys: Journeys, db: Store): Promise<void> {
  await told(journeys, db, 'h-recordedAgain');
  await forget(db, 'h-recordedAgain');
  await mended(journeys, db, 'h-recordedAgain');
  await tellJourney(journeys, 'h-recordedAgain', [mediated]);
}

/** The workflow was lost. */
async function begunAnew(journeys: Journeys, db: Store): Promise<void> {
  await told(journeys, db, 'h-begunAnew');
  await handleOf(journeys, 'h-begunAnew').terminate('lost');
  await mended(journeys, db, 'h-begunAnew');
  await tellJourney(journeys, 'h-begunAnew', [mediated]);
}

/** The workflow was set back to an older day. */
async function setBack(journeys: Journeys, db: Store): Promise<void> {
  const journey = 'h-setBack';
  const journal = await startJourney(journeys, journey, begun);
  await tellJourney(journeys, journey, [raised]);
  while (((await readRow(db, journey))?.entries ?? 0) < 3) await pause(100);
  await handleOf(journeys, journey).terminate('lost');
  const upTo = journal[0]?.recordedAt;
  if (upTo === undefined) throw new Error('the journal is empty');
  await launch(journeys, { journey, ...newestVersions, journal, upTo, recorded: 2 }, { again: true });
  await mended(journeys, db, journey);
  await tellJourney(journeys, journey, [mediated]);
}

/** It comes from another provider: it left here, and nothing of it is known here any more. */
async function received(journeys: Journeys, db: Store): Promise<void> {
  const journey = 'h-received';
  const [there, here] = await Promise.all([createKeys('provider-1'), createKeys('provider-2')]);
  await told(journeys, db, journey);
  const { text } = await transferJourney(journeys, db, journey, { own: there, partner: publicOf(here) });
  await handleOf(journeys, journey).terminate('elsewhere');
  await forget(db, journey);
  const place = { site: 'site-1', federalState: 'BW', caseWorker: 'w-2' } as const;
  await receiveJourney(journeys, db, text, { own: here, partner: publicOf(there), place });
  await tellJourney(journeys, journey, [mediated]);
}

/** Another case worker takes it over while an invitation is under way. */
async function takenOver(journeys: Journeys): Promise<void> {
  const journey = 'h-takenOver';
  await startJourney(journeys, journey, begun);
  await tellJourney(journeys, journey, [saying({ type: 'handover.proposed', to: 'w-2' }, 'teamLead')]);
  await tellJourney(journeys, journey, [saying({ type: 'handover.accepted' }, 'teamLead')]);
}
