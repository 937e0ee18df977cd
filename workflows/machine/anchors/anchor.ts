/** What a deadline is reckoned from. */
import type { Day, Period } from '../../policy/calendar.ts';
import type { DeadlineKey, Policy } from '../../policy/policy.ts';
import type { Facts } from '../facts.ts';

/** What a deadline hangs on; without `from` there is none yet. */
export interface Anchor {
  readonly from: Day | undefined;
  /** What it is about, where several run at once. */
  readonly item?: number;
  /** Stands in for the policy row's own value. */
  readonly period?: Period | undefined;
  /** Lengthens the period, reckoned from the day after its end (§190 BGB). */
  readonly extension?: Period | undefined;
  /** The date is this day at the latest. */
  readonly notAfter?: Day | undefined;
  /** An earlier date is none of the journey's. */
  readonly unlessBefore?: Day | undefined;
  /** A later date does not come about any more. */
  readonly unlessAfter?: Day | undefined;
}

/** The date of another deadline. */
export type DateOf = (key: DeadlineKey, facts: Facts) => Day | undefined;
export type AnchorOf = (facts: Facts, policy: Policy, dateOf: DateOf) => Anchor | readonly Anchor[];

/** Anchors of some deadlines. */
export type Anchors = { readonly [K in DeadlineKey]?: AnchorOf };
