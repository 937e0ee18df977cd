/** Random journals fold the same in one go as step by step, and keep the promises of the fold. */
import { expect, test } from 'vitest';
import { eventTypes } from '../../workflows/journal/events.ts';
import { playRandomJournals } from '../support/randomJournals.ts';

/** The same journals every time, so that they reach every event every time; another SEED plays others. */
const seed = Number(process.env.SEED ?? 2026);
const runs = Number(process.env.RUNS ?? 10_000);

test(`${runs} random journals fold the same in one go as step by step`, () => {
  const { corrections, refusals, taken } = playRandomJournals({ seed, runs, longest: 12 });
  console.log(`${runs} random journals, seed ${seed}, ${corrections} corrections, ${refusals} refusals`);
  expect(taken.size).toBeGreaterThan(10);
  // The journeys are worth the test only if they go everywhere.
  if (runs >= 5000) expect(eventTypes.filter((type) => !taken.has(type))).toEqual([]);
  expect(corrections).toBeGreaterThan(runs / 10);
  expect(refusals).toBeGreaterThan(runs / 2);
}, 600_000);
