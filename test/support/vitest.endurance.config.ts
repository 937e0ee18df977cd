/** What takes too long for the ordinary run: `npm run test:endurance`. Each test prints what it counted. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/endurance/**/*.test.ts', 'test/cohort.test.ts'],
    env: { COHORT: '200' },
    globalSetup: ['test/support/embedded.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 240_000,
    maxWorkers: 1,
  },
});
