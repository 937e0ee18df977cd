/** The reports (LuV): which are due when, which overlap, and what is left of them after the journey. */
import { describe, expect, test } from 'vitest';
import type { Folded } from '../../workflows/fold/folded.ts';
import type { EventOf, JourneyEvent } from '../../workflows/journal/events.ts';
import {
  admitted,
  contractEnded,
  entered,
  firedOn,
  folded,
  informed,
  leftEarly,
  openOn,
  passed,
  placesIn,
  type Row,
  referred,
  registeredFor,
  reopened,
  signed,
  submitted,
  training,
} from '../support/journal.ts';

const keys = [
  'luvPreparationStart',
  'luvPreparationProgress',
  'luvPreparationFinal',
  'luvTrainingStart',
  'luvTrainingProgress',
  'luvProbation',
  'luvTrainingYear',
  'luvTrainingFinal',
] as const;
/** Every report that is to come, by its key. */
const toCome = (state: Folded): string[] => keys.filter((key) => openOn(state, key).length > 0);
const asked = (state: Folded): string[] => keys.filter((key) => firedOn(state, key).length > 0);
const interrupted: Row = ['2024-10-01', { type: 'training.interrupted', reason: 'illness' }];
const prolonged = (until: string): Row => ['2024-10-15', { type: 'probation.prolonged', until }];
const deceased: JourneyEvent = { type: 'journey.deceased' };
const prepared: Row[] = [
  ...entered('2024-05-02'),
  ['2024-06-03', informed()],
  ['2024-06-03', signed()],
  ['2024-09-01', { type: 'training.started' }],
];

describe('luvProbation, on overlap with luvTrainingProgress of 30 November', () => {
  const at = (months: number, ...rows: readonly Row[]) =>
    openOn(folded('2024-10-16', ...training({ probationMonths: months }), ...rows), 'luvProbation');

  test('is left out where it lies three days after it', () => {
    expect(at(4)).toEqual([]);
  });

  test.each([
    ['14 days after is left out', 4, '2025-01-11', []],
    ['15 days after is due', 4, '2025-01-12', ['2024-12-15']],
    ['14 days before is left out', 3, '2024-12-14', []],
    ['15 days before is due', 3, '2024-12-13', ['2024-11-15']],
  ])('%s', (_, months, until, dates) => {
    expect(at(months, interrupted, prolonged(until))).toEqual(dates);
  });

  test('is still left out when the progress report was submitted early', () => {
    expect(at(4, ['2024-10-16', submitted('trainingProgress')])).toEqual([]);
  });

  test('is due again in the probation of a second contract', () => {
    const state = folded(
      '2025-06-02',
      ...training({ probationMonths: 2 }),
      ['2024-10-02', submitted('probation')],
      ['2025-03-03', contractEnded()],
      ['2025-05-05', informed('c-2')],
      ['2025-05-05', signed({ company: 'c-2', start: '2025-06-01', end: '2028-05-31' })],
      ['2025-06-02', { type: 'training.started' }],
    );
    expect(openOn(state, 'luvProbation')).toEqual(['2025-09-02']);
  });
});

