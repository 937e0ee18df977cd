/** A question to the simulation, and its answer reckoned beside the caller's own thread. */
import { Worker } from 'node:worker_threads';
import type { PolicyVersion } from '../../workflows/policy/policy.ts';
import type { Figures } from './figures.ts';
import type { Setting } from './setting.ts';

export interface Question {
  readonly setting: Setting;
  readonly policy: PolicyVersion;
  readonly caseload: number;
}

/** What the thread tells: how many places have been played, in the end the figures. */
export type Told = { readonly played: number } | { readonly figures: Figures };

/** Reckons the figures in a thread of their own, so that variants are played side by side. */
export function answered(question: Question, progress: (played: number) => void): Promise<Figures> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData: question });
    thread.on('message', (told: Told) => {
      if ('figures' in told) resolve(told.figures);
      else progress(told.played);
    });
    thread.on('error', reject);
    thread.on('exit', (code) => reject(new Error(`The simulation ended before its figures (exit ${code}).`)));
  });
}
