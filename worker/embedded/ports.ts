/** The ports of an installation, all on 127.0.0.1: as set, else the ones of the last start, else free ones. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { EmbeddedError, hasCode } from './errors.ts';

const Kept = z.record(z.string(), z.number().int().min(1).max(65535));

/** Below the range from which systems take the ports of outgoing connections, so that none of ours is taken meanwhile. */
const FROM = 20_000;
const TO = 32_000;

/** Each process begins its search somewhere else: two that start at once must not settle on the same free port. */
const begin = FROM + ((process.pid * 16) % (TO - FROM));

/**
 * Chooses a port for each name and keeps the choice in `<data>/ports.json`.
 * @param wanted 0 for any, else the very port that was set
 * @param variables names the setting a port came from, for the error
 * @throws EmbeddedError `bad-setting` if a port that was set is taken
 */
export async function choosePorts<Name extends string>(
  data: string,
  wanted: Record<Name, number>,
  variables: Partial<Record<Name, string>>,
): Promise<Record<Name, number>> {
  const file = join(data, 'ports.json');
  const kept = readKept(file);
  const chosen: Record<string, number> = {};
  const names = Object.keys(wanted) as Name[];
  const taken = new Set([...Object.values<number>(wanted), ...Object.values(kept)]);
  for (const name of names) {
    const port = wanted[name];
    if (port !== 0 && !(await isFree(port)))
      throw new EmbeddedError(
        'bad-setting',
        `Port ${port} (${variables[name] ?? name}) is taken; set another one or 0.`,
      );
    const choice = port || (await freePort(kept[name], taken));
    taken.add(choice);
    chosen[name] = choice;
  }
  writeFileSync(file, JSON.stringify({ ...kept, ...chosen }, null, 2), { mode: 0o600 });
  return chosen as Record<Name, number>;
}

/** Whether nobody listens on this port of 127.0.0.1. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

async function freePort(favourite: number | undefined, taken: ReadonlySet<number>): Promise<number> {
  if (favourite !== undefined && (await isFree(favourite))) return favourite;
  for (let step = 0; step < TO - FROM; step++) {
    const port = FROM + ((begin - FROM + step) % (TO - FROM));
    if (!taken.has(port) && (await isFree(port))) return port;
  }
  throw new EmbeddedError('not-started', `No port between ${FROM} and ${TO} of 127.0.0.1 is free.`);
}

function readKept(file: string): Record<string, number> {
  try {
    return Kept.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    // Other ports do no harm: an unreadable file is as good as none.
    if (hasCode(error, 'ENOENT') || error instanceof SyntaxError || error instanceof z.ZodError) return {};
    throw error;
  }
}
