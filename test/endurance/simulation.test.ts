/** A cohort of thousands, played to its end twice: the figures add up, and are the same to the last. */
import { expect, it } from 'vitest';
import { answered, type Question } from '../../client/simulate/question.ts';
import { scenarios } from '../../client/simulate/scenario.ts';

const places = 1_500;
const question: Question = {
  setting: { participants: places, scenario: scenarios.typical, seed: 7, start: '2024-01-01', years: 4 },
  policy: '2026-1',
  caseload: 30,
};

it(`plays more than two thousand people on ${places} places by the real rules, twice the same`, async () => {
  const began = performance.now();
  const [first, again] = await Promise.all([answered(question, () => {}), answered(question, () => {})]);
  const seconds = Math.round((performance.now() - began) / 1_000);
  console.log(`${first.journeys} people on ${places} places, twice, in ${seconds} s`);
  expect(first.journeys).toBeGreaterThan(2_000);
  expect(again).toEqual(first);
});
