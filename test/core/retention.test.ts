/** How long records are kept, what a legal hold does, and what is still due after a death. */
import { describe, expect, test } from 'vitest';
import { viewOf } from '../../workflows/fold/view.ts';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import {
  accepted,
  approved,
  contractEnded,
  entered,
  factsOf,
  firedOn,
  folded,
  leftEarly,
  offered,
  openOn,
  placesIn,
  type Row,
  raised,
  reasonKnown,
  referral,
  reopened,
  training,
} from '../support/journal.ts';

const begun = entered('2024-02-01');

describe('recordsErased', () => {
  const funded = (retentionYears: number): Row => [
    '2024-02-02',
    approved('2024-02-01', '2025-01-31', { funder: `f-${retentionYears}`, share: 30, retentionYears }),
  ];
  const left: Row = ['2024-03-15', leftEarly];
  const placed: Row = ['2024-04-01', { type: 'legalHold.placed' }];
  const released = (day: string): Row => [day, { type: 'legalHold.released' }];

  test.each<[string, Row[], string]>([
    ['two years by the policy', [], '2026-03-15'],
    ['the longest of several funders', [funded(4), funded(6), funded(3)], '2030-03-15'],
    ['the policy’s where a funder wants less', [funded(1)], '2026-03-15'],
  ])('after %s', (_, rows, date) => {
    expect(openOn(folded('2024-03-16', ...begun, ...rows, left), 'recordsErased')).toEqual([date]);
  });

  test('does not fire on legal hold, however long', () => {
    const state = folded('2035-01-01', ...begun, left, placed);
    expect(placesIn(state)).toContain('retention.onHold');
    expect([...openOn(state, 'recordsErased'), ...firedOn(state, 'recordsErased')]).toEqual([]);
  });

  test('is due again when the hold is released, at once where it is past', () => {
    const soon = folded('2025-01-02', ...begun, left, placed, released('2025-01-01'));
    expect(openOn(soon, 'recordsErased')).toEqual(['2026-03-15']);
    const late = folded('2030-01-01', ...begun, left, placed, released('2030-01-01'));
    expect(late.fired.at(-1)).toMatchObject({ key: 'recordsErased', at: '2030-01-01T12:00:00.000Z' });
    expect(placesIn(late)).toContain('retention.over');
  });

  test('is reckoned from the last end of a journey that was reopened', () => {
    const again: Row[] = [...begun, left, ['2024-05-02', reopened]];
    expect(openOn(folded('2024-05-03', ...again), 'recordsErased')).toEqual([]);
    const state = folded('2024-06-04', ...again, ['2024-06-03', leftEarly]);
    expect(openOn(state, 'recordsErased')).toEqual(['2026-06-03']);
  });

  test.each<[string, Row[]]>([
    ['declined', [['2024-02-05', { type: 'intake.declined', reason: 'ownWish' }]]],
    ['referred', [['2024-02-05', { type: 'intake.referredElsewhere', to: 'eq', reason: 'other' }]]],
    ['transferred', [['2024-02-05', { type: 'journey.transferred', to: 'p-2' }]]],
    ['deceased', [['2024-02-05', { type: 'journey.deceased' }]]],
  ])('is due for a journey closed as %s', (how, rows) => {
    const state = folded('2024-02-06', ['2024-02-01', referral()], ...rows);
    expect(placesIn(state)).toContain(`phase.closed.${how}`);
    expect(openOn(state, 'recordsErased')).toEqual(['2026-02-05']);
  });
});

describe('the erasure notice', () => {
  const notices = (...rows: readonly Row[]) =>
    Object.values(folded('2026-06-01', ...begun, ['2024-03-15', leftEarly], ...rows).effects).filter(
      ({ key }) => key.startsWith('reminder/recordsErased/'),
    );

  test('tells data protection the morning after the last day, once, and speaks for records to be erased', () => {
    expect(notices()).toEqual([
      expect.objectContaining({
        kind: 'reminder',
        speaksFor: 'retention.over',
        params: expect.objectContaining({ to: ['dataProtection'], dueOn: '2026-03-15' }),
      }),
    ]);
  });

  test('is none while the records are on legal hold', () => {
    expect(notices(['2025-04-01', { type: 'legalHold.placed' }])).toEqual([]);
  });

  test('is none for a journey that was reopened before', () => {
    expect(notices(['2026-03-15', reopened])).toEqual([]);
  });

  test('speaks for nothing any more where a hold is placed afterwards', () => {
    const placed: Row = ['2026-04-01', { type: 'legalHold.placed' }];
    const state = folded('2026-06-01', ...begun, ['2024-03-15', leftEarly], placed);
    expect(firedOn(state, 'recordsErased')).toEqual(['2026-03-15']);
    expect(placesIn(state)).toContain('retention.onHold');
    expect(placesIn(state)).not.toContain('retention.over');
  });
});

