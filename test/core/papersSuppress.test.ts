/** Small numbers are hidden so far that nobody can reckon them back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Figure,
  leastShown,
  listed,
  parted,
  shown,
  type Table,
} from '../../workflows/fold/papers/suppress.ts';

const figures = ({ rows, total }: Table): (Figure | undefined)[] => [
  ...rows.map(({ figure }) => figure),
  total,
];
const partedOf = (...counts: number[]) =>
  figures(parted(counts.map((count, index) => [`row-${index}`, count])));

describe('small numbers', () => {
  test('are those from one to four; none at all is no small number', () => {
    expect([0, 1, 4, 5, 17].map(shown)).toEqual([0, 'few', 'few', 5, 17]);
    expect(leastShown).toBe(5);
  });

  test('in a mere list are hidden each for itself', () => {
    expect(
      listed([
        ['a', 3],
        ['b', 9],
      ] as const),
    ).toEqual({
      rows: [
        { key: 'a', figure: 'few' },
        { key: 'b', figure: 9 },
      ],
    });
  });

  test.each([
    ['nothing small: nothing hidden', [5, 0, 7], [5, 0, 7, 12]],
    ['nothing at all', [0, 0], [0, 0, 0]],
    ['one small: the next larger is withheld too', [3, 20, 9], ['few', 20, 'withheld', 32]],
    ['of equals the first is withheld', [3, 9, 9], ['few', 'withheld', 9, 21]],
    ['two small that could be otherwise', [1, 2, 30], ['few', 'few', 30, 33]],
    ['two small that could only be one each', [1, 1, 30], ['few', 'few', 'withheld', 32]],
    ['two small that could only be four each', [4, 4, 30], ['few', 'few', 'withheld', 38]],
    [
      'a withheld one that could only be five: more are withheld',
      [1, 5, 9],
      ['few', 'withheld', 'withheld', 15],
    ],
    [
      'two withheld hide each other: what is larger stays',
      [1, 5, 9, 30],
      ['few', 'withheld', 'withheld', 30, 45],
    ],
    ['no further row: the total is withheld', [3, 0], ['few', 0, 'few']],
    ['nothing left to withhold but the total', [1, 5], ['few', 'withheld', 'withheld']],
    [
      'four small in a small total: each could only be one',
      [1, 1, 1, 1],
      ['few', 'few', 'few', 'few', 'withheld'],
    ],
    ['three small in a small total', [1, 1, 1], ['few', 'few', 'few', 'few']],
  ])('as parts of a whole: %s', (_, counts, expected) => {
    expect(partedOf(...counts)).toEqual(expected);
  });

  /** All tables that a reader who knows the rules must think possible, up to a limit. */
  function readings(table: Table, most: number): number[][] {
    const choices = figures(table)
      .slice(0, -1)
      .map((figure) => {
        if (typeof figure === 'number') return [figure];
        return Array.from(
          { length: figure === 'few' ? 4 : most },
          (__, index) => index + (figure === 'few' ? 1 : 5),
        );
      });
    const all = choices.reduce<number[][]>(
      (known, choice) => known.flatMap((row) => choice.map((one) => row.concat(one))),
      [[]],
    );
    return all.filter((row) => {
      const sum = row.reduce((a, b) => a + b, 0);
      if (table.total === 'withheld' || table.total === undefined) return true;
      return table.total === 'few' ? sum >= 1 && sum <= 4 : sum === table.total;
    });
  }

  test('can never be reckoned back: every hidden figure could be another one', () => {
    const counts = fc.array(fc.oneof(fc.nat(5), fc.nat(9)), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(counts, (given) => {
        const table = parted(given.map((count, index) => [`row-${index}`, count]));
        const possible = readings(table, 12);
        expect(possible).toContainEqual(given);
        table.rows.forEach(({ figure }, index) => {
          if (typeof figure === 'number') expect(figure).toBe(given[index]);
          else expect(new Set(possible.map((row) => row[index])).size).toBeGreaterThan(1);
          if (figure === 'withheld') expect(given[index]).toBeGreaterThanOrEqual(leastShown);
        });
        if (table.total === 'few')
          expect(new Set(possible.map((row) => row.reduce((a, b) => a + b, 0))).size).toBeGreaterThan(1);
      }),
      { numRuns: 300 },
    );
  });
});
