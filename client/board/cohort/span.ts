/** Which days and which site figures are asked of. It stands in the address. Pure. */
import { withQuery } from '../api.ts';

export interface Span {
  readonly from: string;
  readonly to: string;
  /** Empty for all of the reader's sites. */
  readonly site: string;
}

export const presets = ['twelveMonths', 'thisYear', 'lastYear'] as const;
export type Preset = (typeof presets)[number];

/** The days of a preset. */
export function presetSpan(preset: Preset, today: string): Omit<Span, 'site'> {
  const year = Number(today.slice(0, 4));
  if (preset === 'thisYear') return { from: `${year}-01-01`, to: today };
  if (preset === 'lastYear') return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` };
  return { from: `${monthsBefore(today.slice(0, 7), 11)}-01`, to: today };
}

function monthsBefore(month: string, count: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d\d-\d\d$/.test(text);

/** Reads an address; the last twelve months where it names no days. */
export function spanIn(search: string, today: string): Span {
  const query = new URLSearchParams(search);
  const [from, to] = [query.get('from'), query.get('to')];
  const days = isDay(from) && isDay(to) ? { from, to } : presetSpan('twelveMonths', today);
  return { ...days, site: query.get('site') ?? '' };
}

/** The address of the figures of a span. */
export const cohortPath = ({ from, to, site }: Span): string => withQuery('/cohort', { from, to, site });

/** Where the list of these participants is. */
export const peoplePath = (query: { phase?: string; caseWorker?: string; attention?: string }): string =>
  withQuery('/participants', query);

/** At most so many of them, evenly spaced, the last one among them. */
export function spaced<T>(all: readonly T[], most: number): readonly T[] {
  const step = Math.ceil(all.length / most);
  return all.filter((_, at) => (all.length - 1 - at) % step === 0);
}
