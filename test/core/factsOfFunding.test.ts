/** What the events of hours, reports and funding add to what is known, and what follows from the facts. */
import { describe, expect, test } from 'vitest';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import { conciliationPending, suspendedDays } from '../../workflows/machine/facts/conflict.ts';
import { presentWorker } from '../../workflows/machine/facts/people.ts';
import { isSubmitted, reportKey } from '../../workflows/machine/facts/reports.ts';
import {
  monthAfter,
  monthsBetween,
  nextHoursMonth,
  unreportedMonth,
} from '../../workflows/machine/facts/support.ts';
import { beforeTraining, type Contract } from '../../workflows/machine/facts/training.ts';
import { type Facts, noFacts } from '../../workflows/machine/facts.ts';
import { changedBy as by, changedWith, day } from '../support/facts.ts';
import { approved, offered } from '../support/journal.ts';

const contract = { entry: 4, start: '2024-09-01', end: '2027-08-31' } as Contract;

describe('support hours', () => {
  const offer = { hours: 60, from: '2024-11-01', to: '2024-12-31', since: '2024-09-20' };
  const allocation = (hours: number) => ({ hours, from: '2024-11-01', to: '2024-12-31' });
  const first = { hours: 10, from: '2024-05-01', to: '2024-06-30' };

  test('are offered, countered and agreed, the last word counting', () => {
    expect(by(offered(offer.from, offer.to))).toEqual({ hoursOffer: { ...offer, since: day } });
    const agreed = (hours: number) => ({ hoursOffer: undefined, allocations: [first, allocation(hours)] });
    const known = { hoursOffer: offer, allocations: [first] };
    expect(by({ type: 'hours.accepted' }, known)).toEqual(agreed(60));
    expect(by({ type: 'hours.countered', hours: 40 }, known)).toEqual({
      hoursOffer: { ...offer, countered: 40, since: day },
    });
    const countered = { ...known, hoursOffer: { ...offer, countered: 40 } };
    expect(by({ type: 'hours.answered', agreed: true }, countered)).toEqual(agreed(40));
    expect(by({ type: 'hours.answered', agreed: true }, known)).toEqual(agreed(60));
    expect(by({ type: 'hours.answered', agreed: false, hours: 50 }, countered)).toEqual({
      hoursOffer: { ...allocation(50), since: day },
    });
    expect(by({ type: 'hours.answered', agreed: false }, countered)).toEqual({});
  });

  test.each<JourneyEvent>([
    { type: 'hours.accepted' },
    { type: 'hours.countered', hours: 40 },
    { type: 'hours.answered', agreed: true },
    { type: 'hours.answered', agreed: false, hours: 50 },
  ])('without an offer stay as they are: %j', (event) => {
    expect(by(event, { allocations: [first] })).toEqual({});
  });

  test('used fall due month by month, once each, and are open until reported', () => {
    const allocations = [first];
    expect(changedWith('usedHoursDue', { allocations })).toEqual({ hoursOpen: ['2024-05'] });
    const next = { allocations, hoursOpen: ['2024-05'] };
    expect(changedWith('usedHoursDue', next)).toEqual({ hoursOpen: ['2024-05', '2024-06'] });
    for (const known of [{ hoursReported: ['2024-06'] }, { closedMonths: ['2024-06'] }]) {
      expect(changedWith('usedHoursDue', { ...next, ...known })).toEqual({});
    }
    const reported = (month: string): JourneyEvent => ({ type: 'hours.reported', month });
    expect(by(reported('2024-05'), { ...next, hoursReported: ['2024-04'] })).toEqual({
      ...{ hoursOpen: [], hoursReported: ['2024-04', '2024-05'] },
    });
    expect(by(reported('2024-06'), next)).toMatchObject({ hoursReported: ['2024-06'] });
  });

  test('have a next month while an allocation lasts, whichever was agreed first', () => {
    const all = ['2024-05', '2024-06', '2024-11', '2024-12'];
    const months = [0, 1, 2, 3, 4].map((count) =>
      nextHoursMonth({
        ...{ ...noFacts, allocations: [allocation(1), first] },
        hoursReported: all.slice(0, count),
      }),
    );
    expect(months).toEqual([...all, undefined]);
    const late = { ...noFacts, allocations: [allocation(1), first], hoursOpen: ['2024-11'] };
    expect(nextHoursMonth(late)).toBe('2024-05');
    expect([unreportedMonth(late), unreportedMonth({ ...late, allocations: [] })]).toEqual([
      ...['2024-05', undefined],
    ]);
    expect(monthsBetween('2024-11-30', '2025-02-01')).toEqual(['2024-12', '2025-01']);
    expect(monthsBetween('2024-11-01', '2024-12-31')).toEqual([]);
    expect(['2024-01', '2024-09', '2024-11', '2024-12'].map(monthAfter)).toEqual([
      ...['2024-02', '2024-10', '2024-12', '2025-01'],
    ]);
  });
});

