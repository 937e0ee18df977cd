/** Every rule: an event that it alone refuses, saying so in both languages, and one that it takes. */
import { describe, expect, test } from 'vitest';
import { refusalOf } from '../../workflows/fold/explain.ts';
import type { Folded } from '../../workflows/fold/folded.ts';
import { catalogue, type EventOf, type JourneyEvent } from '../../workflows/journal/events.ts';
import { Refusal } from '../../workflows/journal/refusal.ts';
import type { EntryEvent } from '../../workflows/machine/event.ts';
import { type RuleName, rules } from '../../workflows/machine/rules.ts';
import { newestPolicy, policies } from '../../workflows/policy/policy.ts';
import {
  admitted,
  entered,
  folded,
  foldedBy,
  instantOf,
  type Row,
  referred,
  refusedBy,
  scheduled,
  training,
} from '../support/journal.ts';
import { journeyCases, type RuleCase } from '../support/ruleCases.ts';
import { conflictCases, meetingCases, peopleCases, supportCases } from '../support/ruleCasesBeside.ts';
import { trainingCases } from '../support/ruleCasesOfTraining.ts';

const cases: { readonly [rule: string]: RuleCase } = {
  ...journeyCases,
  ...trainingCases,
  ...meetingCases,
  ...conflictCases,
  ...supportCases,
  ...peopleCases,
};

/** Folds what is told after some rows. An answer of the system is never refused but set aside: here that is a refusal too. */
function tell({ day, policy = newestPolicy }: RuleCase, rows: readonly Row[], row: Row): Folded {
  const told = foldedBy(policies[policy], day, ...rows, row);
  if (told.setAside.length === 0) return told;
  const before = foldedBy(policies[policy], day, ...rows);
  const actor = { role: 'system' } as const;
  const event = { ...row[1], at: instantOf(day), day, entry: rows.length + 1, actor } as EntryEvent;
  throw new Refusal('rule', refusalOf(before, event));
}

describe('every rule', () => {
  test('has a case, and none has two', () => {
    expect(Object.keys(cases).toSorted()).toEqual(Object.keys(rules).toSorted());
  });

  test.each(Object.entries(cases))('%s refuses what breaks it, and is the only one to', (rule, one) => {
    const { rows, day, refused, refusedFrom } = one;
    const refusal = refusedBy(() => tell(one, rows, [day, refused, refusedFrom]));
    expect(refusal.code).toBe('rule');
    expect(refusal.reasons.map(({ code }) => code)).toEqual([rule]);
    const { de, en } = rules[rule as RuleName];
    expect(refusal.reasons[0]).toMatchObject({ de, en });
  });

  test.each(Object.entries(cases))('%s takes what keeps it', (_, one) => {
    const { rows, takenAfter = rows, day, taken, takenFrom } = one;
    const told = tell(one, takenAfter, [day, taken, takenFrom]);
    const isSystem = (catalogue[taken.type].roles as readonly string[]).includes('system');
    expect(told.entry).toBe(takenAfter.length + 1);
    expect(told.setAside).toEqual([]);
    expect(isSystem).toBe(taken.type === 'meeting.scheduled');
  });
});

describe('limits, on both sides', () => {
  const admission = (more: Partial<EventOf<'intake.admitted'>>): Row => ['2024-08-02', admitted(more)];
  const intake: Row[] = [['2024-08-01', referred]];

  test.each([
    [21, false, 'refused'],
    [22, false, 'taken'],
    [39, false, 'taken'],
    [40, false, 'refused'],
    [10, true, 'taken'],
    [39, true, 'taken'],
    [40, true, 'refused'],
  ])('weeklyHoursFit: %s hours, in part-time %s, are %s', (weeklyHours, partTime, what) => {
    const run = () => folded('2024-08-03', ...intake, admission({ weeklyHours, partTime }));
    if (what === 'taken') expect(run().entry).toBe(2);
    else
      expect(refusedBy(run).reasons).toEqual([expect.objectContaining({ code: 'weeklyHoursFit', entry: 2 })]);
  });

  test('there are the policies of three times, and one that a provider may choose', () => {
    expect(Object.keys(policies)).toEqual(['2020-1', '2022-1', '2026-1', '2026-1-monthly']);
    expect(newestPolicy).toBe('2026-1');
    const hours = Object.values(policies).map(({ limits }) => limits.supportHours.value);
    expect(hours).toEqual(['monthly', 'monthly', 'budget', 'budget']);
  });

  test.each([
    ['2020-1', true],
    ['2022-1', false],
    ['2026-1', false],
  ] as const)(
    'abhStillPossible: a referral to abH is possible under the policy %s: %s',
    (version, possible) => {
      const abh: JourneyEvent = { type: 'intake.referredElsewhere', to: 'abh', reason: 'needsLess' };
      const run = () =>
        foldedBy(policies[version], '2020-08-03', ['2020-08-01', referred], ['2020-08-02', abh]);
      if (possible) expect(run().entry).toBe(2);
      else expect(refusedBy(run).reasons.map(({ code }) => code)).toEqual(['abhStillPossible']);
    },
  );

  test('wholeMonths: a budget of hours may begin on any day, a monthly contingent not', () => {
    const rows: Row[] = [
      ...entered('2024-02-01'),
      ['2024-02-05', { type: 'hours.offered', hours: 60, from: '2024-02-10', to: '2024-08-09' }],
    ];
    expect(folded('2024-02-06', ...rows).entry).toBe(3);
    for (const version of ['2020-1', '2022-1'] as const) {
      const refusal = refusedBy(() => foldedBy(policies[version], '2024-02-06', ...rows));
      expect(refusal.reasons.map(({ code }) => code)).toEqual(['wholeMonths']);
    }
  });

  test('several broken rules are all named', () => {
    const refusal = refusedBy(() =>
      folded('2024-08-03', ...intake, admission({ preparationMonths: 9, weeklyHours: 60, qualified: false })),
    );
    expect(refusal.reasons.map(({ code }) => code)).toEqual([
      'admittedByLead',
      'preparationWithinLimit',
      'weeklyHoursFit',
    ]);
  });

  test('answersThisMeeting and slotAhead set an answer of the system aside, and refuse nobody’s entry', () => {
    const wrong: Row = ['2024-03-01', scheduled('reflection/after-9', '2024-03-11T09:00:00.000Z')];
    const state = folded('2024-03-05', ...entered('2024-01-31'), wrong, [
      '2024-03-04',
      { type: 'absence.began', reason: 'illness' },
    ]);
    expect(state.setAside.map(({ root }) => root)).toEqual([3]);
    expect(state.entry).toBe(4);
  });

  test('sittingReached: an exam whose day lies ahead is neither passed, failed, sat nor missed', () => {
    const registered: Row[] = [
      ...training(),
      ['2027-03-01', { type: 'exam.registered', sittingOn: '2027-06-10' }],
    ];
    for (const type of ['exam.passed', 'exam.failed', 'exam.sat', 'exam.missedByIllness'] as const) {
      const refusal = refusedBy(() => folded('2027-06-10', ...registered, ['2027-06-09', { type }]));
      expect(refusal.reasons.map(({ code }) => code)).toEqual(['sittingReached']);
      expect(folded('2027-06-10', ...registered, ['2027-06-10', { type }]).entry).toBe(8);
    }
  });
});
