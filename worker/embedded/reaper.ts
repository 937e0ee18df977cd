/**
 * A process of its own that outlives a killed installation by a moment: when the pipe from its parent closes, it ends
 * what the parent left running. Started as `node reaper.ts DATA PID-OF-THE-PARENT`.
 */
import { EmbeddedError } from './errors.ts';
import { takeLock } from './lock.ts';
import { endRemains, readRecord, removeRecord } from './remains.ts';
import { removeRuntime } from './runtime.ts';

const [data, parent] = process.argv.slice(2);
if (data === undefined || parent === undefined)
  throw new Error('reaper.ts needs the data folder and the parent.');

process.stdin.resume();
process.stdin.on('error', (error) => console.error(error)); // the pipe closes after an error too
process.stdin.on('close', () => reap(data, Number(parent)));

async function reap(folder: string, owner: number): Promise<void> {
  const record = readRecord(folder);
  if (record?.owner.pid !== owner) return; // it ended in order, or another one already runs here
  await endRemains(record.children, 1000);
  try {
    const lock = await takeLock(folder);
    removeRuntime(folder);
    removeRecord(folder);
    lock.release();
  } catch (error) {
    // The next installation was quicker and does the rest itself.
    if (!(error instanceof EmbeddedError && error.code === 'in-use')) throw error;
  }
}
