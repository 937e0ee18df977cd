/** Figures of a small cohort, equal to a count by hand. */
import { describe, expect, test } from 'vitest';
import type { Course } from '../../workflows/fold/papers/course.ts';
import { type Statistics, statisticsOf } from '../../workflows/fold/papers/statistics.ts';
import type { Table } from '../../workflows/fold/papers/suppress.ts';
import type { EventOf } from '../../workflows/journal/events.ts';
import { addDays } from '../../workflows/policy/calendar.ts';
import { course } from '../support/courses.ts';
import {
  admitted,
  contractEnded,
  failed,
  passed,
  type Row,
  raised,
  referred,
  registeredFor,
  training,
} from '../support/journal.ts';

const span = { from: '2024-01-01', to: '2024-12-31' };
const until = '2025-02-01';

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const preparing = (on: string, more: Row[] = []): Course =>
  course(until, [on, referred], [on, admitted()], ...more);
const left = (on: string, reason: EventOf<'journey.leftEarly'>['reason']): Course =>
  preparing('2023-09-01', [[on, { type: 'journey.leftEarly', reason }]]);
const inTraining = (more: Row[] = [], start = '2024-09-01'): Course =>
  course(until, ...training({ start, end: addDays(start, 1094), conciliationCommittee: true }), ...more);

/**
 * 6 entered in 2024 and prepare themselves; 5 entered directly into training, with a conflict each (3 by silence up to mediation,
 * 2 resolved in the talk); 3 left in 2024 because they moved, 2 because of illness; 1 passed the exam and found a job.
 * Not in the span: 1 who left in 2023, 1 who entered in 2025, 1 whose intake was declined.
 */
const cohort: Course[] = [
  ...times(6, (index) => preparing(`2024-0${index + 1}-15`)),
  ...times(3, () =>
    inTraining([
      ['2024-10-01', raised],
      ['2024-10-20', { type: 'conflict.resolved' }],
    ]),
  ),
  ...times(2, () =>
    inTraining([
      ['2024-10-01', raised],
      ['2024-10-03', { type: 'conflict.resolved' }],
    ]),
  ),
  left('2024-01-01', 'moved'),
  left('2024-03-01', 'moved'),
  left('2024-04-01', 'moved'),
  left('2024-05-01', 'illness'),
  left('2024-12-31', 'illness'),
  course(
    until,
    ...training({ start: '2021-09-01', end: '2024-08-31' }),
    ['2024-02-01', registeredFor('2024-06-01')],
    ['2024-06-15', passed],
    ['2024-08-01', { type: 'job.started', firstDay: '2024-08-01' }],
  ),
  left('2023-12-31', 'other'),
  preparing('2025-01-01'),
  course(until, ['2024-02-20', referred], ['2024-02-21', { type: 'intake.declined', reason: 'noNeed' }]),
];

const { tables, lengths } = statisticsOf(cohort, span);
const readable = ({ rows, total }: Table): Record<string, unknown> => ({
  ...Object.fromEntries(rows.flatMap(({ key, figure }) => (figure === 0 ? [] : [[key, figure]]))),
  total,
});

describe('the figures of a small cohort are those counted by hand', () => {
  test('over the span that was asked for', () => {
    expect(statisticsOf([], span)).toMatchObject(span);
    expect(statisticsOf([], span).lengths).toEqual({
      preparation: 'none',
      training: 'none',
      journey: 'none',
    });
  });

  test('entries: 6 into preparation and 5 directly', () => {
    expect(readable(tables.entries)).toEqual({ preparation: 6, directStart: 5, total: 11 });
  });

  test('phases on the last day: 6 prepare, 5 are on probation, 5 have ended; the one in follow-up support hides them all', () => {
    expect(readable(tables.phases)).toEqual({
      ...{ preparation: 'withheld', probation: 'withheld', closed: 'withheld', followUp: 'few' },
      total: 17,
    });
    const others = statisticsOf(
      cohort.filter((one) => one.folded.snapshot.context.facts.jobSince === undefined),
      span,
    );
    expect(readable(others.tables.phases)).toEqual({ preparation: 6, probation: 5, closed: 5, total: 16 });
    expect(tables.phases.rows.map(({ key }) => key)).not.toContain('intake');
  });

  test('conflicts: 3 by mediation, 2 in the talk', () => {
    expect(readable(tables.conflicts)).toEqual({ talk: 'few', mediation: 'few', total: 5 });
    const more = statisticsOf([...cohort, ...cohort], span).tables.conflicts;
    expect(readable(more)).toEqual({ talk: 'few', mediation: 'withheld', total: 10 });
    expect(readable(statisticsOf(times(3, () => cohort).flat(), span).tables.conflicts)).toEqual({
      ...{ talk: 6, mediation: 9 },
      total: 15,
    });
  });

  test('results: one passed, one job', () => {
    expect(readable(tables.results)).toEqual({ passed: 'few', job: 'few', total: undefined });
    const six = statisticsOf(times(6, () => cohort).flat(), span).tables.results;
    expect(readable(six)).toMatchObject({ passed: 6, job: 6 });
  });

  test('early ends: 3 moved, 2 were ill', () => {
    expect(readable(tables.earlyEnds)).toEqual({ moved: 'few', illness: 'few', total: 5 });
    expect(tables.earlyEnds.rows).toHaveLength(7);
    expect(readable(statisticsOf([...cohort, ...cohort, ...cohort], span).tables.earlyEnds)).toEqual({
      ...{ moved: 9, illness: 6 },
      total: 15,
    });
  });

  test('lengths: five ended after 122, 182, 213, 243 and 487 days; one training is too few to be shown', () => {
    expect(lengths).toEqual({
      preparation: 'none',
      training: 'few',
      journey: { lower: 182, median: 213, upper: 243 },
    });
  });
});

