/** What `reconcile` cannot close it names, for people, and goes on with the other journeys. */
import { beforeAll, expect, it } from 'vitest';
import * as api from '../../client/journeys.ts';
import type { Statement } from '../../workflows/journal/entry.ts';
import { someone, useStage } from '../support/playhouse.ts';

const stage = useStage();
const actor = { role: 'caseWorker', id: 'w-1' } as const;
const referral: Statement = {
  ...{ event: { type: 'intake.referred', source: 'funder', site: 'site-1', federalState: 'BW' }, actor },
};
const contact: Statement = {
  event: { type: 'contact.recorded', with: 'trainer', how: 'phone', minutes: 10, reached: true },
  actor,
};

beforeAll(async () => {
  await stage().hirePeople();
  await stage().startWorker();
});

async function started(): Promise<string> {
  const journey = someone();
  await api.startJourney(stage().journeys, journey, [referral]);
  await api.tellJourney(stage().journeys, journey, [contact], 'first');
  await recordedUpTo(journey, 2);
  return journey;
}

async function recordedUpTo(journey: string, length: number): Promise<void> {
  const { db } = stage();
  const count = db.selectFrom('entries').select('seq').where('journeyId', '=', journey);
  await expect.poll(async () => (await count.execute()).length, { timeout: 20_000 }).toBe(length);
}

/** Both go on apart from the second entry. */
async function diverged(): Promise<string> {
  const { journeys } = stage();
  const journey = await started();
  const journal = await api.readJourney(journeys, journey);
  const { machineVersion, policyVersion, now } = await api.viewJourney(journeys, journey);
  await api.handleOf(journeys, journey).terminate('a drill');
  const old = {
    journey,
    machineVersion,
    policyVersion,
    journal: journal.slice(0, 1),
    upTo: now,
    recorded: 1,
  };
  await api.launch(journeys, old, { again: true });
  await api.tellJourney(journeys, journey, [contact], 'other');
  return journey;
}

async function altered(): Promise<string> {
  const journey = await started();
  const entry = JSON.stringify({ seq: 2, requestId: 'x' });
  await stage()
    .db.updateTable('entries')
    .set({ entry })
    .where('journeyId', '=', journey)
    .where('seq', '=', 2)
    .execute();
  return journey;
}

/** The workflow is lost, and the store names rules that nobody knows here. */
async function unknownRules(): Promise<string> {
  const { journeys, db } = stage();
  const journey = await started();
  await api.handleOf(journeys, journey).terminate('a drill');
  await db.updateTable('journeys').set({ policyVersion: '1999-1' }).where('id', '=', journey).execute();
  return journey;
}

/** No worker serves its task queue. */
async function silent(): Promise<string> {
  const journey = someone();
  await api.startJourney({ ...stage().journeys, taskQueue: 'nobody' }, journey, [referral]);
  return journey;
}

async function missing(): Promise<string> {
  const journey = await started();
  await api.handleOf(stage().journeys, journey).terminate('a drill');
  return journey;
}

it('names each journey that a person must look at, and closes the others', async () => {
  const { cli } = stage();
  const [apart, changed, strange, quiet, lost] = await Promise.all([
    ...[diverged(), altered(), unknownRules(), silent(), missing()],
  ]);
  const all = [apart, changed, strange, quiet, lost, 'p-typo'].flatMap((journey) => journey ?? []);
  const { exitCode, stdout } = await cli('reconcile', ...all);
  expect(exitCode).toBe(2);
  const lineOf = (journey: string | undefined) =>
    stdout.split('\n').find((line) => line.startsWith(`${journey} `));
  expect(lineOf(apart)).toMatch(/both differ.*\[2\].*open · offen/);
  expect(lineOf(changed)).toMatch(/the store was altered.*\[2\].*open/);
  expect(lineOf(strange)).toMatch(/the workflow is missing.*open/);
  expect(stdout).toMatch(/unknown-version.*\n.*de: .*1999-1.*\n.*en: .*1999-1/);
  expect(lineOf(quiet)).toMatch(/no answer.*open/);
  expect(lineOf(lost)).toMatch(/the workflow is missing.*closed/);
  expect(lineOf('p-typo')).toMatch(/there is no such journey.*open/);
  expect(stdout).toMatch(/journey-not-found.*\n.*de: .*p-typo.*\n.*en: .*p-typo/);
  expect(stdout).toContain('6 journeys: 0 same, 1 closed, 5 open.');
});

it('says in a dry run, by its exit code too, that something is left to do', async () => {
  const { cli } = stage();
  const [fine, lost] = [await started(), await missing()];
  const dry = await cli('reconcile', '--dry-run', '--json', fine, lost);
  expect(dry.exitCode).toBe(2);
  expect(JSON.parse(dry.stdout).figures).toEqual({ journeys: 2, same: 1, closed: 0, open: 1, notSent: 0 });
  expect((await cli('reconcile', fine, lost)).exitCode).toBe(0);
  expect((await cli('reconcile', '--dry-run', fine, lost)).exitCode).toBe(0);
});

it('refuses what is no id', async () => {
  const { exitCode, stderr } = await stage().cli('reconcile', 'Anna Muster');
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining('invalid-field')]);
});
