/** The draft of a report (LuV): the time it covers, and what it tells of it. */
import { describe, expect, test } from 'vitest';
import { luvOf } from '../../workflows/fold/papers/luv.ts';
import { reportPeriodOf } from '../../workflows/fold/papers/reportPeriod.ts';
import type { EventOf, JourneyEvent } from '../../workflows/journal/events.ts';
import { policies } from '../../workflows/policy/policy.ts';
import { course, courseBy } from '../support/courses.ts';
import {
  accepted,
  admitted,
  conciliation,
  contractEnded,
  entered,
  folded,
  informed,
  leftEarly,
  offered,
  passed,
  type Row,
  raised,
  referral,
  referred,
  refusedBy,
  registeredFor,
  signed,
  submitted,
  training,
} from '../support/journal.ts';

type Name = Parameters<typeof reportPeriodOf>[1];
const period = (until: string, name: Name, ...rows: readonly Row[]) =>
  reportPeriodOf(folded(until, ...rows), name);

/** Entered on 1 March, in training from 2 September 2024 on. */
const prepared: Row[] = [
  ['2024-03-01', referred],
  ['2024-03-01', admitted()],
  ['2024-04-01', { type: 'occupation.agreed', occupation: 'joiner' }],
  ['2024-05-02', { type: 'placement.started' }],
  ['2024-06-01', informed()],
  ['2024-06-02', signed({ start: '2024-09-02', end: '2027-08-31' })],
  ['2024-09-02', { type: 'training.started' }],
];

describe('a report covers', () => {
  test.each([
    ['preparationStart', '2024-03-20', '2024-03-01', '2024-03-20', '2024-03-28'],
    ['preparationStart', '2025-03-20', '2024-03-01', '2024-03-28', '2024-03-28'],
    ['preparationProgress', '2025-03-20', '2024-03-01', '2024-08-17', '2024-08-17'],
    ['preparationFinal', '2025-03-20', '2024-03-01', '2024-08-31', '2024-08-31'],
    ['trainingStart', '2025-03-20', '2024-09-02', '2024-09-29', '2024-09-29'],
    ['trainingProgress', '2025-03-20', '2024-09-02', '2024-12-01', '2024-12-01'],
    ['trainingFinal', '2025-03-20', '2024-09-02', '2025-03-20', '2027-08-31'],
  ] as const)('%s on %s: from %s to %s, due %s', (report, today, from, to, dueOn) => {
    const known = prepared.filter(([when]) => when <= today);
    expect(period(today, { report }, ...known)).toEqual({ from, to, dueOn });
  });

  test('its due time, whether it has been handed in or not', () => {
    const rows: Row[] = [...prepared.slice(0, 2), ['2024-03-20', submitted('preparationStart')]];
    expect(period('2024-04-20', { report: 'preparationStart' }, ...rows)).toMatchObject({ to: '2024-03-28' });
  });

  test('each training year from the day after the one before', () => {
    const rows = training({ start: '2024-09-02', end: '2027-09-01' });
    const year = (number: number, today = '2027-01-01') =>
      period(today, { report: 'trainingYear', year: number }, ...rows);
    expect(year(1)).toEqual({ from: '2024-09-02', to: '2025-09-01', dueOn: '2025-09-01' });
    expect(year(2)).toEqual({ from: '2025-09-02', to: '2026-09-01', dueOn: '2026-09-01' });
    expect(year(2, '2025-12-31')).toEqual({ from: '2025-09-02', to: '2025-12-31', dueOn: '2026-09-01' });
  });

  test('the time since the entry, where the contract is older', () => {
    const rows: Row[] = [
      ['2025-02-01', referred],
      ['2025-02-01', admitted({ directStart: true })],
      ['2025-02-01', signed({ start: '2024-09-01', end: '2027-08-31', signedOn: '2024-06-01' })],
      ['2025-02-01', { type: 'training.started', firstDay: '2024-09-01' }],
    ];
    expect(period('2025-10-01', { report: 'trainingYear', year: 1 }, ...rows)).toMatchObject({
      from: '2025-02-01',
      to: '2025-08-31',
    });
  });

  test('the time to the end of what it is about, where that came first', () => {
    const left: Row[] = [...entered('2024-03-01'), ['2024-03-10', leftEarly]];
    expect(period('2025-01-01', { report: 'preparationStart' }, ...left)).toEqual({
      from: '2024-03-01',
      to: '2024-03-10',
    });
    const lost: Row[] = [...training(), ['2024-10-01', contractEnded()]];
    expect(period('2025-01-01', { report: 'probation' }, ...lost)).toEqual({
      from: '2024-09-01',
      to: '2024-10-01',
    });
    expect(period('2025-01-01', { report: 'trainingFinal' }, ...lost)).toMatchObject({ to: '2025-01-01' });
    const done: Row[] = [...training(), ['2027-03-01', registeredFor('2027-07-01')], ['2027-07-10', passed]];
    expect(period('2028-01-01', { report: 'trainingFinal' }, ...done)).toMatchObject({ to: '2027-07-10' });
    const gone: Row[] = [...training(), ['2025-03-01', leftEarly]];
    expect(period('2028-01-01', { report: 'trainingFinal' }, ...gone)).toMatchObject({ to: '2025-03-01' });
  });

  test('at least its first day, where that is yet to come', () => {
    const rows: Row[] = [
      ['2024-02-20', referred],
      ['2024-02-25', admitted({ entryOn: '2024-03-01' })],
    ];
    expect(period('2024-02-26', { report: 'preparationStart' }, ...rows)).toMatchObject({
      from: '2024-03-01',
      to: '2024-03-01',
    });
  });
});

