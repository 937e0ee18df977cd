/** Five years and a thousand entries on the real server, its time skipped: many runs, each far below the server's limits. */
import { expect, it } from 'vitest';
import { fastForward } from '../../client/fastForward.ts';
import { readJourney, startJourney, tellJourney, viewJourney } from '../../client/journeys.ts';
import { actorOf, secondRepeat, withSeq } from '../../client/stories.ts';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import { addDays, germanDay } from '../../workflows/policy/calendar.ts';
import { runSizesOf } from '../support/load.ts';
import { someone, useStage } from '../support/playhouse.ts';

const stage = useStage();
const wanted = 1_000;
const lastDay = 5 * 365;
/** Days between two visits to the journey, and contacts told at each. */
const step = 35;
const contacts = 25;
const contact: JourneyEvent = {
  type: 'contact.recorded',
  with: 'participant',
  how: 'phone',
  minutes: 20,
  reached: true,
};

it(`lives five years of ${wanted} entries over at least nine runs, none near the server's limits`, async () => {
  const { journeys, startWorker, hirePeople } = stage();
  await hirePeople();
  await startWorker();
  const journey = someone();
  const start = germanDay(new Date().toISOString());
  const [first, ...story] = secondRepeat(start);
  if (!first) throw new Error('The story is empty.');
  const say = (event: JourneyEvent) => tellJourney(journeys, journey, [{ event, actor: actorOf(event) }]);
  await startJourney(journeys, journey, [{ event: first[1], actor: actorOf(first[1]) }]);
  for (let day = step; day <= lastDay; day += step) {
    while (story[0] && story[0][0] <= day) {
      const [on, event] = story.shift() ?? first;
      await fastForward(journeys, journey, `${addDays(start, on)}T12:00:00.000Z`);
      await say(withSeq(event, await readJourney(journeys, journey)));
    }
    await fastForward(journeys, journey, `${addDays(start, day)}T13:00:00.000Z`);
    const { next } = await viewJourney(journeys, journey);
    const isOpen = next.some(({ type }) => type === contact.type);
    for (let turn = 0; isOpen && turn < contacts; turn += 1) await say(contact);
  }
  await fastForward(journeys, journey, `${addDays(start, lastDay)}T13:00:00.000Z`);
  const view = await viewJourney(journeys, journey);
  const entries = (await readJourney(journeys, journey)).length;
  const sizes = await runSizesOf(journeys, journey);
  const most = (of: 'events' | 'bytes'): number => Math.max(...sizes.map((size) => size[of]));
  console.log(
    `${entries} entries until ${germanDay(view.now)}, ${sizes.length} runs; at most ${most('events')} events, ${most('bytes')} bytes`,
  );
  expect(entries).toBeGreaterThanOrEqual(wanted);
  expect(sizes.length).toBeGreaterThanOrEqual(9);
  expect(most('events')).toBeLessThan(4_096);
  expect(most('bytes')).toBeLessThan(2_000_000);
  expect(germanDay(view.now) >= addDays(start, lastDay)).toBe(true);
});
