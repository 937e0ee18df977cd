/** Which time a report (LuV) covers, and which reports there are none of. */
import { describe, expect, test } from 'vitest';
import { reportPeriodOf } from '../../workflows/fold/papers/reportPeriod.ts';
import {
  admitted,
  contractEnded,
  entered,
  folded,
  informed,
  leftEarly,
  passed,
  type Row,
  referred,
  refusedBy,
  registeredFor,
  signed,
  submitted,
  training,
} from '../support/journal.ts';

import { prepared } from '../support/prepared.ts';

type Name = Parameters<typeof reportPeriodOf>[1];
const period = (until: string, name: Name, ...rows: readonly Row[]) =>
  reportPeriodOf(folded(until, ...rows), name);

describe('a report covers', () => {
  test.each([
    ['preparationStart', '2024-03-20', '2024-03-01', '2024-03-20', '2024-03-28'],
    ['preparationStart', '2025-03-20', '2024-03-01', '2024-03-28', '2024-03-28'],
    ['preparationProgress', '2025-03-20', '2024-03-01', '2024-08-17', '2024-08-17'],
    ['preparationFinal', '2025-03-20', '2024-03-01', '2024-08-31', '2024-08-31'],
    ['trainingStart', '2025-03-20', '2024-09-02', '2024-09-29', '2024-09-29'],
    ['trainingProgress', '2025-03-20', '2024-09-02', '2024-12-01', '2024-12-01'],
    ['trainingFinal', '2025-03-20', '2024-09-02', '2025-03-20', '2027-08-31'],
  ] as const)('%s on %s: from %s to %s, due %s', (report, today, from, to, dueOn) => {
    const known = prepared.filter(([when]) => when <= today);
    expect(period(today, { report }, ...known)).toEqual({ from, to, dueOn });
  });

  test('its due time, whether it has been handed in or not', () => {
    const rows: Row[] = [...prepared.slice(0, 2), ['2024-03-20', submitted('preparationStart')]];
    expect(period('2024-04-20', { report: 'preparationStart' }, ...rows)).toMatchObject({ to: '2024-03-28' });
  });

  test('each training year from the day after the one before', () => {
    const rows = training({ start: '2024-09-02', end: '2027-09-01' });
    const year = (number: number, today = '2027-01-01') =>
      period(today, { report: 'trainingYear', year: number }, ...rows);
    expect(year(1)).toEqual({ from: '2024-09-02', to: '2025-09-01', dueOn: '2025-09-01' });
    expect(year(2)).toEqual({ from: '2025-09-02', to: '2026-09-01', dueOn: '2026-09-01' });
    expect(year(2, '2025-12-31')).toEqual({ from: '2025-09-02', to: '2025-12-31', dueOn: '2026-09-01' });
  });

  test('the time since the entry, where the contract is older', () => {
    const rows: Row[] = [
      ['2025-02-01', referred],
      ['2025-02-01', admitted({ directStart: true })],
      ['2025-02-01', signed({ start: '2024-09-01', end: '2027-08-31', signedOn: '2024-06-01' })],
      ['2025-02-01', { type: 'training.started', firstDay: '2024-09-01' }],
    ];
    expect(period('2025-10-01', { report: 'trainingYear', year: 1 }, ...rows)).toMatchObject({
      from: '2025-02-01',
      to: '2025-08-31',
    });
  });

  test('the time to the end of what it is about, where that came first', () => {
    const left: Row[] = [...entered('2024-03-01'), ['2024-03-10', leftEarly]];
    expect(period('2025-01-01', { report: 'preparationStart' }, ...left)).toEqual({
      from: '2024-03-01',
      to: '2024-03-10',
    });
    const lost: Row[] = [...training(), ['2024-10-01', contractEnded()]];
    expect(period('2025-01-01', { report: 'probation' }, ...lost)).toEqual({
      from: '2024-09-01',
      to: '2024-10-01',
    });
    expect(period('2025-01-01', { report: 'trainingFinal' }, ...lost)).toMatchObject({ to: '2025-01-01' });
    const done: Row[] = [...training(), ['2027-03-01', registeredFor('2027-07-01')], ['2027-07-10', passed]];
    expect(period('2028-01-01', { report: 'trainingFinal' }, ...done)).toMatchObject({ to: '2027-07-10' });
    const gone: Row[] = [...training(), ['2025-03-01', leftEarly]];
    expect(period('2028-01-01', { report: 'trainingFinal' }, ...gone)).toMatchObject({ to: '2025-03-01' });
  });

  test('the probation of the present contract, and the whole training of all contracts', () => {
    const rows: Row[] = [
      ...training(),
      ['2025-10-01', contractEnded()],
      ['2025-10-13', informed('c-2')],
      ['2025-10-13', signed({ company: 'c-2', start: '2025-11-03', end: '2028-10-31' })],
      ['2025-11-03', { type: 'training.started' }],
    ];
    expect(period('2026-01-01', { report: 'probation' }, ...rows).from).toBe('2025-11-03');
    for (const report of ['trainingStart', 'trainingProgress', 'trainingFinal'] as const)
      expect(period('2026-01-01', { report }, ...rows).from).toBe('2024-09-01');
  });

  test('at least its first day, where that is yet to come', () => {
    const rows: Row[] = [
      ['2024-02-20', referred],
      ['2024-02-25', admitted({ entryOn: '2024-03-01' })],
    ];
    expect(period('2024-02-26', { report: 'preparationStart' }, ...rows)).toMatchObject({
      from: '2024-03-01',
      to: '2024-03-01',
    });
  });
});

describe('a report is refused', () => {
  const reasonOf = (...args: Parameters<typeof period>) => {
    const { code, reasons } = refusedBy(() => period(...args));
    expect(code).toBe('invalid-field');
    return reasons[0];
  };

  test('on a preparation or a training that there is none of', () => {
    const atPreparation = ['2024-03-10', { report: 'trainingStart' }, ...entered('2024-03-01')] as const;
    expect(reasonOf(...atPreparation)).toMatchObject({ code: 'nothing-to-report', field: 'report' });
    expect(reasonOf(...atPreparation)?.en).toContain('no training');
    expect(reasonOf('2024-09-10', { report: 'preparationFinal' }, ...training())?.en).toContain(
      'no preparation',
    );
    expect(reasonOf('2024-03-10', { report: 'probation' }, ...entered('2024-03-01'))).toMatchObject({
      code: 'nothing-to-report',
    });
  });

  test('with a year that does not belong to it, or without one that does', () => {
    expect(reasonOf('2025-01-01', { report: 'trainingStart', year: 1 }, ...training())).toMatchObject({
      code: 'yearNamed',
      field: 'year',
    });
    expect(reasonOf('2025-01-01', { report: 'trainingYear' }, ...training())).toMatchObject({
      code: 'yearNamed',
    });
  });

  test('on a training year that has no report, naming those that have', () => {
    const reason = reasonOf('2025-01-01', { report: 'trainingYear', year: 3 }, ...training());
    expect(reason).toMatchObject({ code: 'report-not-asked', field: 'year' });
    expect(reason?.en).toContain('1, 2.');
    const none = reasonOf('2024-03-10', { report: 'trainingYear', year: 1 }, ...entered('2024-03-01'));
    expect(none?.en).toContain('report: –.');
  });
});