describe('luvTrainingYear, the end of each training year but the last', () => {
  test.each([
    ['two years', '2026-08-31', ['2025-08-31']],
    ['three years', '2027-08-31', ['2025-08-31', '2026-08-31']],
    ['three and a half', '2028-02-29', ['2025-08-31', '2026-08-31', '2027-08-31']],
  ])('of a contract of %s', (_, end, dates) => {
    expect(openOn(folded('2024-09-02', ...training({ end })), 'luvTrainingYear')).toEqual(dates);
  });

  test('is moved by a parental leave that has begun by then, and the years before are not', () => {
    const leave: Row = ['2025-10-01', { type: 'leave.started', until: '2026-03-31' }];
    const state = folded('2025-10-01', ...training(), leave);
    expect(firedOn(state, 'luvTrainingYear')).toEqual(['2025-08-31']);
    expect(openOn(state, 'luvTrainingYear')).toEqual(['2027-02-28']);
    expect(openOn(state, 'luvTrainingFinal')).toEqual(['2028-02-29']);
  });

  test('is moved by whole months, from the day after the old end', () => {
    const leave: Row = ['2025-03-01', { type: 'leave.started', until: '2025-08-31' }];
    expect(openOn(folded('2025-03-02', ...training(), leave), 'luvTrainingYear')).toEqual([
      ...['2026-02-28', '2027-02-28'],
    ]);
  });

  test('is moved on by a second leave that begins before the end that the first one left', () => {
    const rows: Row[] = [
      ['2025-03-01', { type: 'leave.started', until: '2025-08-31' }],
      ['2025-12-01', { type: 'leave.started', until: '2026-11-30' }],
    ];
    const state = folded('2025-12-02', ...training(), ...rows);
    expect(openOn(state, 'luvTrainingYear')).toEqual(['2027-02-28', '2028-02-29']);
    expect(openOn(state, 'luvTrainingFinal')).toEqual(['2029-02-28']);
  });

  test('is no longer due once submitted, each year by itself', () => {
    const first: Row = ['2025-08-20', submitted('trainingYear', 1)];
    const state = folded('2025-10-01', ...training(), first);
    expect(firedOn(state, 'luvTrainingYear')).toEqual([]);
    expect(openOn(state, 'luvTrainingYear')).toEqual(['2026-08-31']);
  });
});

describe('the reports of the preparation', () => {
  test('are not asked for where there was none', () => {
    expect(toCome(folded('2024-09-02', ...training())).filter((key) => key.startsWith('luvPrep'))).toEqual(
      [],
    );
  });

  test('are due by the day before training, the individual end: luvPreparationProgress two weeks earlier', () => {
    const state = folded('2024-09-02', ...prepared);
    expect(firedOn(state, 'luvPreparationFinal')).toEqual(['2024-08-31']);
    expect(firedOn(state, 'luvPreparationProgress')).toEqual(['2024-08-17']);
  });

  test('luvPreparationProgress follows the contract as soon as it is signed, and may be submitted', () => {
    const rows: Row[] = [
      ...entered('2024-03-01'),
      ['2024-06-03', informed()],
      ['2024-06-15', signed({ start: '2024-08-01' })],
    ];
    const state = folded('2024-06-16', ...rows);
    expect(openOn(state, 'luvPreparationProgress')).toEqual(['2024-07-17']);
    const told = folded('2024-07-02', ...rows, ['2024-07-01', submitted('preparationProgress')]);
    expect(openOn(told, 'luvPreparationProgress')).toEqual([]);
    const failed: Row = ['2024-06-20', contractEnded({ reason: 'beforeStart' })];
    expect(openOn(folded('2024-06-20', ...rows, failed), 'luvPreparationProgress')).toEqual(['2024-08-17']);
  });

  test('luvPreparationProgress is not asked for before the entry, or after an end that nobody foresaw', () => {
    const soon: Row[] = [
      ...entered('2024-05-02'),
      ['2024-05-03', informed()],
      ['2024-05-03', signed({ start: '2024-05-15' })],
    ];
    const left = folded('2024-06-03', ...entered('2024-05-02'), ['2024-06-03', leftEarly]);
    for (const state of [folded('2024-05-10', ...soon), left]) {
      expect([
        ...openOn(state, 'luvPreparationProgress'),
        ...firedOn(state, 'luvPreparationProgress'),
      ]).toEqual([]);
    }
  });

  test('count from the day on which the contract of a direct start fails before it begins', () => {
    const rows: Row[] = [
      ['2024-07-01', referred],
      ['2024-07-01', admitted({ directStart: true })],
      ['2024-07-01', signed()],
      ['2024-08-01', contractEnded({ reason: 'beforeStart' })],
    ];
    const state = folded('2024-08-02', ...rows);
    expect(placesIn(state)).toContain('phase.accompanied.preparation.placing');
    expect(openOn(state, 'preparationEnd')).toEqual(['2025-01-31']);
    expect(openOn(state, 'luvPreparationStart')).toEqual(['2024-08-28']);
    expect(openOn(state, 'luvPreparationProgress')).toEqual(['2025-01-17']);
    expect(openOn(state, 'luvPreparationFinal')).toEqual(['2025-01-31']);
    const trained: Row[] = [
      ['2024-09-02', informed('c-2')],
      ['2024-09-02', signed({ company: 'c-2', start: '2024-10-01', end: '2027-09-30' })],
      ['2024-10-01', { type: 'training.started' }],
    ];
    expect(openOn(folded('2024-10-02', ...rows, ...trained), 'luvTrainingStart')).toEqual(['2024-10-28']);
  });

  test('luvPreparationStart is not due where the preparation was shorter', () => {
    const state = folded('2024-06-03', ...entered('2024-05-02'), ['2024-05-10', leftEarly]);
    expect(firedOn(state, 'luvPreparationStart')).toEqual([]);
    expect(firedOn(state, 'luvPreparationFinal')).toEqual(['2024-05-10']);
  });

  test('are not asked for of somebody who was not admitted', () => {
    const declined: Row = ['2024-05-03', { type: 'intake.declined', reason: 'ownWish' }];
    expect(asked(folded('2025-05-03', ['2024-05-02', referred], declined))).toEqual([]);
  });
});

