/** The clocks of terminations, and how a conciliation suspends them. */
import { describe, expect, test } from 'vitest';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import { established } from '../support/deadlineCasesOfConflict.ts';
import {
  conciliation,
  contractEnded,
  firedOn,
  folded,
  leftEarly,
  openOn,
  placesIn,
  proposed,
  type Row,
  raised,
  reasonKnown,
  referred,
  refusedBy,
  reopened,
  signed,
  training,
} from '../support/journal.ts';

const ended: JourneyEvent = { type: 'conflict.conciliationEnded' };
const resolved: JourneyEvent = { type: 'conflict.resolved' };
const received: JourneyEvent = { type: 'termination.received', by: 'company' };
const after = (...rows: readonly Row[]) => folded(rows.at(-1)?.[0] ?? '', ...established, ...rows);
const known: Row = ['2025-03-03', reasonKnown()];
const quarrel: Row = ['2025-03-03', raised];

describe('terminationNotice (§22(4) BBiG): two weeks, suspended by a conciliation', () => {
  const pending: Row[] = [known, quarrel, ['2025-03-10', conciliation]];

  test('stands still while the conciliation is pending, and nothing fires', () => {
    const state = folded('2025-06-01', ...established, ...pending);
    expect(placesIn(state)).toContain('termination.suspended');
    expect([...openOn(state, 'terminationNotice'), ...firedOn(state, 'terminationNotice')]).toEqual([]);
  });

  test.each<[string, JourneyEvent]>([
    ['ended without a proposal', ended],
    ['a proposal for settlement', proposed('2025-03-20')],
    ['an action in court', { type: 'conflict.actionFiled', by: 'company' }],
    ['a step back to the talk', { type: 'conflict.deescalated', to: 'talk' }],
    ['a step back to mediation', { type: 'conflict.deescalated', to: 'mediation' }],
    ['the conflict resolved', resolved],
  ])('goes on after it by its 11 days, first and last included: %s', (_, event) => {
    const state = after(...pending, ['2025-03-20', event]);
    expect(placesIn(state)).toContain('termination.reasonKnown');
    expect(openOn(state, 'terminationNotice')).toEqual(['2025-03-28']);
  });

  test('is lengthened by one day where the conciliation lasts one', () => {
    expect(openOn(after(...pending, ['2025-03-10', ended]), 'terminationNotice')).toEqual(['2025-03-18']);
  });

  test('is moved past Easter where its lengthened end is Good Friday', () => {
    const rows: Row[] = [
      ['2024-03-04', reasonKnown()],
      ['2024-03-04', raised],
      ['2024-03-11', conciliation],
      ['2024-03-21', ended],
    ];
    expect(openOn(after(...rows), 'terminationNotice')).toEqual(['2024-04-02']);
  });

  test('does not count a conciliation that was over before', () => {
    const rows: Row[] = [quarrel, ['2025-03-03', conciliation], ['2025-03-05', ended]];
    expect(openOn(after(...rows, ['2025-03-10', reasonKnown()]), 'terminationNotice')).toEqual([
      '2025-03-24',
    ]);
  });

  test('begins the day after a conciliation that was pending when the reason became known', () => {
    const rows: Row[] = [quarrel, ['2025-03-03', conciliation], ['2025-03-10', reasonKnown()]];
    expect(openOn(after(...rows, ['2025-03-20', ended]), 'terminationNotice')).toEqual(['2025-04-03']);
  });

  test('begins the day after a conciliation requested on the very day of knowledge', () => {
    const rows: Row[] = [known, quarrel, ['2025-03-03', conciliation], ['2025-03-05', ended]];
    expect(openOn(after(...rows), 'terminationNotice')).toEqual(['2025-03-19']);
  });

  test('counts the days of two conciliations, and then a Saturday', () => {
    const rows: Row[] = [
      known,
      quarrel,
      ['2025-03-05', conciliation],
      ['2025-03-06', resolved],
      ['2025-03-07', raised],
      ['2025-03-10', conciliation],
      ['2025-03-12', ended],
    ];
    expect(openOn(after(...rows), 'terminationNotice')).toEqual(['2025-03-24']);
  });

  test('is suspended by a conciliation that went on while the journey was closed', () => {
    const rows: Row[] = [
      quarrel,
      ['2025-03-10', conciliation],
      ['2025-03-20', leftEarly],
      ['2025-04-01', reopened],
      ['2025-04-02', reasonKnown()],
    ];
    expect(placesIn(after(...rows))).toContain('termination.suspended');
    expect(openOn(after(...rows, ['2025-04-10', ended]), 'terminationNotice')).toEqual(['2025-04-24']);
  });

  test('runs on where the journey is reopened, to the same day; too late, that is told at once', () => {
    const again = (day: string): Row[] => [known, ['2025-03-10', leftEarly], [day, reopened]];
    expect(openOn(after(...again('2025-03-12')), 'terminationNotice')).toEqual(['2025-03-17']);
    const late = after(...again('2025-06-02'));
    expect(firedOn(late, 'terminationNotice')).toEqual(['2025-03-17']);
    expect(placesIn(late)).toContain('termination.none');
  });

  test('does not come back with another contract', () => {
    const rows: Row[] = [
      known,
      ['2025-03-10', contractEnded()],
      ['2025-04-01', signed({ start: '2025-04-02', end: '2026-08-31' })],
      ['2025-04-02', leftEarly],
      ['2025-04-03', reopened],
    ];
    expect(placesIn(after(...rows))).toContain('termination.none');
  });

  test.each<[string, JourneyEvent]>([
    ['is dropped', { type: 'termination.dropped' }],
    ['has been received', received],
    ['has lost its contract', contractEnded()],
    ['belongs to a journey that has ended', leftEarly],
  ])('stops where the termination %s', (_, event) => {
    const state = folded('2025-06-01', ...established, known, ['2025-03-10', event]);
    expect(firedOn(state, 'terminationNotice')).toEqual([]);
  });
});

