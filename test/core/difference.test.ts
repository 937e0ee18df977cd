/** Where two folds of one journey differ: what would be left, entered, gained, lost or moved by an entry or by other rules. */
import { describe, expect, test } from 'vitest';
import { type Difference, differenceBetween, differs } from '../../workflows/fold/difference.ts';
import { newestVersions, rulebookOf, versionsOf } from '../../workflows/fold/rulebook.ts';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import { policies } from '../../workflows/policy/policy.ts';
import {
  entered,
  folded,
  foldedBy,
  leftEarly,
  policy,
  type Row,
  raised,
  refusedBy,
  rulebook,
  training,
} from '../support/journal.ts';

const day = '2024-02-10';
const begun = entered('2024-02-01');
const goal = (name: string, reviewOn: string): Row => [
  '2024-02-05',
  { type: 'goal.set', goal: name, reviewOn },
];
const between = (before: readonly Row[], after: readonly Row[]): Difference =>
  differenceBetween(folded(day, ...begun, ...before), folded(day, ...begun, ...after));
const paths = (places: Difference['left']): string[] => places.map(({ path }) => path);
const nothing = { left: [], entered: [], gained: [], lost: [], moved: [] };

describe('two folds', () => {
  test('of the same journey do not differ', () => {
    const same = between([goal('g-1', '2024-03-04')], [goal('g-1', '2024-03-04')]);
    expect(same).toEqual(nothing);
    expect(differs(same)).toBe(false);
  });

  test('differ in the states that one has left and the other is in', () => {
    const quarrel = between([], [['2024-02-09', raised]]);
    expect([paths(quarrel.left), paths(quarrel.entered)]).toEqual([
      ['conflict.calm'],
      ['conflict.open', 'conflict.open.talk'],
    ]);
    expect(quarrel.entered[0]?.label.en).toBe('Open');
    expect(differs(quarrel)).toBe(true);
    expect(differs({ ...nothing, left: quarrel.left })).toBe(true);
  });

  test('differ in deadlines that one has and the other has not, each as the public sees it', () => {
    const fresh = between([], [goal('g-1', '2024-03-04')]);
    const view = {
      ...{ key: 'goalReview', dueOn: '2024-03-04', item: 3, at: '2024-03-04T05:00:00.000Z' },
      ...{ label: policy.deadlines.goalReview.label, source: policy.deadlines.goalReview.source },
    };
    expect(fresh).toEqual({ ...nothing, gained: [view] });
    expect(between([goal('g-1', '2024-03-04')], [])).toEqual({ ...nothing, lost: [view] });
  });

  test('differ in the day of a deadline that both have, and say which it was', () => {
    const moved = between([goal('g-1', '2024-03-04')], [goal('g-1', '2024-03-11')]);
    expect(moved).toMatchObject({
      ...nothing,
      moved: [{ dueOn: '2024-03-11', from: '2024-03-04', item: 3 }],
    });
    expect(moved.moved).toHaveLength(1);
  });

  test('tell the deadline of one thing from that of another, whatever their days', () => {
    const first = [goal('g-1', '2024-03-04')];
    const both = [...first, goal('g-2', '2024-04-08')];
    expect(between(first, both)).toMatchObject({ ...nothing, gained: [{ dueOn: '2024-04-08', item: 4 }] });
    expect(between(both, first)).toMatchObject({ ...nothing, lost: [{ dueOn: '2024-04-08', item: 4 }] });
    const later = between(both, [...first, goal('g-2', '2024-03-04')]);
    expect(later).toMatchObject({
      ...nothing,
      moved: [{ dueOn: '2024-03-04', from: '2024-04-08', item: 4 }],
    });
  });

  test('of a journey that was left lose the deadlines of the states it was in', () => {
    const { left, entered: now, lost, gained } = between([], [['2024-02-09', leftEarly]]);
    expect(paths(left)).toContain('phase.accompanied');
    expect(paths(now)).toEqual(expect.arrayContaining(['phase.closed', 'phase.closed.leftEarly']));
    expect(lost.map(({ key }) => key)).toEqual(expect.arrayContaining(['preparationEnd', 'reflectionDue']));
    expect(gained.map(({ key }) => key)).toContain('recordsErased');
  });

  test('by two policies differ in what those say, each deadline in its own words', () => {
    const rows = training({ start: '2023-09-01', end: '2026-08-31' });
    const held: JourneyEvent = { type: 'meeting.held', attended: ['participant', 'caseWorker'] };
    const journey: Row[] = [...rows, ['2024-02-05', held]];
    const closer = differenceBetween(
      folded(day, ...journey),
      foldedBy(policies['2026-1-monthly'], day, ...journey),
    );
    expect(closer).toMatchObject({
      ...nothing,
      moved: [{ key: 'reflectionDue', from: '2024-05-05', dueOn: '2024-03-05' }],
    });
  });
});

describe('a rulebook', () => {
  test('is found by its versions, and knows them', () => {
    for (const policyVersion of Object.keys(policies) as (keyof typeof policies)[]) {
      const found = rulebookOf({ ...newestVersions, policyVersion });
      expect(found).toEqual({
        machineVersion: 1,
        machine: rulebook.machine,
        policy: policies[policyVersion],
      });
      expect(versionsOf(found)).toEqual({ machineVersion: 1, policyVersion });
    }
    expect(newestVersions).toEqual({ machineVersion: 1, policyVersion: '2026-1' });
  });

  test('that there is not is refused, naming those there are', () => {
    const known = new Map([
      [3, rulebook.machine],
      [4, rulebook.machine],
    ]);
    const machine = refusedBy(() => rulebookOf({ ...newestVersions, machineVersion: 2 }, known));
    expect([machine.code, machine.reasons]).toEqual([
      'unknown-version',
      [
        {
          ...{ code: 'unknown-version', field: 'machineVersion' },
          de: 'Die Fassung »2« der Regeln gibt es nicht. Es gibt: 3, 4.',
          en: 'There is no version "2" of the rules. Versions: 3, 4.',
        },
      ],
    ]);
    for (const name of ['1999-1', 'toString']) {
      const wanted = Object.assign({ ...newestVersions }, { policyVersion: name });
      // A name from outside has been checked by nobody.
      const refusal = refusedBy(() => Reflect.apply(rulebookOf, undefined, [wanted]));
      expect(refusal.reasons).toEqual([
        expect.objectContaining({
          field: 'policyVersion',
          en: `There is no version "${name}" of the rules. Versions: 2020-1, 2022-1, 2026-1, 2026-1-monthly.`,
        }),
      ]);
    }
  });
});
