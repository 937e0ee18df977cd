/** How periods are reckoned (§§186–193 BGB) and which day it is in Germany: the examples of the domain, and the law at its edges. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  Day,
  dayBefore,
  daysBetween,
  endOfGermanDay,
  extended,
  germanDay,
  Instant,
  isWorkingDay,
  lastDayAfter,
  lastDayWith,
  orNextWorkingDay,
  type Period,
  periodEndInstant,
  reminderInstant,
} from '../../workflows/policy/calendar.ts';

const berlin = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' });
const HOUR = 3_600_000;
const iso = (millis: number): string => new Date(millis).toISOString();
const first = Date.UTC(2008, 0, 1);
const last = Date.UTC(2041, 0, 1) - 1;
const anyInstant = fc.integer({ min: first, max: last });
const anyDay = anyInstant.map((millis) => iso(millis).slice(0, 10));

describe('periods', () => {
  test.each<[string, Period, string]>([
    ['2024-09-01', { months: 6 }, '2025-02-28'],
    ['2023-09-01', { months: 6 }, '2024-02-29'],
    ['2024-09-01', { months: 4 }, '2024-12-31'],
    ['2024-08-31', { months: 6 }, '2025-02-28'],
    ['2023-08-31', { months: 6 }, '2024-02-29'],
    ['2024-08-29', { months: 6 }, '2025-02-28'],
    ['2024-02-29', { years: 1 }, '2025-02-28'],
    ['2024-02-29', { years: 4 }, '2028-02-28'],
    ['2024-03-31', { months: 1 }, '2024-04-30'],
    ['2024-02-26', { weeks: 1 }, '2024-03-03'],
    ['2024-12-30', { days: 3 }, '2025-01-01'],
  ])('a period that runs with %s and lasts %o ends on %s', (day, period, end) => {
    expect(lastDayWith(day, period, 'BW')).toBe(end);
  });

  test.each<[string, Period, string]>([
    ['2025-03-03', { weeks: 2 }, '2025-03-17'],
    ['2025-01-31', { months: 1 }, '2025-02-28'],
    ['2024-01-31', { months: 1 }, '2024-02-29'],
    ['2024-02-29', { years: 1 }, '2025-02-28'],
    ['2024-02-28', { days: 1 }, '2024-02-29'],
    ['2023-02-28', { days: 1 }, '2023-03-01'],
    ['2024-11-30', { months: 3 }, '2025-02-28'],
  ])('a period after %s that lasts %o ends on %s', (day, period, end) => {
    expect(lastDayAfter(day, period, 'BW')).toBe(end);
  });

  test.each<[string, Period, string]>([
    ['2024-12-31', { weeks: 4 }, '2024-12-03'],
    ['2027-08-31', { months: 6 }, '2027-02-28'],
    ['2028-08-31', { months: 6 }, '2028-02-29'],
    ['2027-08-31', { months: 4 }, '2027-04-30'],
    ['2027-08-15', { months: 4 }, '2027-04-15'],
    ['2024-03-14', { days: 14 }, '2024-02-29'],
  ])('before the end %s by %o lies %s', (day, period, before) => {
    expect(dayBefore(day, period)).toBe(before);
  });

  test('an extension runs from the day after the old end', () => {
    const end = lastDayWith('2024-08-29', { months: 6 }, 'BW');
    expect([end, extended(end, { months: 2 }, 'BW')]).toEqual(['2025-02-28', '2025-04-30']);
  });

  test('a period with a day ends one day before the period after it, unless the month lacks the day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 48 }), (day, months) => {
        const [withDay, after] = [lastDayWith(day, { months }, 'BW'), lastDayAfter(day, { months }, 'BW')];
        expect(daysBetween(withDay, after)).toBe(after.slice(8) === day.slice(8) ? 1 : 0);
      }),
    );
  });

  test('adding days and counting them are inverse', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -2000, max: 2000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count);
      }),
    );
  });

  test('a reminder speaks on its date, a period is over on the morning after its last day', () => {
    expect(reminderInstant('2024-02-29')).toBe('2024-02-29T05:00:00.000Z');
    expect(periodEndInstant('2024-02-29')).toBe('2024-03-01T05:00:00.000Z');
    expect(periodEndInstant('2024-12-31')).toBe('2025-01-01T05:00:00.000Z');
  });
});

describe('working days', () => {
  test('weekends and public holidays of the place are none', () => {
    expect(isWorkingDay('2024-10-31', 'BW')).toBe(true);
    expect(isWorkingDay('2024-10-31', 'SN')).toBe(false);
    expect(isWorkingDay('2024-11-01', 'BW')).toBe(false);
    expect(isWorkingDay('2024-11-01', 'SN')).toBe(true);
    expect(isWorkingDay('2024-11-02', 'SN')).toBe(false);
    expect(isWorkingDay('2024-11-03', 'SN')).toBe(false);
  });

  test('the first day is not counted', () => {
    expect(lastDayAfter('2024-05-13', { workingDays: 5 }, 'BW')).toBe('2024-05-21');
    expect(lastDayAfter('2024-12-20', { workingDays: 5 }, 'BW')).toBe('2024-12-31');
    expect(lastDayWith('2024-05-13', { workingDays: 5 }, 'BW')).toBe('2024-05-17');
  });

  test('a declaration due on a Saturday, Sunday or holiday may be made on the next working day (§193 BGB)', () => {
    expect(orNextWorkingDay('2024-03-29', 'BW')).toBe('2024-04-02');
    expect(orNextWorkingDay('2024-11-01', 'BW')).toBe('2024-11-04');
    expect(orNextWorkingDay('2024-11-01', 'SN')).toBe('2024-11-01');
    expect(orNextWorkingDay('2024-12-25', 'BE')).toBe('2024-12-27');
  });

  test('the next working day is one, and none lies in between', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const next = orNextWorkingDay(day, 'BY');
        expect(isWorkingDay(next, 'BY')).toBe(true);
        for (let between = day; between < next; between = addDays(between, 1)) {
          expect(isWorkingDay(between, 'BY')).toBe(false);
        }
      }),
    );
  });
});

describe('the day in Germany', () => {
  const changes = Array.from({ length: 33 }, (_, index) => 2008 + index).flatMap((year) =>
    [2, 9].map((month) => {
      const end = new Date(Date.UTC(year, month + 1, 0, 1));
      return end.getTime() - end.getUTCDay() * 24 * HOUR;
    }),
  );

  test('agrees with the time-zone data at every hour around every clock change from 2008 to 2040', () => {
    const wrong: string[] = [];
    for (const change of changes) {
      for (let hour = -72; hour <= 72; hour += 1) {
        for (const millis of [-1, 0]) {
          const at = change + hour * HOUR + millis;
          if (germanDay(iso(at)) !== berlin.format(at)) wrong.push(iso(at));
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('agrees with the time-zone data at any instant', () => {
    fc.assert(
      fc.property(anyInstant, (millis) => {
        expect(germanDay(iso(millis))).toBe(berlin.format(millis));
      }),
      { numRuns: 2000 },
    );
  });

  test('ends with its last millisecond, summer and winter and on the days of the change', () => {
    const days = changes.flatMap((change) => [-1, 0, 1].map((day) => addDays(iso(change).slice(0, 10), day)));
    for (const day of [...days, '2024-01-01', '2024-07-01']) {
      const end = Date.parse(endOfGermanDay(day));
      expect(berlin.format(end)).toBe(day);
      expect(berlin.format(end + 1)).toBe(addDays(day, 1));
    }
  });
});

describe('dates from outside', () => {
  test.each([
    '2026-02-30',
    '2023-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-1-1',
    '2007-12-31',
    '2041-01-01',
    '',
  ])('the day "%s" is refused', (text) => {
    expect(Day.safeParse(text).success).toBe(false);
  });

  test('an instant with an offset is kept in UTC, with milliseconds', () => {
    expect(Instant.parse('2024-03-31T03:30:00+02:00')).toBe('2024-03-31T01:30:00.000Z');
    expect(Instant.safeParse('2026-02-30T10:00:00Z').success).toBe(false);
  });
});

test('days and instants lie from 1 January 2008 to 31 December 2040, both included', () => {
  const inside = ['2008-01-01', '2040-12-31'];
  const outside = ['2007-12-31', '2041-01-01'];
  for (const time of ['T00:00:00.000Z', 'T23:59:59.999Z']) {
    expect(inside.map((day) => Instant.safeParse(day + time).success)).toEqual([true, true]);
    expect(outside.map((day) => Instant.safeParse(day + time).success)).toEqual([false, false]);
  }
  expect(inside.map((day) => Day.safeParse(day).success)).toEqual([true, true]);
  expect(outside.map((day) => Day.safeParse(day).success)).toEqual([false, false]);
});
