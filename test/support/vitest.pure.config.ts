/** The tests of the pure core alone: no server, no database. Mutation testing runs most of these too. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/core/**/*.test.ts'],
    testTimeout: 240_000,
    maxWorkers: 2,
  },
});
