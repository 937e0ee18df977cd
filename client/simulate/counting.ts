/** How it is counted that something with a deadline was done. */
import { type Day, daysBetween } from '../../workflows/policy/calendar.ts';
import type { DeadlineKey } from '../../workflows/policy/policy.ts';
import { count, type Tally } from './tally.ts';

/** Something with a deadline was done on a day. */
export function countDone(tally: Tally, key: DeadlineKey, dueOn: Day, day: Day): void {
  count(tally, `done/${key}`);
  if (day <= dueOn) count(tally, `inTime/${key}`);
  else count(tally, `daysLate/${key}`, daysBetween(dueOn, day));
}
