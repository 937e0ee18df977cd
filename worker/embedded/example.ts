/** The example journeys of a first start. A later start loads none: by then the data may be somebody's own. */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedError } from './errors.ts';
import type { Household } from './processes.ts';
import type { Progress } from './progress.ts';

export interface FirstStart {
  /** Whether the example was asked for. */
  example: boolean;
  /** Somebody's own Temporal is not filled with examples. */
  config: { TEMPORAL_ADDRESS?: string | undefined };
}

/**
 * Loads the example through the command line client if this is the first start and it is wanted, and notes that the
 * first start is over. A failure is told and tried again next time; the installation runs without it.
 */
export async function finishFirstStart(
  household: Household,
  data: string,
  progress: Progress,
  { example, config }: FirstStart,
): Promise<void> {
  const marker = join(data, 'first-start-done');
  if (existsSync(marker)) return;
  if (example && config.TEMPORAL_ADDRESS !== undefined)
    progress.say('No example is loaded into a Temporal of yours.');
  try {
    if (example && config.TEMPORAL_ADDRESS === undefined) await loadExample(household, data, progress);
    await writeFile(marker, `${new Date().toISOString()}\n`);
  } catch (error) {
    if (!(error instanceof EmbeddedError) || error.code !== 'not-started') throw error;
    progress.say(`The example was not loaded. ${error.message}`);
  }
}

/** People first, so that the journeys' mails find their addresses; then the journeys, through the command line client. */
async function loadExample(household: Household, data: string, progress: Progress): Promise<void> {
  const root = join(import.meta.dirname, '..', '..');
  const run = (name: string, ...args: string[]): Promise<void> =>
    household.complete({
      name,
      command: process.execPath,
      args,
      env: { ...process.env, WEGBEGLEITER_DATA: data },
      log: 'example.log',
      stopSignal: 'SIGTERM',
      patience: 3000,
    });
  await progress.step('Loading the example', '20 seconds, only once', async () => {
    await run(
      "The example's people",
      join(root, 'worker', 'people.ts'),
      join(root, 'client', 'examplePeople.json'),
    );
    await run("The example's journeys", join(root, 'client', 'cli.ts'), 'example');
  });
}
