/** An installation that is stopped and started again: every journey is where it was, and its next deadline fires. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fastForward } from '../../client/fastForward.ts';
import { findInstallation } from '../../client/installation.ts';
import { connect, type Journeys, readJourney, startJourney, viewJourney } from '../../client/journeys.ts';

const program = join(import.meta.dirname, '..', '..', 'worker', 'start.ts');
const actor = { role: 'caseWorker', id: 'w-1' } as const;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wegbegleiter-restart-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs everything as `npm start` does, and stops it as Ctrl-C does. */
async function whileRunning<T>(
  work: (journeys: Journeys) => Promise<T>,
): Promise<{ result: T; readyAfter: number }> {
  const env = { ...process.env, WEGBEGLEITER_DATA: folder };
  const since = Date.now();
  const child = spawn(process.execPath, [program, '--no-example'], {
    env,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const ended = once(child, 'exit');
  try {
    expect((await Promise.race([once(child, 'message'), ended]))[0]).toBe('ready');
    const readyAfter = Date.now() - since;
    const journeys = await connect(findInstallation(env));
    try {
      return { result: await work(journeys), readyAfter };
    } finally {
      await journeys.close();
    }
  } finally {
    child.kill('SIGINT');
    expect(await ended).toEqual([0, null]);
  }
}

it('finds every journey where it was, within 15 seconds, and its deadline still armed', async () => {
  const referral = { type: 'intake.referred', source: 'funder', site: 'site-1', federalState: 'BW' };
  const { result: before } = await whileRunning(async (journeys) => {
    await startJourney(journeys, 'p-1', [{ event: referral, actor }]);
    return { journal: await readJourney(journeys, 'p-1'), view: await viewJourney(journeys, 'p-1') };
  });
  const { result: after, readyAfter } = await whileRunning(async (journeys) => {
    const found = { journal: await readJourney(journeys, 'p-1'), view: await viewJourney(journeys, 'p-1') };
    await fastForward(journeys, 'p-1', before.view.open[0]?.at ?? '');
    return { ...found, fired: await viewJourney(journeys, 'p-1') };
  });
  expect(readyAfter).toBeLessThan(15_000);
  expect(after.journal).toEqual(before.journal);
  expect(after.view.open).toEqual(before.view.open);
  expect(after.fired.overdue.map(({ key }) => key)).toEqual(['intakeDecision']);
}, 120_000);
