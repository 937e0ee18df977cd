/** The thread in which one variant is played. */
import { parentPort, workerData } from 'node:worker_threads';
import { newestVersions, rulebookOf } from '../../workflows/fold/rulebook.ts';
import type { Question, Told } from './question.ts';
import { simulate } from './simulate.ts';

const { setting, policy, caseload } = workerData as Question;
const tell = (told: Told): void => parentPort?.postMessage(told);
const rulebook = rulebookOf({ ...newestVersions, policyVersion: policy });
tell({ figures: simulate(setting, { rulebook, caseload }, (played) => tell({ played })) });
