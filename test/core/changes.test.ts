/** What the difference of two folds asks for: making, amending, taking back, or leaving be what is too late. */
import { describe, expect, test } from 'vitest';
import type { Effect } from '../../workflows/effects/effects.ts';
import {
  changesAtMigration,
  changesBetween,
  changesOfMove,
  type Telling,
} from '../../workflows/fold/changes.ts';
import { begin } from '../../workflows/fold/fold.ts';
import type { Folded } from '../../workflows/fold/folded.ts';
import { rulebook } from '../support/journal.ts';

const noonOf = (day: number): string => `2024-05-${String(day).padStart(2, '0')}T12:00:00.000Z`;

type Fields = Partial<Pick<Effect, 'key' | 'at' | 'cause' | 'visit' | 'fixedFrom' | 'withdrawnAt'>>;

/** A notice that speaks for the state `conflict`, caused by entry 7. */
const notice = (dueOn: string, more: Fields = {}): Effect => ({
  ...{ key: 'reminder/taskDue/7', speaksFor: 'conflict', at: noonOf(10), cause: { entry: 7 }, visit: 1 },
  kind: 'reminder',
  params: { topic: 'taskDue', to: ['caseWorker'], dueOn },
  ...more,
});

/** A meeting, which lasts. */
const meeting = (dueOn: string, more: Fields = {}): Effect => ({
  ...{ key: 'reflection/after-2', speaksFor: 'reflection', at: noonOf(10), cause: { entry: 2 }, visit: 1 },
  kind: 'reflectionMeeting',
  params: { dueOn, noticeDays: 7, federalState: 'BW', attendees: ['participant'] },
  ...more,
});

/** A fold at noon of a day in May with these effects; `conflict` is in its stay `stay`, or not active. */
function at(day: number, effects: readonly Effect[], stay?: number): Folded {
  const visit = { number: stay ?? 0, since: noonOf(1), entry: 7, fired: [] };
  return {
    ...begin(rulebook, noonOf(day)),
    effects: Object.fromEntries(effects.map((effect) => [effect.key, effect])),
    visits: stay === undefined ? {} : { conflict: visit },
  };
}

const changed = (before: Folded, after: Folded, telling: Partial<Telling> = {}) =>
  changesBetween(before, after, { told: new Set(), skipped: new Set(), ...telling }).map(
    ({ op, effect, late }) => `${op} ${effect.key}${late ? ', late' : ''}`,
  );

const task = 'reminder/taskDue/7';
const talk = 'reflection/after-2';

describe('a new effect', () => {
  test.each([
    ['whose moment comes after the last fold is made', 9, 11, `make ${task}`],
    ['of this very moment is made', 9, 10, `make ${task}`],
    ['whose moment was the last fold’s is past: skipped', 10, 11, `skip ${task}`],
    ['whose moment lies before the last fold is past: skipped', 12, 14, `skip ${task}`],
  ])('%s', (_, before, after, change) => {
    expect(changed(at(before, []), at(after, [notice('2024-05-10')]))).toEqual([change]);
  });

  test('is no longer late for an outage: what fell due in it is made when it ends', () => {
    expect(changed(at(9, []), at(30, [notice('2024-05-10')]))).toEqual([`make ${task}`]);
  });

  test('that lasts is made good, marked late', () => {
    expect(changed(at(12, []), at(14, [meeting('2024-05-10')]))).toEqual([`make ${talk}, late`]);
    expect(changed(at(9, []), at(14, [meeting('2024-05-10')]))).toEqual([`make ${talk}`]);
  });

  test('is not late where the clock stands at its moment', () => {
    expect(changed(at(10, []), at(10, [meeting('2024-05-10')]))).toEqual([`make ${talk}`]);
    const told = new Set([7]);
    expect(changed(at(10, []), at(10, [notice('2024-05-10')]), { told })).toEqual([`make ${task}`]);
  });

  test('that was withdrawn before it was ever made is nothing', () => {
    const gone = notice('2024-05-10', { withdrawnAt: noonOf(11) });
    expect(changed(at(9, []), at(14, [gone]))).toEqual([]);
  });
});

