/** Days and times as people here write them: calendar days as they are, instants by the clock in Germany. Pure, but for now. */
import type { Lang } from '../words.ts';

const zone = 'Europe/Berlin';
const locales = { de: 'de-DE', en: 'en-GB' } as const satisfies Record<Lang, string>;

const dayFormats = {
  de: new Intl.DateTimeFormat(locales.de, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  }),
  en: new Intl.DateTimeFormat(locales.en, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }),
} as const;

const weekdayFormats = {
  de: new Intl.DateTimeFormat(locales.de, { weekday: 'short', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat(locales.en, { weekday: 'short', timeZone: 'UTC' }),
} as const;

const monthFormats = {
  de: new Intl.DateTimeFormat(locales.de, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat(locales.en, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
} as const;

/** `sv-SE` writes dates and times as ISO 8601 does. */
const clock = new Intl.DateTimeFormat('sv-SE', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZone: zone,
});

const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** `26.11.2026` or `26 Nov 2026`. */
export const dayText = (day: string, lang: Lang): string => dayFormats[lang].format(noonOf(day));

/** `Do., 26.11.2026` or `Thu, 26 Nov 2026`. */
export const weekdayText = (day: string, lang: Lang): string =>
  `${weekdayFormats[lang].format(noonOf(day))}${lang === 'de' ? '.' : ''}, ${dayText(day, lang)}`;

/** `November 2026`, of a day or of a month. */
export const monthText = (month: string, lang: Lang): string =>
  monthFormats[lang].format(noonOf(`${month.slice(0, 7)}-15`));

/** The day of an instant in Germany. */
export const dayOf = (instant: string | Date): string => clock.format(new Date(instant)).slice(0, 10);

/** The time of an instant in Germany: `14:30`. */
export const timeOf = (instant: string | Date): string => clock.format(new Date(instant)).slice(11, 16);

/** Day and time of an instant: `26.11.2026, 14:30 Uhr` or `26 Nov 2026, 14:30`. */
export const instantText = (instant: string, lang: Lang): string =>
  `${dayText(dayOf(instant), lang)}, ${timeOf(instant)}${lang === 'de' ? ' Uhr' : ''}`;

export const today = (): string => dayOf(new Date());

/** How many days from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((noonOf(to).getTime() - noonOf(from).getTime()) / 86_400_000);

/** The day that is so many days later. */
export const plusDays = (day: string, days: number): string =>
  new Date(noonOf(day).getTime() + days * 86_400_000).toISOString().slice(0, 10);

/**
 * The instant at which German clocks show this day and time. A time that the change of clocks leaves out is moved by an hour; of
 * two it is the later one.
 */
export function instantOf(day: string, time: string): string {
  const shown = Date.parse(`${day}T${time}:00Z`);
  const offsetAt = (moment: number): number =>
    Date.parse(`${clock.format(new Date(moment)).replace(' ', 'T')}Z`) - moment;
  const guess = shown - offsetAt(shown);
  return new Date(shown - offsetAt(guess)).toISOString();
}
