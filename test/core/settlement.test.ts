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

describe('after a proposal that came to nothing', () => {
  const down = (to: 'talk' | 'mediation'): JourneyEvent => ({ type: 'conflict.deescalated', to });
  const committee = training({ start: '2023-09-01', end: '2026-08-31', conciliationCommittee: true });
  const spruch: Row[] = [
    ['2025-03-01', raised],
    ['2025-03-02', conciliation],
    ['2025-03-10', proposed('2025-03-10')],
  ];
  const declined: Row[] = [...spruch, ['2025-03-12', answered('participant', false)]];
  const filed: Row = ['2025-03-20', { type: 'conflict.actionFiled', by: 'participant' }];
  const until = (day: string, ...rows: readonly Row[]) => folded(day, ...committee, ...rows);

  test.each(['talk', 'mediation'] as const)(
    'conciliationFirst lets the action be filed, and settlementAction runs, though it is calmed down to %s',
    (to) => {
      const calmer: Row[] = [...declined, ['2025-03-13', down(to)]];
      expect(openOn(until('2025-03-19', ...calmer), 'settlementAction')).toEqual(['2025-03-24']);
      expect(firedOn(until('2025-04-01', ...calmer), 'settlementAction')).toEqual(['2025-03-24']);
      expect(placesIn(until('2025-03-20', ...calmer, filed))).toContain('conflict.open.court');
    },
  );

  test('the week to accept it is over once the conflict moves on, which is not told of', () => {
    const state = until('2025-04-01', ...spruch, ['2025-03-13', down('talk')]);
    expect([firedOn(state, 'settlementAcceptance'), firedOn(state, 'settlementAction')]).toEqual([
      ...[[], ['2025-03-24']],
    ]);
  });

  test('settlementAction ends with the action, the end of the conflict, or another proposal', () => {
    expect(openOn(until('2025-03-21', ...declined, filed), 'settlementAction')).toEqual([]);
    const resolved: Row = ['2025-03-20', { type: 'conflict.resolved' }];
    expect(openOn(until('2025-03-20', ...declined, resolved), 'settlementAction')).toEqual([]);
    const again: Row[] = [
      ...declined,
      ['2025-03-13', down('talk')],
      ['2025-03-14', conciliation],
      ['2025-03-18', proposed('2025-03-18')],
    ];
    expect(placesIn(until('2025-03-14', ...again.slice(0, -1)))).toContain(
      'conflict.open.conciliation.pending',
    );
    expect(openOn(until('2025-03-18', ...again), 'settlementAction')).toEqual(['2025-04-01']);
    expect(placesIn(until('2025-03-18', ...again))).toContain('conflict.open.conciliation.proposed');
  });

  test('conciliationFirst asks again for the next conflict, and for a conciliation that was not held', () => {
    const codes = (...rows: readonly Row[]) =>
      refusedBy(() => until('2025-03-30', ...rows)).reasons.map(({ code }) => code);
    const next: Row[] = [['2025-03-14', { type: 'conflict.resolved' }], ['2025-03-15', raised], filed];
    expect(codes(...declined, ...next)).toEqual(['conciliationFirst']);
    const dropped: Row[] = [...spruch.slice(0, 2), ['2025-03-05', down('mediation')], filed];
    expect(codes(...dropped)).toEqual(['conciliationFirst']);
  });

  test('both periods run on where the journey is reopened', () => {
    const again = (day: string): Row[] => [...spruch, ['2025-03-11', leftEarly], [day, reopened]];
    const state = until('2025-03-12', ...again('2025-03-12'));
    expect([...openOn(state, 'settlementAcceptance'), ...openOn(state, 'settlementAction')]).toEqual([
      ...['2025-03-17', '2025-03-24'],
    ]);
    const late = until('2025-06-02', ...again('2025-06-02'));
    expect(firedOn(late, 'settlementAction')).toEqual(['2025-03-24']);
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