describe('a report is refused', () => {
  const reasonOf = (...args: Parameters<typeof period>) => {
    const { code, reasons } = refusedBy(() => period(...args));
    expect(code).toBe('invalid-field');
    return reasons[0];
  };

  test('on a preparation or a training that there is none of', () => {
    const atPreparation = ['2024-03-10', { report: 'trainingStart' }, ...entered('2024-03-01')] as const;
    expect(reasonOf(...atPreparation)).toMatchObject({ code: 'nothing-to-report', field: 'report' });
    expect(reasonOf(...atPreparation)?.en).toContain('no training');
    expect(reasonOf('2024-09-10', { report: 'preparationFinal' }, ...training())?.en).toContain(
      'no preparation',
    );
    expect(reasonOf('2024-03-10', { report: 'probation' }, ...entered('2024-03-01'))).toMatchObject({
      code: 'nothing-to-report',
    });
  });

  test('with a year that does not belong to it, or without one that does', () => {
    expect(reasonOf('2025-01-01', { report: 'trainingStart', year: 1 }, ...training())).toMatchObject({
      code: 'yearNamed',
      field: 'year',
    });
    expect(reasonOf('2025-01-01', { report: 'trainingYear' }, ...training())).toMatchObject({
      code: 'yearNamed',
    });
  });

  test('on a training year that has no report, naming those that have', () => {
    const reason = reasonOf('2025-01-01', { report: 'trainingYear', year: 3 }, ...training());
    expect(reason).toMatchObject({ code: 'report-not-asked', field: 'year' });
    expect(reason?.en).toContain('1, 2.');
    const none = reasonOf('2024-03-10', { report: 'trainingYear', year: 1 }, ...entered('2024-03-01'));
    expect(none?.en).toContain('report: –.');
  });
});

const contact = (more: Partial<EventOf<'contact.recorded'>> = {}): JourneyEvent => ({
  type: 'contact.recorded',
  with: 'participant',
  how: 'phone',
  minutes: 30,
  reached: true,
  ...more,
});