describe('figures', () => {
  const one = (...args: Parameters<typeof course>): Statistics['tables'] =>
    statisticsOf(
      times(5, () => course(...args)),
      span,
    ).tables;

  test('count a contract that ended early by its reason', () => {
    const tables = one(until, ...training(), ['2024-10-01', contractEnded({ reason: 'insolvency' })]);
    expect(readable(tables.contractEnds)).toEqual({ insolvency: 5, total: 5 });
    expect(readable(tables.phases)).toEqual({ betweenContracts: 5, total: 5 });
    expect(readable(one(until, ...training(), ['2025-01-01', contractEnded()]).contractEnds)).toEqual({
      total: 0,
    });
  });

  test('count who finally failed in the span', () => {
    const attempts = (month: string, newEnd: string): Row[] => [
      [`${month}-01`, registeredFor(`${month}-02`)],
      [`${month}-10`, failed],
      [`${month}-11`, { type: 'exam.extensionDemanded', newEnd }],
    ];
    const rows = [
      ...training({ start: '2020-09-01', end: '2023-08-31' }),
      ...attempts('2023-07', '2024-02-28'),
      ...attempts('2024-01', '2024-08-30'),
      ['2024-06-01', registeredFor('2024-06-02')],
      ['2024-06-10', failed],
    ] as Row[];
    expect(readable(one(until, ...rows).results)).toEqual({ finallyFailed: 5, total: undefined });
    expect(
      readable(
        statisticsOf(
          times(5, () => course(until, ...rows)),
          { from: '2024-06-11', to: '2024-12-31' },
        ).tables.results,
      ),
    ).toEqual({
      total: undefined,
    });
  });

  test('count a job by its first day, and one whose day was not given by the day it was told', () => {
    const rows = (job: Row): Row[] => [
      ...training({ start: '2021-09-01', end: '2024-08-31' }),
      ['2024-02-01', registeredFor('2024-06-01')],
      ['2024-06-15', passed],
      job,
    ];
    const jobs = (job: Row) => readable(one(until, ...rows(job)).results).job;
    expect(jobs(['2025-01-20', { type: 'job.started', firstDay: '2024-12-31' }])).toBe(5);
    expect(jobs(['2024-12-31', { type: 'job.started' }])).toBe(5);
    expect(jobs(['2025-01-20', { type: 'job.started' }])).toBeUndefined();
  });

  test('tell how long preparation and training took', () => {
    const { lengths } = statisticsOf(
      times(8, (index) =>
        course(
          '2028-01-01',
          ['2024-01-01', referred],
          ['2024-01-01', admitted()],
          ['2024-02-01', { type: 'occupation.agreed', occupation: 'joiner' }],
          ['2024-02-01', { type: 'company.informed', company: 'c-1' }],
          [
            '2024-02-02',
            {
              ...{ type: 'contract.signed', company: 'c-1', chamber: 'chamber-1', occupation: 'joiner' },
              ...{ start: addDays('2024-04-01', 10 * index), end: '2027-03-31', probationMonths: 4 },
              withoutInternship: 'timeShort',
            },
          ],
          [addDays('2024-04-01', 10 * index), { type: 'training.started' }],
          ['2026-12-01', registeredFor('2027-03-01')],
          ['2027-03-02', passed],
        ),
      ),
      { from: '2024-01-01', to: '2027-12-31' },
    );
    // 91, 101 … 161 days; the quartiles lie a quarter, a half, three quarters of the way.
    expect(lengths.preparation).toEqual({ lower: 109, median: 126, upper: 144 });
    expect(lengths.training).toEqual({ lower: 1013, median: 1030, upper: 1048 });
    expect(lengths.journey).toBe('none');
  });

  test('do not count the preparation of who had none', () => {
    const { lengths } = statisticsOf(
      times(6, () => inTraining()),
      span,
    );
    expect(lengths.preparation).toBe('none');
  });
});
