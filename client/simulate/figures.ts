/** The figures of a simulation, made from what was counted. Plain data: this is what `--json` prints. Pure. */
import type { DeadlineKey, PolicyVersion } from '../../workflows/policy/policy.ts';
import type { Today } from './desk.ts';
import { type Kind, kinds } from './scenario.ts';
import type { Setting, Variant } from './setting.ts';
import { counted, countedUnder, type Tally } from './tally.ts';

type Hours = { readonly [K in Kind]: number };

/** A month; hours are those of one full case worker in a week. */
export interface Month {
  readonly month: string;
  readonly active: number;
  readonly hours: Hours;
  /** Work of the case worker that was overdue at the month's end. */
  readonly overdue: number;
  /** Periods of the policy that were over while their state still waited. */
  readonly waiting: number;
}

/** How well a deadline was kept. */
export interface Kept {
  readonly key: DeadlineKey;
  readonly done: number;
  /** Overdue at the end of the simulation. */
  readonly undone: number;
  /** Part of all that was done in time. */
  readonly inTime: number;
  /** Mean over what was done late. */
  readonly daysLate: number;
}

export interface Figures {
  readonly policy: PolicyVersion;
  readonly caseload: number;
  /** Full positions. */
  readonly caseWorkers: number;
  readonly journeys: number;
  readonly entries: number;
  /** What a full case worker has time for a week, weeks away counted in. */
  readonly capacity: number;
  readonly hours: Hours & { readonly total: number };
  /** Everyday support that there was no time for, in hours a week for a full case worker. */
  readonly leftOut: number;
  readonly meetings: { readonly held: number; readonly missed: number; readonly moved: number };
  /** The mean over the months' ends, for a full case worker. */
  readonly overdue: number;
  readonly waiting: number;
  readonly inTime: number;
  readonly deadlines: readonly Kept[];
  readonly months: readonly Month[];
  readonly outcomes: {
    readonly begunTraining: number;
    readonly examPassed: number;
    readonly examsFailed: number;
    readonly conflicts: number;
    readonly contractsEnded: number;
    /** Where each journey ended, or stands. */
    readonly stands: { readonly [where: string]: number };
    readonly leftBecause: { readonly [reason: string]: number };
  };
}

export function figuresOf(
  tally: Tally,
  { participants }: Setting,
  { rulebook, caseload }: Variant,
  days: readonly Today[],
): Figures {
  const of = (name: string): number => counted(tally, name);
  const all = (beginning: string): number => sum(countedUnder(tally, beginning).map(([, value]) => value));
  const caseWorkers = participants / caseload;
  const perWeek = (minutes: number, length: number): number =>
    rounded(minutes / 60 / caseWorkers / (length / 7));
  const months = monthsOf(tally, days, perWeek);
  const deadlines = keptOf(tally);
  const hours = hoursOf((kind) =>
    perWeek(sum(months.map(({ month }) => of(`minutes/${month}/${kind}`))), days.length),
  );
  const done = sum(deadlines.map((kept) => kept.done + kept.undone));
  return {
    policy: rulebook.policy.version,
    caseload,
    caseWorkers: rounded(caseWorkers),
    journeys: of('journeys'),
    entries: of('entries'),
    capacity: perWeek(of('capacity'), days.length),
    hours: { ...hours, total: rounded(sum(Object.values(hours))) },
    leftOut: perWeek(all('leftOut/'), days.length),
    meetings: { held: of('meetings/held'), missed: of('meetings/missed'), moved: of('meetings/moved') },
    overdue: rounded(mean(months.map(({ overdue }) => overdue)) / caseWorkers),
    waiting: rounded(mean(months.map(({ waiting }) => waiting)) / caseWorkers),
    inTime: done === 0 ? 1 : rounded(all('inTime/') / done),
    deadlines,
    months,
    outcomes: {
      begunTraining: of('begunTraining'),
      examPassed: of('examPassed'),
      examsFailed: of('examsFailed'),
      conflicts: of('conflicts'),
      contractsEnded: of('contractsEnded'),
      stands: Object.fromEntries(countedUnder(tally, 'outcome/')),
      leftBecause: Object.fromEntries(countedUnder(tally, 'reason/')),
    },
  };
}

function monthsOf(
  tally: Tally,
  days: readonly Today[],
  perWeek: (minutes: number, length: number) => number,
): Month[] {
  return [...new Set(days.map(({ month }) => month))].map((month) => ({
    month,
    active: counted(tally, `active/${month}`),
    hours: hoursOf((kind) =>
      perWeek(
        counted(tally, `minutes/${month}/${kind}`),
        days.filter((today) => today.month === month).length,
      ),
    ),
    overdue: counted(tally, `overdue/${month}`),
    waiting: counted(tally, `waiting/${month}`),
  }));
}

const keptOf = (tally: Tally): Kept[] =>
  [...new Set([...countedUnder(tally, 'done/'), ...countedUnder(tally, 'undone/')].map(([key]) => key))].map(
    (key) => {
      const [done, undone, inTime] = [
        counted(tally, `done/${key}`),
        counted(tally, `undone/${key}`),
        counted(tally, `inTime/${key}`),
      ];
      const late = done - inTime;
      return {
        key: key as DeadlineKey,
        done,
        undone,
        inTime: rounded(inTime / (done + undone)),
        daysLate: late === 0 ? 0 : rounded(counted(tally, `daysLate/${key}`) / late),
      };
    },
  );

const hoursOf = (hours: (kind: Kind) => number): Hours =>
  Object.fromEntries(kinds.map((kind) => [kind, hours(kind)])) as Hours;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : sum(values) / values.length);
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