describe('a past notice', () => {
  const past = (more: Fields, telling: Partial<Telling>, stay?: number) =>
    changed(at(12, []), at(14, [notice('2024-05-10', more)], stay), telling);

  test('is made, marked late, if the entry just told caused it', () => {
    expect(past({}, { told: new Set([7]) })).toEqual([`make ${task}, late`]);
    expect(past({}, { told: new Set([6]) })).toEqual([`skip ${task}`]);
  });

  test('is skipped if a deadline caused it, though the entry told opened the state', () => {
    const cause = { entry: 7, deadline: 'taskDue' } as const;
    expect(past({ cause }, { told: new Set([7]) })).toEqual([`skip ${task}`]);
  });

  test('is made if the state it speaks for is still active, in the same stay', () => {
    expect(past({}, {}, 1)).toEqual([`make ${task}, late`]);
    expect(past({}, {}, 2)).toEqual([`skip ${task}`]);
  });

  test('that is skipped is not called late', () => {
    const [change] = changesBetween(at(12, []), at(14, [notice('2024-05-10')]), {
      ...{ told: new Set(), skipped: new Set() },
    });
    expect(change).toMatchObject({ op: 'skip', late: false, effect: { key: task } });
  });
});

describe('an effect that is known', () => {
  test('and is the same asks for nothing, whatever moment it has', () => {
    const same = notice('2024-05-10');
    expect(changed(at(12, [same]), at(14, [same]))).toEqual([]);
    expect(changed(at(12, [same]), at(14, [notice('2024-05-10', { at: noonOf(13) })]))).toEqual([]);
  });

  test('and says something else is amended, past or not, and is not late', () => {
    const amended = [`amend ${task}`];
    expect(changed(at(9, [notice('2024-05-10')]), at(9, [notice('2024-05-11')]))).toEqual(amended);
    expect(changed(at(12, [notice('2024-05-10')]), at(14, [notice('2024-05-11')]))).toEqual(amended);
    expect(changed(at(12, [meeting('2024-05-10')]), at(14, [meeting('2024-05-11')]))).toEqual([
      `amend ${talk}`,
    ]);
  });

  test('and was withdrawn is taken back, with what the withdrawal says', () => {
    const gone = notice('2024-05-10', { withdrawnAt: noonOf(13) });
    const [change, ...more] = changesBetween(at(12, [notice('2024-05-10')]), at(14, [gone]), {
      ...{ told: new Set(), skipped: new Set() },
    });
    expect(change).toEqual({ op: 'withdraw', effect: gone, late: false });
    expect(more).toEqual([]);
    const other = notice('2024-05-11', { withdrawnAt: noonOf(13) });
    expect(changed(at(12, [notice('2024-05-10')]), at(14, [other]))).toEqual([`withdraw ${task}`]);
    expect(changed(at(14, [gone]), at(15, [gone]))).toEqual([]);
    expect(changed(at(14, [gone]), at(15, [{ ...gone }]))).toEqual([]);
  });

  test('and is gone is taken back as it was', () => {
    const known = notice('2024-05-10');
    const [change] = changesBetween(at(12, [known]), at(14, []), { told: new Set(), skipped: new Set() });
    expect(change).toEqual({ op: 'withdraw', effect: known, late: false });
    expect(changed(at(12, [notice('2024-05-10', { withdrawnAt: noonOf(11) })]), at(14, []))).toEqual([]);
  });

  test('and comes back after a withdrawal is made again', () => {
    const gone = meeting('2024-05-10', { withdrawnAt: noonOf(11) });
    expect(changed(at(12, [gone]), at(14, [meeting('2024-05-10')]))).toEqual([`make ${talk}, late`]);
  });
});

