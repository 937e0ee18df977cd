/** Where programs are found, and where those we fetch or build are kept for all installations of a user. */
import { access, constants } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const SUFFIX = process.platform === 'win32' ? '.exe' : '';

/** The name of a program's file on this system. */
export function programFile(name: string): string {
  return name + SUFFIX;
}

/** The path of a program in PATH; undefined if it is in none of its folders. */
export async function findInPath(
  name: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string | undefined> {
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    const file = join(folder, programFile(name));
    if (folder !== '' && (await isExecutable(file))) return file;
  }
  return undefined;
}

/** Whether there is a file that we may run. */
export function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** The user's cache folder of this product: XDG_CACHE_HOME where set, else the system's custom. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'wegbegleiter');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'wegbegleiter');
  if (process.platform === 'win32' && env.LOCALAPPDATA)
    return join(env.LOCALAPPDATA, 'wegbegleiter', 'Cache');
  return join(homedir(), '.cache', 'wegbegleiter');
}
