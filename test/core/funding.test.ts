/** The approvals of funding: how they add up, and when they run out. */
import { describe, expect, test } from 'vitest';
import {
  approved,
  entered,
  firedOn,
  folded,
  leftEarly,
  openOn,
  type Row,
  refusedBy,
} from '../support/journal.ts';

const begun = entered('2024-02-01');

describe('shares of several funders', () => {
  const share = (from: string, to: string, percent: number, funder = 'land-1'): Row => [
    '2024-02-01',
    approved(from, to, { share: percent, funder }),
  ];
  const half = share('2024-01-01', '2024-06-30', 60);

  test.each<[string, Row[], string[]]>([
    ['together make a hundred percent', [half, share('2024-01-01', '2024-06-30', 40, 'esf-1')], []],
    ['are refused beyond it', [half, share('2024-06-30', '2024-12-31', 41, 'esf-1')], ['sharesFit']],
    ['count for their own time only', [half, share('2024-07-01', '2024-12-31', 100)], []],
    [
      'that follow one another do not add up beside a longer one',
      [half, share('2024-07-01', '2024-12-31', 60), share('2024-01-01', '2024-12-31', 40, 'esf-1')],
      [],
    ],
    [
      'beside a longer one are refused from the first day on which they are too much',
      [half, share('2024-07-01', '2024-12-31', 61), share('2024-01-01', '2024-12-31', 40, 'esf-1')],
      ['sharesFit'],
    ],
    [
      'do not count once ended',
      [half, ['2024-02-01', { type: 'funding.ended', funding: 3 }], share('2024-01-01', '2024-06-30', 100)],
      [],
    ],
  ])('%s', (_, rows, codes) => {
    const run = () => folded('2024-02-01', ...begun, ...rows);
    if (codes.length === 0) expect(run().entry).toBe(2 + rows.length);
    else expect(refusedBy(run).reasons.map(({ code }) => code)).toEqual(codes);
  });
});

describe('fundingEnd, eight weeks before, and fundingOver', () => {
  const first: Row = ['2024-02-01', approved('2024-02-01', '2024-07-31')];
  const next = (from: string, funder = 'agency-1'): Row => [
    '2024-03-01',
    approved(from, '2025-01-31', { funder }),
  ];
  const warned = (...rows: readonly Row[]) =>
    openOn(folded('2024-03-02', ...begun, first, ...rows), 'fundingEnd');

  test('is warned of for one approval, naming its last day', () => {
    expect(warned()).toEqual(['2024-06-05']);
    const { effects } = folded('2024-06-06', ...begun, first);
    const told = Object.values(effects).filter(({ key }) => key.startsWith('reminder/fundingEnd/3/'));
    expect(told.map(({ params }) => 'dueOn' in params && params.dueOn)).toEqual(['2024-07-31']);
  });

  test('fundingOver is not due for an approval that the same funder lets go on', () => {
    const state = folded('2024-09-01', ...begun, first, next('2024-08-01'));
    expect(firedOn(state, 'fundingOver')).toEqual([]);
    expect(openOn(state, 'fundingOver')).toEqual(['2025-01-31']);
  });

  test('is not warned of where the same funder goes on the next day, but at the end of that', () => {
    expect(warned(next('2024-08-01'))).toEqual(['2024-12-06']);
  });

  test('is warned of where there is a gap of one day', () => {
    expect(warned(next('2024-08-02'))).toEqual(['2024-06-05', '2024-12-06']);
  });

  test('is warned of where another funder goes on', () => {
    expect(warned(next('2024-08-01', 'land-1'))).toEqual(['2024-06-05', '2024-12-06']);
  });

  test('is warned of again where the approval that went on has been ended', () => {
    expect(warned(next('2024-08-01'), ['2024-03-02', { type: 'funding.ended', funding: 4 }])).toEqual([
      '2024-06-05',
    ]);
  });

  test('is not warned of once ended, by itself or with the journey', () => {
    expect(warned(['2024-03-02', { type: 'funding.ended', funding: 3 }])).toEqual([]);
    expect(warned(['2024-03-02', leftEarly])).toEqual([]);
  });
});
