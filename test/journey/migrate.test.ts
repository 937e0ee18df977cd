/** Rules change while journeys run: one, many or all move to another version, each for itself, and nothing is lost on the way. */
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it, vi } from 'vitest';
import {
  handleOf,
  migrateJourney,
  readJourney,
  runningJourneys,
  startJourney,
  tellJourney,
  viewJourney,
} from '../../client/journeys.ts';
import { historyOf, wholeJourney } from '../../client/stories.ts';
import type { Statement } from '../../workflows/journal/entry.ts';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import type { Refusal } from '../../workflows/journal/refusal.ts';
import { addDays, type Day, germanDay } from '../../workflows/policy/calendar.ts';
import { someone, useStage } from '../support/playhouse.ts';

/** A namespace of its own: commands for all running journeys meet no others. */
const stage = useStage('migrations');
const today = germanDay(new Date().toISOString());
const actor = { role: 'caseWorker', id: 'w-1' } as const;
const saying = (event: JourneyEvent): Statement => ({ event, actor });
const helpAsked = saying({ type: 'help.asked', topic: 'school', for: 'participant' });

beforeAll(async () => {
  await stage().hirePeople();
  await stage().startWorker({
    program: fileURLToPath(new URL('../support/twoMachines/worker.ts', import.meta.url)),
  });
});

/** A journey in established training, begun so many days ago. */
async function inTraining(days = 400): Promise<string> {
  const journey = someone();
  const start = addDays(today, -days);
  await startJourney(stage().journeys, journey, historyOf(wholeJourney(start), start, today), { past: true });
  return journey;
}

const runOf = async (journey: string): Promise<string> =>
  (await handleOf(stage().journeys, journey).describe()).runId;

/** The next reflection meeting's day. */
async function reflectionOn(journey: string): Promise<Day | undefined> {
  const { open } = await viewJourney(stage().journeys, journey);
  return open.find(({ key }) => key === 'reflectionDue')?.dueOn;
}

const refusalOf = (run: Promise<unknown>): Promise<Refusal> =>
  run.then(
    () => Promise.reject(new Error('expected a refusal')),
    (error: Refusal) => error,
  );

it('moves a journey to another policy: its deadlines move, its entries and request ids stay', async () => {
  const { journeys } = stage();
  const journey = await inTraining();
  await tellJourney(journeys, journey, [helpAsked], 'before');
  const [before, run, due] = [
    await readJourney(journeys, journey),
    await runOf(journey),
    await reflectionOn(journey),
  ];
  const moved = await migrateJourney(journeys, journey, { policyVersion: '2026-1-monthly' });
  expect(moved).toMatchObject({ machineVersion: 1, policyVersion: '2026-1-monthly' });
  const next = await reflectionOn(journey);
  expect(next !== due || moved.difference.entered.length > 0).toBe(true);
  await vi.waitFor(async () => expect(await runOf(journey)).not.toBe(run), { timeout: 10_000 });
  expect(await readJourney(journeys, journey)).toEqual(before);
  const again = await tellJourney(journeys, journey, [helpAsked], 'before');
  expect(again.seqs).toEqual([before.length]);
  const later = await runOf(journey);
  const same = await migrateJourney(journeys, journey, { policyVersion: '2026-1-monthly' });
  expect(same).toMatchObject({
    changes: [],
    difference: { left: [], entered: [], gained: [], lost: [], moved: [] },
  });
  expect(await runOf(journey)).toBe(later);
});

it('says before what would happen, and changes nothing by saying it', async () => {
  const { journeys, cli } = stage();
  const journey = await inTraining();
  const [run, view] = [await runOf(journey), await viewJourney(journeys, journey)];
  const said = await cli('rules', 'dry-run', journey, '--to', '2026-1-monthly', '--json');
  expect(said.exitCode).toBe(0);
  const { figures, journeys: outcomes } = JSON.parse(said.stdout);
  expect(figures).toMatchObject({ journeys: 1, moving: 1, alreadyThere: 0, movingUnchanged: 0, refused: 0 });
  expect(outcomes[0]).toMatchObject({
    outcome: 'moves',
    from: { policyVersion: '2026-1', machineVersion: 1 },
    policyVersion: '2026-1-monthly',
  });
  expect(outcomes[0].difference).not.toMatchObject({
    left: [],
    entered: [],
    gained: [],
    lost: [],
    moved: [],
  });
  expect(await runOf(journey)).toBe(run);
  const { now: _, ...after } = await viewJourney(journeys, journey);
  expect(view).toMatchObject(after);
  const done = await migrateJourney(journeys, journey, { policyVersion: '2026-1-monthly' });
  expect(done.difference).toEqual(outcomes[0].difference);
  expect(done.changes).toEqual(outcomes[0].changes);
});

