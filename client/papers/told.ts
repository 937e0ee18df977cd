/** What a journey was told, as the course is made from it. Knows no store. */
import { type Course, courseOf } from '../../workflows/fold/papers/course.ts';
import { rulebookOf, type Versions } from '../../workflows/fold/rulebook.ts';
import type { Entry } from '../../workflows/journal/entry.ts';
import type { Instant } from '../../workflows/policy/calendar.ts';

export interface Told extends Versions {
  readonly journey: string;
  readonly journal: readonly Entry[];
  readonly now: Instant;
}

/** The course of a journey that was told. Pure. @throws Refusal as `fold` does */
export const courseToldBy = ({ journey, journal, now, ...versions }: Told): Course =>
  courseOf(journey, rulebookOf(versions), journal, now);
