/** How a cohort fares, for charts: phases and conflicts month by month, how journeys ended, and who has how much to do. Pure. */
import { type Rung, rungs, rungWords } from '../../workflows/effects/words.ts';
import { isWithin, type Span } from '../../workflows/fold/papers/period.ts';
import { closings, type Stage, stages } from '../../workflows/fold/papers/stretches.ts';
import { parted, type Table } from '../../workflows/fold/papers/suppress.ts';
import { states } from '../../workflows/fold/states.ts';
import { type Phase, phases } from '../../workflows/fold/view.ts';
import { monthAfter, monthOf } from '../../workflows/machine/facts/support.ts';
import { addDays, type Day, earlier } from '../../workflows/policy/calendar.ts';
import type { Digest } from './digest.ts';

interface Text {
  readonly de: string;
  readonly en: string;
}

/** Counts by key with their words; small ones are hidden where that is asked for. */
export interface CountTable {
  readonly rows: {
    readonly key: string;
    readonly label: Text;
    readonly figure: Table['rows'][number]['figure'];
  }[];
  readonly total: Table['rows'][number]['figure'];
}

export interface CohortFigures extends Span {
  /** At the end of each month; of the last one at the end of the span, or today. */
  readonly months: {
    readonly on: Day;
    /** Journeys by phase, but for those that have ended. */
    readonly phases: CountTable;
    /** Open conflicts by the highest rung they came to. */
    readonly conflicts: CountTable;
  }[];
  /** How the journeys ended that ended in the span. */
  readonly results: CountTable;
  /** Open conflicts by the rung on which they are now. */
  readonly conflicts: CountTable;
}

/** What a case worker has to do. */
export interface Workload {
  readonly caseWorker: string | null;
  readonly journeys: number;
  readonly overdue: number;
}

type OpenPhase = Exclude<Phase, 'closed'>;

const stageOf = (stage: Stage): Phase =>
  stage === 'probation' || stage === 'established' || stage === 'betweenContracts' ? 'training' : stage;

const openPhases = phases.filter((phase): phase is OpenPhase => phase !== 'closed');

const labelIn = (path: string): Text => states.get(path)?.label ?? { de: path, en: path };
const labelOf = (phase: string): Text =>
  phase in stages ? stages[phase as Stage] : labelIn(`phase.accompanied.${phase}`);

/** The figures of a cohort in a span, as far as it has passed; `hidden`: without numbers below five and what would give them away. */
export function cohortFigures(
  cohort: readonly Digest[],
  span: Span,
  { today, hidden }: { readonly today: Day; readonly hidden: boolean },
): CohortFigures {
  const table = tableOf(hidden);
  const rungNow = cohort.flatMap(({ rung }) => (rung === 'none' ? [] : [rung]));
  return {
    ...span,
    months: monthEnds(span, today).map((on) => ({
      on,
      phases: table(
        openPhases,
        cohort.flatMap((one) => phaseOn(one, on)),
        labelOf,
      ),
      conflicts: table(
        rungs,
        cohort.flatMap((one) => rungsOn(one, on)),
        (rung) => rungWords[rung],
      ),
    })),
    results: table(
      closings,
      cohort.flatMap(({ stretches }) =>
        stretches.flatMap(({ closing, from }) => (closing && isWithin(from, span) ? [closing] : [])),
      ),
      (closing) => labelIn(`phase.closed.${closing}`),
    ),
    conflicts: table(rungs, rungNow, (rung) => rungWords[rung]),
  };
}

/** How much each case worker has to do: journeys that run, and periods that are over. */
export function workloads(cohort: readonly Digest[]): Workload[] {
  const open = cohort.filter(({ isClosed }) => !isClosed);
  return [...new Set(open.map(({ caseWorker }) => caseWorker ?? null))].map((caseWorker) => {
    const own = open.filter((one) => (one.caseWorker ?? null) === caseWorker);
    return {
      caseWorker,
      journeys: own.length,
      overdue: own.reduce((all, { overdue }) => all + overdue, 0),
    };
  });
}

const tableOf =
  (hidden: boolean) =>
  <K extends string>(keys: readonly K[], found: readonly K[], label: (key: K) => Text): CountTable => {
    const counts = keys.map((key) => [key, found.filter((one) => one === key).length] as const);
    const { rows, total = 0 } = hidden
      ? parted(counts)
      : { rows: counts.map(([key, figure]) => ({ key, figure })), total: found.length };
    return { rows: rows.map(({ key, figure }) => ({ key, label: label(key), figure })), total };
  };

/** The last day of each month that has begun. */
function monthEnds({ from, to }: Span, today: Day): Day[] {
  const ends: Day[] = [];
  const last = earlier(to, today);
  for (let month = monthOf(from); `${month}-01` <= last; month = monthAfter(month))
    ends.push(earlier(addDays(`${monthAfter(month)}-01`, -1), last));
  return ends;
}

function phaseOn({ stretches }: Digest, day: Day): OpenPhase[] {
  const stage = stretches.findLast(({ from }) => from <= day)?.stage;
  const phase = stage === undefined ? 'closed' : stageOf(stage);
  return phase === 'closed' ? [] : [phase];
}

const rungsOn = ({ conflicts }: Digest, day: Day): Rung[] =>
  conflicts.flatMap(({ from, to, highest }) =>
    from <= day && (to === undefined || to > day) ? [highest] : [],
  );
