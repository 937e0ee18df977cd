/** Goals of the support plan, lessons and attendance, as a report tells of them. Pure. */
import type { EventOf } from '../../journal/events.ts';
import type { Live } from '../../journal/live.ts';
import type { Absence } from '../../machine/facts/support.ts';
import { addDays, type Day, daysBetween, isWorkingDay } from '../../policy/calendar.ts';
import type { FederalState } from '../../policy/holidays.ts';
import { lessonsIn, minutesOf } from './contacts.ts';
import { clipped, type Span, toldIn } from './period.ts';

export interface Goal {
  /** Root `seq` of the entry that set it. */
  readonly entry: number;
  /** A code, or the id of a note. */
  readonly goal: string;
  readonly setOn: Day;
  /** What came of the last review in the time reported on; `open` where there was none. */
  readonly result: EventOf<'goal.reviewed'>['result'] | 'open';
  readonly reviewedOn?: Day;
}

/** Goals that were under way in a span, each with its last review in it. */
export function goalsIn(live: readonly Live[], span: Span): Goal[] {
  const reviews = toldIn(live, 'goal.reviewed');
  return toldIn(live, 'goal.set').flatMap(({ entry, event, on }) => {
    const ofGoal = reviews.filter((review) => review.event.goal === entry);
    const isOver = ofGoal.some((review) => review.event.result !== 'continued' && review.on < span.from);
    if (on > span.to || isOver) return [];
    const last = ofGoal.findLast((review) => span.from <= review.on && review.on <= span.to);
    const reviewed = last ? { result: last.event.result, reviewedOn: last.on } : { result: 'open' as const };
    return [{ entry, goal: event.goal, setOn: on, ...reviewed }];
  });
}

/** Learning support in a subject, and what was given of it in the time reported on. */
export interface LearningSupport {
  readonly subject: string;
  readonly requestedOn: Day;
  readonly startedOn?: Day;
  readonly endedOn?: Day;
  readonly lessons: number;
  readonly minutes: number;
}

/** Learning support that was asked for or given in a span. */
export function learningSupportIn(live: readonly Live[], span: Span): LearningSupport[] {
  const all = toldIn(live, 'learningSupport.requested').map(
    ({ event, on }, index, asked): LearningSupport => {
      const until = asked[index + 1]?.on;
      const mine = (other: { on: Day }): boolean =>
        other.on >= on && (until === undefined || other.on < until);
      const started = toldIn(live, 'learningSupport.started').find(mine)?.on;
      const ended = toldIn(live, 'learningSupport.ended').find(mine)?.on;
      const given = lessonsIn(live, span).filter(mine);
      return {
        ...{ subject: event.subject, requestedOn: on, lessons: given.length, minutes: minutesOf(given) },
        ...(started === undefined ? {} : { startedOn: started }),
        ...(ended === undefined ? {} : { endedOn: ended }),
      };
    },
  );
  return all.filter(({ requestedOn, endedOn }) => clipped({ from: requestedOn, to: endedOn }, span));
}

/** Absences for one reason: how often, how many days, how many of them working days of the place. */
export interface AbsenceSum {
  readonly reason: Absence['reason'];
  readonly times: number;
  readonly days: number;
  readonly workingDays: number;
}

/** Absences in a span by their reasons; one that goes on counts to the span's end. */
export function absencesIn(absences: readonly Absence[], span: Span, place: FederalState): AbsenceSum[] {
  const met = absences.flatMap(({ reason, ...time }) => {
    const part = clipped(time, span);
    return part ? [{ reason, ...part }] : [];
  });
  return [...Map.groupBy(met, ({ reason }) => reason)].map(([reason, parts]) => ({
    reason,
    times: parts.length,
    days: parts.reduce((sum, part) => sum + daysBetween(part.from, part.to) + 1, 0),
    workingDays: parts.reduce((sum, part) => sum + workingDaysIn(part, place), 0),
  }));
}

function workingDaysIn({ from, to }: Span, place: FederalState): number {
  let count = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(day, place)) count += 1;
  return count;
}
