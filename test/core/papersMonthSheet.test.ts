/** The month sheet of used support hours. */
import { describe, expect, test } from 'vitest';
import { funderMessagesOf } from '../../workflows/fold/papers/funderMessages.ts';
import { monthSheetOf } from '../../workflows/fold/papers/monthSheet.ts';
import { policies } from '../../workflows/policy/policy.ts';
import { afterwards, course, courseBy, courseIn } from '../support/courses.ts';
import { accepted, journalOf, offered, type Row, saying } from '../support/journal.ts';
import { withHours } from '../support/supportHours.ts';

describe('a month sheet', () => {
  test('lists every contact of its month, sums them, and says what is left of the budget', () => {
    const sheet = monthSheetOf(course('2024-11-20', ...withHours), '2024-10');
    expect(sheet).toEqual({
      ...{ journey: 'p-1', site: 'site-1', funder: 'agency-1', caseWorker: 'w-1', month: '2024-10' },
      ...{ madeOn: '2024-11-20', running: false },
      contacts: [
        {
          ...{ entry: 11, on: '2024-10-01', with: 'participant', how: 'visit', minutes: 45, reached: true },
          ...{ by: 'caseWorker', recordedOn: '2024-10-01' },
        },
        {
          ...{ entry: 12, on: '2024-10-15', with: 'trainer', how: 'phone', minutes: 20, reached: false },
          ...{ by: 'learningSupporter', recordedOn: '2024-10-15' },
        },
        {
          ...{ entry: 13, on: '2024-10-31', with: 'participant', how: 'visit', minutes: 15, reached: true },
          ...{ by: 'caseWorker', recordedOn: '2024-10-31' },
        },
      ],
      lessons: [],
      sum: { contacts: 3, minutes: 80, reached: 2 },
      usedMinutes: 80,
      with: [
        { of: 'participant', contacts: 2, minutes: 60, reached: 2 },
        { of: 'trainer', contacts: 1, minutes: 20, reached: 0 },
      ],
      by: [
        { of: 'caseWorker', contacts: 2, minutes: 60, reached: 2 },
        { of: 'learningSupporter', contacts: 1, minutes: 20, reached: 0 },
      ],
      account: {
        ...{ per: 'budget', from: '2024-09-01', to: '2025-02-28' },
        ...{ agreedMinutes: 600, usedBefore: 60, leftMinutes: 460 },
      },
    });
  });

  test('counts lessons of learning support too, each by itself', () => {
    const rows: Row[] = [
      ...withHours,
      ['2024-11-02', { type: 'learningSupport.requested', subject: 'maths' }],
      ['2024-11-03', { type: 'learningSupport.started', supporter: 'u-1' }, { role: 'learningSupporter' }],
      ['2024-11-05', { type: 'learningSupport.sessionHeld', minutes: 90 }, { role: 'learningSupporter' }],
      ['2024-12-02', { type: 'hours.reported', month: '2024-11' }],
      ['2024-12-03', { type: 'learningSupport.sessionHeld', minutes: 60 }, { role: 'caseWorker' }],
    ];
    const journal = journalOf(...rows);
    const sheet = monthSheetOf(courseIn(journal, '2024-12-20'), '2024-11');
    expect(sheet.lessons).toEqual([
      { entry: 17, on: '2024-11-05', minutes: 90, by: 'learningSupporter', recordedOn: '2024-11-05' },
    ]);
    expect([sheet.sum.minutes, sheet.usedMinutes, sheet.account?.leftMinutes]).toEqual([120, 210, 250]);
    const late = afterwards(journal, [
      '2024-12-10',
      saying({ type: 'learningSupport.sessionHeld', minutes: 10 }, { effectiveAt: '2024-11-07' }),
    ]);
    const told = funderMessagesOf(courseIn(late, '2024-12-20')).find(({ kind }) => kind === 'hours');
    expect(told).toMatchObject({ correctedOn: '2024-12-10', fields: { minutes: 220 } });
  });

  test('counts against a contingent of its own, where hours are agreed by the month', () => {
    const { account } = monthSheetOf(courseBy(policies['2022-1'], '2024-11-20', ...withHours), '2024-10');
    expect(account).toMatchObject({ per: 'monthly', usedBefore: 0, leftMinutes: 520 });
  });

  test('takes the hours agreed last; has no account outside of what was agreed', () => {
    const rows: Row[] = [
      ...withHours,
      ['2024-12-01', offered('2024-11-01', '2025-03-31', 20)],
      ['2024-12-02', accepted],
    ];
    const of = (month: string) => monthSheetOf(course('2025-05-01', ...rows), month).account;
    expect(of('2024-10')?.agreedMinutes).toBe(600);
    expect(of('2024-11')).toMatchObject({ agreedMinutes: 1200, usedBefore: 0, leftMinutes: 1080 });
    expect(of('2025-03')).toMatchObject({ usedBefore: 120 });
    expect(of('2024-09')).toMatchObject({ usedBefore: 0, leftMinutes: 540 });
    expect([of('2024-08'), of('2025-04')]).toEqual([undefined, undefined]);
  });

  test('says that its month still runs, and on which day it was reported', () => {
    const rows: Row[] = [...withHours, ['2024-11-04', { type: 'hours.reported', month: '2024-10' }]];
    expect(monthSheetOf(course('2024-10-31', ...rows.slice(0, 13)), '2024-10').running).toBe(true);
    const sheet = monthSheetOf(course('2024-11-20', ...rows), '2024-10');
    expect(sheet).toMatchObject({ running: false, reportedOn: '2024-11-04' });
    expect(monthSheetOf(course('2024-11-20', ...rows), '2024-11')).not.toHaveProperty('reportedOn');
  });

  test('of somebody of whom little is known has little in it', () => {
    const sheet = monthSheetOf(course('2024-02-01'), '2024-12');
    expect(Object.keys(sheet)).toEqual([
      'journey',
      'month',
      'madeOn',
      'running',
      'contacts',
      'lessons',
      'sum',
      'usedMinutes',
      'with',
      'by',
    ]);
  });
});