describe('a legal hold placed before the journey closes', () => {
  const placed: Row = ['2024-02-20', { type: 'legalHold.placed' }];
  const left: Row = ['2024-03-15', leftEarly];
  const released = (day: string): Row => [day, { type: 'legalHold.released' }];

  test('changes nothing while the records are in use', () => {
    const state = folded('2024-03-01', ...begun, placed);
    expect(placesIn(state)).toContain('retention.running');
    expect(factsOf(state).legalHold).toBe(true);
  });

  test('holds from the day of closing, however long', () => {
    const state = folded('2035-01-01', ...begun, placed, left);
    expect(placesIn(state)).toContain('retention.onHold');
    expect(firedOn(state, 'recordsErased')).toEqual([]);
  });

  test('released before closing leaves the usual retention', () => {
    const state = folded('2024-03-16', ...begun, placed, released('2024-03-01'), left);
    expect(placesIn(state)).toContain('retention.kept');
    expect(openOn(state, 'recordsErased')).toEqual(['2026-03-15']);
  });

  test('released after closing lets the time run from the end of the journey', () => {
    const state = folded('2024-06-02', ...begun, placed, left, released('2024-06-01'));
    expect(openOn(state, 'recordsErased')).toEqual(['2026-03-15']);
  });

  test('still holds when the journey is reopened and closes again', () => {
    const rows: Row[] = [placed, left, ['2024-05-02', reopened], ['2024-06-03', leftEarly]];
    expect(placesIn(folded('2030-01-01', ...begun, ...rows))).toContain('retention.onHold');
  });
});

describe('after a death', () => {
  const deceased: Row = ['2025-02-10', { type: 'journey.deceased' }];
  const death = (until: string, ...rows: readonly Row[]) => folded(until, ...rows, deceased);
  const busy: Row[] = [
    ...training({}, { adultOn: '2026-12-01' }),
    ['2025-02-01', offered('2025-01-01', '2025-12-31')],
    ['2025-02-01', accepted],
    ['2025-02-02', approved('2025-01-01', '2025-12-31')],
    ...(
      [
        { type: 'goal.set', goal: 'punctuality', reviewOn: '2025-06-02' },
        { type: 'task.set', task: 'call-school', dueOn: '2025-06-02' },
        { type: 'help.asked', topic: 'school', for: 'participant' },
        { type: 'absence.began', reason: 'illness' },
        { type: 'learningSupport.requested', subject: 'maths' },
        raised,
        reasonKnown(),
        { type: 'handover.proposed', to: 'w-2' },
        { type: 'deputy.appointed', deputy: 'w-3', from: '2025-02-20', until: '2025-03-20' },
        offered('2026-01-01', '2026-12-31'),
      ] satisfies JourneyEvent[]
    ).map((event): Row => ['2025-02-03', event]),
  ];

  test('nothing is due but the erasure of the records, whatever was under way', () => {
    expect(death('2025-02-10', ...busy).open.map(({ key, dueOn }) => [key, dueOn])).toEqual([
      ['recordsErased', '2027-02-10'],
    ]);
  });

  test('nothing fires but the erasure, and nothing is overdue', () => {
    const state = death('2030-01-01', ...busy);
    const later = state.fired.filter(({ at }) => at > '2025-02-10T12:00:00.000Z');
    expect(later.map(({ key }) => key)).toEqual(['recordsErased']);
    const { due, overdue, attention } = viewOf(death('2026-01-01', ...busy));
    expect([...due, ...overdue]).toEqual([]);
    expect(attention).toBe('none');
  });

  test('nobody claims damages for a contract that ended before', () => {
    const rows: Row[] = [
      ...training({ start: '2023-09-01', end: '2026-08-31' }),
      ['2025-02-01', contractEnded()],
    ];
    expect(openOn(death('2025-02-10', ...rows), 'damagesClaim')).toEqual([]);
  });

  test('told by mistake, the journey is reopened where it stood', () => {
    const state = folded('2025-03-01', ...busy, deceased, ['2025-02-12', reopened]);
    expect(placesIn(state)).toContain('phase.accompanied.training.established');
    expect(openOn(state, 'luvTrainingFinal')).toEqual(['2027-08-31']);
  });
});
