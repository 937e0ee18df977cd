/**
 * Small numbers are not shown: a cell of 1 to 4 is `few`. Where it could be reckoned from the total, further cells, in the end the
 * total itself, are `withheld`, until every hidden cell could have two values at least. Pure.
 */

/** A number; `few` for 1 to 4; `withheld` for one that would give a hidden one away. */
export type Figure = number | 'few' | 'withheld';

/** The smallest number that is shown, but for none at all. */
export const leastShown = 5;

export interface Row<K extends string = string> {
  readonly key: K;
  readonly figure: Figure;
}

export interface Table<K extends string = string> {
  readonly rows: readonly Row<K>[];
  /** The sum of the rows, where they are parts of one whole. */
  readonly total?: Figure;
}

/** Values that a reader, who knows these rules, must still think possible. */
interface Range {
  readonly low: number;
  readonly high: number;
}

/** A number by itself. */
export const shown = (count: number): Figure => (count > 0 && count < leastShown ? 'few' : count);

/** Counts that are no parts of one whole. */
export const listed = <K extends string>(counts: readonly (readonly [K, number])[]): Table<K> => ({
  rows: counts.map(([key, count]) => ({ key, figure: shown(count) })),
});

/** Counts that add up to their total, hidden so far that nothing can be reckoned back. */
export function parted<K extends string>(counts: readonly (readonly [K, number])[]): Table<K> {
  const sum = counts.reduce((all, [, count]) => all + count, 0);
  let { rows } = listed(counts);
  let total = shown(sum);
  while (givesAway(rows, total)) {
    const next = rows
      .filter((row): row is Row<K> & { figure: number } => typeof row.figure === 'number' && row.figure > 0)
      .toSorted((a, b) => a.figure - b.figure)[0];
    if (next) rows = rows.map((row) => (row === next ? { ...row, figure: 'withheld' } : row));
    else total = 'withheld';
  }
  return { rows, total };
}

/** Whether a hidden row, or a hidden total, has but one value that fits. */
function givesAway(rows: readonly Row[], total: Figure): boolean {
  const ranges = rows.map(({ figure }) => rangeOf(figure));
  const whole = total === 'withheld' ? { low: 0, high: Infinity } : rangeOf(total);
  const lows = ranges.reduce((sum, { low }) => sum + low, 0);
  const highs = ranges.reduce((sum, { high }) => sum + high, 0);
  const isFixed = ({ low, high }: Range): boolean =>
    Math.min(high, whole.high - (lows - low)) <= Math.max(low, whole.low - othersHigh(highs, high, ranges));
  const hidden = rows.flatMap(({ figure }, index) => (typeof figure === 'number' ? [] : [ranges[index]]));
  const isTotalFixed = total === 'few' && Math.min(whole.high, highs) <= Math.max(whole.low, lows);
  return isTotalFixed || hidden.some((range) => range !== undefined && isFixed(range));
}

/** The most that all other rows can come to. */
function othersHigh(highs: number, high: number, ranges: readonly Range[]): number {
  if (high !== Infinity) return highs - high;
  const unbounded = ranges.filter((range) => range.high === Infinity).length;
  if (unbounded > 1) return Infinity;
  return ranges.reduce((sum, range) => sum + (range.high === Infinity ? 0 : range.high), 0);
}

function rangeOf(figure: Figure): Range {
  if (figure === 'few') return { low: 1, high: leastShown - 1 };
  if (figure === 'withheld') return { low: leastShown, high: Infinity };
  return { low: figure, high: figure };
}