describe('a draft tells', () => {
  const year = { report: 'trainingYear', year: 1 } as const;

  test('whose it is, what is known of it, and nobody’s name', () => {
    const rows: Row[] = [
      ...training({}, { funder: 'agency-1' }),
      ['2025-08-31', submitted('trainingYear', 1)],
    ];
    const draft = luvOf(course('2025-09-10', ...rows), year);
    expect(draft).toMatchObject({
      ...{
        journey: 'p-1',
        site: 'site-1',
        caseWorker: 'w-1',
        funder: 'agency-1',
        company: 'c-1',
        occupation: 'joiner',
      },
      ...{
        report: 'trainingYear',
        year: 1,
        madeOn: '2025-09-10',
        status: { status: 'submitted', on: '2025-08-31' },
      },
    });
    expect(draft.label.de).toMatch(/Ende des Ausbildungsjahrs/);
    const before = luvOf(course('2024-03-10', ...entered('2024-03-01')), { report: 'preparationStart' });
    for (const field of ['status', 'company', 'funder', 'occupation', 'year'])
      expect(before).not.toHaveProperty(field);
  });

  test('an occupation agreed before there is a contract', () => {
    const rows = prepared.slice(0, 3);
    expect(luvOf(course('2024-04-10', ...rows), { report: 'preparationProgress' }).occupation).toBe('joiner');
  });

  test('the phases that lie in its time, each to its last day', () => {
    const draft = luvOf(course('2025-03-20', ...prepared), { report: 'preparationFinal' });
    expect(draft.phases).toEqual([
      { stage: 'preparation', label: expect.anything(), from: '2024-03-01', to: '2024-05-01' },
      { stage: 'placement', label: expect.anything(), from: '2024-05-02' },
    ]);
    expect(draft.phases[0]?.label).toEqual({ de: 'Vorphase', en: 'Preparation' });
    const short = luvOf(course('2024-05-20', ...prepared.slice(0, 4)), { report: 'preparationProgress' });
    expect(short.phases.at(-1)).toEqual({ stage: 'placement', label: expect.anything(), from: '2024-05-02' });
    const start = luvOf(course('2025-03-20', ...prepared), { report: 'preparationStart' });
    expect(start.phases).toEqual([{ stage: 'preparation', label: expect.anything(), from: '2024-03-01' }]);
  });

  test('no phase that was left on the day it began; the last one to the day of the end', () => {
    const phases = (until: string, ...rows: Row[]) =>
      luvOf(course(until, ...rows), { report: 'trainingFinal' }).phases.map(({ stage, from, to }) => [
        stage,
        from,
        to,
      ]);
    expect(phases('2024-09-20', ...training())).toEqual([['probation', '2024-09-01', undefined]]);
    expect(phases('2024-12-20', ...training(), ['2024-10-01', leftEarly])).toEqual([
      ['probation', '2024-09-01', '2024-10-01'],
      ['closed', '2024-10-01', undefined],
    ]);
    const lost: Row[] = [...training(), ['2024-10-01', contractEnded()]];
    expect(phases('2024-12-20', ...lost)[0]).toEqual(['probation', '2024-09-01', '2024-09-30']);
  });

  test('absences by reason, as far as they lie in its time, in days and in working days', () => {
    const rows: Row[] = [
      ...training(),
      // Thursday to the Monday after: five days, three of them working days.
      ['2024-11-07', { type: 'absence.began', reason: 'illness' }],
      ['2024-11-11', { type: 'absence.ended' }],
      ['2024-12-02', { type: 'absence.began', reason: 'unexcused' }],
      ['2024-12-02', { type: 'absence.ended' }],
      // Until the year is over: the last three days of August, Friday to Sunday.
      ['2025-08-29', { type: 'absence.began', reason: 'illness' }],
    ];
    expect(luvOf(course('2025-10-01', ...rows), year).attendance).toEqual([
      { reason: 'illness', times: 2, days: 8, workingDays: 4 },
      { reason: 'unexcused', times: 1, days: 1, workingDays: 1 },
    ]);
    expect(luvOf(course('2025-10-01', ...rows), { report: 'trainingStart' }).attendance).toEqual([]);
  });

  test('goals under way with their last review in its time', () => {
    const rows: Row[] = [
      ...training(),
      ['2024-09-05', { type: 'goal.set', goal: 'german', reviewOn: '2024-10-01' }],
      ['2024-09-06', { type: 'goal.set', goal: 'maths', reviewOn: '2024-10-01' }],
      ['2024-09-07', { type: 'goal.set', goal: 'punctual', reviewOn: '2025-10-01' }],
      ['2024-10-01', { type: 'goal.reviewed', goal: 7, result: 'continued', reviewOn: '2025-01-01' }],
      ['2024-10-02', { type: 'goal.reviewed', goal: 8, result: 'dropped' }],
      ['2025-01-01', { type: 'goal.reviewed', goal: 7, result: 'reached' }],
      ['2025-08-31', { type: 'goal.set', goal: 'driving', reviewOn: '2025-12-01' }],
      ['2025-09-01', { type: 'goal.set', goal: 'later', reviewOn: '2025-12-01' }],
    ];
    const all = course('2026-10-01', ...rows);
    expect(luvOf(all, year).goals).toEqual([
      { entry: 7, goal: 'german', setOn: '2024-09-05', result: 'reached', reviewedOn: '2025-01-01' },
      { entry: 8, goal: 'maths', setOn: '2024-09-06', result: 'dropped', reviewedOn: '2024-10-02' },
      { entry: 9, goal: 'punctual', setOn: '2024-09-07', result: 'open' },
      { entry: 13, goal: 'driving', setOn: '2025-08-31', result: 'open' },
    ]);
    expect(luvOf(all, { report: 'trainingYear', year: 2 }).goals.map(({ goal }) => goal)).toEqual([
      'punctual',
      'driving',
      'later',
    ]);
    const first = luvOf(course('2024-11-30', ...rows.slice(0, 11)), { report: 'trainingProgress' });
    expect(first.goals[0]).toMatchObject({ result: 'continued', reviewedOn: '2024-10-01' });
  });

  test('contacts, minutes and whom they reached, on the first and the last day too', () => {
    const rows: Row[] = [
      ...training(),
      ['2024-09-01', contact()],
      ['2024-10-01', contact({ with: 'trainer', minutes: 15, reached: false })],
      ['2025-08-31', contact({ minutes: 45 })],
      ['2025-09-01', contact({ minutes: 99 })],
    ];
    const draft = luvOf(course('2025-10-01', ...rows), year);
    expect(draft.contacts).toEqual({
      ...{ contacts: 3, minutes: 90, reached: 2 },
      with: [
        { of: 'participant', contacts: 2, minutes: 75, reached: 2 },
        { of: 'trainer', contacts: 1, minutes: 15, reached: 0 },
      ],
    });
    expect(draft.hours).toEqual({ per: 'budget', allocations: [], usedMinutes: 90 });
  });

  test('what was agreed in meetings, and how many were missed', () => {
    const rows: Row[] = [
      ...training(),
      [
        '2024-10-01',
        { type: 'meeting.held', attended: ['participant', 'caseWorker'], agreed: ['more-practice', 'n-7'] },
      ],
      ['2024-11-01', { type: 'meeting.held', attended: ['participant', 'caseWorker'] }],
      ['2025-10-01', { type: 'meeting.held', attended: ['participant', 'caseWorker'] }],
    ];
    expect(luvOf(course('2025-12-01', ...rows), year).meetings).toEqual({
      held: [
        { on: '2024-10-01', attended: ['participant', 'caseWorker'], agreed: ['more-practice', 'n-7'] },
        { on: '2024-11-01', attended: ['participant', 'caseWorker'], agreed: [] },
      ],
      missed: 0,
    });
  });

  test('internships, and the milestones of contract and exam', () => {
    const rows: Row[] = [
      ...prepared.slice(0, 3),
      ['2024-04-02', { type: 'internship.planned', company: 'c-1', from: '2024-04-10', to: '2024-04-20' }],
      ['2024-04-10', { type: 'internship.started', internship: 4 }],
      ['2024-04-21', { type: 'internship.reviewed', internship: 4, fit: true }],
      ...prepared.slice(3),
    ];
    const draft = luvOf(course('2024-12-01', ...rows), { report: 'preparationFinal' });
    expect(draft.internships).toMatchObject([
      { company: 'c-1', from: '2024-04-10', to: '2024-04-20', status: 'fit' },
    ]);
    expect(draft.milestones.map(({ on, type }) => [on, type])).toEqual([
      ['2024-04-01', 'occupation.agreed'],
      ['2024-06-02', 'contract.signed'],
    ]);
    expect(draft.milestones[0]?.label).toEqual({ de: expect.any(String), en: 'Occupational option agreed' });
    expect(luvOf(course('2024-12-01', ...rows), { report: 'trainingStart' }).internships).toEqual([]);
  });

  test('conflicts by the highest rung, and nothing of what they were about', () => {
    const rows: Row[] = [
      ...training({ conciliationCommittee: true }),
      ['2024-11-01', raised],
      ['2024-11-02', { type: 'conflict.resolved' }],
      ['2025-01-01', raised],
      ['2025-01-02', conciliation],
      ['2025-01-20', { type: 'conflict.resolved' }],
      ['2025-02-01', raised],
      ['2025-02-02', { type: 'conflict.resolved' }],
      ['2025-09-10', raised],
    ];
    const draft = luvOf(course('2025-10-01', ...rows), year);
    expect(draft.conflicts).toEqual([
      { rung: 'talk', conflicts: 2 },
      { rung: 'conciliation', conflicts: 1 },
    ]);
    expect(JSON.stringify(draft)).not.toContain('participantAndTrainer');
  });

  test('pauses, hours agreed and learning support in its time', () => {
    const rows: Row[] = [
      ...training(),
      [
        '2024-09-02',
        { type: 'funding.approved', funder: 'agency-1', share: 100, from: '2024-09-01', to: '2025-08-31' },
      ],
      ['2024-09-03', offered('2024-09-01', '2025-08-31', 60)],
      ['2024-09-04', accepted],
      ['2024-10-20', { type: 'learningSupport.requested', subject: 'maths' }],
      ['2024-10-30', { type: 'learningSupport.started', supporter: 'u-1' }, { role: 'learningSupporter' }],
      ['2024-11-05', { type: 'learningSupport.sessionHeld', minutes: 45 }, { role: 'learningSupporter' }],
      ['2024-11-06', { type: 'learningSupport.sessionHeld', minutes: 30 }, { role: 'learningSupporter' }],
      ['2024-12-01', { type: 'learningSupport.ended' }, { role: 'learningSupporter' }],
      ['2025-02-01', { type: 'learningSupport.requested', subject: 'german' }],
      ['2025-03-01', { type: 'training.interrupted', reason: 'illness' }],
    ];
    const draft = luvOf(course('2025-10-01', ...rows), year);
    expect(draft.hours.allocations).toEqual([{ hours: 60, from: '2024-09-01', to: '2025-08-31' }]);
    expect(draft.learningSupport).toEqual([
      {
        subject: 'maths',
        requestedOn: '2024-10-20',
        startedOn: '2024-10-30',
        endedOn: '2024-12-01',
        lessons: 2,
        minutes: 75,
      },
      { subject: 'german', requestedOn: '2025-02-01', lessons: 0, minutes: 0 },
    ]);
    expect(draft.hours.usedMinutes).toBe(75);
    expect(draft.pauses).toEqual([{ entry: 16, kind: 'interrupted', from: '2025-03-01' }]);
    const second = luvOf(course('2025-10-01', ...rows), { report: 'trainingYear', year: 2 });
    expect(second.learningSupport.map(({ subject }) => subject)).toEqual(['german']);
    expect(second.hours.allocations).toEqual([]);
    const start = luvOf(course('2025-10-01', ...rows), { report: 'trainingStart' });
    expect([start.pauses, start.learningSupport]).toEqual([[], []]);
  });

  test('monthly contingents under the rules that had them', () => {
    const rows: Row[] = [
      ['2024-03-01', referral()],
      ['2024-03-01', admitted()],
    ];
    const draft = luvOf(courseBy(policies['2022-1'], '2024-03-10', ...rows), { report: 'preparationStart' });
    expect(draft.hours.per).toBe('monthly');
  });
});
