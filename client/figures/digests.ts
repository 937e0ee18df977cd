/**
 * The digests of many journeys. Folding one takes a moment, so it is done once for each state of a journey, in a thread of its
 * own: whatever changes a journey gives its row of the board another time.
 */
import { Worker } from 'node:worker_threads';
import type { JourneyRow, Store } from '../../activities/store/read.ts';
import { readTold } from '../papers/source.ts';
import type { Told } from '../papers/told.ts';
import type { Digest } from './digest.ts';

/** What the thread answers. */
export type Folding = { readonly journey: string } & (
  | { readonly digest: Digest }
  | { readonly failure: string }
);

export interface Digests {
  /** One for each row, in their order. @throws Error naming the journey that does not fold */
  of(rows: readonly JourneyRow[]): Promise<Digest[]>;
  close(): Promise<void>;
}

/** Journeys that are read ahead of the thread. */
const ahead = 4;

interface Kept {
  readonly state: string;
  readonly digest: Promise<Digest>;
}

/** Digests that are kept while the process runs. */
export function keepDigests(db: Store): Digests {
  const thread = foldingThread();
  const kept = new Map<string, Kept>();
  const digestOf = (row: JourneyRow): Promise<Digest> => {
    const { id, updatedAt, entries, policyVersion, machineVersion } = row;
    const state = [updatedAt, entries, policyVersion, machineVersion].join(' ');
    const known = kept.get(id);
    if (known?.state === state) return known.digest;
    const digest = readTold(db, row).then(thread.fold);
    kept.set(id, { state, digest });
    // What has failed is tried again next time.
    digest.catch(() => kept.delete(id));
    return digest;
  };
  const of = async (rows: readonly JourneyRow[]): Promise<Digest[]> => {
    const digests: Digest[] = [];
    const queue = rows.entries();
    const next = async (): Promise<void> => {
      for (const [index, row] of queue) digests[index] = await digestOf(row);
    };
    await Promise.all(Array.from({ length: ahead }, next));
    return digests;
  };
  return { of, close: thread.close };
}

interface Waiting {
  readonly resolve: (digest: Digest) => void;
  readonly reject: (error: Error) => void;
}

/** Starts with the first journal; answers in the order in which it is asked. */
function foldingThread() {
  let thread: Worker | undefined;
  let waiting: Waiting[] = [];
  const fail = (ended: Worker, error: Error): void => {
    if (thread !== ended) return;
    const all = waiting;
    [thread, waiting] = [undefined, []];
    for (const { reject } of all) reject(error);
  };
  const start = (): Worker => {
    const started = new Worker(new URL('./thread.ts', import.meta.url));
    started.on('message', (folding: Folding) => {
      const one = waiting.shift();
      if ('digest' in folding) one?.resolve(folding.digest);
      else one?.reject(new Error(`${folding.journey} does not fold: ${folding.failure}`));
    });
    started.on('error', (error: Error) => fail(started, error));
    started.on('exit', () => fail(started, new Error('the thread that folds journals has ended')));
    // Nobody waits for figures at the end of the process.
    started.unref();
    return started;
  };
  const fold = (told: Told): Promise<Digest> =>
    new Promise((resolve, reject) => {
      thread ??= start();
      waiting.push({ resolve, reject });
      thread.postMessage(told);
    });
  return { fold, close: async () => void (await thread?.terminate()) };
}