it('runs journeys on two machines beside each other, and refuses a move that makes an entry impossible', async () => {
  const { journeys, cli } = stage();
  const [stays, moves] = [await inTraining(), await inTraining()];
  const { seqs } = await tellJourney(journeys, stays, [helpAsked]);
  const refusal = await refusalOf(migrateJourney(journeys, stays, { machineVersion: 2 }));
  expect(refusal.code).toBe('later-entry-impossible');
  expect(refusal.reasons).toEqual([expect.objectContaining({ entry: seqs[0] })]);
  const all = await cli('migrate', stays, moves, '--to', '2');
  expect(all.exitCode).toBe(2);
  expect(all.stdout).toMatch(/^ +2 {2}journeys/m);
  expect(all.stdout).toMatch(/^ +1 {2}refused/m);
  expect(all.stdout).toMatch(
    new RegExp(`Eintrag ${seqs[0]} \\(.*\\) würde unmöglich: .*gibt es unter diesen Regeln nicht`),
  );
  const machines = [await viewJourney(journeys, stays), await viewJourney(journeys, moves)];
  expect(machines.map(({ machineVersion }) => machineVersion)).toEqual([1, 2]);
  expect(machines.map(({ places }) => places.some(({ path }) => path === 'help.none'))).toEqual([
    false,
    false,
  ]);
  await expect(tellJourney(journeys, moves, [helpAsked])).rejects.toMatchObject({ code: 'wrong-phase' });
  await tellJourney(journeys, stays, [helpAsked]);
  const raised = saying({ type: 'conflict.raised', between: 'other' });
  for (const journey of [stays, moves])
    expect((await tellJourney(journeys, journey, [raised])).seqs).toHaveLength(1);
});

it('moves all running journeys at once, and names the versions in use', async () => {
  const { journeys, cli } = stage();
  await inTraining(120);
  const running = await runningJourneys(journeys);
  const { exitCode, stdout } = await cli('migrate', '--all', '--to', '2026-1-monthly', '--json');
  expect(exitCode).toBe(0);
  const { figures } = JSON.parse(stdout);
  expect(figures).toMatchObject({ journeys: running.length, refused: 0, silent: 0 });
  expect(figures.moving + figures.alreadyThere).toBe(running.length);
  expect(figures.moving).toBeGreaterThan(0);
  for (const journey of running) {
    expect((await viewJourney(journeys, journey)).policyVersion).toBe('2026-1-monthly');
  }
  // The index follows a moment later.
  await vi.waitFor(
    async () => {
      const { stdout: listed } = await cli('rules', 'list');
      expect(listed).toMatch(new RegExp(`^2026-1-monthly +${running.length} `, 'm'));
      expect(listed).toMatch(/^2 +1$/m);
    },
    { timeout: 20_000 },
  );
});

it('tells apart who moves, who is there already, and who does not answer', async () => {
  const { journeys, cli } = stage();
  const referral = saying({ type: 'intake.referred', source: 'funder', site: 'site-1', federalState: 'BW' });
  const [there, quiet, mute] = [await inTraining(10), someone(), someone()];
  await migrateJourney(journeys, there, { policyVersion: '2026-1-monthly' });
  await startJourney(journeys, quiet, [referral]);
  await startJourney({ ...journeys, taskQueue: 'nobody-works-here' }, mute, [referral]);
  const all = [there, quiet, mute, '--to', '2026-1-monthly', '--patience', '3'];
  const said = await cli('rules', 'dry-run', ...all);
  expect(said.exitCode).toBe(1);
  for (const [count, figure] of [
    [3, 'journeys · Begleitungen'],
    [1, 'change version · wechseln die Fassung'],
    [1, 'are there already · stehen schon dort'],
    [1, 'change version and nothing else · wechseln die Fassung und sonst nichts'],
    [0, 'refused · abgelehnt'],
    [1, 'do not answer · antworten nicht'],
  ])
    expect(said.stdout).toMatch(new RegExp(`^ +${count} {2}${figure}$`, 'm'));
  expect(said.stdout).toContain(`${quiet}\n  policy · Regeln: 2026-1 → 2026-1-monthly\n`);
  expect(said.stdout).toMatch(
    new RegExp(`^${mute}\n {2}\\? en: .*\n {4}de: Die Begleitung antwortet nicht`, 'm'),
  );
  expect(said.stdout).not.toContain(there);
  const done = await cli('migrate', ...all, '--json');
  expect([done.exitCode, JSON.parse(done.stdout).figures]).toMatchObject([
    1,
    { moving: 1, alreadyThere: 1, refused: 0, silent: 1 },
  ]);
  expect((await viewJourney(journeys, quiet)).policyVersion).toBe('2026-1-monthly');
  await handleOf(journeys, mute).terminate();
});

it('refuses versions that do not exist, and a command that names nobody', async () => {
  const { journeys, cli } = stage();
  const journey = await inTraining(10);
  const refusal = await refusalOf(migrateJourney(journeys, journey, { machineVersion: 9 }));
  expect(refusal).toMatchObject({ code: 'unknown-version', reasons: [{ field: 'machineVersion' }] });
  const [unknown, nobody] = [
    await cli('migrate', journey, '--to', '1999-1'),
    await cli('migrate', '--to', '2026-1'),
  ];
  expect([unknown.exitCode, nobody.exitCode]).toEqual([2, 2]);
  expect(unknown.stderr).toContain('There is no policy "1999-1"');
  expect(nobody.stderr).toContain('Name journeys');
});
