/** Old and new workers serve side by side: a journey's run stays with its workers, the next one begins with the current ones. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { expect, it, vi } from 'vitest';
import { tellJourney } from '../../client/journeys.ts';
import { buildOf, makeCurrent } from '../support/deployments.ts';
import { admittedJourney, expectOnceEach, sendTo } from '../support/load.ts';
import { useStage } from '../support/playhouse.ts';

const changes = 10;
const stage = useStage();

const workersOf = (buildId: string): Promise<ChildProcess> =>
  stage().startWorker({ env: { WORKER_BUILD_ID: buildId } });

it(`loses and doubles nothing over ${changes} rolling changes of the workers under load`, async () => {
  const { journeys, cli } = stage();
  let old = await workersOf('release-0');
  await makeCurrent(journeys, 'release-0');
  const told = await Promise.all(Array.from({ length: 4 }, () => admittedJourney(journeys)));
  const resting = await admittedJourney(journeys);
  let changing = true;
  const senders = told.map((journey, index) => sendTo(journeys, journey, `s-${index}`, () => !changing));
  for (let release = 1; release <= changes; release += 1) {
    const current = `release-${release}`;
    const fresh = await workersOf(current);
    // Both serve: runs that began on the old one stay there.
    expect(await buildOf(journeys, resting)).toBe(`release-${release - 1}`);
    await makeCurrent(journeys, current);
    await cli('wake', resting);
    for (const journey of [...told, resting]) {
      await vi.waitFor(async () => expect(await buildOf(journeys, journey)).toBe(current), {
        timeout: 30_000,
      });
    }
    old.kill('SIGTERM');
    await once(old, 'exit');
    old = fresh;
  }
  changing = false;
  const requests = await Promise.all(senders);
  const counts = await Promise.all(
    told.map((journey, index) => expectOnceEach(journeys, journey, requests[index] ?? [])),
  );
  expect(Math.min(...counts)).toBeGreaterThan(changes);
  console.log(`${changes} rolling changes under load: ${counts.join(' + ')} entries, each once`);
  const raised = {
    event: { type: 'conflict.raised', between: 'other' },
    actor: { role: 'caseWorker' },
  } as const;
  expect((await tellJourney(journeys, resting, [raised])).seqs).toEqual([3]);
});
