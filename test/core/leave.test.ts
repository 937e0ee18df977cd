/** Pauses of the training: parental leave moves the contract's end by itself, anything else only by the chamber. */
import { describe, expect, test } from 'vitest';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import {
  contractEnded,
  factsOf,
  failed,
  firedOn,
  folded,
  leftEarly,
  openOn,
  placesIn,
  type Row,
  refusedBy,
  registeredFor,
  reopened,
  training,
} from '../support/journal.ts';

const leave = (until: string): JourneyEvent => ({ type: 'leave.started', until });
const changed = (until: string): JourneyEvent => ({ type: 'leave.changed', until });
const endChanged = (newEnd: string): JourneyEvent => ({ type: 'contract.endChanged', newEnd });
const endsOf = (...rows: readonly Row[]): (string | undefined)[] => {
  const { contract } = factsOf(folded(rows.at(-1)?.[0] ?? '', ...training(), ...rows));
  return [contract?.end, contract?.originalEnd];
};

describe('§20(1) BEEG: parental leave moves the contract’s end of 31 August 2027', () => {
  test.each([
    ['by its days, less than a month', '2025-03-01', '2025-03-20', '2027-09-20'],
    ['by one day', '2025-03-01', '2025-03-01', '2027-09-01'],
    ['by a whole month, counted and not its 31 days', '2025-03-01', '2025-03-31', '2027-09-30'],
    ['by a month that ends where its day is missing', '2025-01-31', '2025-02-28', '2027-09-30'],
    ['by six months into a leap February', '2025-03-15', '2025-09-14', '2028-02-29'],
    ['by six months and then six days', '2025-03-15', '2025-09-20', '2028-03-06'],
    ['by three years', '2025-03-15', '2028-03-14', '2030-08-31'],
  ])('%s', (_, from, until, end) => {
    expect(endsOf([from, leave(until)])).toEqual([end, end]);
  });

  test('reckoned from its first day, also where it is typed later', () => {
    const late: JourneyEvent = { type: 'leave.started', from: '2025-03-15', until: '2025-09-14' };
    expect(endsOf(['2025-04-20', late])[0]).toBe('2028-02-29');
  });

  test('back and forth, always reckoned from the end without it', () => {
    const start: Row = ['2025-03-15', leave('2025-09-14')];
    const longer: Row = ['2025-06-01', changed('2026-03-14')];
    const back: Row = ['2025-07-01', changed('2025-09-14')];
    const shorter: Row = ['2025-08-01', changed('2025-08-03')];
    expect(endsOf(start, longer)[0]).toBe('2028-08-31');
    expect(endsOf(start, longer, back)[0]).toBe('2028-02-29');
    // Four months and twenty days.
    expect(endsOf(start, longer, back, shorter)[0]).toBe('2028-01-20');
  });

  test('a second leave moves the end that the first one left', () => {
    const rows: Row[] = [
      ['2025-03-15', leave('2025-09-14')],
      ['2026-01-01', leave('2026-01-31')],
    ];
    expect(endsOf(...rows)).toEqual(['2028-03-31', '2028-03-31']);
  });

  test('with an extension for a repeat exam: both the present and the original end', () => {
    const rows: Row[] = [
      ...training(),
      ['2027-03-01', registeredFor('2027-06-10')],
      ['2027-06-20', failed],
      ['2027-06-21', { type: 'exam.extensionDemanded', newEnd: '2028-01-31' }],
      ['2027-10-01', leave('2027-12-31')],
    ];
    const state = folded('2027-10-02', ...rows);
    expect(factsOf(state).contract).toMatchObject({ end: '2028-04-30', originalEnd: '2027-11-30' });
    expect(openOn(state, 'longestExtension')).toEqual(['2028-11-30']);
  });

  test('and with it the registration for the exam and the last day of the contract', () => {
    const state = folded('2025-03-16', ...training(), ['2025-03-15', leave('2025-09-14')]);
    expect(openOn(state, 'contractEnd')).toEqual(['2028-02-29']);
    expect(openOn(state, 'examRegistrationReminder')).toEqual(['2027-08-29']);
  });
});

describe('the chamber sets another end', () => {
  const start: Row = ['2025-03-15', leave('2025-09-14')];
  const chamber: Row = ['2025-06-01', endChanged('2028-06-30')];

  test('during a leave, which then moves it no more', () => {
    expect(endsOf(start, chamber)).toEqual(['2028-06-30', '2028-06-30']);
    const state = folded('2025-07-02', ...training(), start, chamber, ['2025-07-01', changed('2026-03-14')]);
    expect(factsOf(state).contract?.end).toBe('2028-06-30');
    expect(openOn(state, 'leaveEnd')).toEqual(['2026-03-14']);
  });

  test('and the next leave moves that one', () => {
    expect(endsOf(start, chamber, ['2026-01-01', leave('2026-01-31')])[0]).toBe('2028-07-31');
  });

  test('after an interruption, which by itself moves nothing', () => {
    const interrupted: Row = ['2025-03-01', { type: 'training.interrupted', reason: 'illness' }];
    expect(endsOf(interrupted, ['2025-06-01', { type: 'training.resumed' }])[0]).toBe('2027-08-31');
    expect(endsOf(interrupted, ['2025-06-01', endChanged('2027-11-30')])).toEqual([
      '2027-11-30',
      '2027-11-30',
    ]);
  });
});