describe('the reports of the training', () => {
  test('luvTrainingStart is due four weeks after a preparation, six without', () => {
    expect(openOn(folded('2024-09-02', ...prepared), 'luvTrainingStart')).toEqual(['2024-09-28']);
    expect(openOn(folded('2024-09-02', ...training()), 'luvTrainingStart')).toEqual(['2024-10-12']);
  });

  test('luvTrainingStart and luvTrainingProgress do not come again with a second contract', () => {
    const state = folded(
      '2025-06-02',
      ...training(),
      ['2024-10-01', submitted('trainingStart')],
      ['2024-11-20', submitted('trainingProgress')],
      ['2025-03-03', contractEnded()],
      ['2025-05-05', informed('c-2')],
      ['2025-05-05', signed({ company: 'c-2', start: '2025-06-01', end: '2028-05-31' })],
      ['2025-06-02', { type: 'training.started' }],
    );
    expect(toCome(state)).toEqual(['luvProbation', 'luvTrainingYear', 'luvTrainingFinal']);
    expect(openOn(state, 'luvTrainingFinal')).toEqual(['2028-05-31']);
  });

  test('drafted are still due, submitted and corrected no more', () => {
    const said = (type: EventOf<'report.drafted' | 'report.corrected'>['type']): JourneyEvent => ({
      type,
      report: 'trainingStart',
    });
    const drafted: Row[] = [...training(), ['2024-10-01', said('report.drafted')]];
    expect(openOn(folded('2024-10-02', ...drafted), 'luvTrainingStart')).toEqual(['2024-10-12']);
    const rows: Row[] = [...drafted, ['2024-10-02', submitted('trainingStart')]];
    expect(openOn(folded('2024-10-02', ...rows), 'luvTrainingStart')).toEqual([]);
    const corrected: Row[] = [...rows, ['2024-10-05', said('report.corrected')]];
    expect(openOn(folded('2024-10-06', ...corrected), 'luvTrainingStart')).toEqual([]);
  });
});

