/** A day or an instant in the reader's language, for machines too. */
import { daysBetween, dayText, instantText, today, weekdayText } from './dates.ts';
import { type Language, useLang } from './lang.tsx';

export interface DateTextProps {
  /** A day (`2026-11-26`) or an instant. */
  readonly value: string;
  readonly weekday?: boolean;
  /** Says too how far away it is: `heute`, `vor 3 Tagen`. */
  readonly distance?: boolean;
}

export function DateText({ value, weekday = false, distance = false }: DateTextProps) {
  const language = useLang();
  const { lang } = language;
  const isDay = value.length === 10;
  const text = !isDay ? instantText(value, lang) : weekday ? weekdayText(value, lang) : dayText(value, lang);
  return (
    <>
      <time dateTime={value}>{text}</time>
      {distance && isDay && ` (${distanceText(daysBetween(today(), value), language)})`}
    </>
  );
}

/** How far away a day is, in words. Pure. */
export function distanceText(days: number, { t }: Language): string {
  if (days === 0) return t('dayToday');
  if (days === 1) return t('dayTomorrow');
  if (days === -1) return t('dayYesterday');
  return days < 0 ? t('daysAgo', { days: -days }) : t('daysAhead', { days });
}
