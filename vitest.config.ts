import { defineConfig } from 'vitest/config';
import { slowFirst } from './test/support/slowTests.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/endurance/**'],
    globalSetup: ['test/support/embedded.ts'],
    testTimeout: 180_000,
    hookTimeout: 240_000,
    // Servers, workers and browsers share the machine with the tests.
    maxWorkers: 2,
    sequence: { sequencer: slowFirst(/foldProperty\.test\.ts$/) },
  },
});
