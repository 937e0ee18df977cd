/**
 * Calendar days and the reckoning of periods by §§186–193 BGB. Pure text and integers: no clock, no time-zone library.
 * A `Day` is `YYYY-MM-DD`; an `Instant` is `YYYY-MM-DDTHH:MM:SS.sssZ`, so that comparing texts compares moments.
 */
import { z } from 'zod';
import { type FederalState, isHoliday } from './holidays.ts';

/** First and last day an entry may speak of. Holidays are known for some years more, for what follows from it. */
export const calendarRange = { first: '2008-01-01', last: '2040-12-31' } as const;
const inRange = (text: string): boolean =>
  text >= calendarRange.first && text.slice(0, 10) <= calendarRange.last;
const rangeError = {
  error: `must lie between ${calendarRange.first} and ${calendarRange.last}`,
  params: { de: `muss zwischen ${calendarRange.first} und ${calendarRange.last} liegen` },
};

/** A date that exists in the calendar. */
export const Day = z.iso.date().refine(inRange, rangeError);
export type Day = z.infer<typeof Day>;

/** A moment; any offset is accepted and normalised to UTC with milliseconds. */
export const Instant = z.iso
  .datetime({ offset: true })
  .refine(inRange, rangeError)
  .transform((text) => new Date(text).toISOString());
export type Instant = z.infer<typeof Instant>;

/** A length of time; exactly one unit. */
export type Period =
  | { readonly days: number }
  | { readonly weeks: number }
  | { readonly months: number }
  | { readonly years: number }
  | { readonly workingDays: number };

const DAY_MS = 86_400_000;
const ordinal = (day: Day): number => Date.parse(`${day}T00:00:00.000Z`) / DAY_MS;
const days = new Map<number, Day>();
/** Days are few and reckoned again and again: each is spelled once. */
function dayAt(count: number): Day {
  const day = days.get(count) ?? new Date(count * DAY_MS).toISOString().slice(0, 10);
  days.set(count, day);
  return day;
}

/** The day `count` days later, or earlier for a negative count. */
export function addDays(day: Day, count: number): Day {
  return dayAt(ordinal(day) + count);
}

/** Whole days from the first day to the second. */
export function daysBetween(from: Day, to: Day): number {
  return ordinal(to) - ordinal(from);
}

/** The same day number `count` months later, and whether that month has it; else the month's last day. */
function monthsLater(day: Day, count: number): { day: Day; exists: boolean } {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = Date.UTC(year, month - 1 + count, 1) / DAY_MS;
  const length = Date.UTC(year, month + count, 1) / DAY_MS - first;
  const exists = date <= length;
  return { day: dayAt(first + (exists ? date : length) - 1), exists };
}

const monthsOf = (period: Period): number | undefined =>
  'months' in period ? period.months : 'years' in period ? 12 * period.years : undefined;

const daysOf = (period: Period): number =>
  'weeks' in period ? 7 * period.weeks : 'days' in period ? period.days : 0;

/** Monday to Friday and no public holiday of the state. */
export function isWorkingDay(day: Day, state: FederalState): boolean {
  const weekday = (ordinal(day) + 4) % 7; // 1970-01-01 was a Thursday
  return weekday !== 0 && weekday !== 6 && !isHoliday(day, state);
}

/** The day itself or, where it is no working day, the next one: §193 BGB, §222(2) ZPO. */
export function orNextWorkingDay(day: Day, state: FederalState): Day {
  let candidate = day;
  while (!isWorkingDay(candidate, state)) candidate = addDays(candidate, 1);
  return candidate;
}

function workingDaysAfter(event: Day, count: number, state: FederalState): Day {
  let day = event;
  for (let left = count; left > 0; left -= 1) day = orNextWorkingDay(addDays(day, 1), state);
  return day;
}

/**
 * Last day of a period that runs *with* its first day: the day before the corresponding one, or the month's last day
 * where that day is missing (§187(2), §188(2) and (3) BGB).
 */
export function lastDayWith(first: Day, period: Period, state: FederalState): Day {
  const months = monthsOf(period);
  if (months !== undefined) {
    const corresponding = monthsLater(first, months);
    return corresponding.exists ? addDays(corresponding.day, -1) : corresponding.day;
  }
  if ('workingDays' in period) return workingDaysAfter(addDays(first, -1), period.workingDays, state);
  return addDays(first, daysOf(period) - 1);
}

/** Last day of a period that runs *after* an event, whose own day is not counted (§187(1), §188 BGB). */
export function lastDayAfter(event: Day, period: Period, state: FederalState): Day {
  const months = monthsOf(period);
  if (months !== undefined) return monthsLater(event, months).day;
  if ('workingDays' in period) return workingDaysAfter(event, period.workingDays, state);
  return addDays(event, daysOf(period));
}

/** The day that lies a period *before* an end: four weeks before 31 December is 3 December. */
export function dayBefore(end: Day, period: Period): Day {
  const months = monthsOf(period);
  if (months !== undefined) return monthsLater(end, -months).day;
  return addDays(end, -daysOf(period));
}

/** Last day of a period lengthened by another, which runs from the day after the old end (§190 BGB). */
export function extended(oldEnd: Day, by: Period, state: FederalState): Day {
  return lastDayWith(addDays(oldEnd, 1), by, state);
}

/**
 * An end moved by a leave from one day to another, both counted: by its whole months, then its remaining days, from the
 * day after the old end.
 */
export function shifted(oldEnd: Day, from: Day, to: Day, state: FederalState): Day {
  let months = 0;
  while (lastDayWith(from, { months: months + 1 }, state) <= to) months += 1;
  const counted = lastDayWith(from, { months }, state);
  return addDays(extended(oldEnd, { months }, state), daysBetween(counted, to));
}

const lastSunday = (year: number, month: number): Day => {
  const last = new Date(Date.UTC(year, month, 0));
  return addDays(last.toISOString().slice(0, 10), -last.getUTCDay());
};

/**
 * The calendar day in Germany at an instant. Summer time runs from the last Sunday of March to the last of October,
 * 01:00 UTC (directive 2000/84/EC): two lines, where a time-zone library would make histories depend on its data.
 */
export function germanDay(instant: Instant): Day {
  const year = Number(instant.slice(0, 4));
  const summer =
    instant >= `${lastSunday(year, 3)}T01:00:00.000Z` && instant < `${lastSunday(year, 10)}T01:00:00.000Z`;
  return new Date(Date.parse(instant) + (summer ? 2 : 1) * 3_600_000).toISOString().slice(0, 10);
}

/** The last millisecond of a calendar day in Germany. */
export function endOfGermanDay(day: Day): Instant {
  const candidate = `${day}T22:59:59.999Z`;
  return germanDay(candidate) === day ? candidate : `${day}T21:59:59.999Z`;
}

/** The moment that stands for an earlier day given without a time. */
export function noon(day: Day): Instant {
  return `${day}T12:00:00.000Z`;
}

/** When a reminder speaks: 05:00 UTC of its date. */
export function reminderInstant(date: Day): Instant {
  return `${date}T05:00:00.000Z`;
}

/** When a period is over: 05:00 UTC of the day after its last day. */
export function periodEndInstant(lastDay: Day): Instant {
  return reminderInstant(addDays(lastDay, 1));
}

/** Sorts days or instants, earliest first. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The later of two texts that sort by time: days or instants. */
export function later<T extends string>(a: T, b: T): T {
  return a > b ? a : b;
}

/** The earlier of two texts that sort by time: days or instants. */
export function earlier<T extends string>(a: T, b: T): T {
  return a < b ? a : b;
}
