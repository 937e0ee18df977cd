/** The public view of a journey: its phase, how much it asks for, what is due and overdue. */
import { describe, expect, test } from 'vitest';
import { states } from '../../workflows/fold/states.ts';
import { attentions, phaseIn, phases, viewOf } from '../../workflows/fold/view.ts';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import {
  admitted,
  conciliation,
  contractEnded,
  entered,
  folded,
  informed,
  leftEarly,
  morning,
  passed,
  proposed,
  type Row,
  raised,
  referred,
  registeredFor,
  signed,
  training,
} from '../support/journal.ts';

const begun = entered('2024-02-01');
const prepared: Row[] = [...begun, ['2024-02-02', { type: 'occupation.agreed', occupation: 'joiner' }]];
const placing: Row[] = [...prepared, ['2024-02-03', { type: 'placement.started' }]];
const examined: Row[] = [...training(), ['2027-03-01', registeredFor('2027-06-10')]];
const qualification: JourneyEvent = {
  type: 'entryQualification.signed',
  ...{ company: 'c-1', start: '2024-03-01', end: '2024-08-31' },
};
const goalSet = (reviewOn: string): JourneyEvent => ({ type: 'goal.set', goal: 'g-1', reviewOn });
const reminded: Row[] = [...begun, ['2024-02-02', goalSet('2024-02-08')]];
const afterEnd = '2024-08-01';

describe('the phase', () => {
  test.each<[string, string, Row[]]>([
    ['phase.new', 'intake', []],
    ['phase.intake', 'intake', [['2024-02-01', referred]]],
    ['phase.accompanied.preparation.preparing', 'preparation', prepared],
    ['phase.accompanied.preparation.placing', 'placement', placing],
    [
      'phase.accompanied.preparation.offered',
      'placement',
      [...placing, ['2024-02-04', { type: 'placement.offered', company: 'c-1' }]],
    ],
    ['phase.accompanied.entryQualification', 'placement', [...prepared, ['2024-02-05', qualification]]],
    [
      'phase.accompanied.directStart',
      'placement',
      [
        ['2024-02-01', referred],
        ['2024-02-01', admitted({ directStart: true })],
      ],
    ],
    [
      'phase.accompanied.contracted',
      'placement',
      [...begun, ['2024-02-05', informed()], ['2024-02-06', signed()]],
    ],
    ['phase.accompanied.training.probation', 'training', training()],
    [
      'phase.accompanied.training.betweenContracts',
      'training',
      [...training(), ['2024-10-01', contractEnded()]],
    ],
    ['phase.accompanied.exam.sitting.registered', 'exam', examined],
    ['phase.followUp', 'followUp', [...examined, ['2027-06-20', passed]]],
    ['phase.closed.leftEarly', 'closed', [...begun, ['2024-02-02', leftEarly]]],
  ])('in the state %s is known as %s', (state, phase, rows) => {
    const journey = folded(rows.at(-1)?.[0] ?? '2024-02-01', ...rows);
    expect(Object.keys(journey.visits)).toContain(state);
    expect(viewOf(journey).phase).toBe(phase);
  });

  test('has a public name in every state of its region', () => {
    expect(phases).toEqual(['intake', 'preparation', 'placement', 'training', 'exam', 'followUp', 'closed']);
    const visit = { number: 1, since: '', entry: 0, fired: [] };
    const known = [...states.keys()].filter((path) => /^phase\.accompanied\.(?!preparation$)/.test(path));
    for (const path of known) {
      const above = path.split('.').map((_, depth, all) => all.slice(0, depth + 1).join('.'));
      const visits = Object.fromEntries(above.map((each) => [each, visit]));
      expect([path, phaseIn({ visits })]).not.toEqual([path, 'intake']);
    }
    expect(phaseIn({ visits: {} })).toBe('intake');
  });
});

describe('the attention', () => {
  test.each<[string, string, string, Row[]]>([
    ['none', 'where nothing is due', '2024-02-10', begun],
    ['due', 'where a reminder was given and nothing done', '2024-02-10', reminded],
    ['conflict', 'where a conflict is open', '2024-02-10', [...begun, ['2024-02-09', raised]]],
    [
      'conflict',
      'of a conflict, though something is due',
      '2024-02-10',
      [...reminded, ['2024-02-09', raised]],
    ],
    ['overdue', 'where a period is over, though something is due', afterEnd, begun],
    ['overdue', 'where a period is over, conflict or not', afterEnd, [...begun, ['2024-07-30', raised]]],
  ])('is %s %s', (attention, _, until, rows) => {
    expect(attentions).toEqual(['none', 'due', 'conflict', 'overdue']);
    expect(viewOf(folded(until, ...rows)).attention).toBe(attention);
  });

  test('names the rung of the conflict while it is open, and none afterwards', () => {
    const open: Row[] = [...begun, ['2024-02-09', raised]];
    expect(viewOf(folded('2024-02-10', ...open)).conflictRung).toBe('talk');
    expect(viewOf(folded('2024-02-17', ...open)).conflictRung).toBe('mediation');
    const settled = folded('2024-02-11', ...open, ['2024-02-11', { type: 'conflict.resolved' }]);
    expect(viewOf(settled)).toMatchObject({ conflictRung: 'none', attention: 'none' });
    const yes = (by: 'participant' | 'company'): Row => [
      '2024-10-04',
      { type: 'conflict.settlementAnswered', by, accepted: true },
    ];
    const accepted = folded(
      '2024-10-04',
      ...training({ conciliationCommittee: true }),
      ['2024-10-01', raised],
      ['2024-10-02', conciliation],
      ['2024-10-03', proposed('2024-10-03')],
      ...[yes('participant'), yes('company')],
    );
    const left = folded('2024-02-11', ...open, ['2024-02-11', leftEarly]);
    expect(viewOf(left).conflictRung).toBe('none');
    expect(viewOf(accepted).conflictRung).toBe('none');
    expect(viewOf(folded('2024-02-10', ...begun)).conflictRung).toBe('none');
  });
});

