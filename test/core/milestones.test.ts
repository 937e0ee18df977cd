/** What a journey has reached and what it expects, and the account of its support hours by budget and by month. */
import { describe, expect, test } from 'vitest';
import { hoursAccountOf } from '../../workflows/fold/hoursAccount.ts';
import { milestoneKeys, milestonesOf } from '../../workflows/fold/milestones.ts';
import { viewOf } from '../../workflows/fold/view.ts';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import { policies } from '../../workflows/policy/policy.ts';
import {
  accepted,
  admitted,
  contractEnded,
  entered,
  factsOf,
  failed,
  folded,
  foldedBy,
  informed,
  leftEarly,
  offered,
  passed,
  policy,
  type Row,
  referred,
  registeredFor,
  signed,
  training,
} from '../support/journal.ts';

/** What is reached (`=`) and expected (`~`), a word each, all others being unknown. */
const told = (until: string, ...rows: readonly Row[]): string[] =>
  milestonesOf(factsOf(folded(until, ...rows)), policy).flatMap(({ key, reachedOn, expectedOn }) => [
    ...(reachedOn === undefined ? [] : [`${key} = ${reachedOn}`]),
    ...(expectedOn === undefined ? [] : [`${key} ~ ${expectedOn}`]),
  ]);

const internship = (from: string, to: string): JourneyEvent => ({
  type: 'internship.planned',
  ...{ company: 'c-1', from, to },
});
const started = (seq: number): JourneyEvent => ({ type: 'internship.started', internship: seq });
const reviewed = (seq: number, fit: boolean): JourneyEvent => ({
  type: 'internship.reviewed',
  ...{ internship: seq, fit },
});

describe('milestones', () => {
  const begun = entered('2024-02-01');

  test('are these, in their order, each with its name', () => {
    const all = milestonesOf(factsOf(folded('2024-02-01')), policy);
    expect(all.map(({ key }) => key)).toEqual(milestoneKeys);
    expect(milestoneKeys).toEqual([
      'referral',
      'admission',
      'internship',
      'contract',
      'firstDay',
      'probation',
      'intermediateExam',
      'exam',
      'job',
      'end',
    ]);
    expect(all[0]).toEqual({ key: 'referral', label: { de: 'Zugang', en: 'Referral' } });
    const [first] = milestonesOf(factsOf(folded('2024-02-01', ...begun)), policy);
    expect(first).toEqual({ ...all[0], reachedOn: '2024-02-01' });
    for (const one of all) expect(Object.keys(one)).toEqual(['key', 'label']);
  });

  test('expect the admission by the day it is to be decided', () => {
    expect(told('2024-02-01', ['2024-02-01', referred])).toEqual([
      'referral = 2024-02-01',
      'admission ~ 2024-02-15',
    ]);
  });

  test('expect the contract by the end of the preparation, and no more once it is signed', () => {
    expect(told('2024-02-01', ...begun)).toEqual([
      'referral = 2024-02-01',
      'admission = 2024-02-01',
      'contract ~ 2024-07-31',
    ]);
    expect(told('2024-06-01', ...begun, ['2024-05-01', informed()], ['2024-05-02', signed()])).toEqual([
      'referral = 2024-02-01',
      'admission = 2024-02-01',
      'contract = 2024-05-02',
      'firstDay ~ 2024-09-01',
      'exam ~ 2027-08-31',
    ]);
  });

  test('expect the internship that ends first, and reach one when it was reviewed, fit or not', () => {
    const planned: Row[] = [
      ...begun,
      ['2024-02-02', internship('2024-03-04', '2024-03-15')],
      ['2024-02-02', internship('2024-02-12', '2024-02-23')],
    ];
    const word = (until: string, ...rows: Row[]) =>
      told(until, ...planned, ...rows).filter((one) => one.startsWith('internship'));
    expect(word('2024-02-02')).toEqual(['internship ~ 2024-02-23']);
    const running: Row[] = [
      ['2024-02-12', started(4)],
      ['2024-03-04', started(3)],
    ];
    expect(word('2024-03-04', ...running)).toEqual(['internship ~ 2024-02-23']);
    const first: Row = ['2024-03-15', reviewed(3, true)];
    expect(word('2024-03-15', ...running, first)).toEqual(['internship = 2024-03-15']);
    const both: Row = ['2024-03-16', reviewed(4, false)];
    expect(word('2024-03-16', ...running, first, both)).toEqual(['internship = 2024-03-15']);
    const early: Row = ['2024-02-21', reviewed(4, true)];
    expect(word('2024-02-21', ...running.slice(0, 1), early)).toEqual(['internship = 2024-02-21']);
    const broken: JourneyEvent = { type: 'internship.brokenOff', internship: 4, reason: 'other' };
    expect(word('2024-02-13', ...running.slice(0, 1), ['2024-02-13', broken])).toEqual([
      'internship ~ 2024-03-15',
    ]);
  });

  test('count the probation as passed when it has ended, and expect the exam on its day', () => {
    const known = ['referral', 'admission', 'contract', 'firstDay'].map((key) => `${key} = 2024-09-01`);
    expect(told('2024-09-02', ...training())).toEqual([
      ...known,
      'probation ~ 2024-12-31',
      'exam ~ 2027-08-31',
    ]);
    const intermediate: JourneyEvent = { type: 'exam.intermediateTaken', part: 'intermediate' };
    const rows: Row[] = [
      ...training(),
      ['2026-03-02', intermediate],
      ['2027-03-01', registeredFor('2027-06-10')],
    ];
    const later = [...known, 'probation = 2024-12-31', 'intermediateExam = 2026-03-02'];
    expect(told('2027-03-02', ...rows)).toEqual([...later, 'exam ~ 2027-06-10']);
    const job: JourneyEvent = { type: 'job.started', firstDay: '2027-07-01' };
    const ended: JourneyEvent = { type: 'followUp.ended' };
    expect(
      told('2027-12-01', ...rows, ['2027-06-20', passed], ['2027-07-05', job], ['2027-12-01', ended]),
    ).toEqual([...later, 'exam = 2027-06-20', 'job = 2027-07-01', 'end = 2027-12-01']);
  });

  test('keep the probation that was passed when the contract is lost', () => {
    const ended: Row[] = [...training(), ['2025-05-05', contractEnded()]];
    const again: Row[] = [
      ...ended,
      ['2025-06-02', signed({ start: '2025-06-02', end: '2027-08-31' })],
      ['2025-06-02', { type: 'training.started' }],
    ];
    for (const rows of [ended, again]) {
      expect(told('2025-06-02', ...rows)).toContain('probation = 2024-12-31');
    }
    expect(told('2025-05-05', ...ended).filter((one) => one.startsWith('exam'))).toEqual([]);
  });

  test('expect the exam no more on the day of a sitting that was failed or missed', () => {
    const exam = (...rows: Row[]) =>
      told('2027-06-21', ...training(), ['2027-03-01', registeredFor('2027-06-10')], ...rows).filter((one) =>
        one.startsWith('exam'),
      );
    expect(exam(['2027-06-20', failed])).toEqual(['exam ~ 2027-08-31']);
    expect(exam(['2027-06-10', { type: 'exam.missedByIllness' }])).toEqual(['exam ~ 2027-08-31']);
    const bridged: Row = ['2027-06-21', { type: 'exam.bridged', until: '2028-01-31' }];
    expect(exam(['2027-06-20', failed], bridged)).toEqual(['exam ~ 2028-01-31']);
  });

  test('keep the first day of the first company when another follows', () => {
    const rows: Row[] = [
      ...training(),
      ['2024-10-01', contractEnded()],
      ['2024-11-01', informed('c-2')],
      ['2024-11-01', signed({ company: 'c-2', start: '2024-11-01', end: '2027-10-31' })],
      ['2024-11-01', { type: 'training.started' }],
    ];
    const words = told('2024-11-02', ...rows).filter((one) => /^(firstDay|probation|exam)/.test(one));
    expect(words).toEqual(['firstDay = 2024-09-01', 'probation ~ 2025-02-28', 'exam ~ 2027-10-31']);
  });

  test('expect nothing of a journey that has ended', () => {
    expect(told('2024-02-03', ...begun, ['2024-02-03', leftEarly])).toEqual([
      'referral = 2024-02-01',
      'admission = 2024-02-01',
      'end = 2024-02-03',
    ]);
  });
});

