/**
 * What it costs to open, filter and sort a list of 2,000 journeys beside one of 20, in the same run on an embedded PostgreSQL. Exits
 * with 1 if a 95th percentile is more than `limit` times that of the short list.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { choosePorts } from '../../worker/embedded/ports.ts';
import { startPostgres } from '../../worker/embedded/postgres.ts';
import { openHousehold } from '../../worker/embedded/processes.ts';
import { terminalProgress } from '../../worker/embedded/progress.ts';
import { listTimes } from '../support/listTimes.ts';

const limit = 3;
const rounds = 200;

const folder = await mkdtemp(join(tmpdir(), 'wegbegleiter-bench-'));
const progress = terminalProgress();
const household = await openHousehold(folder, progress.say);
try {
  const { postgres } = await choosePorts(folder, { postgres: 0 }, {});
  const { url } = await startPostgres(household, folder, postgres, progress);
  console.log(`95th percentiles of ${rounds} rounds, 20 journeys and 2,000`);
  for (const { what, few, many } of await listTimes(url, rounds)) {
    const ratio = many / few;
    const times = [few, many].map((time) => `${time.toFixed(1)} ms`.padStart(9)).join('');
    console.log(`${what.padEnd(22)}${times}   ratio ${ratio.toFixed(2)} (at most ${limit})`);
    if (ratio > limit) process.exitCode = 1;
  }
} finally {
  await household.end();
  await rm(folder, { recursive: true });
}
