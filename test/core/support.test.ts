/** Support hours, agreed and reported month by month. */
import { describe, expect, test } from 'vitest';
import type { Folded } from '../../workflows/fold/folded.ts';
import { viewOf } from '../../workflows/fold/view.ts';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import type { DeadlineKey } from '../../workflows/policy/policy.ts';
import {
  accepted,
  entered,
  factsOf,
  failed,
  firedOn,
  folded,
  leftEarly,
  offered,
  openOn,
  placesIn,
  type Row,
  refusedBy,
  registeredFor,
  reopened,
  training,
} from '../support/journal.ts';

const begun = entered('2024-02-01');
const reported = (month: string): JourneyEvent => ({ type: 'hours.reported', month });

describe('the talk about support hours', () => {
  const countered = (hours: number): JourneyEvent => ({ type: 'hours.countered', hours });
  const answered = (hours?: number): JourneyEvent => ({
    type: 'hours.answered',
    agreed: hours === undefined,
    ...(hours === undefined ? {} : { hours }),
  });
  const offer: Row = ['2024-02-09', offered('2024-03-01', '2024-08-31')];
  const counter: Row = ['2024-02-12', countered(40)];
  const again: Row = ['2024-02-20', answered(50)];
  const silence = (state: Folded) => [
    ...openOn(state, 'hoursOfferReminder'),
    ...openOn(state, 'hoursOfferEscalation'),
  ];

  test.each<[string, Row[], string[]]>([
    ['the provider’s on an offer', [offer], ['2024-02-19', '2024-02-29']],
    ['the funder’s on a counter-offer', [offer, counter], ['2024-02-22', '2024-03-03']],
    ['the provider’s on a new offer', [offer, counter, again], ['2024-03-01', '2024-03-11']],
  ])('hoursOfferReminder after 10, hoursOfferEscalation after 20 days of silence: %s', (_, rows, dates) => {
    expect(silence(folded(rows.at(-1)?.[0] ?? '', ...begun, ...rows))).toEqual(dates);
    const much = folded('2024-06-01', ...begun, ...rows);
    const last = [firedOn(much, 'hoursOfferReminder').at(-1), firedOn(much, 'hoursOfferEscalation').at(-1)];
    expect(last).toEqual(dates);
    const told = (key: DeadlineKey) =>
      Object.values(much.effects)
        .filter((effect) => effect.key.startsWith(`reminder/${key}/`))
        .map(({ params }) => ('to' in params ? params.to : []));
    expect(told('hoursOfferReminder')).toContainEqual(['caseWorker']);
    expect(told('hoursOfferEscalation')).toContainEqual(['teamLead']);
  });

  test.each<[string, Row[], number]>([
    ['the offer accepted', [offer, ['2024-02-12', accepted]], 60],
    ['the counter-offer agreed', [offer, counter, ['2024-02-20', answered()]], 40],
    ['no hours possible, agreed', [offer, ['2024-02-12', countered(0)], ['2024-02-20', answered()]], 0],
    ['a new offer accepted', [offer, counter, again, ['2024-02-21', accepted]], 50],
  ])('ends agreed: %s', (_, rows, hours) => {
    const state = folded('2024-02-28', ...begun, ...rows);
    expect(placesIn(state)).toContain('hours.agreed');
    expect(silence(state)).toEqual([]);
    expect(factsOf(state).allocations).toEqual([{ hours, from: '2024-03-01', to: '2024-08-31' }]);
  });

  test('ends with the journey, and goes on with it', () => {
    const left: Row = ['2024-02-14', leftEarly];
    expect(silence(folded('2024-02-15', ...begun, offer, left))).toEqual([]);
    const again: Row[] = [...begun, offer, left, ['2024-02-15', reopened]];
    expect(silence(folded('2024-02-15', ...again))).toEqual(['2024-02-19', '2024-02-29']);
    expect(placesIn(folded('2024-02-16', ...again, ['2024-02-16', accepted]))).toContain('hours.agreed');
  });
});

