/** The month sheet: the support hours used in a calendar month, contact by contact and lesson by lesson, and what is left of those agreed. Pure. */
import { type Allocation, monthAfter, monthOf } from '../../machine/facts/support.ts';
import { addDays, type Day, germanDay } from '../../policy/calendar.ts';
import {
  type Contact,
  contactsIn,
  type Lesson,
  lessonsIn,
  minutesOf,
  type Sum,
  sumOf,
  sumsBy,
} from './contacts.ts';
import type { Course } from './course.ts';
import { toldIn } from './period.ts';

/** What was agreed with the funder for a month, and what has been used of it by the month's end. */
export interface MonthAccount {
  /** One budget for the allocation period, or a contingent for each month. */
  readonly per: 'budget' | 'monthly';
  readonly from: Day;
  readonly to: Day;
  readonly agreedMinutes: number;
  /** In the months of the period before this one; none with monthly contingents. */
  readonly usedBefore: number;
  /** Below zero where more was used than agreed. */
  readonly leftMinutes: number;
}

export interface MonthSheet {
  readonly journey: string;
  readonly site?: string;
  readonly funder?: string;
  readonly caseWorker?: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly madeOn: Day;
  /** The month is not over yet. */
  readonly running: boolean;
  readonly contacts: readonly Contact[];
  readonly lessons: readonly Lesson[];
  /** Of all contacts. */
  readonly sum: Sum;
  /** Of contacts and lessons. */
  readonly usedMinutes: number;
  readonly with: readonly (Sum & { readonly of: Contact['with'] })[];
  readonly by: readonly (Sum & { readonly of: Contact['by'] })[];
  /** Missing where no hours were agreed for this month. */
  readonly account?: MonthAccount;
  /** The day on which the hours were reported to the funder. */
  readonly reportedOn?: Day;
}

/** The sheet of a calendar month, `YYYY-MM`. */
export function monthSheetOf({ journey, folded, live }: Course, month: string): MonthSheet {
  const { facts, policy } = folded.snapshot.context;
  const span = { from: `${month}-01`, to: addDays(`${monthAfter(month)}-01`, -1) };
  const contacts = contactsIn(live, span);
  const lessons = lessonsIn(live, span);
  const usedMinutes = minutesOf([...contacts, ...lessons]);
  const { site, funder, caseWorker } = facts;
  const madeOn = germanDay(folded.now);
  const account = accountOf(facts, policy.limits.supportHours.value, month, usedMinutes);
  const reported = toldIn(live, 'hours.reported').findLast(({ event }) => event.month === month);
  return {
    journey,
    ...(site === undefined ? {} : { site }),
    ...(funder === undefined ? {} : { funder }),
    ...(caseWorker === undefined ? {} : { caseWorker }),
    month,
    madeOn,
    running: madeOn <= span.to,
    contacts,
    lessons,
    sum: sumOf(contacts),
    usedMinutes,
    with: sumsBy(contacts, 'with'),
    by: sumsBy(contacts, 'by'),
    ...(account ? { account } : {}),
    ...(reported ? { reportedOn: reported.on } : {}),
  };
}

interface Hours {
  readonly allocations: readonly Allocation[];
  readonly minutes: { readonly [month: string]: number };
}

/** Of the allocation agreed last, where the month has two. Minutes count by calendar month. */
function accountOf(
  { allocations, minutes }: Hours,
  per: MonthAccount['per'],
  month: string,
  used: number,
): MonthAccount | undefined {
  const current = allocations.findLast(({ from, to }) => monthOf(from) <= month && month <= monthOf(to));
  if (!current) return undefined;
  const { hours, from, to } = current;
  const first = per === 'budget' ? monthOf(from) : month;
  const earlierMonths = Object.entries(minutes).filter(([one]) => first <= one && one < month);
  const usedBefore = earlierMonths.reduce((sum, [, spent]) => sum + spent, 0);
  const agreedMinutes = hours * 60;
  return { per, from, to, agreedMinutes, usedBefore, leftMinutes: agreedMinutes - usedBefore - used };
}
