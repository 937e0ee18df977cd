/** The tests of the pure core alone: no server, no database. Mutation testing runs these too. */
import { defineConfig } from 'vitest/config';
import { slowLast } from './slowTests.ts';

/** Stryker numbers its workers. */
const mutated = process.env.STRYKER_MUTATOR_WORKER !== undefined;

/** Quick files first: most mutants are dead before the slow ones begin. */
const sequencer = slowLast(/(foldProperty|machine|paths)\.test\.ts$/);

/** There are thousands of mutants: each meets fewer random journals, and all its tests in one worker. */
const forMutants = { isolate: false, env: { RUNS: '20' }, sequence: { sequencer } };

export default defineConfig({
  test: {
    include: ['test/core/**/*.test.ts'],
    testTimeout: 240_000,
    maxWorkers: 2,
    ...(mutated ? forMutants : {}),
  },
});
