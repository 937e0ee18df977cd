/** The course of a journey: what a fold passes through, in days. */
import { describe, expect, test } from 'vitest';
import {
  historyOf,
  manySided,
  newCompany,
  parentalLeave,
  secondRepeat,
  wholeJourney,
} from '../../client/stories.ts';
import { fold } from '../../workflows/fold/fold.ts';
import { courseOf } from '../../workflows/fold/papers/course.ts';
import { buildEntry } from '../../workflows/journal/entry.ts';
import { addDays, noon } from '../../workflows/policy/calendar.ts';
import { afterwards, course, courseIn } from '../support/courses.ts';
import {
  admitted,
  conciliation,
  contractEnded,
  informed,
  journalOf,
  leftEarly,
  passed,
  type Row,
  raised,
  referred,
  registeredFor,
  reopened,
  rulebook,
  saying,
  signed,
  taking,
  training,
} from '../support/journal.ts';

const stagesIn = (...args: Parameters<typeof course>): string[] =>
  course(...args).stretches.map(({ stage, from, to = '', entry }) => `${stage} ${from} ${to} #${entry}`);

describe('a course', () => {
  const start = '2024-03-01';
  test.each([
    ['a whole journey', wholeJourney, 1500],
    ['a second repeat', secondRepeat, 1700],
    ['a new company', newCompany, 400],
    ['much at once', manySided, 200],
    ['a parental leave', parentalLeave, 1000],
  ] as const)('ends where the fold of its journal does: %s', (_, story, days) => {
    const today = addDays(start, days);
    const journal = historyOf(story(start), start, today).map((said, index) => {
      const recordedAt = noon(String(said.effectiveAt));
      return buildEntry(said, { seq: index + 1, requestId: 'r', recordedAt }, noon(today));
    });
    const { folded, live, journey } = courseOf('p-7', rulebook, journal, noon(today));
    const whole = fold(rulebook, journal, noon(today));
    expect(journey).toBe('p-7');
    expect(live).toHaveLength(journal.length);
    const { snapshot, ...rest } = folded;
    const { snapshot: expected, ...others } = whole;
    expect(rest).toEqual(others);
    expect(snapshot.context).toEqual(expected.context);
  });

  test('of no entries at all is empty', () => {
    expect(course('2024-01-01')).toMatchObject({ live: [], stretches: [], conflicts: [], pauses: [] });
  });

  test('is as if what was corrected had been right from the start', () => {
    const right = journalOf(['2024-01-01', referred], ['2024-01-15', admitted()]);
    const wrong = afterwards(
      journalOf(['2024-01-01', referred], ['2024-02-15', admitted()]),
      ['2024-02-20', { ...saying(admitted()), replaces: 2, reason: 'mistake', effectiveAt: '2024-01-15' }],
      ['2024-02-21', saying(raised, { effectiveAt: '2024-02-21' })],
      ['2024-02-22', taking(4)],
    );
    const [one, other] = [courseIn(right, '2024-03-01'), courseIn(wrong, '2024-03-01')];
    expect(other.stretches).toEqual(one.stretches);
    expect(other.conflicts).toEqual([]);
  });
});

describe('stretches', () => {
  test('begin at the very moment at which a time is over', () => {
    const rows: Row[] = [...training(), ['2027-03-01', registeredFor('2027-07-01')], ['2027-07-10', passed]];
    const stageAt = (now: string) => course(now, ...rows).stretches.at(-1)?.stage;
    expect(stageAt('2028-07-11T04:59:59.999Z')).toBe('followUp');
    expect(stageAt('2028-07-11T05:00:00.000Z')).toBe('closed');
  });

  test('begin on the day that counts, not on the one on which it was told', () => {
    expect(
      stagesIn(
        '2025-02-01',
        ['2024-02-20', referred],
        ['2024-02-25', admitted({ entryOn: '2024-03-01' })],
        ['2024-05-01', { type: 'occupation.agreed', occupation: 'joiner' }],
        ['2024-05-02', { type: 'placement.started' }],
        ['2024-06-01', informed()],
        ['2024-06-02', signed()],
        ['2024-09-10', { type: 'training.started', firstDay: '2024-09-02' }],
      ),
    ).toEqual([
      'intake 2024-02-20 2024-03-01 #1',
      'preparation 2024-03-01 2024-05-02 #2',
      'placement 2024-05-02 2024-09-02 #4',
      'probation 2024-09-02 2025-01-02 #7',
      'established 2025-01-02  #7',
    ]);
  });

  test('do not begin before the ones they follow, as with training that ran before the entry', () => {
    expect(
      stagesIn(
        '2024-10-20',
        ['2024-10-01', referred],
        ['2024-10-01', admitted({ directStart: true })],
        ['2024-10-02', signed()],
        ['2024-10-02', { type: 'training.started' }],
      ),
    ).toEqual([
      'intake 2024-10-01 2024-10-01 #1',
      'placement 2024-10-01 2024-10-01 #2',
      'probation 2024-10-01  #4',
    ]);
  });

  test('tell a lost contract, and what follows a reopening from its own day', () => {
    expect(
      stagesIn(
        '2025-03-01',
        ...training(),
        ['2024-10-01', contractEnded()],
        ['2024-11-01', informed('c-2')],
        [
          '2024-11-02',
          signed({ company: 'c-2', start: '2024-11-15', end: '2027-08-31', probationMonths: 2 }),
        ],
        ['2024-11-16', { type: 'training.started' }],
        ['2024-12-01', leftEarly],
        ['2024-12-20', reopened],
      ),
    ).toEqual([
      'intake 2024-09-01 2024-09-01 #1',
      'placement 2024-09-01 2024-09-01 #2',
      'probation 2024-09-01 2024-10-01 #6',
      'betweenContracts 2024-10-01 2024-11-02 #7',
      'placement 2024-11-02 2024-11-15 #9',
      'probation 2024-11-15 2024-12-01 #10',
      'closed 2024-12-01 2024-12-20 #11',
      'probation 2024-12-20 2025-01-15 #12',
      'established 2025-01-15  #12',
    ]);
  });

  test('end with the way in which it closed, follow-up support beginning with the end of training', () => {
    const { stretches } = course(
      '2029-01-01',
      ...training(),
      ['2027-03-01', registeredFor('2027-07-01')],
      ['2027-09-10', passed],
    );
    expect(stretches.slice(-3)).toEqual([
      { stage: 'exam', from: '2027-03-01', to: '2027-08-31', entry: 7 },
      { stage: 'followUp', from: '2027-08-31', to: '2028-08-31', entry: 8 },
      { stage: 'closed', from: '2028-08-31', entry: 8, closing: 'completed' },
    ]);
  });
});

