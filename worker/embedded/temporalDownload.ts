/** Has the Temporal SDK download the command line tool, in a process of its own, so that none of the SDK's native parts stay here. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Household } from './processes.ts';

/** The first version whose server (1.32.0) can skip time for one workflow. */
const CLI_VERSION = 'v1.9.1';

/**
 * Downloads the tool into a folder.
 * @throws EmbeddedError `not-started` with what the SDK said, at once where there is no internet
 */
export async function downloadCli(household: Household, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const program = join(import.meta.dirname, 'download.ts');
  await household.complete({
    name: 'the download',
    command: process.execPath,
    args: [program, CLI_VERSION, folder],
    env: process.env,
    log: 'download.log',
    stopSignal: 'SIGTERM',
    patience: 3000,
  });
}
