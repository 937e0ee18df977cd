/**
 * An hour of random journals, each with another seed, on two threads: `LONG_MINUTES` sets how long, `SEED` the first seed.
 * Stops at the first journal that breaks a promise of the fold, names its seed, and exits with 1.
 */
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { type EventType, eventTypes } from '../../workflows/journal/events.ts';
import { playRandomJournals } from '../support/randomJournals.ts';

const threads = 2;
/** Journals a seed: few enough for the end to be kept to some seconds. */
const runs = 500;
const minutes = Number(process.env.LONG_MINUTES ?? 60);
const firstSeed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

type Played = Awaited<ReturnType<typeof playRandomJournals>>;
type Answer = { readonly seed: number } & (Played | { readonly failure: string });

const textOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

async function answerTo(seed: number): Promise<Answer> {
  try {
    return { seed, ...(await playRandomJournals({ seed, runs })) };
  } catch (error) {
    return { seed, failure: textOf(error) };
  }
}

/** Asks a thread to play a seed; a thread that dies has failed it. */
function ask(worker: Worker, seed: number): Promise<Answer> {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  const died = (error: unknown): void => resolve({ seed, failure: textOf(error) });
  worker.once('error', died);
  worker.once('message', (answer: Answer) => {
    worker.off('error', died);
    resolve(answer);
  });
  worker.postMessage(seed);
  return promise;
}

interface Tally {
  nextSeed: number;
  journals: number;
  corrections: number;
  refusals: number;
  readonly taken: Set<EventType>;
}

function count(tally: Tally, { journals, corrections, refusals, taken }: Played): void {
  tally.journals += journals;
  tally.corrections += corrections;
  tally.refusals += refusals;
  for (const type of taken) tally.taken.add(type);
}

/** Lets one thread play seed after seed until the time is over; throws at the first that fails. */
async function playOn(worker: Worker, tally: Tally, until: number): Promise<void> {
  while (Date.now() < until) {
    const seed = tally.nextSeed;
    tally.nextSeed += 1;
    const answer = await ask(worker, seed);
    if ('failure' in answer) throw new Error(`seed ${seed}, ${runs} runs: ${answer.failure}`);
    count(tally, answer);
  }
}

const summary = ({ nextSeed, journals, corrections, refusals }: Tally): string =>
  `${journals} random journals, seeds ${firstSeed} to ${nextSeed - 1}, ${corrections} corrections, ${refusals} refusals`;

async function playAll(): Promise<void> {
  const tally: Tally = { nextSeed: firstSeed, journals: 0, corrections: 0, refusals: 0, taken: new Set() };
  const workers = Array.from({ length: threads }, () => new Worker(new URL(import.meta.url)));
  const reports = setInterval(() => console.log(summary(tally)), 60_000);
  const until = Date.now() + minutes * 60_000;
  try {
    await Promise.all(workers.map((worker) => playOn(worker, tally, until)));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
  clearInterval(reports);
  await Promise.all(workers.map((worker) => worker.terminate()));
  console.log(summary(tally));
  const never = eventTypes.filter((type) => !tally.taken.has(type));
  if (never.length > 0 && !process.exitCode) console.log(`never taken: ${never.join(', ')}`);
}

if (isMainThread) await playAll();
else parentPort?.on('message', async (seed: number) => parentPort?.postMessage(await answerTo(seed)));