describe('after the journey', () => {
  const left: Row[] = [...training(), ['2025-01-10', leftEarly]];

  test('left early, luvTrainingFinal is due on that day and nothing later', () => {
    const state = folded('2025-01-10', ...left);
    expect(toCome(state)).toEqual(['luvTrainingFinal']);
    expect(openOn(state, 'luvTrainingFinal')).toEqual(['2025-01-10']);
    expect(placesIn(state)).toContain('reports.kept');
  });

  test('what is due stays due, and can be submitted', () => {
    const state = folded('2025-01-11', ...left, ['2025-01-10', submitted('trainingFinal')]);
    expect(firedOn(state, 'luvTrainingFinal')).toEqual([]);
    expect(asked(state)).toEqual(['luvTrainingStart', 'luvTrainingProgress']);
  });

  test('completed before the contract’s end, luvTrainingFinal is due on the day of passing', () => {
    const state = folded(
      '2027-06-20',
      ...training(),
      ['2027-03-01', { type: 'exam.registered', sittingOn: '2027-06-10' }],
      ['2027-06-20', { type: 'exam.passed' }],
    );
    expect(openOn(state, 'luvTrainingFinal')).toEqual(['2027-06-20']);
  });

  test('by death, nothing is due any more', () => {
    const prepares = folded('2025-06-01', ...entered('2024-05-02'), ['2024-05-10', deceased]);
    expect([...toCome(prepares), ...asked(prepares)]).toEqual([]);
    const trains = folded('2028-06-01', ...training(), ['2024-09-10', deceased]);
    expect([...toCome(trains), ...asked(trains)]).toEqual([]);
  });

  test('reopened, the report at its real end is due again', () => {
    const state = folded(
      '2025-03-02',
      ...left,
      ['2025-01-20', submitted('trainingFinal')],
      ['2025-03-01', reopened],
    );
    expect(openOn(state, 'luvTrainingFinal')).toEqual(['2027-08-31']);
  });

  test('reopened in the preparation, its final report is due again', () => {
    const rows: Row[] = [
      ...entered('2024-05-02'),
      ['2024-06-03', leftEarly],
      ['2024-06-04', submitted('preparationFinal')],
      ['2024-07-01', reopened],
    ];
    expect(openOn(folded('2024-07-01', ...rows), 'luvPreparationFinal')).toEqual(['2024-11-01']);
  });

  test('reopened for follow-up support, the training has ended as it was reported', () => {
    const rows: Row[] = [
      ...training(),
      ['2027-03-01', registeredFor('2027-06-10')],
      ['2027-06-20', passed],
      ['2027-06-20', submitted('trainingFinal')],
      ['2027-09-01', { type: 'followUp.ended' }],
      ['2027-10-01', reopened],
    ];
    const state = folded('2027-10-02', ...rows);
    expect(placesIn(state)).toContain('phase.followUp');
    expect(firedOn(state, 'luvTrainingFinal')).toEqual([]);
  });
});

test('reports do not wait for consent', () => {
  const rows: Row[] = [
    ['2024-02-01', referred],
    ['2024-02-01', admitted()],
    ['2024-02-02', { type: 'consent.given', to: 'chamber' }],
    ['2024-02-03', { type: 'consent.withdrawn', to: 'chamber' }],
  ];
  const state = folded('2024-03-01', ...rows);
  expect(state.effects['reminder/luvPreparationStart/2']?.params).toMatchObject({
    to: ['caseWorker', 'teamLead'],
    dueOn: '2024-02-28',
  });
});

test.each([
  ['preparationStart', 'luvPreparationStart', entered('2024-05-02'), '2024-05-10'],
  ['preparationProgress', 'luvPreparationProgress', entered('2024-05-02'), '2024-05-10'],
  ['preparationFinal', 'luvPreparationFinal', entered('2024-05-02'), '2024-05-10'],
  ['trainingStart', 'luvTrainingStart', training(), '2024-09-10'],
  ['trainingProgress', 'luvTrainingProgress', training(), '2024-09-10'],
  ['trainingFinal', 'luvTrainingFinal', training(), '2024-09-10'],
] as const)(
  'the report %s is due until it is submitted, and no other ends with it',
  (report, key, rows, day) => {
    const before = toCome(folded(day, ...rows));
    expect(before).toContain(key);
    const after = toCome(folded(day, ...rows, [day, submitted(report)]));
    expect(after).toEqual(before.filter((other) => other !== key));
  },
);

describe('a report due on the very day', () => {
  test('of the end of the training is still due, a day later no longer', () => {
    const left = (on: string): string[] =>
      openOn(folded(on, ...training(), [on, leftEarly]), 'luvTrainingProgress');
    expect(left('2024-11-30')).toEqual(['2024-11-30']);
    expect(left('2024-11-29')).toEqual([]);
  });

  test('of entry is due, one of the day before is none of the journey’s', () => {
    const entry = (on: string): string[] => {
      const rows: Row[] = [
        [on, referred],
        [on, admitted({ directStart: true })],
        [on, signed({ start: '2023-09-01', end: '2026-08-31' })],
        [on, { type: 'training.started', firstDay: '2023-09-01' }],
      ];
      return openOn(folded(on, ...rows), 'luvTrainingYear');
    };
    expect(entry('2024-08-31')).toEqual(['2024-08-31', '2025-08-31']);
    expect(entry('2024-09-01')).toEqual(['2025-08-31']);
  });
});