describe('what was skipped before', () => {
  const skipped = new Set([task, talk]);

  test('is not taken back, as it never was made', () => {
    expect(changed(at(12, [notice('2024-05-10')]), at(14, []), { skipped })).toEqual([]);
  });

  test('stays skipped when it says something else', () => {
    expect(changed(at(12, [notice('2024-05-10')]), at(14, [notice('2024-05-11')]), { skipped })).toEqual([]);
    const now = at(12, [notice('2024-05-11', { at: noonOf(12) })]);
    expect(changed(at(12, [notice('2024-05-10')]), now, { skipped })).toEqual([]);
  });

  test('is made when its moment moves into what is still to come', () => {
    const moved = notice('2024-05-13', { at: noonOf(13) });
    expect(changed(at(12, [notice('2024-05-10')]), at(14, [moved]), { skipped })).toEqual([`make ${task}`]);
  });

  test('is made good if it lasts', () => {
    expect(changed(at(12, [meeting('2024-05-10')]), at(14, [meeting('2024-05-11')]), { skipped })).toEqual([
      `make ${talk}, late`,
    ]);
  });
});

describe('a meeting whose slot has passed', () => {
  const fixed = meeting('2024-05-10', { fixedFrom: noonOf(13) });

  test('is neither amended nor taken back, from its beginning on', () => {
    for (const day of [13, 14]) {
      const now = at(day, [meeting('2024-05-12')]);
      expect(changed(at(12, [fixed]), now)).toEqual([]);
      expect(changed(at(12, [fixed]), at(day, []))).toEqual([]);
    }
  });

  test('is not made again when it comes back, though it is made when its slot lies ahead', () => {
    const back = at(13, [fixed]);
    expect(changed(at(12, []), back)).toEqual([]);
    expect(changed(at(12, [{ ...fixed, withdrawnAt: noonOf(11) }]), back)).toEqual([]);
    expect(changed(at(11, []), at(12, [fixed]))).toEqual([`make ${talk}, late`]);
  });

  test('is amended where it was moved into the past, so that nobody comes at the former time', () => {
    expect(changed(at(14, [meeting('2024-05-20')]), at(14, [fixed]))).toEqual([`amend ${talk}`]);
  });

  test('is both until then', () => {
    expect(changed(at(11, [fixed]), at(12, [meeting('2024-05-12')]))).toEqual([`amend ${talk}`]);
    expect(changed(at(11, [fixed]), at(12, []))).toEqual([`withdraw ${talk}`]);
  });
});

describe('other rules at the same instant', () => {
  const migrated = (before: readonly Effect[], after: readonly Effect[], stay?: number) =>
    changesAtMigration(at(12, before), at(12, after, stay)).map(
      ({ op, effect, late }) => `${op} ${effect.key}${late ? ', late' : ''}`,
    );

  test('make good what lasts', () => {
    expect(migrated([], [meeting('2024-05-10')])).toEqual([`make ${talk}, late`]);
    expect(migrated([meeting('2024-05-10')], [meeting('2024-05-11')])).toEqual([`amend ${talk}`]);
    expect(migrated([meeting('2024-05-10')], [])).toEqual([`withdraw ${talk}`]);
  });

  test('send no notice: those of the past are listed as skipped, though what they speak for still is', () => {
    expect(migrated([], [notice('2024-05-10')], 1)).toEqual([`skip ${task}`]);
    expect(migrated([], [notice('2024-05-10')])).toEqual([`skip ${task}`]);
  });

  test('leave a notice as it was sent, and close it where it is asked for no longer', () => {
    expect(migrated([notice('2024-05-10')], [notice('2024-05-11')])).toEqual([]);
    expect(migrated([notice('2024-05-10')], [])).toEqual([`withdraw ${task}`]);
  });
});

test('changes come in the order of their effects’ moments, whatever was asked for first', () => {
  const made = [
    notice('2024-05-10', { key: 'c', at: noonOf(16) }),
    notice('2024-05-10', { key: 'a', at: noonOf(14) }),
    notice('2024-05-10', { key: 'd', at: noonOf(16) }),
  ];
  const gone = notice('2024-05-10', { key: 'b', at: noonOf(15) });
  const expected = ['make a', 'withdraw b', 'make c', 'make d'];
  expect(changed(at(12, [gone]), at(20, made))).toEqual(expected);
  expect(changed(at(12, [gone]), at(20, made.toReversed()))).toEqual([
    ...expected.slice(0, 2),
    'make d',
    'make c',
  ]);
});