describe('what is due', () => {
  const goals: Row[] = [
    ...begun,
    ['2024-02-02', goalSet('2024-02-12')],
    ['2024-02-02', goalSet('2024-02-14')],
  ];
  const goal = (item: number, dueOn: string) => ({
    ...{ key: 'goalReview', dueOn, item, at: morning(dueOn) },
    label: { de: 'Ziel im Förderplan prüfen', en: 'Review a goal' },
    source: '(practice); day as agreed',
  });

  test('is open, each goal by itself, until its day, and due from then on', () => {
    const before = viewOf(folded('2024-02-10', ...goals));
    expect(before.open.filter(({ key }) => key === 'goalReview')).toEqual([
      goal(3, '2024-02-12'),
      goal(4, '2024-02-14'),
    ]);
    expect([before.due, before.overdue]).toEqual([[], []]);
    const after = viewOf(folded('2024-02-15', ...goals));
    expect(after.open.filter(({ key }) => key === 'goalReview')).toEqual([]);
    expect(after.due).toEqual([goal(3, '2024-02-12'), goal(4, '2024-02-14')]);
    expect([after.overdue, after.attention]).toEqual([[], 'due']);
  });

  test('is no longer due when it was done, or when its date has moved', () => {
    const done: JourneyEvent = { type: 'goal.reviewed', goal: 3, result: 'reached' };
    const later: JourneyEvent = {
      type: 'goal.reviewed',
      goal: 4,
      result: 'continued',
      reviewOn: '2024-03-01',
    };
    const view = viewOf(folded('2024-02-16', ...goals, ['2024-02-15', done], ['2024-02-15', later]));
    expect(view.due).toEqual([]);
    expect(view.open.find(({ key }) => key === 'goalReview')).toEqual(goal(4, '2024-03-01'));
  });

  test('is told apart by what it is about, where two fall on one day', () => {
    const done: JourneyEvent = { type: 'goal.reviewed', goal: 3, result: 'reached' };
    const [, , first] = goals;
    const rows: Row[] = [...goals.slice(0, 3), ...(first ? [first] : []), ['2024-02-13', done]];
    expect(viewOf(folded('2024-02-13', ...rows)).due).toEqual([goal(4, '2024-02-12')]);
  });

  test('names a deadline without an item by its key alone', () => {
    const [overdue] = viewOf(folded('2024-02-20', ['2024-02-01', referred])).overdue;
    expect(overdue).toStrictEqual({
      key: 'intakeDecision',
      label: { de: 'Aufnahme entscheiden', en: 'Decide the intake' },
      ...{ dueOn: '2024-02-15', at: morning('2024-02-16'), source: '(practice)' },
    });
  });

  test('is nothing any more in a state that was left, or entered again', () => {
    const late: Row[] = [['2024-02-01', referred]];
    const turnedDown: JourneyEvent = { type: 'intake.declined', reason: 'noNeed' };
    const declined: Row[] = [...late, ['2024-02-20', turnedDown]];
    const again: Row[] = [...declined, ['2024-02-21', { type: 'journey.reopened', reason: 'appeal' }]];
    expect(viewOf(folded('2024-02-20', ...late)).overdue.map(({ key }) => key)).toEqual(['intakeDecision']);
    expect(viewOf(folded('2024-02-20', ...declined))).toMatchObject({ overdue: [], attention: 'none' });
    expect(viewOf(folded('2024-02-21', ...again))).toMatchObject({ overdue: [], due: [] });
  });

  test('counts for the present stay alone, though an earlier one was reminded of the same date', () => {
    const left: Row[] = [...begun, ['2024-07-10', leftEarly]];
    const again: Row[] = [...left, ['2024-07-12', { type: 'journey.reopened', reason: 'returned' }]];
    const { fired } = folded('2024-07-12', ...again);
    expect(fired.filter(({ key }) => key === 'preparationEndNear')).toHaveLength(2);
    const { due } = viewOf(folded('2024-07-12', ...again));
    expect(due.filter(({ key }) => key === 'preparationEndNear')).toEqual([
      expect.objectContaining({ dueOn: '2024-07-03', at: '2024-07-12T12:00:00.000Z' }),
    ]);
    expect(viewOf(folded('2024-07-10', ...left)).due).toEqual([]);
  });
});
