/** German dates for mails. */
import type { Day, Instant } from '../workflows/policy/calendar.ts';
import type { Slot } from './slot.ts';

/** `2026-02-28` as `28.02.2026`. Pure. */
export function germanDate(day: Day): string {
  return day.split('-').reverse().join('.');
}

const monthAndYear = new Intl.DateTimeFormat('de-DE', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `202409` as `September 2024`. Pure. */
export function germanMonth(month: number): string {
  return monthAndYear.format(Date.UTC(Math.trunc(month / 100), (month % 100) - 1));
}

const longDay = new Intl.DateTimeFormat('de-DE', { dateStyle: 'full', timeZone: 'Europe/Berlin' });
const clock = new Intl.DateTimeFormat('de-DE', { timeStyle: 'short', timeZone: 'Europe/Berlin' });

const shortDay = new Intl.DateTimeFormat('de-DE', {
  ...{ weekday: 'short', day: 'numeric', month: 'numeric' },
  timeZone: 'Europe/Berlin',
});

/** A slot as `Mo., 12.1., 10:00 Uhr`, by the clock in Germany. Pure. */
export function shortSlot({ startsAt }: Slot): string {
  const start = new Date(startsAt);
  return `${shortDay.format(start)}, ${clock.format(start)} Uhr`;
}

/** A slot as `Montag, 12. Januar 2026, 10:00 bis 11:00 Uhr`, by the clock in Germany. Pure. */
export function germanSlot({ startsAt, endsAt }: Slot): string {
  const time = (instant: Instant): string => clock.format(new Date(instant));
  return `${longDay.format(new Date(startsAt))}, ${time(startsAt)} bis ${time(endsAt)} Uhr`;
}
