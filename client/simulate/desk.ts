/** A case worker's desk: the journeys in hand, what has been promised, and what has been begun. */
import type { Rulebook } from '../../workflows/fold/rulebook.ts';
import type { Day, Instant } from '../../workflows/policy/calendar.ts';
import type { Journey } from './journey.ts';
import type { Scenario } from './scenario.ts';
import type { Tally } from './tally.ts';

/** A day of the simulation. */
export interface Today {
  readonly day: Day;
  readonly noon: Instant;
  readonly month: string;
  readonly week: number;
  readonly isWorking: boolean;
  readonly endsMonth: boolean;
}

export interface Employment {
  readonly id: string;
  /** The places of the caseload, by their numbers in the whole cohort. */
  readonly places: readonly number[];
  /** Part of a full position: the last case worker may have few places, and as little time. */
  readonly position: number;
  readonly rulebook: Rulebook;
  readonly scenario: Scenario;
  readonly seed: number;
}

export interface Desk extends Employment {
  readonly tally: Tally;
  readonly journeys: Set<Journey>;
  /** When the next participant takes a place, and how many have had it. */
  readonly arrivals: Map<number, { on: Day; generation: number }>;
  /** Minutes promised to meetings, by day. */
  readonly booked: Map<Day, number>;
  /** Minutes already spent on tasks that are not finished. */
  readonly begun: Map<string, number>;
  /** The last month whose everyday support is done, by participant. */
  readonly supported: Map<string, string>;
}

/** How long a case worker works on a working day. */
export const minutesADay = ({ scenario, position }: Employment): number =>
  (scenario.office.hoursAWeek * 60 * position) / 5;
