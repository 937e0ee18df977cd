/** Where a journey stood, from which day to which. Pure. */
import type { Facts } from '../../machine/facts.ts';
import { type Day, later } from '../../policy/calendar.ts';
import type { Folded } from '../folded.ts';
import { type Phase, phaseIn } from '../view.ts';

/** The public phases, training by its parts: a contract may be lost in it. */
export const stages = {
  intake: { de: 'Zugang', en: 'Intake' },
  preparation: { de: 'Vorphase', en: 'Preparation' },
  placement: { de: 'Vermittlung', en: 'Placement' },
  probation: { de: 'Probezeit', en: 'Probation' },
  established: { de: 'Ausbildung nach der Probezeit', en: 'Training after probation' },
  betweenContracts: { de: 'Ohne Ausbildungsbetrieb', en: 'Between contracts' },
  exam: { de: 'Prüfung', en: 'Exam' },
  followUp: { de: 'Nachbetreuung', en: 'Follow-up support' },
  closed: { de: 'Abgeschlossen', en: 'Closed' },
} as const satisfies Record<Exclude<Phase, 'training'> | Part, { de: string; en: string }>;
export type Stage = keyof typeof stages;

const parts = ['probation', 'established', 'betweenContracts'] as const;
type Part = (typeof parts)[number];

/** How a journey closed. */
export const closings = [
  'completed',
  'finallyFailed',
  'leftEarly',
  'transferred',
  'deceased',
  'referred',
  'declined',
] as const;
export type Closing = (typeof closings)[number];

export interface Stretch {
  readonly stage: Stage;
  readonly from: Day;
  /** The day on which it was left; none while it lasts. */
  readonly to?: Day;
  /** Root `seq` of the entry that led here. */
  readonly entry: number;
  /** How it closed, where the stage is that. */
  readonly closing?: Closing;
}

/** The stretches after one more look at the journey, on a day. */
export function stretchesSeen(known: readonly Stretch[], folded: Folded, day: Day): readonly Stretch[] {
  const stage = stageIn(folded);
  const last = known.at(-1);
  if (last?.stage === stage) return known;
  const { facts } = folded.snapshot.context;
  const begun = last?.stage === 'closed' ? day : (begins[stage]?.(facts) ?? day);
  const from = last ? later(begun, last.from) : begun;
  const closing = closings.find((how) => folded.visits[`phase.closed.${how}`] !== undefined);
  const [, visit] = Object.entries(folded.visits).findLast(([path]) => path.startsWith('phase.')) ?? [];
  const entry = visit?.entry ?? 0;
  const next: Stretch = { stage, from, entry, ...(closing === undefined ? {} : { closing }) };
  return last ? [...known.slice(0, -1), { ...last, to: from }, next] : [next];
}

function stageIn(folded: Folded): Stage {
  const phase = phaseIn(folded);
  if (phase !== 'training') return phase;
  const part = parts.find((one) => folded.visits[`phase.accompanied.training.${one}`] !== undefined);
  return part ?? 'established';
}

/** Stages whose first day is a fact of its own, not the day on which it was told. */
const begins: { readonly [S in Stage]?: (facts: Facts) => Day | undefined } = {
  preparation: ({ enteredOn }) => enteredOn,
  probation: ({ contract }) => contract?.firstDay,
  followUp: ({ trainingEndedOn }) => trainingEndedOn,
  // A period that is over is noticed the morning after its last day.
  closed: ({ endedOn }) => endedOn,
};