describe('terminationAction: three weeks from receipt', () => {
  const got: Row = ['2025-03-12', received];
  const again: Row = ['2025-03-19', received];

  test('runs for each of several terminations by itself', () => {
    expect(openOn(after(got, again), 'terminationAction')).toEqual(['2025-04-02', '2025-04-09']);
    const later = folded('2025-04-05', ...established, got, again);
    expect([firedOn(later, 'terminationAction'), openOn(later, 'terminationAction')]).toEqual([
      ...[['2025-04-02'], ['2025-04-09']],
    ]);
    expect(placesIn(later)).toContain('termination.received');
    const told = Object.values(later.effects).flatMap(({ params }) =>
      'topic' in params && params.topic === 'terminationReceived' ? [params.dueOn] : [],
    );
    expect(told).toEqual(['2025-04-02', '2025-04-09']);
  });

  test('ends for the one that is settled, or for all where none is named', () => {
    const settled = (more: object): Row => [
      '2025-03-20',
      { type: 'termination.settled', how: 'withdrawn', ...more },
    ];
    expect(openOn(after(got, again, settled({ termination: 7 })), 'terminationAction')).toEqual([
      '2025-04-09',
    ]);
    expect(placesIn(after(got, again, settled({})))).toContain('termination.none');
  });

  test('goes on though the participant terminates too', () => {
    const own: Row = ['2025-03-14', { type: 'termination.received', by: 'participant' }];
    expect(openOn(after(got, own), 'terminationAction')).toEqual(['2025-04-02']);
  });

  test('runs on where the journey is reopened', () => {
    const rows: Row[] = [got, ['2025-03-13', leftEarly], ['2025-03-14', reopened]];
    expect(openOn(after(...rows), 'terminationAction')).toEqual(['2025-04-02']);
  });

  test('is met by one action for all that were received before it, and not for the next', () => {
    const filed: Row[] = [
      ['2025-03-20', raised],
      ['2025-03-20', { type: 'conflict.actionFiled', by: 'participant' }],
    ];
    expect(placesIn(after(got, again, ...filed))).toContain('termination.none');
    const next = after(got, again, ...filed, ['2025-03-20', received]);
    expect(openOn(next, 'terminationAction')).toEqual(['2025-04-10']);
  });

  test('runs though the contract has ended', () => {
    expect(openOn(after(got, ['2025-03-13', contractEnded()]), 'terminationAction')).toEqual(['2025-04-02']);
  });

  test.each<[string, Row[]]>([
    ['it is settled', [['2025-03-20', { type: 'termination.settled', how: 'withdrawn' }]]],
    [
      'the action is filed',
      [
        ['2025-03-19', raised],
        ['2025-03-20', { type: 'conflict.actionFiled', by: 'participant' }],
      ],
    ],
  ])('stops when %s', (_, rows) => {
    const state = after(got, ...rows);
    expect(openOn(state, 'terminationAction')).toEqual([]);
    expect(placesIn(state)).toContain('termination.none');
  });

  test('goes on where the action in court was filed before: it was about something else', () => {
    const before: Row[] = [quarrel, ['2025-03-04', { type: 'conflict.actionFiled', by: 'participant' }]];
    expect(openOn(after(...before, got), 'terminationAction')).toEqual(['2025-04-02']);
  });
});

