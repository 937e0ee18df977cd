/** Goals and learning support as a report tells of them, to the first and the last day of its time. */
import { describe, expect, test } from 'vitest';
import { type Goal, goalsIn, learningSupportIn } from '../../workflows/fold/papers/plan.ts';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import { course } from '../support/courses.ts';
import { type Row, training } from '../support/journal.ts';

const span = { from: '2025-01-01', to: '2025-03-31' };

describe('a goal', () => {
  const set: Row = ['2024-10-01', { type: 'goal.set', goal: 'german', reviewOn: '2024-12-01' }];
  const continued: JourneyEvent = {
    type: 'goal.reviewed',
    ...{ goal: 7, result: 'continued', reviewOn: '2025-06-01' },
  };
  const reached: JourneyEvent = { type: 'goal.reviewed', goal: 7, result: 'reached' };
  const goals = (...rows: Row[]): Partial<Goal>[] =>
    goalsIn(course('2025-06-10', ...training(), ...rows).live, span).map(({ result, reviewedOn }) => ({
      result,
      ...(reviewedOn ? { reviewedOn } : {}),
    }));

  test('is told as open where its only reviews lie before or after', () => {
    expect(goals(set)).toEqual([{ result: 'open' }]);
    expect(goals(set, ['2024-12-31', continued])).toEqual([{ result: 'open' }]);
    expect(goals(set, ['2025-04-01', reached])).toEqual([{ result: 'open' }]);
    expect(goals(set, ['2024-12-31', continued], ['2025-04-01', reached])).toEqual([{ result: 'open' }]);
  });

  test('is told with its last review from the first day to the last', () => {
    expect(goals(set, ['2025-01-01', reached])).toEqual([{ result: 'reached', reviewedOn: '2025-01-01' }]);
    expect(goals(set, ['2025-03-31', continued])).toEqual([
      { result: 'continued', reviewedOn: '2025-03-31' },
    ]);
    const both: Row[] = [set, ['2025-02-01', continued], ['2025-03-31', reached]];
    expect(goals(...both)).toEqual([{ result: 'reached', reviewedOn: '2025-03-31' }]);
    expect(goals(...both.slice(0, 2), ['2025-04-01', reached])).toEqual([
      { result: 'continued', reviewedOn: '2025-02-01' },
    ]);
  });

  test('is not told where it was reached before, or set afterwards', () => {
    expect(goals(set, ['2024-12-31', reached])).toEqual([]);
    const late: Row = ['2025-04-01', { type: 'goal.set', goal: 'maths', reviewOn: '2025-06-01' }];
    expect(goals(late)).toEqual([]);
  });
});

describe('learning support', () => {
  const supporter = { role: 'learningSupporter' } as const;
  const asked = (day: string, subject: string): Row => [day, { type: 'learningSupport.requested', subject }];
  const started = (day: string): Row => [
    day,
    { type: 'learningSupport.started', supporter: 'u-1' },
    supporter,
  ];
  const lesson = (day: string, minutes: number): Row => [
    day,
    { type: 'learningSupport.sessionHeld', minutes },
    supporter,
  ];
  const ended = (day: string): Row => [day, { type: 'learningSupport.ended' }, supporter];
  const told = (...rows: Row[]) => learningSupportIn(course('2025-06-10', ...training(), ...rows).live, span);

  test('that nobody has begun has neither a beginning nor an end', () => {
    expect(told(asked('2025-01-10', 'maths'))).toStrictEqual([
      { subject: 'maths', requestedOn: '2025-01-10', lessons: 0, minutes: 0 },
    ]);
  });

  test('in one subject after another has its own days and lessons, on the day of the next request too', () => {
    const rows = [
      asked('2025-01-10', 'maths'),
      started('2025-01-10'),
      lesson('2025-01-10', 10),
      lesson('2025-01-31', 20),
      ended('2025-01-31'),
      asked('2025-02-01', 'german'),
      started('2025-02-01'),
      lesson('2025-02-01', 40),
      lesson('2025-03-31', 80),
      lesson('2025-04-01', 160),
    ];
    expect(told(...rows)).toStrictEqual([
      {
        ...{ subject: 'maths', requestedOn: '2025-01-10', lessons: 2, minutes: 30 },
        ...{ startedOn: '2025-01-10', endedOn: '2025-01-31' },
      },
      {
        ...{ subject: 'german', requestedOn: '2025-02-01', lessons: 2, minutes: 120 },
        startedOn: '2025-02-01',
      },
    ]);
  });

  test('is told while it lasts, and not where it ended before', () => {
    const before = [asked('2024-10-01', 'maths'), started('2024-10-02')];
    expect(told(...before).map(({ subject }) => subject)).toEqual(['maths']);
    expect(told(...before, ended('2024-12-31'))).toEqual([]);
    expect(told(asked('2025-04-01', 'maths'))).toEqual([]);
  });
});