describe('conflicts', () => {
  test('keep the highest rung they came to, however they end', () => {
    const { conflicts } = course(
      '2025-06-01',
      ...training({ conciliationCommittee: true }),
      ['2025-02-01', raised],
      ['2025-02-03', conciliation],
      ['2025-02-10', { type: 'conflict.conciliationEnded' }],
      ['2025-02-20', { type: 'conflict.deescalated', to: 'talk' }],
      ['2025-02-22', { type: 'conflict.resolved' }],
      ['2025-03-01', raised],
    );
    expect(conflicts).toEqual([
      { entry: 7, from: '2025-02-01', to: '2025-02-22', highest: 'conciliation' },
      { entry: 12, from: '2025-03-01', highest: 'mediation' },
    ]);
  });

  test('end with the accompaniment', () => {
    const { conflicts } = course(
      '2025-06-01',
      ...training(),
      ['2025-02-01', raised],
      ['2025-02-05', leftEarly],
    );
    expect(conflicts).toEqual([{ entry: 7, from: '2025-02-01', to: '2025-02-05', highest: 'talk' }]);
  });
});

describe('pauses', () => {
  test('of a parental leave last as it was agreed last', () => {
    const rows = [
      ...training(),
      ['2025-03-10', { type: 'leave.started', from: '2025-03-03', until: '2025-08-31' }],
      ['2025-05-01', { type: 'leave.changed', until: '2025-06-30' }],
    ] as const;
    expect(course('2025-04-01', ...rows.slice(0, -1)).pauses).toEqual([
      { entry: 7, kind: 'parentalLeave', from: '2025-03-03', until: '2025-08-31' },
    ]);
    expect(course('2025-05-02', ...rows).pauses).toEqual([
      { entry: 7, kind: 'parentalLeave', from: '2025-03-03', until: '2025-06-30' },
    ]);
    expect(course('2026-01-01', ...rows).pauses).toEqual([
      { entry: 7, kind: 'parentalLeave', from: '2025-03-03', until: '2025-06-30', overOn: '2025-07-01' },
    ]);
  });

  test('of another kind end where training goes on, a leave follows, or the contract ends', () => {
    const { pauses } = course(
      '2026-01-01',
      ...training(),
      ['2025-02-01', { type: 'training.interrupted', reason: 'illness' }],
      ['2025-02-20', { type: 'training.resumed' }],
      ['2025-03-01', { type: 'training.interrupted', reason: 'maternityProtection' }],
      ['2025-04-01', { type: 'leave.started', until: '2025-06-30' }],
      ['2025-07-10', { type: 'training.interrupted', reason: 'care' }],
      ['2025-07-20', contractEnded()],
    );
    expect(pauses).toEqual([
      { entry: 7, kind: 'interrupted', from: '2025-02-01', overOn: '2025-02-20' },
      { entry: 9, kind: 'interrupted', from: '2025-03-01', overOn: '2025-04-01' },
      { entry: 10, kind: 'parentalLeave', from: '2025-04-01', until: '2025-06-30', overOn: '2025-07-01' },
      { entry: 11, kind: 'interrupted', from: '2025-07-10', overOn: '2025-07-20' },
    ]);
  });
});
