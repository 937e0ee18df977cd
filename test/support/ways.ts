/** Where a region of the statechart stands, step by step or day by day: one short text for a whole way. */
import { folded, placesIn, type Row } from './journal.ts';

const placeOf = (region: string, until: string, rows: readonly Row[]): string | undefined =>
  placesIn(folded(until, ...rows))
    .findLast((path) => path.startsWith(`${region}.`))
    ?.slice(region.length + 1);

/** The innermost state of a region after a beginning, and after each of the rows that follow it. */
export function wayOf(region: string, beginning: readonly Row[], ...rows: readonly Row[]): string {
  const steps = [0, ...rows.map((_, index) => index + 1)];
  const places = steps.map((count) => {
    const told = [...beginning, ...rows.slice(0, count)];
    return placeOf(region, told.at(-1)?.[0] ?? '2024-01-01', told);
  });
  return places.join(' → ');
}

/** The innermost state of a region on each of these days. */
export const daysOf = (region: string, rows: readonly Row[], ...days: readonly string[]): string =>
  days.map((day) => placeOf(region, day, rows)).join(' → ');
