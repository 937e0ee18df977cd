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

/** From when to when, end excluded. */
export interface Slot {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/** Hours that are tried, in this order; between 12 and 13 nobody is to come. */
const hours = [10, 11, 13, 14, 15] as const;
const minutes = 60;

/** What a slot must satisfy. */
export interface SlotWish {
  /** The meeting is not before this day. */
  readonly dueOn: Day;
  /** Least number of days between the day of the invitation and the meeting's. */
  readonly noticeDays: number;
  readonly federalState: FederalState;
  /** When the participant is at school. */
  readonly school?: SchoolTimes;
}

/** The slot that begins at an instant. Pure. */
export function slotFrom(startsAt: Instant): Slot {
  return { startsAt, endsAt: new Date(Date.parse(startsAt) + minutes * 60_000).toISOString() };
}

/** The first slot from the wished day on that meets nothing busy; `now` is the moment of the invitation. Pure. */
export function findSlot(wish: SlotWish, now: Instant, busy: readonly Slot[]): Slot {
  let day = later(wish.dueOn, addDays(germanDay(now), wish.noticeDays));
  for (;;) {
    if (isPossible(day, wish)) {
      const free = hours.map((hour) => slotAt(day, hour)).find((slot) => isFree(slot, busy));
      if (free !== undefined) return free;
    }
    day = addDays(day, 1);
  }
}

/**
 * Tells whether a slot that was given out can stay under changed wishes. The notice is not asked for again:
 * it was kept when the slot was given out, and moving a meeting nobody needs to move would break it. Pure.
 */
export function stillFits(slot: Slot, wish: SlotWish, now: Instant, busy: readonly Slot[]): boolean {
  const day = germanDay(slot.startsAt);
  return slot.startsAt > now && day >= wish.dueOn && isPossible(day, wish) && isFree(slot, busy);
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** A working day on which nobody has to be at school. */
function isPossible(day: Day, { federalState, school }: SlotWish): boolean {
  if (!isWorkingDay(day, federalState)) return false;
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