describe('a termination', () => {
  const place = (until: string, ...rows: readonly Row[]) =>
    placesIn(folded(until, ...rows)).filter((path) => path.startsWith('termination.'));
  const lost: Row = ['2025-03-10', contractEnded()];
  const givenUp: Row = ['2025-03-03', { type: 'termination.givingUp' }];

  test('is nothing to tell of where nobody is accompanied', () => {
    expect(place('2024-02-01', ['2024-02-01', referred])).toEqual(['termination.off']);
    expect(place('2025-03-20', ...established, known, ['2025-03-12', leftEarly])).toEqual([
      'termination.off',
    ]);
    expect(place('2025-03-20', ...established)).toEqual(['termination.none']);
  });

  test.each<[string, Row[]]>([
    ['an important reason', [known]],
    ['one suspended by a conciliation', [known, quarrel, ['2025-03-05', conciliation]]],
  ])('for %s ends with the contract', (_, rows) => {
    expect(place('2025-03-10', ...established, ...rows)).not.toEqual(['termination.none']);
    expect(place('2025-03-10', ...established, ...rows, lost)).toEqual(['termination.none']);
  });

  test('may be received after the end of the contract was told', () => {
    const state = after(lost, ['2025-03-12', received]);
    expect(openOn(state, 'terminationAction')).toEqual(['2025-04-02']);
  });

  test('may be received while a notice of giving up runs', () => {
    const state = after(givenUp, ['2025-03-12', received]);
    expect(openOn(state, 'terminationAction')).toEqual(['2025-04-02']);
    expect(openOn(state, 'givingUpNotice')).toEqual([]);
  });

  test.each<[string, Row[]]>([
    ['two weeks from a known reason', [known]],
    ['two weeks that a conciliation suspends', [known, quarrel, ['2025-03-05', conciliation]]],
    ['a notice of giving up', [['2025-03-03', { type: 'termination.givingUp' }]]],
  ])('by the participant ends %s', (_, rows) => {
    const own: Row = ['2025-03-10', { type: 'termination.received', by: 'participant' }];
    expect(placesIn(after(...rows))).not.toContain('termination.none');
    expect(placesIn(after(...rows, own))).toContain('termination.none');
  });

  test('by the participant leaves nothing to sue for, and the next one can be told of', () => {
    const own: Row = ['2025-03-12', { type: 'termination.received', by: 'participant' }];
    const state = after(own);
    expect([...openOn(state, 'terminationAction'), ...firedOn(state, 'terminationAction')]).toEqual([]);
    const topics = Object.values(state.effects).flatMap(({ params }) =>
      'topic' in params ? params.topic : [],
    );
    expect(topics).toContain('terminationReceived');
    const next: Row = ['2025-03-20', reasonKnown()];
    expect(openOn(after(own, next), 'terminationNotice')).toEqual(['2025-04-03']);
  });

  test.each([
    ['2024-10-01', ['afterProbation']],
    ['2025-01-01', []],
  ])('for giving up training needs notice after probation only: on %s', (day, codes) => {
    const run = () => folded(day, ...training(), [day, { type: 'termination.givingUp' }]);
    if (codes.length === 0) expect(openOn(run(), 'givingUpNotice')).toEqual(['2025-01-29']);
    else expect(refusedBy(run).reasons.map(({ code }) => code)).toEqual(codes);
  });
});

test('givingUpNotice ends with the contract', () => {
  const notice: Row = ['2025-03-03', { type: 'termination.givingUp' }];
  expect(openOn(after(notice), 'givingUpNotice')).toEqual(['2025-03-31']);
  const state = after(notice, ['2025-03-20', contractEnded({ reason: 'givingUp' })]);
  expect(openOn(state, 'givingUpNotice')).toEqual([]);
});
