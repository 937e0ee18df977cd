/**
 * Which days are public holidays in a whole federal state, from a generated table that is fixed with the policy.
 * Holidays of single towns or regions are not in it. Pure data and functions.
 */
import { holidayTable } from './holidays.generated.ts';

export const federalStates = [
  'BW',
  'BY',
  'BE',
  'BB',
  'HB',
  'HH',
  'HE',
  'MV',
  'NI',
  'NW',
  'RP',
  'SL',
  'SN',
  'ST',
  'SH',
  'TH',
] as const;
export type FederalState = (typeof federalStates)[number];

const statesByDay = new Map(
  Object.entries(holidayTable).flatMap(([year, line]) =>
    line.split(' ').map((word): [string, string] => {
      const [monthDay = '', states = ''] = word.split(':');
      return [`${year}-${monthDay}`, states];
    }),
  ),
);

/**
 * Tells whether a calendar day (`YYYY-MM-DD`) is a public holiday in the whole of a federal state. Pure. Throws a
 * `RangeError` for a year the table does not hold, as silence would make working days of holidays.
 */
export function isHoliday(day: string, state: FederalState): boolean {
  if (!(day.slice(0, 4) in holidayTable)) {
    const years = Object.keys(holidayTable);
    throw new RangeError(`public holidays are known from ${years[0]} to ${years.at(-1)}, not for ${day}`);
  }
  const states = statesByDay.get(day);
  return states === 'all' || (states?.split('+').includes(state) ?? false);
}
