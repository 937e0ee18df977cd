/** What a case worker has to do. Like deadlines, tasks are derived from where a journey stands, and never kept. */
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import { type Day, earlier } from '../../workflows/policy/calendar.ts';
import type { DeadlineKey } from '../../workflows/policy/policy.ts';
import type { Situation } from './person.ts';
import type { Kind } from './scenario.ts';

export interface Task {
  /** What it is, within its journey. */
  readonly key: string;
  readonly kind: Kind;
  readonly minutes: number;
  /** It cannot be done earlier. */
  readonly from: Day;
  /** The last day that is in time; what is due first is done first. */
  readonly dueOn: Day;
  /** The deadline that it keeps, if it is one of the policy's. */
  readonly deadline?: DeadlineKey;
  /** What the journal has when it is done on a day. */
  readonly events: (day: Day) => readonly JourneyEvent[];
}

export type TasksOf = (situation: Situation) => readonly Task[];

/** A task that may wait for a deadline's date; where the date has passed before, it is due at once. */
export function task(fields: Omit<Task, 'from'> & { from: Day | undefined }): Task {
  const { from = fields.dueOn, ...rest } = fields;
  return { ...rest, from: earlier(from, fields.dueOn) };
}