describe('usedHoursDue and usedHoursReport, month by month', () => {
  const agreed: Row[] = [
    ...begun,
    ['2024-11-04', offered('2024-11-01', '2025-10-31')],
    ['2024-11-04', accepted],
  ];

  test('are due on each first and overdue five working days later, over the year’s end', () => {
    const state = folded('2025-02-15', ...agreed);
    expect(firedOn(state, 'usedHoursDue')).toEqual(['2024-12-01', '2025-01-01', '2025-02-01']);
    expect(firedOn(state, 'usedHoursReport')).toEqual(['2024-12-06', '2025-01-09', '2025-02-07']);
    expect(factsOf(state).hoursOpen).toEqual(['2024-11', '2024-12', '2025-01']);
    expect(openOn(state, 'usedHoursDue')).toEqual(['2025-03-01']);
  });

  test('name the last day of the report', () => {
    const { effects } = folded('2025-01-02', ...agreed);
    const due = Object.values(effects).filter(({ key }) => key.startsWith('reminder/usedHoursDue/202412/'));
    expect(due.map(({ params }) => 'dueOn' in params && params.dueOn)).toEqual(['2025-01-09']);
  });

  test('reported in time are not overdue', () => {
    const state = folded('2025-02-15', ...agreed, ['2025-01-07', reported('2024-12')]);
    expect(firedOn(state, 'usedHoursReport')).toEqual(['2024-12-06', '2025-02-07']);
    expect(factsOf(state).hoursOpen).toEqual(['2024-11', '2025-01']);
  });

  test('reported late are overdue until then', () => {
    const overdue = (...rows: readonly Row[]) =>
      viewOf(folded('2025-01-16', ...agreed, ...rows))
        .overdue.filter(({ key }) => key === 'usedHoursReport')
        .map(({ dueOn }) => dueOn);
    expect(overdue()).toEqual(['2024-12-06', '2025-01-09']);
    expect(overdue(['2025-01-15', reported('2024-12')])).toEqual(['2024-12-06']);
  });

  test('reported early, before the morning of the first, are not asked for again', () => {
    const state = folded('2025-02-15', ...agreed, ['2025-02-01T03:00:00.000Z', reported('2025-01')]);
    expect(factsOf(state).hoursOpen).toEqual(['2024-11', '2024-12']);
    expect(firedOn(state, 'usedHoursReport')).toEqual(['2024-12-06', '2025-01-09']);
    const keys = Object.keys(state.effects);
    expect(keys.filter((key) => key.startsWith('reminder/usedHoursDue/202501/'))).toEqual([]);
  });

  test('agreed late are due at once for every month that is over', () => {
    const rows: Row[] = [
      ...begun,
      ['2024-10-15', offered('2024-08-01', '2025-07-31')],
      ['2024-10-15', accepted],
    ];
    const state = folded('2024-10-15', ...rows);
    expect(firedOn(state, 'usedHoursDue')).toEqual(['2024-09-01', '2024-10-01']);
    expect(state.fired.filter(({ key }) => key === 'usedHoursDue').map(({ at }) => at)).toEqual([
      '2024-10-15T12:00:00.000Z',
      '2024-10-15T12:00:00.000Z',
    ]);
  });

  test('are due for an earlier period that is agreed later, too', () => {
    const rows: Row[] = [
      ...entered('2024-09-02'),
      ['2024-12-16', offered('2025-01-01', '2025-06-30')],
      ['2024-12-16', accepted],
      ['2025-02-11', offered('2024-10-01', '2024-12-31')],
      ['2025-02-11', accepted],
    ];
    const state = folded('2025-03-02', ...rows);
    expect(firedOn(state, 'usedHoursDue')).toEqual([
      ...['2025-02-01', '2024-11-01', '2024-12-01', '2025-01-01', '2025-03-01'],
    ]);
    expect(factsOf(state).hoursOpen.toSorted()).toEqual([
      ...['2024-10', '2024-11', '2024-12', '2025-01', '2025-02'],
    ]);
  });

  test('are asked for the month of the end where the journey is reopened on the next first', () => {
    const rows: Row[] = [...agreed, ['2024-12-10', leftEarly], ['2025-01-01T03:00:00.000Z', reopened]];
    expect(firedOn(folded('2025-01-02', ...rows), 'usedHoursDue')).toEqual(['2024-12-01', '2025-01-01']);
  });

  test('end with the month in which the journey ends', () => {
    const state = folded('2025-06-01', ...agreed, ['2025-01-10', leftEarly]);
    expect(firedOn(state, 'usedHoursDue')).toEqual(['2024-12-01', '2025-01-01', '2025-02-01']);
    expect(openOn(state, 'usedHoursDue')).toEqual([]);
  });

  test('end with a final failure too', () => {
    const attempt = (sitting: string, on: string): Row[] => [
      [on.replace(/-\d\d$/, '-01'), registeredFor(sitting)],
      [on, failed],
    ];
    const state = folded(
      '2028-12-01',
      ...training(),
      ['2027-05-03', offered('2027-05-01', '2028-04-30')],
      ['2027-05-03', accepted],
      ...attempt('2027-06-10', '2027-06-20'),
      ...attempt('2027-12-10', '2027-12-20'),
      ...attempt('2028-03-10', '2028-03-20'),
    );
    expect(placesIn(state)).toContain('phase.closed.finallyFailed');
    expect(firedOn(state, 'usedHoursDue').at(-1)).toBe('2028-04-01');
    expect(openOn(state, 'recordsErased')).toEqual(['2030-03-20']);
  });

  test('are not asked for the months in which the journey was closed', () => {
    const rows: Row[] = [...agreed, ['2024-12-10', leftEarly], ['2025-03-10', reopened]];
    expect(firedOn(folded('2025-04-02', ...rows), 'usedHoursDue')).toEqual([
      '2024-12-01',
      '2025-01-01',
      '2025-04-01',
    ]);
  });
});

describe('used hours', () => {
  const agreedFor = (day: string, from: string, to: string): Row[] => [
    [day, offered(from, to)],
    [day, accepted],
  ];
  const twice: Row[] = [
    ...begun,
    ...agreedFor('2024-02-05', '2024-02-01', '2024-03-31'),
    ...agreedFor('2024-05-20', '2024-06-01', '2024-07-31'),
  ];

  test('are due for the months in which hours were agreed, and not for a gap between', () => {
    const state = folded('2025-01-02', ...twice);
    expect(firedOn(state, 'usedHoursDue')).toEqual(['2024-03-01', '2024-04-01', '2024-07-01', '2024-08-01']);
    expect(openOn(state, 'usedHoursDue')).toEqual([]);
  });

  test.each(['2024-01', '2024-05', '2024-08'])('cannot be reported for %s, without hours agreed', (month) => {
    const { reasons } = refusedBy(() => folded('2024-09-03', ...twice, ['2024-09-02', reported(month)]));
    expect(reasons.map(({ code }) => code)).toEqual(['monthCounts']);
  });
});
