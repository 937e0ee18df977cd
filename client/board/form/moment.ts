/** When something happened: now, on a day, or at a time of a day; never later than now. Pure. */
import { dayOf, instantOf, timeOf } from '../parts/dates.ts';
import type { Fault } from './draft.ts';

export interface Moment {
  /** Empty while nobody has said otherwise: now. */
  readonly day: string;
  readonly time: string;
}

export const rightNow: Moment = { day: '', time: '' };

/** A day or an instant, as it is asked for; now where there is none, or one that is yet to come. */
export function momentAt(when: string | undefined, now: string): Moment {
  if (when === undefined || when > now) return rightNow;
  return when.length === 10 ? { day: when, time: '' } : { day: dayOf(when), time: timeOf(when) };
}

/** What a statement says of its moment: nothing, a day, or an instant. */
export function readMoment({ day, time }: Moment, now: string): { effectiveAt?: string; fault?: Fault } {
  if (day === '' && time === '') return {};
  const date = day === '' ? dayOf(now) : day;
  const fault = (word: Fault['word']): { fault: Fault } => ({ fault: { path: 'effectiveAt', word } });
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return fault('faultDay');
  if (date > dayOf(now)) return fault('faultFuture');
  if (time === '') return date === dayOf(now) ? {} : { effectiveAt: date };
  if (!/^\d\d:\d\d$/.test(time)) return fault('faultTime');
  if (date === dayOf(now) && time === timeOf(now)) return {};
  const effectiveAt = instantOf(date, time);
  return effectiveAt > new Date(now).toISOString() ? fault('faultFuture') : { effectiveAt };
}
