/** The table of public holidays is what the package date-holidays reckons, and knows the laws of the states. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type FederalState, federalStates, isHoliday } from '../../workflows/policy/holidays.ts';
import { generateHolidays } from '../support/generate-holidays.ts';

const where = (day: string): FederalState[] => federalStates.filter((state) => isHoliday(day, state));

describe('the table of public holidays', () => {
  it('is what the generator writes today', () => {
    const path = new URL('../../workflows/policy/holidays.generated.ts', import.meta.url);
    expect(readFileSync(path, 'utf8')).toBe(generateHolidays());
  });

  it.each<[string, string, readonly FederalState[]]>([
    ['New Year', '2030-01-01', federalStates],
    ['Epiphany', '2026-01-06', ['BW', 'BY', 'ST']],
    ['Good Friday in a leap year', '2024-03-29', federalStates],
    ['Ascension and May Day on one date', '2008-05-01', federalStates],
    ['the day of liberation, Berlin, once', '2025-05-08', ['BE']],
    ['the day of liberation, a year later', '2026-05-08', []],
    ['the uprising of 1953, Berlin, once', '2028-06-17', ['BE']],
    ['Reformation Day 2016', '2016-10-31', ['BB', 'MV', 'SN', 'ST', 'TH']],
    ['Reformation Day 2017, once everywhere', '2017-10-31', federalStates],
    ['Reformation Day since 2018', '2018-10-31', ['BB', 'HB', 'HH', 'MV', 'NI', 'SN', 'ST', 'SH', 'TH']],
    ["Children's Day 2018", '2018-09-20', []],
    ["Children's Day since 2019", '2019-09-20', ['TH']],
    ["Women's Day 2018", '2018-03-08', []],
    ["Women's Day 2019", '2019-03-08', ['BE']],
    ["Women's Day 2023", '2023-03-08', ['BE', 'MV']],
    [
      'Corpus Christi, not the parishes of Saxony and Thuringia',
      '2025-06-19',
      ['BW', 'BY', 'HE', 'NW', 'RP', 'SL'],
    ],
    ['Assumption, not the parishes of Bavaria', '2025-08-15', ['SL']],
    ['the Peace of Augsburg, a town only', '2025-08-08', []],
    ['Repentance Day', '2025-11-19', ['SN']],
    ['Christmas Eve', '2025-12-24', []],
    ['the last day known', '2045-12-26', federalStates],
  ])('knows %s (%s)', (_name, day, states) => {
    expect(where(day).sort()).toEqual([...states].sort());
  });

  it('refuses a year it does not hold', () => {
    expect(() => isHoliday('2007-12-25', 'BW')).toThrow('known from 2008 to 2045, not for 2007-12-25');
    expect(() => isHoliday('2046-01-02', 'BW')).toThrow(RangeError);
  });
});
