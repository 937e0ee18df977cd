/** Builds the official Temporal server and UI from their Go modules, pinned, into the user's cache. */
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Household } from './processes.ts';
import { isExecutable, programFile } from './programs.ts';

export const SERVER_VERSION = '1.32.0';
export const UI_VERSION = '2.54.1';

const PROGRAMS = [
  {
    name: `temporal-server-${SERVER_VERSION}`,
    module: `go.temporal.io/server/cmd/server@v${SERVER_VERSION}`,
  },
  {
    name: `temporal-ui-${UI_VERSION}`,
    module: `github.com/temporalio/ui-server/v2/cmd/server@v${UI_VERSION}`,
  },
] as const;

/**
 * Builds what is missing in the cache. Several may build at once: each works in a folder of its own and moves the
 * finished program to its place in one go.
 * @param go the path of the Go command
 * @throws EmbeddedError `not-started` with what Go said
 */
export async function buildTemporal(
  household: Household,
  go: string,
  cache: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  await mkdir(cache, { recursive: true });
  for (const { name, module } of PROGRAMS) {
    const place = join(cache, programFile(name));
    if (await isExecutable(place)) continue;
    const workshop = await mkdtemp(join(cache, 'build-'));
    try {
      await household.complete({
        name: `go install ${module}`,
        command: go,
        args: ['install', '-ldflags=-s -w', module],
        env: { ...env, CGO_ENABLED: '0', GOBIN: workshop },
        cwd: workshop,
        log: 'build.log',
        stopSignal: 'SIGTERM',
        patience: 3000,
      });
      await rename(join(workshop, programFile('server')), place);
    } finally {
      await rm(workshop, { recursive: true, force: true });
    }
  }
}
