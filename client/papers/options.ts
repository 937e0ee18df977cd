/** Reads what stands on the command line of papers. Every complaint names its field. */
import { z } from 'zod';
import { Role } from '../../workflows/effects/words.ts';
import type { Span } from '../../workflows/fold/papers/period.ts';
import type { ReportName } from '../../workflows/fold/papers/reportPeriod.ts';
import { parseId } from '../../workflows/journal/entry.ts';
import { reportKinds } from '../../workflows/journal/events.ts';
import { calendarRange, Day } from '../../workflows/policy/calendar.ts';
import { ClientError } from '../errors.ts';

type Text = ClientError['text'];

const bad = (field: string, { de, en }: Text): ClientError =>
  new ClientError('bad-input', { de: `${field}: ${de}`, en: `${field}: ${en}` });

/** One of several words. @throws ClientError `bad-input` */
export function oneOf<T extends string>(field: string, text: string, known: readonly T[]): T {
  const found = known.find((one) => one === text);
  if (found !== undefined) return found;
  const words = known.join(', ');
  throw bad(field, { de: `nimmt ${words}, nicht »${text}«.`, en: `takes ${words}, not "${text}".` });
}

/** The words of a list with commas. @throws ClientError `bad-input` where there is none */
export function wordsIn(field: string, text: string): string[] {
  const words = text.split(',').flatMap((word) => word.trim() || []);
  if (words.length > 0) return words;
  throw bad(field, { de: 'nennt nichts.', en: 'names nothing.' });
}

/** A whole number in bounds. @throws ClientError `bad-input` */
export function numberOf(field: string, text: string, least: number, most: number): number {
  const parsed = z.coerce
    .number()
    .int()
    .min(least)
    .max(most)
    .safeParse(text.trim() === '' ? undefined : text);
  if (parsed.success) return parsed.data;
  throw bad(field, {
    de: `nimmt eine ganze Zahl von ${least} bis ${most}, nicht »${text}«.`,
    en: `takes a whole number from ${least} to ${most}, not "${text}".`,
  });
}

/** A day that there is. @throws ClientError `bad-input` */
export function dayOf(field: string, text: string): Day {
  const day = Day.safeParse(text);
  if (day.success) return day.data;
  throw bad(field, {
    de: `nimmt einen Tag, den es gibt, wie 2026-03-31, nicht »${text}«.`,
    en: `takes a day that exists, such as 2026-03-31, not "${text}".`,
  });
}

/** A calendar month, `YYYY-MM`. @throws ClientError `bad-input` */
export function monthOf(text: string): string {
  if (/^\d{4}-\d\d$/.test(text) && Day.safeParse(`${text}-01`).success) return text;
  throw bad('month', {
    de: `nimmt einen Monat wie 2026-03 zwischen ${calendarRange.first} und ${calendarRange.last}, nicht »${text}«.`,
    en: `takes a month such as 2026-03 between ${calendarRange.first} and ${calendarRange.last}, not "${text}".`,
  });
}

/** First and last day. @throws ClientError `bad-input` */
export function spanOf({ from, to }: { from: string; to: string }): Span {
  const span = { from: dayOf('--from', from), to: dayOf('--to', to) };
  if (span.from <= span.to) return span;
  throw bad('--to', {
    de: `liegt vor --from (${from}): »${to}«.`,
    en: `lies before --from (${from}): "${to}".`,
  });
}

/** The kind of a report and its year. @throws ClientError `bad-input` */
export function reportNameOf(kind: string, year: string | undefined): ReportName {
  const report = oneOf('kind', kind, reportKinds);
  if (year === undefined) return { report };
  const parsed = z.coerce.number().int().min(1).max(5).safeParse(year);
  if (parsed.success) return { report, year: parsed.data };
  throw bad('--year', {
    de: `nimmt ein Ausbildungsjahr von 1 bis 5, nicht »${year}«.`,
    en: `takes a training year from 1 to 5, not "${year}".`,
  });
}

/** Who says it, `role[:id]`. @throws ClientError or Refusal */
export function speakerOf(text: string): string {
  const [role = '', id] = text.split(':');
  const known = oneOf('--as', role, Role.options);
  return id === undefined ? known : `${known}:${parseId(id, 'as')}`;
}
