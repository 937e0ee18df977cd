/** How many support hours were agreed and how many minutes of contacts have used them. Pure. */

import { monthOf } from '../machine/facts/support.ts';
import type { Facts } from '../machine/facts.ts';
import type { Day } from '../policy/calendar.ts';
import type { Policy } from '../policy/policy.ts';

export interface HoursAccount {
  /** One budget for the allocation period, or a contingent for each month. */
  per: 'budget' | 'monthly';
  from: Day;
  to: Day;
  agreedHours: number;
  /** Of the whole period, or of the current month. Contacts count by calendar month. */
  usedMinutes: number;
}

/** The account of the allocation that holds on a day; none where none does. */
export function hoursAccountOf(
  { allocations, minutes }: Facts,
  { limits }: Policy,
  day: Day,
): HoursAccount | undefined {
  const current = allocations.findLast(({ from, to }) => from <= day && day <= to);
  if (!current) return undefined;
  const { from, to, hours } = current;
  const per = limits.supportHours.value;
  const [first, last] = per === 'budget' ? [monthOf(from), monthOf(to)] : [monthOf(day), monthOf(day)];
  const counted = Object.entries(minutes).filter(([month]) => month >= first && month <= last);
  const usedMinutes = counted.reduce((sum, [, spent]) => sum + spent, 0);
  return { per, from, to, agreedHours: hours, usedMinutes };
}
