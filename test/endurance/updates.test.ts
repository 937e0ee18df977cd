/** Ten thousand commands of many senders, racing runs that hand over to each other: none is lost, none entered twice. */
import { expect, it } from 'vitest';
import { admittedJourney, expectOnceEach, runSizesOf, sendTo } from '../support/load.ts';
import { useStage } from '../support/playhouse.ts';

const stage = useStage();
const [journeyCount, senderCount, turns] = [10, 10, 100];

it(`enters ${journeyCount * senderCount * turns} commands once each, over handovers every 200 events`, async () => {
  const { journeys, startWorker } = stage();
  await Promise.all([startWorker(), startWorker()]);
  let runs = 0;
  let entries = 0;
  for (let turn = 0; turn < journeyCount; turn += 1) {
    const journey = await admittedJourney(journeys, 200);
    const senders = Array.from({ length: senderCount }, (_, sender) =>
      sendTo(journeys, journey, `s-${sender}`, (sent) => sent === turns),
    );
    const requests = (await Promise.all(senders)).flat();
    expect(new Set(requests).size).toBe(senderCount * turns);
    entries += (await expectOnceEach(journeys, journey, requests)) - 2;
    runs += (await runSizesOf(journeys, journey)).length;
  }
  console.log(
    `${entries} commands of ${senderCount} senders on ${journeyCount} journeys over ${runs} runs, each once`,
  );
  expect(runs).toBeGreaterThan(journeyCount * 10);
});
