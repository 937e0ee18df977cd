/** Whether a process is the PostgreSQL server of a data folder. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Looks at the command line of the process; false if there is no such process. On Windows always false. */
export function isPostmasterOf(pid: number, folder: string): boolean {
  if (!(pid > 0) || process.platform === 'win32') return false;
  return commandLine(pid).includes(folder);
}

function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return ''; // no such process
  }
}
