/** The command `match`: what the store knows of places and needs, what the journey knows of the participant, and no decision. */
import { beforeAll, expect, it } from 'vitest';
import { readOutbox } from '../activities/store/read.ts';
import { startJourney } from '../client/journeys.ts';
import { historyOf, wholeJourney } from '../client/stories.ts';
import { addDays, germanDay } from '../workflows/policy/calendar.ts';
import { useStage } from './support/playhouse.ts';

const stage = useStage();
const today = germanDay(new Date().toISOString());
const start = addDays(today, -74);

beforeAll(async () => {
  const { hirePeople, startWorker, journeys } = stage();
  await Promise.all([hirePeople(), startWorker()]);
  // The example knows the needs of p-103, who is to become a joiner and was at company-1 for an internship.
  await startJourney(journeys, 'p-103', historyOf(wholeJourney(start), start, today), { past: true });
});

it('ranks the places of the example, with its reasons in both languages', async () => {
  const { exitCode, stdout, stderr } = await stage().cli('match', 'p-103', '--json');
  expect([exitCode, stderr]).toEqual([0, '']);
  const matches: {
    place: { id: string };
    findings: { criterion: string; verdict: string; de: string; en: string }[];
  }[] = JSON.parse(stdout);
  expect(matches.map(({ place }) => place.id)).toEqual(['place-1', 'place-3', 'place-2', 'place-4']);
  const verdicts = matches[0]?.findings.map(({ criterion, verdict }) => `${criterion} ${verdict}`);
  expect(verdicts).toEqual(
    expect.arrayContaining(['occupation for', 'distance for', 'earlier for', 'partTime for']),
  );
  for (const { de, en } of matches.flatMap(({ findings }) => findings)) expect(de).not.toBe(en);
});

it('says for people that it decides nothing, and tells nobody', async () => {
  const { stdout } = await stage().cli('match', 'p-103');
  expect(stdout).toMatch(
    /^1\. place-1 {2}Beispiel Schreinerei \(company-1\)\n {3}\+ Beruf wie vereinbart \(joiner\) · /,
  );
  expect(stdout).toContain('keine Entscheidung');
  expect(await readOutbox(stage().db, 'p-103')).toEqual([]);
});

it('names a journey that there is not', async () => {
  const { exitCode, stderr } = await stage().cli('match', 'p-999');
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining('Die Begleitung p-999 gibt es nicht')]);
});