describe('the hours account', () => {
  const contact = (minutes: number): JourneyEvent => ({
    type: 'contact.recorded',
    ...{ with: 'participant', how: 'visit', minutes, reached: true },
  });
  const rows: Row[] = [
    ['2024-02-01', referred],
    ['2024-02-01', admitted()],
    ['2024-02-01', contact(30)],
    ['2024-02-20', offered('2024-03-01', '2024-05-31', 60)],
    ['2024-02-20', accepted],
    ['2024-03-05', contact(60)],
    ['2024-03-29', contact(45)],
    ['2024-04-10', contact(90)],
    ['2024-05-31', contact(15)],
    ['2024-06-01', contact(500)],
  ];
  const until = (day: string): Row[] => rows.filter(([when]) => when <= day);
  const budget = { per: 'budget', from: '2024-03-01', to: '2024-05-31', agreedHours: 60 };

  test.each([
    ['2024-03-01', 0],
    ['2024-03-30', 105],
    ['2024-05-31', 210],
  ])('of a budget counts the whole period, on %s %i minutes', (day, usedMinutes) => {
    const { hours } = viewOf(folded(day, ...until(day)));
    expect(hours).toEqual({ ...budget, usedMinutes });
  });

  test.each([
    ['2024-03-30', 105],
    ['2024-04-30', 90],
    ['2024-05-01', 0],
  ])('of monthly contingents counts the month, on %s %i minutes', (day, usedMinutes) => {
    const { hours } = viewOf(foldedBy(policies['2022-1'], day, ...until(day)));
    expect(hours).toEqual({ ...budget, per: 'monthly', usedMinutes });
  });

  test('counts no contact after the period, though it looks back on it', () => {
    const facts = factsOf(folded('2024-06-01', ...rows));
    expect(hoursAccountOf(facts, policy, '2024-05-31')).toEqual({ ...budget, usedMinutes: 210 });
  });

  test.each(['2024-02-29', '2024-06-01'])('is missing where no allocation holds, as on %s', (day) => {
    expect(viewOf(folded(day, ...until(day)))).not.toHaveProperty('hours');
  });

  test('is that of the newest allocation where two hold on a day', () => {
    const again: Row[] = [
      ['2024-04-02', offered('2024-04-01', '2024-07-31', 80)],
      ['2024-04-02', accepted],
    ];
    const facts = factsOf(folded('2024-04-03', ...until('2024-04-01'), ...again));
    const from = (day: string) => hoursAccountOf(facts, policy, day)?.agreedHours;
    expect(['2024-03-31', '2024-04-01', '2024-07-31', '2024-08-01'].map(from)).toEqual([
      60,
      80,
      80,
      undefined,
    ]);
  });
});
