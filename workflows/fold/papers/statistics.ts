/** Figures of a cohort for its funders, over a span of days: counts with small numbers hidden, and lengths. Pure. */
import { type Rung, rungs } from '../../effects/words.ts';
import { catalogue, type EventOf, type EventType } from '../../journal/events.ts';
import type { Live } from '../../journal/live.ts';
import type { Facts } from '../../machine/facts.ts';
import { type Day, daysBetween } from '../../policy/calendar.ts';
import type { Course } from './course.ts';
import { clipped, isWithin, type Span, toldIn } from './period.ts';
import { type Closing, type Stage, stages } from './stretches.ts';
import { leastShown, listed, parted, type Table } from './suppress.ts';

/** A quarter was at most so long, half of them, three quarters; in days. `few`: too few to be shown. */
export type Length =
  | { readonly lower: number; readonly median: number; readonly upper: number }
  | 'few'
  | 'none';

type EarlyReason = EventOf<'journey.leftEarly'>['reason'];
type ContractReason = EventOf<'contract.ended'>['reason'];

export interface Statistics extends Span {
  readonly tables: {
    /** Who entered in the span, and how. */
    readonly entries: Table<'preparation' | 'directStart'>;
    /** Where those who took part in the span stood at its end. */
    readonly phases: Table<Stage>;
    /** Conflicts raised in the span by the highest rung they came to. */
    readonly conflicts: Table<Rung>;
    /** Journeys in which it came about in the span; one may count in two rows. */
    readonly results: Table<'passed' | 'finallyFailed' | 'job'>;
    readonly earlyEnds: Table<EarlyReason>;
    readonly contractEnds: Table<ContractReason>;
  };
  readonly lengths: {
    /** From the entry to the first day of training, of those whose training began in the span. */
    readonly preparation: Length;
    /** From the first day in training to its end, of those who completed it in the span. */
    readonly training: Length;
    /** From the entry to the end, of those whose journey ended in the span. */
    readonly journey: Length;
  };
}
export type TableName = keyof Statistics['tables'];
export type LengthName = keyof Statistics['lengths'];

const earlyReasons = catalogue['journey.leftEarly'].fields.shape.reason.options;
const contractReasons = catalogue['contract.ended'].fields.shape.reason.options;
const openStages = (Object.keys(stages) as Stage[]).filter((stage) => stage !== 'intake');

/** The events that figures are made from. */
const countedEvents = [
  'journey.leftEarly',
  'contract.ended',
  'exam.passed',
  'job.started',
] as const satisfies readonly EventType[];

/** As much of the facts as figures are made from. */
type CountedFacts = {
  readonly [K in 'enteredOn' | 'directStart' | 'trainingSince' | 'trainingEndedOn' | 'endedOn']?:
    | Facts[K]
    | undefined;
};

/** As much of a course as figures are made from. */
export interface Counted extends Pick<Course, 'live' | 'stretches' | 'conflicts'> {
  readonly folded: {
    readonly snapshot: { readonly context: { readonly facts: CountedFacts } };
  };
}

/** A course without what no figure is made from: small enough to be kept, and plain data. */
export function countedOf({ folded, live, stretches, conflicts }: Course): Counted {
  const { enteredOn, directStart, trainingSince, trainingEndedOn, endedOn } = folded.snapshot.context.facts;
  const facts = { enteredOn, directStart, trainingSince, trainingEndedOn, endedOn };
  const isCounted = ({ event }: Live): boolean =>
    (countedEvents as readonly EventType[]).includes(event.type);
  return {
    folded: { snapshot: { context: { facts } } },
    ...{ live: live.filter(isCounted), stretches, conflicts },
  };
}

const told = <T extends (typeof countedEvents)[number]>(live: readonly Live[], type: T, span?: Span) =>
  toldIn(live, type, span);

