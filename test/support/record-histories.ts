/** `npm run generate:histories`: plays journeys of every kind and keeps their histories, which every later version must replay. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import proto from '@temporalio/proto';
import { openDatabase } from '../../activities/store/db.ts';
import { fastForward } from '../../client/fastForward.ts';
import { findInstallation } from '../../client/installation.ts';
import {
  clockOf,
  connect,
  handleOf,
  type Journeys,
  migrateJourney,
  startJourney,
  tellJourney,
} from '../../client/journeys.ts';
import { play } from '../../client/play.ts';
import { actorOf, historyOf, wholeJourney } from '../../client/stories.ts';
import type { Statement } from '../../workflows/journal/entry.ts';
import { addDays, type Day, germanDay } from '../../workflows/policy/calendar.ts';
import { recordRecoveries } from './record-recoveries.ts';
import { type Recording, recordings } from './recordings.ts';

const root = join(import.meta.dirname, '..', '..');
const target = join(root, 'test', 'histories');
const actor = { role: 'caseWorker', id: 'w-1' } as const;
const saying = (event: { type: string; [field: string]: unknown }): Statement => ({ event, actor });

const { History } = proto.temporal.api.history.v1;

/** Takes out what names a machine or a process, however deep. */
function withoutMachine<T>(part: T): T {
  if (typeof part !== 'object' || part === null || part instanceof Uint8Array) return part;
  const fields = part as Record<string, unknown>;
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') fields[name] = value.replace(/^\d+@[^:]*/, 'worker');
    else withoutMachine(value);
  }
  return part;
}

/** All runs of a journey; the index follows a moment later. */
async function runsOf({ client }: Journeys, journey: string): Promise<{ runId: string; startTime: Date }[]> {
  const { runId: newest } = await client.workflow.getHandle(`journey-${journey}`).describe();
  for (;;) {
    const runs: { runId: string; startTime: Date }[] = [];
    for await (const run of client.workflow.list({ query: `WorkflowId = "journey-${journey}"` }))
      runs.push(run);
    if (runs.some(({ runId }) => runId === newest)) return runs;
    await pause(100);
  }
}

async function keep(journeys: Journeys, journey: string, name: string): Promise<void> {
  const { client } = journeys;
  let run = 0;
  const runs = await runsOf(journeys, journey);
  for (const { runId } of runs.toSorted((a, b) => a.startTime.getTime() - b.startTime.getTime())) {
    const history = await client.workflow.getHandle(`journey-${journey}`, runId).fetchHistory();
    const bytes = History.encode(withoutMachine(history)).finish();
    run += 1;
    writeFileSync(join(target, `${name}-${run}.bin.gz`), gzipSync(bytes, { level: 9 }));
  }
  console.log(`${name}: ${run} runs`);
}

/** Events of a run whose first task is done: one that has just begun waits a second for it. */
const begun = 4;

/** Lets activities end and the workflow think to its end, so that the history holds what both came to. */
async function settle(journeys: Journeys, journey: string): Promise<void> {
  for (;;) {
    const { raw, historyLength } = await handleOf(journeys, journey).describe();
    const isQuiet = !raw.pendingActivities?.length && !raw.pendingWorkflowTask;
    if (isQuiet && historyLength >= begun) return;
    await pause(100);
  }
}

async function record(journeys: Journeys): Promise<void> {
  await play(journeys, 'h-whole', () => undefined);
  await settle(journeys, 'h-whole');
  await keep(journeys, 'h-whole', 'whole-journey');
  const today = germanDay(new Date().toISOString());
  for (const recording of recordings) await recordOne(journeys, recording, today);
  await corrections(journeys);
  await migrations(journeys);
  const { databaseUrl = '' } = findInstallation(env);
  const db = openDatabase(databaseUrl);
  await recordRecoveries(journeys, db, async (journey, name) => {
    await settle(journeys, journey);
    await keep(journeys, journey, name);
  });
  await db.destroy();
}

/** Starts a journey with its past, tells what comes next, and lets a month and a half pass. */
async function recordOne(
  journeys: Journeys,
  { name, story, days, next }: Recording,
  today: Day,
): Promise<void> {
  const journey = `h-${name}`;
  const start = addDays(today, -days);
  await startJourney(journeys, journey, historyOf(story(start), start, today), { past: true });
  for (const event of next) await tellJourney(journeys, journey, [{ event, actor: actorOf(event) }]);
  const now = await clockOf(handleOf(journeys, journey));
  await fastForward(journeys, journey, new Date(Date.parse(now) + 45 * 86_400_000).toISOString());
  await settle(journeys, journey);
  await keep(journeys, journey, name);
}

/** A journey that moves to another policy and back: a run each. */
async function migrations(journeys: Journeys): Promise<void> {
  const journey = 'h-migrated';
  const today = germanDay(new Date().toISOString());
  const start = addDays(today, -400);
  await startJourney(journeys, journey, historyOf(wholeJourney(start), start, today), { past: true });
  for (const policyVersion of ['2026-1-monthly', '2026-1'] as const) {
    await migrateJourney(journeys, journey, { policyVersion });
    await tellJourney(journeys, journey, [saying({ type: 'intensity.set', participant: 'high' })]);
  }
  await settle(journeys, journey);
  await keep(journeys, journey, 'migrated');
}

/** Late entries, a correction, an undo, over runs that hand over to each other. */
async function corrections(journeys: Journeys): Promise<void> {
  const journey = 'h-corrected';
  const referral = saying({ type: 'intake.referred', source: 'funder', site: 'site-1', federalState: 'BW' });
  await startJourney(journeys, journey, [{ ...referral, effectiveAt: '2026-09-01' }], { runLength: 60 });
  await tellJourney(journeys, journey, [
    { ...saying({ type: 'intake.admitted', caseWorker: 'w-1' }), effectiveAt: '2026-09-20' },
  ]);
  await tellJourney(journeys, journey, [
    {
      ...saying({ type: 'intake.admitted', caseWorker: 'w-1' }),
      effectiveAt: '2026-09-10',
      replaces: 2,
      reason: 'wrong-day',
    },
  ]);
  await tellJourney(journeys, journey, [saying({ type: 'conflict.raised', between: 'other' })]);
  await tellJourney(journeys, journey, [{ actor, voids: 4, reason: 'mistake' }]);
  for (let turn = 0; turn < 20; turn += 1) {
    await tellJourney(journeys, journey, [
      saying({ type: 'intensity.set', participant: turn % 2 ? 'low' : 'high' }),
    ]);
  }
  const query = `WorkflowId = "journey-${journey}"`;
  while ((await journeys.client.workflow.count(query)).count < 2) await pause(100);
  await tellJourney(journeys, journey, [saying({ type: 'intensity.set', participant: 'medium' })]);
  await settle(journeys, journey);
  await keep(journeys, journey, 'corrected');
}

const folder = mkdtempSync(join(tmpdir(), 'wegbegleiter-histories-'));
const env = { ...process.env, WEGBEGLEITER_DATA: folder };
const start = spawn(process.execPath, [join(root, 'worker', 'start.ts'), '--no-example'], {
  env,
  stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
});
try {
  await once(start, 'message');
  const people = spawn(
    process.execPath,
    [join(root, 'worker', 'people.ts'), join(root, 'client', 'examplePeople.json')],
    { env },
  );
  await once(people, 'exit');
  const journeys = await connect(findInstallation(env));
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  await record(journeys);
  await journeys.close();
} finally {
  start.kill('SIGTERM');
  await once(start, 'exit');
  rmSync(folder, { recursive: true, force: true });
}
