/** Taking back on the real server: seen before, shown in the journal, and by many at once without one entry taken back twice. */
import { beforeAll, expect, it } from 'vitest';
import { readJourney, tellJourney } from '../../client/journeys.ts';
import { fold } from '../../workflows/fold/fold.ts';
import { Refusal } from '../../workflows/journal/refusal.ts';
import { factsOf, rulebook } from '../support/journal.ts';
import { admittedJourney, sendTo } from '../support/load.ts';
import { useStage } from '../support/playhouse.ts';

const stage = useStage();
const [journeyCount, entryCount, senderCount] = [10, 12, 4];
const actor = { role: 'caseWorker', id: 'w-1' } as const;
const taking = (voids: number) => ({ actor, voids, reason: 'mistake' });

beforeAll(async () => {
  await stage().startWorker();
});

it('shows before what would change, and afterwards which entries no longer count, and why', async () => {
  const { journeys, cli } = stage();
  const journey = await admittedJourney(journeys);
  await tellJourney(journeys, journey, [{ event: { type: 'conflict.raised', between: 'other' }, actor }]);
  const before = await readJourney(journeys, journey);
  const dry = await cli('undo', journey, '3', '--reason', 'typing-error', '--dry-run');
  expect(dry.stdout).toContain('withdraw conflict/3/talk');
  expect(dry.stdout).toMatch(/− Conflict: .* · Konflikt: /);
  expect(dry.stdout).toContain('(conflictTalk)');
  expect(await readJourney(journeys, journey)).toEqual(before);
  const undo = [
    'undo',
    journey,
    '3',
    '--reason',
    'typing-error',
    '--as',
    'teamLead:l-1',
    '--request-id',
    'u-1',
  ];
  const undone = await cli(...undo);
  expect(undone.exitCode).toBe(0);
  expect(undone.stdout).toMatch(
    /^Entered as 4\.\n {2}withdraw conflict\/3\/talk \(rev 2\)\nPhase: preparation /,
  );
  const again = await cli(...undo);
  expect(again.stdout).toMatch(/^Entered as 4\.\n {2}withdraw conflict\/3\/talk \(rev 2\)\n/);
  const { stdout } = await cli('journal', journey);
  expect(stdout).toMatch(/conflict\.raised .*✗ taken back by 4$/m);
  expect(stdout).toMatch(/^4 .*teamLead:l-1 +takes back entry 3 \(typing-error\)/m);
  const twice = await cli('undo', journey, '3', '--reason', 'typing-error');
  expect(twice.exitCode).toBe(2);
  expect(twice.stderr).toContain('Eintrag 3 gilt nicht mehr');
});

it(`lets ${senderCount} senders take back the same entries at once, each entry once, over handovers`, async () => {
  const { journeys } = stage();
  const counts = { takenBack: 0, refused: 0 };
  const all = Array.from({ length: journeyCount }, async () => {
    const journey = await admittedJourney(journeys, 60);
    await sendTo(journeys, journey, 'first', (sent) => sent === entryCount);
    const answers = Array.from({ length: senderCount }, async (_, sender) => {
      for (let turn = 0; turn < entryCount; turn += 1) {
        const seq = 3 + ((turn + sender * 3) % entryCount);
        try {
          await tellJourney(journeys, journey, [taking(seq)]);
          counts.takenBack += 1;
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          expect(error.reasons.map(({ code }) => code)).toEqual(['entry-no-longer-counts']);
          counts.refused += 1;
        }
      }
    });
    await Promise.all(answers);
    const journal = await readJourney(journeys, journey);
    const voided = journal.flatMap(({ voids }) => voids ?? []);
    expect(voided.toSorted((a, b) => a - b)).toEqual(Array.from({ length: entryCount }, (_, at) => at + 3));
    const now = new Date().toISOString();
    expect(factsOf(fold(rulebook, journal, now))).toEqual(factsOf(fold(rulebook, journal.slice(0, 2), now)));
  });
  await Promise.all(all);
  console.log(
    `${journeyCount} journeys, ${counts.takenBack} entries taken back once each, ${counts.refused} refused`,
  );
  expect(counts).toEqual({
    takenBack: journeyCount * entryCount,
    refused: journeyCount * entryCount * (senderCount - 1),
  });
});
