/** Under what a cohort is played. */
import type { Rulebook } from '../../workflows/fold/rulebook.ts';
import { addDays, type Day } from '../../workflows/policy/calendar.ts';
import type { Scenario } from './scenario.ts';

/** What is the same in all variants that are compared. */
export interface Setting {
  /** Places that are kept filled. */
  readonly participants: number;
  readonly scenario: Scenario;
  readonly seed: number;
  readonly start: Day;
  readonly years: number;
}

/** What is asked about. */
export interface Variant {
  readonly rulebook: Rulebook;
  readonly caseload: number;
}

/** The last day that is played. */
export const lastDayOf = ({ start, years }: Setting): Day =>
  addDays(`${Number(start.slice(0, 4)) + years}${start.slice(4)}`, -1);
