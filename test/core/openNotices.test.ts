/** What somebody was told stays open until it is answered, and no longer. */
import { describe, expect, test } from 'vitest';
import { openNotices } from '../../workflows/fold/openNotices.ts';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import { entered, folded, type Row, raised, scheduled, submitted, training } from '../support/journal.ts';

const open = (until: string, ...rows: readonly Row[]) =>
  openNotices(folded(until, ...rows)).map(({ topic, to, dueOn }) => `${topic} ${to.join('+')} ${dueOn}`);

describe('an escalated conflict', () => {
  const rows: Row[] = [...entered('2024-02-01'), ['2024-02-05', raised]];

  test('stands on the rung it has come to, with the last day for an answer, until it is resolved', () => {
    expect(open('2024-02-06', ...rows)).toEqual(['talk caseWorker 2024-02-12']);
    expect(open('2024-02-14', ...rows)).toEqual(['mediation caseWorker+teamLead 2024-02-26']);
    const resolved: Row = ['2024-02-15', { type: 'conflict.resolved' }];
    expect(open('2024-02-16', ...rows, resolved)).toEqual([]);
  });
});

test('a report that is overdue stays open until it is submitted', () => {
  const begun = entered('2024-02-01');
  expect(open('2024-03-03', ...begun)).toContain('luvPreparationStart caseWorker+teamLead 2024-02-28');
  const done: Row = ['2024-03-02', submitted('preparationStart')];
  expect(open('2024-03-03', ...begun, done).join()).not.toContain('luvPreparationStart');
});

test('missed meetings stay open until one is held, whatever invitation follows', () => {
  const missed: JourneyEvent = { type: 'meeting.missed', missing: ['participant'] };
  const rows: Row[] = [
    ...entered('2024-01-31'),
    ['2024-03-01', scheduled('reflection/after-2', '2024-03-11T09:00:00.000Z')],
    ['2024-03-11', missed],
    ['2024-03-12', scheduled('reflection/after-4', '2024-03-20T09:00:00.000Z')],
    ['2024-03-20', missed],
    ['2024-03-21', scheduled('reflection/after-6', '2024-03-28T09:00:00.000Z')],
  ];
  expect(open('2024-03-22', ...rows)).toContain('meetingsMissed teamLead 2024-03-20');
  const held: Row = ['2024-03-28', { type: 'meeting.held', attended: ['participant', 'caseWorker'] }];
  expect(open('2024-03-29', ...rows, held).join()).not.toContain('meetingsMissed');
});

test('lessons that were asked for stay open until they begin; invitations and stuck effects are in lists of their own', () => {
  const rows: Row[] = [
    ...training(),
    ['2024-09-05', { type: 'learningSupport.requested', subject: 'maths' }],
    ['2024-09-06', { type: 'effect.stuck', effect: 'learningSupport/7', rev: 1 }],
  ];
  expect(open('2024-09-07', ...rows)).toEqual(['maths learningSupporter 2024-09-05']);
  const begun: Row = ['2024-09-07', { type: 'learningSupport.started', supporter: 's-1' }];
  expect(open('2024-09-08', ...rows, begun)).toEqual([]);
});

test('the oldest comes first', () => {
  const notices = openNotices(folded('2024-09-01', ...entered('2024-02-01'), ['2024-02-05', raised]));
  const since = notices.map((notice) => notice.since);
  expect(since).toEqual(since.toSorted());
  expect(notices.length).toBeGreaterThan(2);
});

describe('of two tasks that are due', () => {
  const set = (task: string, dueOn: string): Row => ['2024-02-05', { type: 'task.set', task, dueOn }];
  const isOpenAfter = (done: number, days: readonly [string, string]): number[] => {
    const rows = [...entered('2024-02-01'), set('call', days[0]), set('visit', days[1])];
    const first = rows.length - 1;
    const ending: Row = ['2024-02-12', { type: 'task.done', task: first + done }];
    const now = folded('2024-02-13', ...rows, ending);
    const notices = openNotices(now).filter(({ topic }) => topic === 'taskDue');
    return notices.map(({ key }) => (key.includes(String(first)) ? 0 : 1));
  };

  test('the one that is done is answered, the other stays open, on one day as on two', () => {
    for (const days of [
      ['2024-02-08', '2024-02-08'],
      ['2024-02-08', '2024-02-09'],
    ] as const) {
      expect(isOpenAfter(0, days)).toEqual([1]);
      expect(isOpenAfter(1, days)).toEqual([0]);
    }
  });
});
