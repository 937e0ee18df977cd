/** Tells a process from a later one that got the same number: by the instant the system started it. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process that can be found again, and never be mistaken for another. */
export interface ProcessIdentity {
  pid: number;
  /** When the system started it, in the system's own words. */
  started: string;
}

/** The identity of a running process; undefined if there is none, it is a zombie, or the system cannot tell (Windows). */
export function identify(pid: number): ProcessIdentity | undefined {
  const started = process.platform === 'linux' ? startedOnLinux(pid) : startedByPs(pid);
  return started === undefined ? undefined : { pid, started };
}

/** Whether that very process still runs. */
export function isRunning(known: ProcessIdentity): boolean {
  return identify(known.pid)?.started === known.started;
}

function startedOnLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field, the name in parentheses, may itself hold blanks and parentheses.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const bootId = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return fields[0] === 'Z' ? undefined : `${bootId} ${fields[19]}`;
  } catch {
    return undefined; // no such process, or none that we may see
  }
}

function startedByPs(pid: number): string | undefined {
  if (process.platform === 'win32') return undefined;
  try {
    const [state, ...started] = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
    })
      .trim()
      .split(/\s+/);
    return state === undefined || state.startsWith('Z') ? undefined : started.join(' ');
  } catch {
    return undefined; // ps fails if there is no such process
  }
}
