/** What is known of contract, training, pauses and exam. */
import type { SchoolTimes } from '../../effects/effects.ts';
import { addDays, compare, type Day, daysBetween, later, shifted } from '../../policy/calendar.ts';
import type { FederalState } from '../../policy/holidays.ts';

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
  /** All pauses under this contract, in the order in which they were told. */
  readonly pauses?: readonly Pause[];
}

/** A time in which the training rests. */
export interface Pause {
  readonly from: Day;
  /** Last day; missing while it is unknown. */
  readonly until?: Day;
  /** Whether a parental leave, whose time does not count towards the training (§20(1) BEEG). */
  readonly leave: boolean;
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
  /** Early ends after which damages may still be claimed, by the entry that told of it. */
  readonly earlyEnds: { readonly [entry: string]: Day };
  /** First day of training at the first company. */
  readonly employedSince?: Day;
  /** First day of training in which the journey went along: later than that, where a contract existed at entry. */
  readonly trainingSince?: Day;
  /** The participant's own school times, where they are not just the school's. */
  readonly school?: SchoolTimes | undefined;
  /** Opaque id of the vocational school. */
  readonly attends?: string | undefined;
  readonly leave?: Leave | undefined;
  /** Last day of the first probation that was passed. */
  readonly probationPassedOn?: Day;
  readonly intermediateOn?: Day | undefined;
  readonly partOneTaken: boolean;
  /** The sitting of the exam whose result is not known yet. */
  readonly sittingOn?: Day | undefined;
  readonly disadvantageCompensation?: boolean | undefined;
  /** The exam was failed or missed by illness: training may be extended to the repeat. */
  readonly repeatOpen: boolean;
  /** The extension for it has not been demanded yet. */
  readonly extensionOpen: boolean;
  readonly examsFailed: number;
  readonly bridgedUntil?: Day | undefined;
  readonly trainingEndedOn?: Day;
}

export const noTraining: TrainingFacts = {
  earlyEnds: {},
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

/** The contract, unless it has ended. */
export const runningContract = ({ contract, contractEndedOn }: TrainingFacts): Contract | undefined =>
  contractEndedOn === undefined ? contract : undefined;

/** The day by which the exam should be passed: the contract's last, or the end of a bridging after it. */
export function examBy(facts: TrainingFacts): Day | undefined {
  const end = runningContract(facts)?.end;
  const { bridgedUntil = end } = facts;
  return end !== undefined && bridgedUntil !== undefined ? later(end, bridgedUntil) : bridgedUntil;
}

/** An end moved by one parental leave after another; one that begins after it moves it no more. */
export function movedByLeaves(end: Day, { pauses = [] }: Contract, place: FederalState): Day {
  const leaves = pauses.filter(({ leave }) => leave).sort((a, b) => compare(a.from, b.from));
  return leaves.reduce(
    (moved, { from, until = from }) => (from <= moved ? shifted(moved, from, until, place) : moved),
    end,
  );
}

/** Days for which the training has rested under a contract; a pause without an end lasts until today. */
export const pausedDays = ({ pauses = [] }: Contract, today: Day): number =>
  pauses.reduce((sum, { from, until = today }) => sum + Math.max(0, daysBetween(from, until) + 1), 0);