describe('reports and funding', () => {
  test('name a report by its contract and year where it comes again', () => {
    expect(reportKey('trainingStart', { contract })).toBe('trainingStart');
    expect([reportKey('probation', { contract }), reportKey('probation', {})]).toEqual([
      'probation/4',
      'probation/0',
    ]);
    expect([reportKey('trainingYear', { contract }, 2), reportKey('trainingYear', {})]).toEqual([
      ...['trainingYear/4/2', 'trainingYear/0/1'],
    ]);
  });

  test.each([
    ['drafted', false],
    ['submitted', true],
    ['corrected', true],
  ] as const)('know a report that was %s, and count it as submitted: %s', (status, isIn) => {
    const earlier = { probation: { status: 'submitted', on: day } } as const;
    const { reports = {} } = by(
      { type: `report.${status}`, report: 'trainingYear', year: 2 },
      { contract, reports: earlier },
    );
    expect(reports).toEqual({ ...earlier, 'trainingYear/4/2': { status, on: day } });
    const facts = { ...noFacts, contract, reports };
    expect([isSubmitted('trainingYear', facts, 2), isSubmitted('trainingYear', facts, 1)]).toEqual([
      isIn,
      false,
    ]);
  });

  test('know each approval by its entry, and the longest time that records are wanted', () => {
    const funding = { funder: 'agency-1', share: 100, from: '2024-01-01', to: '2024-12-31' };
    const fundings = { 4: funding };
    const more = approved('2024-01-01', '2024-12-31', { retentionYears: 7 });
    expect(by(more, { fundings, retentionYears: 3 })).toEqual({
      fundings: { ...fundings, 9: funding },
      retentionYears: 7,
    });
    const less = approved('2024-01-01', '2024-12-31');
    expect(by(less, { retentionYears: 3 })).toEqual({ fundings: { 9: funding } });
    expect(by({ type: 'funding.ended', funding: 4 }, { fundings })).toEqual({
      fundings: { 4: { ...funding, endedOn: day } },
    });
    expect(by({ type: 'funding.ended', funding: 5 }, { fundings })).toEqual({});
    expect(by({ type: 'legalHold.placed' })).toEqual({ legalHold: true });
    expect(by({ type: 'legalHold.released' }, { legalHold: true })).toEqual({ legalHold: false });
  });
});

describe('what follows from the facts', () => {
  test('a conciliation is pending while the last one has no end', () => {
    const over = { from: day, to: day };
    const pending = (...conciliations: { from: string; to?: string }[]) =>
      conciliationPending({ ...noFacts, conciliations });
    expect([pending(), pending(over), pending(over, { from: day }), pending({ from: day })]).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  test('conciliations suspend a period by all their days after its event, first and last too', () => {
    const days = (since: string, ...conciliations: { from: string; to?: string }[]) =>
      suspendedDays({ ...noFacts, conciliations }, since);
    const first = { from: '2024-10-05', to: '2024-10-07' };
    expect(days('2024-10-01', first)).toBe(3);
    expect(days('2024-10-05', first)).toBe(2);
    expect(days('2024-10-06', first)).toBe(1);
    expect(days('2024-10-07', first)).toBe(0);
    expect(days('2024-10-01', first, { from: '2024-10-09', to: '2024-10-09' }, { from: '2024-10-20' })).toBe(
      4,
    );
  });

  test('the deputy stands in from the first day to the last', () => {
    const who = (on: string) =>
      presentWorker(
        { consents: {}, caseWorker: 'w-1', deputy: { id: 'w-2', from: '2024-10-02', until: '2024-10-03' } },
        on,
      );
    expect(['2024-10-01', '2024-10-02', '2024-10-03', '2024-10-04'].map(who)).toEqual([
      'w-1',
      'w-2',
      'w-2',
      'w-1',
    ]);
    expect(presentWorker({ consents: {}, caseWorker: 'w-1' }, day)).toBe('w-1');
  });

  test('training begins with its first day or else, by contract, its start', () => {
    const before = (facts: Partial<Facts>) => beforeTraining({ ...noFacts, ...facts });
    expect(before({ contract })).toBe('2024-08-31');
    expect(before({ contract, contractEndedOn: day })).toBeUndefined();
    expect(before({ contract, contractEndedOn: day, trainingSince: '2023-09-01' })).toBe('2023-08-31');
    expect(before({})).toBeUndefined();
  });
});
