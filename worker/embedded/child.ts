/** One run of one child process: how it is started in a group of its own, and how it is ended. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedError, messageOf } from './errors.ts';
import { lastLines, logPath, openLog } from './logs.ts';
import { signalGroup } from './remains.ts';

export interface ProcessSpec {
  /** What it is called in messages. */
  name: string;
  command: string;
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  cwd?: string;
  /** The name of its log, below `<data>/logs`. */
  log: string;
  /** Asks it to end. */
  stopSignal: NodeJS.Signals;
  /** How many milliseconds it gets to end before it is killed. */
  patience: number;
  /** Opens an IPC channel. */
  ipc?: boolean;
}

export interface Running {
  readonly pid: number;
  readonly child: ChildProcess;
  /** Resolves to how it ended, such as `exit code 1` or `signal SIGKILL`. Never rejects. */
  readonly ended: Promise<string>;
  /** Aborts when it has ended: whoever waits for what it was to do should give up. */
  readonly gone: AbortSignal;
  /** The last lines it wrote, and where the rest is. */
  whatItSaid(): string;
}

/** Starts a process. @throws EmbeddedError `not-started` if the system cannot */
export async function startChild(data: string, spec: ProcessSpec): Promise<Running> {
  const log = openLog(data, spec.log);
  const child = spawn(spec.command, spec.args, {
    env: spec.env,
    cwd: spec.cwd,
    detached: process.platform !== 'win32', // a group of its own; on Windows it would be a window of its own
    windowsHide: true,
    stdio: ['ignore', log.descriptor, log.descriptor, ...(spec.ipc ? (['ipc'] as const) : [])],
  });
  closeSync(log.descriptor);
  const gone = new AbortController();
  const whatItSaid = () => {
    const lines = lastLines(data, spec.log, log.start).map((line) => `\n    ${line}`);
    return `The end of its log ${logPath(data, spec.log)}:${lines.join('')}`;
  };
  const ended = once(child, 'exit').then(([code, signal]) => {
    const how = code === null ? `signal ${signal}` : `exit code ${code}`;
    gone.abort(new EmbeddedError('not-started', `${spec.name} ended with ${how}. ${whatItSaid()}`));
    return how;
  });
  try {
    await once(child, 'spawn');
  } catch (error) {
    ended.catch(() => {}); // the same error once more
    throw new EmbeddedError('not-started', `${spec.name} cannot be started: ${messageOf(error)}`, {
      cause: error,
    });
  }
  if (child.pid === undefined)
    throw new EmbeddedError('not-started', `${spec.name} was started without a number.`);
  child.on('error', () => {}); // of its IPC channel; that it ended is told by `ended`
  return { pid: child.pid, child, ended, gone: gone.signal, whatItSaid };
}

/** Ends a run and all of its group: asks, waits for its patience, kills. Resolves when it is gone. */
export async function stopChild(running: Running, spec: ProcessSpec): Promise<void> {
  if (running.gone.aborted) return;
  signalGroup(running.pid, spec.stopSignal);
  await Promise.race([running.ended, sleep(spec.patience, undefined, { ref: false })]);
  signalGroup(running.pid, 'SIGKILL'); // also what its own children left in the group
  await running.ended;
}
