/** The thread in which journals are folded for figures, so that the server goes on answering meanwhile. */
import { parentPort } from 'node:worker_threads';
import { courseToldBy, type Told } from '../papers/told.ts';
import { digestOf } from './digest.ts';
import type { Folding } from './digests.ts';

const answer = (folding: Folding): void => parentPort?.postMessage(folding);

parentPort?.on('message', (told: Told) => {
  const { journey } = told;
  try {
    answer({ journey, digest: digestOf(courseToldBy(told)) });
  } catch (error) {
    answer({ journey, failure: error instanceof Error ? error.message : String(error) });
  }
});
