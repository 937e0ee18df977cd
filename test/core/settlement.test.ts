/** The clocks of a proposal for settlement, and of damages after an early end. */
import { describe, expect, test } from 'vitest';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import { established } from '../support/deadlineCasesOfConflict.ts';
import {
  conciliation,
  contractEnded,
  factsOf,
  firedOn,
  folded,
  leftEarly,
  openOn,
  placesIn,
  proposed,
  type Row,
  raised,
  refusedBy,
  reopened,
  signed,
  training,
} from '../support/journal.ts';

const answered = (by: 'participant' | 'company', accepted: boolean): JourneyEvent => ({
  type: 'conflict.settlementAnswered',
  by,
  accepted,
});
const after = (...rows: readonly Row[]) => folded(rows.at(-1)?.[0] ?? '', ...established, ...rows);
const quarrel: Row = ['2025-03-03', raised];

describe('a proposal for settlement (§111(2) ArbGG)', () => {
  const spruch: Row[] = [quarrel, ['2025-03-04', conciliation], ['2025-03-10', proposed('2025-03-10')]];
  const both: Row[] = [
    ['2025-03-12', answered('company', true)],
    ['2025-03-13', answered('participant', true)],
  ];

  test('accepted by both settles the conflict', () => {
    const state = after(...spruch, ...both);
    expect(placesIn(state)).toContain('conflict.calm');
    expect([...openOn(state, 'settlementAcceptance'), ...openOn(state, 'settlementAction')]).toEqual([]);
  });

  test('accepted twice by the same side is accepted by one', () => {
    const state = after(
      ...spruch,
      ['2025-03-12', answered('company', true)],
      ['2025-03-13', answered('company', true)],
    );
    expect(placesIn(state)).toContain('conflict.open.conciliation.proposed');
  });

  test.each<[string, Row[]]>([
    ['by nobody', []],
    ['by one side', [['2025-03-12', answered('company', true)]]],
  ])('accepted %s fails after the week; the action stays possible for two from the proposal', (_, rows) => {
    const state = folded('2025-03-18', ...established, ...spruch, ...rows);
    expect(firedOn(state, 'settlementAcceptance')).toEqual(['2025-03-17']);
    expect(placesIn(state)).toContain('conflict.open.conciliation.failed');
    expect(openOn(state, 'settlementAction')).toEqual(['2025-03-24']);
  });

  test('rejected fails at once', () => {
    const state = after(...spruch, ['2025-03-12', answered('participant', false)]);
    expect(placesIn(state)).toContain('conflict.open.conciliation.failed');
    expect(openOn(state, 'settlementAcceptance')).toEqual([]);
    expect(openOn(state, 'settlementAction')).toEqual(['2025-03-24']);
  });

  test('without instruction on remedies: a week to accept, one year from its service to sue', () => {
    const rows: Row[] = [
      ...spruch.slice(0, 2),
      ['2025-03-10', proposed('2025-03-07', { remediesInstructed: false })],
    ];
    const state = after(...rows);
    expect(openOn(state, 'settlementAcceptance')).toEqual(['2025-03-17']);
    // 7 March 2026 is a Saturday.
    expect(openOn(state, 'settlementAction')).toEqual(['2026-03-09']);
  });
});

describe('damagesClaim (§23(2) BBiG)', () => {
  test('is possible after probation only', () => {
    const state = folded('2024-11-16', ...training(), ['2024-11-15', contractEnded()]);
    expect(openOn(state, 'damagesClaim')).toEqual([]);
  });

  test('is not possible where the training is given up', () => {
    expect(openOn(after(['2025-03-03', contractEnded({ reason: 'givingUp' })]), 'damagesClaim')).toEqual([]);
  });

  test('runs on when the journey ends, and fires once', () => {
    const rows: Row[] = [
      ['2025-03-03', contractEnded()],
      ['2025-03-10', leftEarly],
    ];
    expect(openOn(after(...rows), 'damagesClaim')).toEqual(['2025-06-03']);
    const much = folded('2025-12-01', ...established, ...rows);
    expect(firedOn(much, 'damagesClaim')).toEqual(['2025-06-03']);
    expect(factsOf(much).earlyEnds).toEqual({});
  });

  test('runs for each contract that ended early, and each is told of', () => {
    const rows: Row[] = [
      ['2025-03-03', contractEnded()],
      ['2025-03-10', signed({ start: '2025-03-10', end: '2026-08-31', probationMonths: 1 })],
      ['2025-03-10', { type: 'training.started' }],
      ['2025-05-05', contractEnded()],
    ];
    const state = after(...rows);
    expect(openOn(state, 'damagesClaim')).toEqual(['2025-06-03', '2025-08-05']);
    const told = Object.keys(state.effects).filter((key) => key.startsWith('reminder/damagesPossible'));
    expect(told).toHaveLength(2);
    const much = folded('2025-12-01', ...established, ...rows);
    expect(firedOn(much, 'damagesClaim')).toEqual(['2025-06-03', '2025-08-05']);
    expect(placesIn(much)).toContain('damages.none');
  });

  test('does not run where the contract has come to its agreed last day', () => {
    const on = (day: string) => folded('2026-09-02', ...established, [day, contractEnded()]);
    expect(['2026-08-31', '2026-09-01'].flatMap((day) => openOn(on(day), 'damagesClaim'))).toEqual([]);
    expect(openOn(on('2026-08-30'), 'damagesClaim')).toEqual(['2026-11-30']);
  });
});