describe('another rulebook at the same instant', () => {
  const migrated = (before: Folded, after: Folded, skipped?: ReadonlySet<string>) =>
    changesAtMigration(before, after, skipped).map(({ op, effect, late }) => `${op} ${effect.key} ${late}`);

  test('makes, amends and withdraws what lasts', () => {
    const [none, some] = [at(12, []), at(12, [meeting('2024-05-10')])];
    expect(migrated(none, some)).toEqual([`make ${talk} true`]);
    expect(migrated(some, at(12, [meeting('2024-05-11')]))).toEqual([`amend ${talk} false`]);
    expect(migrated(some, none)).toEqual([`withdraw ${talk} false`]);
  });

  test('sends no notice of the past: it is listed as skipped, or stays as it was sent', () => {
    const [none, some] = [at(12, []), at(12, [notice('2024-05-10')], 1)];
    expect(migrated(none, some)).toEqual([`skip ${task} false`]);
    expect(migrated(some, at(12, [notice('2024-05-11')], 1))).toEqual([]);
  });

  test('closes what was asked for and no longer is, unless it never was', () => {
    const [none, some] = [at(12, []), at(12, [notice('2024-05-10')])];
    expect(migrated(some, none)).toEqual([`withdraw ${task} false`]);
    expect(migrated(some, none, new Set([task]))).toEqual([]);
  });
});

describe('when a journey moves to another provider', () => {
  const here = at(11, [notice('2024-05-12'), meeting('2024-05-20')], 1);
  const visit = { number: 1, since: noonOf(11), entry: 8, fired: [] };
  const away: Folded = { ...here, visits: { ...here.visits, 'phase.closed.transferred': visit } };
  const order = {};
  const moved = (
    from: Folded,
    to: Folded,
    handed: Parameters<typeof changesOfMove>[2],
    changes: Parameters<typeof changesOfMove>[3] = [],
  ) =>
    changesOfMove(from, to, handed, changes).map(
      ({ op, effect, late }) => `${op} ${effect.key}${late ? ', late' : ''}`,
    );

  test('what was handed out here is taken back here', () => {
    expect(moved(here, away, { [task]: { op: 'make', order }, [talk]: { op: 'amend', order } })).toEqual([
      ...[`withdraw ${task}`, `withdraw ${talk}`],
    ]);
  });

  test.each<[string, Parameters<typeof moved>[2]]>([
    ['never handed out', {}],
    ['handed out elsewhere', { [task]: { op: 'make' } }],
    ['taken back before', { [task]: { op: 'withdraw', order } }],
  ])('nothing is taken back that was %s', (_, handed) => {
    expect(moved(here, away, handed)).toEqual([]);
  });

  test('nothing is told twice, and nothing of what is over', () => {
    const handed = { [task]: { op: 'make', order } } as const;
    const [known] = Object.values(here.effects);
    if (!known) throw new Error('no effect');
    expect(moved(here, away, handed, [{ op: 'amend', effect: known, late: false }])).toEqual([]);
    const over = { ...away, effects: at(11, [notice('2024-05-12', { withdrawnAt: noonOf(11) })]).effects };
    expect(moved(here, over, handed)).toEqual([]);
  });

  test('and comes back, what was taken back is made again, and nothing else', () => {
    expect(moved(away, here, { [task]: { op: 'make', order }, [talk]: { op: 'withdraw', order } })).toEqual([
      `make ${talk}, late`,
    ]);
  });

  test('nothing follows where it stays, here or there', () => {
    const handed = { [task]: { op: 'make', order }, [talk]: { op: 'withdraw', order } } as const;
    expect([moved(here, here, handed), moved(away, away, handed)]).toEqual([[], []]);
  });
});