/** The figures of all journeys that were under way in the span. */
export function statisticsOf(cohort: readonly Counted[], span: Span): Statistics {
  const entered = cohort.filter((course) => isInSpan(factsOf(course).enteredOn, span));
  const direct = entered.filter((course) => factsOf(course).directStart).length;
  const conflicts = cohort.flatMap((course) => course.conflicts.filter(({ from }) => isWithin(from, span)));
  const left = cohort.flatMap(({ live }) =>
    told(live, 'journey.leftEarly', span).map(({ event }) => event.reason),
  );
  const ended = cohort.flatMap(({ live }) =>
    told(live, 'contract.ended', span).map(({ event }) => event.reason),
  );
  return {
    from: span.from,
    to: span.to,
    tables: {
      entries: parted([
        ['preparation', entered.length - direct],
        ['directStart', direct],
      ]),
      phases: parted(counted(openStages, stagesAtEnd(cohort, span))),
      conflicts: parted(
        counted(
          rungs,
          conflicts.map(({ highest }) => highest),
        ),
      ),
      results: listed(resultsOf(cohort, span)),
      earlyEnds: parted(counted(earlyReasons, left)),
      contractEnds: parted(counted(contractReasons, ended)),
    },
    lengths: lengthsOf(cohort, span),
  };
}

const factsOf = ({ folded }: Counted) => folded.snapshot.context.facts;
const isInSpan = (day: Day | undefined, span: Span): boolean => day !== undefined && isWithin(day, span);

const counted = <K extends string>(keys: readonly K[], all: readonly K[]): (readonly [K, number])[] =>
  keys.map((key) => [key, all.filter((one) => one === key).length]);

/** Where each journey stood at the span's end that was accompanied on a day of it. */
function stagesAtEnd(cohort: readonly Counted[], span: Span): Stage[] {
  return cohort.flatMap(({ stretches }) => {
    const tookPart = stretches.some(
      ({ stage, from, to }) => stage !== 'intake' && stage !== 'closed' && clipped({ from, to }, span),
    );
    const last = stretches.findLast(({ from }) => from <= span.to);
    return tookPart && last ? [last.stage] : [];
  });
}

function resultsOf(cohort: readonly Counted[], span: Span) {
  const having = (test: (course: Counted) => boolean): number => cohort.filter(test).length;
  return [
    ['passed', having(({ live }) => told(live, 'exam.passed', span).length > 0)],
    ['finallyFailed', having((course) => closedIn(course, span, 'finallyFailed'))],
    [
      'job',
      having(({ live }) =>
        told(live, 'job.started').some(({ event, on }) => isWithin(event.firstDay ?? on, span)),
      ),
    ],
  ] as const;
}

const closedIn = ({ stretches }: Counted, span: Span, how: Closing): boolean =>
  stretches.some(({ closing, from }) => closing === how && isWithin(from, span));

function lengthsOf(cohort: readonly Counted[], span: Span): Statistics['lengths'] {
  const between = (from: Day | undefined, to: Day | undefined): number[] =>
    from !== undefined && to !== undefined && isWithin(to, span) ? [daysBetween(from, to)] : [];
  const all = cohort.map(factsOf);
  const prepared = all.filter(({ directStart }) => !directStart);
  return {
    preparation: lengthOf(
      prepared.flatMap(({ enteredOn, trainingSince }) => between(enteredOn, trainingSince)),
    ),
    training: lengthOf(
      all.flatMap(({ trainingSince, trainingEndedOn }) => between(trainingSince, trainingEndedOn)),
    ),
    journey: lengthOf(all.flatMap(({ enteredOn, endedOn }) => between(enteredOn, endedOn))),
  };
}

/** Median and quartiles, between two neighbours in proportion; whole days. */
function lengthOf(days: readonly number[]): Length {
  if (days.length === 0) return 'none';
  if (days.length < leastShown) return 'few';
  const sorted = days.toSorted((a, b) => a - b);
  const at = (part: number): number => {
    const place = (sorted.length - 1) * part;
    const below = Math.floor(place);
    const [low = 0, high = low] = sorted.slice(below, below + 2);
    return Math.round(low + (high - low) * (place - below));
  };
  return { lower: at(0.25), median: at(0.5), upper: at(0.75) };
}
