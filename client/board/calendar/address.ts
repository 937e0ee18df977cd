/** Which days the calendar shows stands in its address. Pure. */
import { withQuery } from '../api.ts';
import { plusDays } from '../parts/dates.ts';

export const views = ['week', 'day'] as const;
export type View = (typeof views)[number];

export interface Shown {
  readonly view: View;
  /** The day, or any of the week. */
  readonly date: string;
  readonly cancelled: boolean;
}

/** Reads an address; what makes no sense in it is as if it were not there. */
export function shownIn(search: string, today: string): Shown {
  const query = new URLSearchParams(search);
  const date = query.get('date') ?? '';
  return {
    view: query.get('view') === 'day' ? 'day' : 'week',
    date: isDay(date) ? date : today,
    cancelled: query.get('cancelled') === 'true',
  };
}

const isDay = (text: string): boolean =>
  /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && plusDays(text, 0) === text;

/** The address of some days; what is as always is left out of it. */
export const calendarPath = ({ view, date, cancelled }: Shown, today: string): string =>
  withQuery('/calendar', {
    view: view === 'week' ? undefined : view,
    date: date === today ? undefined : date,
    cancelled: cancelled || undefined,
  });

/** The Monday on or before a day. */
export const mondayOf = (day: string): string =>
  plusDays(day, -((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7));

/** The days that are shown. */
export function daysOf({ view, date }: Pick<Shown, 'view' | 'date'>): string[] {
  if (view === 'day') return [date];
  const monday = mondayOf(date);
  return Array.from({ length: 7 }, (_, after) => plusDays(monday, after));
}

/** The same view so many weeks or days away. */
export const moved = (shown: Shown, steps: number): Shown => ({
  ...shown,
  date: plusDays(shown.date, steps * (shown.view === 'week' ? 7 : 1)),
});
