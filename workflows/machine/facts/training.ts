/** What is known of contract, training, pauses and exam. */
import type { SchoolTimes } from '../../effects/effects.ts';
import { addDays, type Day } from '../../policy/calendar.ts';

export interface Contract {
  /** Root `seq` of the entry that signed it. */
  readonly entry: number;
  readonly company: string;
  readonly chamber: string;
  readonly occupation: string;
  readonly start: Day;
  readonly end: Day;
  /** The agreed end before any extension for a repeat exam; parental leave and the chamber move it. */
  readonly originalEnd: Day;
  readonly probationMonths: number;
  /** Last day of a probation that was prolonged. */
  readonly probationUntil?: Day;
  /** Whether the chamber has a conciliation committee; unknown where missing. */
  readonly committee?: boolean | undefined;
  /** Part-time training: percent of the full time. */
  readonly partTimePercent?: number | undefined;
  readonly signedOn: Day;
  readonly registeredOn?: Day;
  readonly firstDay?: Day;
  /** By how many days parental leaves have moved the end, by the first day of each. */
  readonly pauses?: { readonly [from: Day]: number };
}

/** A parental leave, and the ends of the contract as they were without it. */
export interface Leave {
  readonly from: Day;
  readonly until: Day;
  /** Missing once the chamber has set another end: then the leave moves it no more. */
  readonly ends?: { readonly end: Day; readonly originalEnd: Day };
}

export interface TrainingFacts {
  /** The contract that is signed, running, or last ended. */
  readonly contract?: Contract;
  readonly contractEndedOn?: Day | undefined;
  /** The day from which damages after an early end are reckoned. */
  readonly endedEarlyOn?: Day | undefined;
  /** First day of training at the first company. */
  readonly employedSince?: Day;
  /** First day of training in which the journey went along: later than that, where a contract existed at entry. */
  readonly trainingSince?: Day;
  readonly school?: SchoolTimes;
  readonly leave?: Leave | undefined;
  /** Training under the present contract was interrupted at least once. */
  readonly interrupted: boolean;
  readonly intermediateOn?: Day;
  readonly partOneTaken: boolean;
  readonly sittingOn?: Day | undefined;
  readonly disadvantageCompensation?: boolean;
  /** The exam was failed or missed by illness: training may be extended to the repeat. */
  readonly repeatOpen: boolean;
  /** The extension for it has not been demanded yet. */
  readonly extensionOpen: boolean;
  readonly examsFailed: number;
  readonly bridgedUntil?: Day | undefined;
  readonly trainingEndedOn?: Day;
}

export const noTraining: TrainingFacts = {
  interrupted: false,
  repeatOpen: false,
  extensionOpen: false,
  partOneTaken: false,
  examsFailed: 0,
};

/** The day before training began or, by contract, will begin. */
export function beforeTraining({ trainingSince, contract, contractEndedOn }: TrainingFacts): Day | undefined {
  const agreed = contractEndedOn === undefined ? contract?.start : undefined;
  const first = trainingSince ?? agreed;
  return first === undefined ? undefined : addDays(first, -1);
}
