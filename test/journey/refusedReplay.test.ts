/** What a refused command leaves behind when a run is just about to hand over: nothing that could not be replayed. */
import { beforeAll, expect, it } from 'vitest';
import { handleOf, tellJourney } from '../../client/journeys.ts';
import type { Statement } from '../../workflows/journal/entry.ts';
import { admittedJourney } from '../support/load.ts';
import { useStage } from '../support/playhouse.ts';
import { openReplayer, type Replayer } from '../support/replays.ts';

const stage = useStage();
const [shortest, journeyCount, turns] = [50, 12, 8];
const actor = { role: 'caseWorker', id: 'w-1' } as const;
const taken: Statement = { event: { type: 'intensity.set', participant: 'high' }, actor };
const refused: Statement = { event: { type: 'exam.passed' }, actor };
let replay: Replayer;

beforeAll(async () => {
  [replay] = await Promise.all([openReplayer(), stage().startWorker()]);
});

/** Commands that are taken and commands that are refused in turn, whatever the length of the history by then. */
async function alternate(journey: string): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    await tellJourney(stage().journeys, journey, [taken]);
    for (let again = 0; again < 2; again += 1)
      await expect(tellJourney(stage().journeys, journey, [refused])).rejects.toMatchObject({
        code: 'wrong-phase',
      });
  }
}

it('replays every run, however close to its end commands were refused', async () => {
  const { journeys } = stage();
  let runs = 0;
  await Promise.all(
    Array.from({ length: journeyCount }, async (_, index) => {
      const journey = await admittedJourney(journeys, shortest + index);
      await alternate(journey);
      await handleOf(journeys, journey).terminate();
      const replayed = await replay(journeys, journey);
      runs += replayed;
    }),
  );
  console.log(
    `${runs} runs of ${journeyCount} journeys replayed, two commands refused for each that was taken`,
  );
  expect(runs).toBeGreaterThan(journeyCount);
});
