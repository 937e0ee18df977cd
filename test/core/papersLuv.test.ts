/** The draft of a report (LuV): what it tells of its time. */
import { describe, expect, test } from 'vitest';
import type { Course } from '../../workflows/fold/papers/course.ts';
import { luvOf } from '../../workflows/fold/papers/luv.ts';
import { type EventOf, eventTypes, type JourneyEvent } from '../../workflows/journal/events.ts';
import { policies } from '../../workflows/policy/policy.ts';
import { course, courseBy } from '../support/courses.ts';
import {
  accepted,
  admitted,
  conciliation,
  contractEnded,
  entered,
  leftEarly,
  offered,
  type Row,
  raised,
  referral,
  scheduled,
  submitted,
  training,
} from '../support/journal.ts';

import { prepared } from '../support/prepared.ts';

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
    const missed: JourneyEvent = { type: 'meeting.missed', missing: ['participant'] };
    const invited: Row = ['2024-10-01', scheduled('reflection/after-6', '2024-10-11T09:00:00.000Z')];
    const nobody = course('2024-12-01', ...training(), invited, ['2024-10-12', missed]);
    expect(luvOf(nobody, { report: 'trainingProgress' }).meetings).toEqual({ held: [], missed: 1 });
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

  test('as milestones all that happens of occupation, contract, exam and job, and no pause or meeting', () => {
    const base = course('2025-10-01', ...training());
    const [entry] = base.live.map((one) => one.entry);
    const everything = eventTypes.map((type, index) => ({
      ...{ entry, event: { type }, root: index + 1, at: '2025-01-10T12:00:00.000Z' },
    })) as unknown as Course['live'];
    const { milestones } = luvOf({ ...base, live: everything }, year);
    const wanted = /^(occupation|entryQualification|contract|exam|job)\.|^training\.started$|^probation\./;
    expect(milestones.map(({ type }) => type)).toEqual(eventTypes.filter((type) => wanted.test(type)));
    expect(new Set(milestones.map(({ on }) => on))).toEqual(new Set(['2025-01-10']));
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