describe('leaveEnd: the last day of parental leave', () => {
  test('follows the change, and fires once on the new day', () => {
    const rows: Row[] = [
      ...training(),
      ['2025-03-15', leave('2025-09-14')],
      ['2025-06-01', changed('2025-07-31')],
    ];
    expect(firedOn(folded('2025-12-01', ...rows), 'leaveEnd')).toEqual(['2025-07-31']);
  });

  test('ends with the contract', () => {
    const state = folded(
      '2025-12-01',
      ...training(),
      ['2025-03-15', leave('2025-09-14')],
      ['2025-06-01', contractEnded()],
    );
    expect(firedOn(state, 'leaveEnd')).toEqual([]);
    expect(placesIn(state)).toContain('pause.none');
    expect(factsOf(state).contract?.end).toBe('2028-02-29');
  });
});

describe('a journey that is reopened', () => {
  const start: Row = ['2025-03-15', leave('2025-09-14')];
  const again = (day: string): Row[] => [
    ['2025-04-01', leftEarly],
    [day, reopened],
  ];

  test('goes on with its leave, which ends on its day and moves the contract once', () => {
    const rows: Row[] = [...training(), start, ...again('2025-04-02')];
    const state = folded('2025-04-02', ...rows);
    expect(openOn(state, 'leaveEnd')).toEqual(['2025-09-14']);
    const longer = folded('2025-06-01', ...rows, ['2025-06-01', changed('2026-03-14')]);
    expect(factsOf(longer).contract?.end).toBe('2028-08-31');
    const over = folded('2025-11-03', ...training(), start, ...again('2025-11-03'));
    expect(firedOn(over, 'leaveEnd')).toEqual(['2025-09-14']);
    expect(placesIn(over)).toContain('pause.none');
    expect(factsOf(over).contract?.end).toBe('2028-02-29');
  });

  test('leaveApart: a day of leave is not entered twice', () => {
    const over = [...training(), start];
    const codes = (from: string) =>
      refusedBy(() =>
        folded('2025-10-01', ...over, ['2025-10-01', { type: 'leave.started', from, until: '2025-12-31' }]),
      ).reasons.map(({ code }) => code);
    expect([codes('2025-09-14'), codes('2025-03-15'), codes('2025-03-01')]).toEqual([
      ...[['leaveApart'], ['leaveApart'], ['leaveApart']],
    ]);
    expect(
      endsOf(start, ['2025-10-01', { type: 'leave.started', from: '2025-09-15', until: '2025-09-15' }]),
    ).toEqual(['2028-03-01', '2028-03-01']);
  });
});

describe('leaveApart: what is entered late', () => {
  const late = (from: string, until: string): JourneyEvent => ({ type: 'leave.started', from, until });
  const taken = (...rows: Row[]) => placesIn(folded('2025-10-02', ...training(), ...rows));

  test('may end the day before another leave, and not on its first day', () => {
    const known: Row = ['2025-03-15', leave('2025-09-14')];
    expect(taken(known, ['2025-10-01', late('2025-02-01', '2025-03-14')])).toContain('pause.none');
    const overlapping = refusedBy(() => taken(known, ['2025-10-01', late('2025-02-01', '2025-03-15')]));
    expect(overlapping.reasons.map(({ code }) => code)).toEqual(['leaveApart']);
  });

  test('may reach back into an interruption, which was no leave', () => {
    const ill: Row = ['2025-03-01', { type: 'training.interrupted', reason: 'illness' }];
    const well: Row = ['2025-04-01', { type: 'training.resumed' }];
    expect(taken(ill, well, ['2025-05-01', late('2025-03-20', '2025-12-31')])).toContain(
      'pause.parentalLeave',
    );
  });
});

describe('parental leave and interruption', () => {
  const interrupted: Row = ['2024-10-01', { type: 'training.interrupted', reason: 'maternityProtection' }];

  test('leave may follow an interruption directly, and ends it', () => {
    const rows: Row[] = [...training(), interrupted, ['2024-11-26', leave('2025-05-25')]];
    expect(placesIn(folded('2024-11-26', ...rows))).toContain('pause.parentalLeave');
    const back = folded('2025-05-27', ...rows);
    expect(placesIn(back)).toContain('pause.none');
    expect(factsOf(back).contract?.end).toBe('2028-02-29');
  });

  test('leave counts as an interruption: probation may be prolonged where it was so agreed', () => {
    const prolonged: Row = ['2024-12-02', { type: 'probation.prolonged', until: '2025-01-30' }];
    const state = folded('2024-12-02', ...training(), ['2024-11-01', leave('2024-11-30')], prolonged);
    expect(openOn(state, 'probationEnd')).toEqual(['2025-01-30']);
  });
});

describe('probationEnd', () => {
  const interrupted: Row = ['2024-10-01', { type: 'training.interrupted', reason: 'illness' }];
  const resumed: Row = ['2024-11-01', { type: 'training.resumed' }];

  test('is not moved by an interruption', () => {
    expect(openOn(folded('2024-11-02', ...training(), interrupted, resumed), 'probationEnd')).toEqual([
      '2024-12-31',
    ]);
  });

  test('is prolonged where it was so agreed, and reviewed four weeks before', () => {
    const prolonged: Row = ['2024-11-15', { type: 'probation.prolonged', until: '2025-01-31' }];
    const state = folded('2024-11-16', ...training(), interrupted, resumed, prolonged);
    expect(openOn(state, 'probationEnd')).toEqual(['2025-01-31']);
    expect(openOn(state, 'probationReview')).toEqual(['2025-01-03']);
  });
});
