/** When a meeting can take place: a working day of its site, an hour of the working day in Germany. Pure. */
import { Temporal } from 'temporal-polyfill';
import type { SchoolTimes } from '../workflows/effects/effects.ts';
import {
  addDays,
  type Day,
  germanDay,
  type Instant,
  isWorkingDay,
  later,
} from '../workflows/policy/calendar.ts';
import type { FederalState } from '../workflows/policy/holidays.ts';
import type { Away } from './store/staff.ts';

/** From when to when, end excluded. */
export interface Slot {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

const minutes = 60;

/** From when to when a site receives people, by the clock there (`HH:MM`). */
export interface OfficeHours {
  readonly opens: string;
  readonly closes: string;
}

/** Where a site has not said otherwise. */
export const usualHours: OfficeHours = { opens: '10:00', closes: '16:00' };

/** What keeps a case worker from a meeting: other meetings, and days away. */
export interface Occupied {
  readonly busy: readonly Slot[];
  readonly away: readonly Away[];
}

/** What a slot must satisfy. */
export interface SlotWish {
  /** The meeting is not before this day. */
  readonly dueOn: Day;
  /** Least number of days between the day of the invitation and the meeting's. */
  readonly noticeDays: number;
  readonly federalState: FederalState;
  /** When the participant is at school. */
  readonly school?: SchoolTimes;
  readonly office: OfficeHours;
}

/** The slot that begins at an instant. Pure. */
export function slotFrom(startsAt: Instant): Slot {
  return { startsAt, endsAt: new Date(Date.parse(startsAt) + minutes * 60_000).toISOString() };
}

/** How many days are looked through. */
const furthest = 365;

/**
 * The first slot from the wished day on that meets nothing busy, within a year; none if there is none. `now` is the moment of
 * the invitation. Pure.
 */
export function findSlot(wish: SlotWish, now: Instant, { busy, away }: Occupied): Slot | undefined {
  const first = later(wish.dueOn, addDays(germanDay(now), wish.noticeDays));
  const hours = hoursWithin(wish.office);
  for (let day = first; day <= addDays(first, furthest); day = addDays(day, 1)) {
    if (!isPossible(day, wish, away)) continue;
    const free = hours.map((hour) => slotAt(day, hour)).find((slot) => isFree(slot, busy));
    if (free !== undefined) return free;
  }
  return undefined;
}

/** Full hours within the office hours, those after ten first; between 12 and 13 nobody is to come. */
function hoursWithin({ opens, closes }: OfficeHours): number[] {
  const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  const all = Array.from({ length: 24 }, (_, hour) => hour).filter(
    (hour) => hour !== 12 && hour * 60 >= minuteOf(opens) && hour * 60 + minutes <= minuteOf(closes),
  );
  return [...all.filter((hour) => hour >= 10), ...all.filter((hour) => hour < 10)];
}

/**
 * Tells whether a slot that was given out can stay under changed wishes. The notice is not asked for again:
 * it was kept when the slot was given out, and moving a meeting nobody needs to move would break it. Pure.
 */
export function stillFits(slot: Slot, wish: SlotWish, now: Instant, { busy, away }: Occupied): boolean {
  const day = germanDay(slot.startsAt);
  return slot.startsAt > now && day >= wish.dueOn && isPossible(day, wish, away) && isFree(slot, busy);
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** A working day on which nobody has to be at school, nor is away. */
function isPossible(day: Day, { federalState, school }: SlotWish, away: readonly Away[]): boolean {
  if (!isWorkingDay(day, federalState)) return false;
  if (away.some(({ from, until }) => from <= day && day <= until)) return false;
  const weekday = weekdays[new Date(`${day}T00:00:00.000Z`).getUTCDay()];
  const inBlock = school?.blocks.some(({ from, to }) => from <= day && day <= to) ?? false;
  return !inBlock && !school?.weekdays.some((one) => one === weekday);
}

function slotAt(day: Day, hour: number): Slot {
  const start = Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone: 'Europe/Berlin',
    plainTime: Temporal.PlainTime.from({ hour }),
  });
  return slotFrom(new Date(start.epochMilliseconds).toISOString());
}

function isFree(slot: Slot, busy: readonly Slot[]): boolean {
  return busy.every(({ startsAt, endsAt }) => endsAt <= slot.startsAt || startsAt >= slot.endsAt);
}
