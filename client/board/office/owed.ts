/** Messages to the funder as the page shows them. Pure. */
import type { Catalogue } from '../../web/api/schemas.ts';
import type { FunderMessages } from '../../web/api/schemasOfPapers.ts';
import { eventIn } from '../parts/catalogue.ts';
import { dayText, monthText } from '../parts/dates.ts';
import type { Language } from '../parts/lang.tsx';
import type { Text } from '../words.ts';

export type Message = FunderMessages['messages'][number];

export const idOf = ({ journey, key }: Pick<Message, 'journey' | 'key'>): string => `${journey} ${key}`;

/** Whether the funder waits for it. */
export const isOwed = ({ status }: Pick<Message, 'status'>): boolean =>
  status === 'open' || status === 'corrected';

/** Which fields of which events say what a code means. */
const sources = {
  report: [['report.submitted', 'report']],
  reopened: [['journey.reopened', 'reason']],
  reason: [
    ['training.interrupted', 'reason'],
    ['journey.leftEarly', 'reason'],
  ],
} as const satisfies Record<string, readonly (readonly [string, string])[]>;

function wordFor(name: string, value: string, catalogue: Catalogue | undefined): Text | undefined {
  if (!catalogue || !Object.hasOwn(sources, name)) return undefined;
  for (const [type, field] of sources[name as keyof typeof sources]) {
    const word = eventIn(catalogue, type)?.words[field]?.values?.[value];
    if (word) return word;
  }
  return undefined;
}

const hoursText = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/** What belongs to a message, in words. */
export function detailsOf(
  { fields }: Message,
  language: Language,
  catalogue: Catalogue | undefined,
): string[] {
  const { t, say, lang } = language;
  return Object.entries(fields).flatMap(([name, value]): string[] => {
    if (value === false) return [];
    if (name === 'directStart') return [t('owedDirectStart')];
    if (name === 'partTime') return [t('owedPartTime')];
    if (name === 'weeklyHours') return [t('owedWeeklyHours', { hours: String(value) })];
    if (name === 'month') return [monthText(String(value), lang)];
    if (name === 'minutes') return [t('owedUsed', { hours: hoursText(Number(value)) })];
    if (name === 'agreedMinutes') return [t('owedAgreed', { hours: hoursText(Number(value)) })];
    if (name === 'until') return [t('owedUntil', { day: dayText(String(value), lang) })];
    if (name === 'year') return [t('owedYear', { year: String(value) })];
    if (name === 'way') return [t(value === 'regular' ? 'owedRegular' : 'owedEarly')];
    if (name === 'reason' && value === 'parentalLeave') return [t('owedParentalLeave')];
    const word = wordFor(name, String(value), catalogue);
    return word ? [say(word)] : [];
  });
}
