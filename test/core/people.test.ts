/** The people around a journey: case worker, deputy, minors, and how long records are kept. */
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../workflows/journal/entry.ts';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import {
  admitted,
  entered,
  factsOf,
  firedOn,
  folded,
  informed,
  openOn,
  placesIn,
  type Row,
  referral,
  signed,
  training,
} from '../support/journal.ts';

const begun = entered('2024-02-01');
const teamLead: Actor = { role: 'teamLead' };
const receiver: Actor = { role: 'caseWorker', id: 'w-2' };

describe('minors', () => {
  const minor = { adultOn: '2026-12-01' };
  const examined = (on: string): Row => ['2024-06-03', { type: 'minor.examined', on }];
  const contracted: Row[] = [
    ['2024-05-02', referral(minor)],
    ['2024-05-02', admitted({ guardiansToo: true })],
    ['2024-06-03', informed()],
    ['2024-06-03', signed({ guardiansSigned: true })],
  ];

  test.each([
    ['14 months before the first day is valid', '2023-07-01', []],
    ['a day longer before is not', '2023-06-30', ['2024-08-31']],
    ['just before is valid', '2024-06-03', []],
  ])('minorExamination: an examination %s', (_, on, dates) => {
    expect(openOn(folded('2024-06-04', ...contracted, examined(on)), 'minorExamination')).toEqual(dates);
  });

  test('minorExamination is asked for no more where training began earlier than agreed', () => {
    const early: Row = ['2024-08-26', { type: 'training.started', firstDay: '2024-08-26' }];
    expect(openOn(folded('2024-08-26', ...contracted), 'minorExamination')).toEqual(['2024-08-31']);
    expect(openOn(folded('2024-08-26', ...contracted, early), 'minorExamination')).toEqual([]);
  });

  test('minorExamination is not asked for before there is a contract, nor after the first day', () => {
    expect(openOn(folded('2024-05-10', ...contracted.slice(0, 2)), 'minorExamination')).toEqual([]);
    const started: Row = ['2024-09-01', { type: 'training.started' }];
    expect(openOn(folded('2024-09-02', ...contracted, started), 'minorExamination')).toEqual([]);
  });

  test('minorFollowUp and minorBan end with the follow-up examination', () => {
    const before = folded('2024-09-02', ...training({}, minor));
    expect(openOn(before, 'minorFollowUp')).toEqual(['2025-09-01']);
    expect(openOn(before, 'minorBan')).toEqual(['2025-11-01']);
    const shown: Row = ['2025-08-01', { type: 'minor.reexamined', on: '2025-07-30' }];
    const after = folded('2025-12-01', ...training({}, minor), shown);
    expect([...firedOn(after, 'minorFollowUp'), ...firedOn(after, 'minorBan')]).toEqual([]);
  });

  test('majority ends the protection of minors', () => {
    const state = folded('2025-12-01', ...training({}, { adultOn: '2025-06-15' }));
    expect(firedOn(state, 'majority')).toEqual(['2025-06-15']);
    expect(firedOn(state, 'minorFollowUp')).toEqual([]);
    expect(placesIn(state)).toContain('minor.adult');
  });

  test('of adults nothing of this is asked', () => {
    const state = folded('2027-01-01', ...training());
    expect(state.fired.filter(({ key }) => key.startsWith('minor') || key === 'majority')).toEqual([]);
  });

  test('the guardian is invited to meetings until majority', () => {
    const invited = (adultOn: string) =>
      folded('2024-09-30', ...training({}, { adultOn })).effects['reflection/after-6']?.params;
    expect(invited('2026-12-01')).toMatchObject({ attendees: ['participant', 'caseWorker', 'guardian'] });
    expect(invited('2024-09-15')).toMatchObject({ attendees: ['participant', 'caseWorker'] });
  });
});

describe('handover', () => {
  const proposal: JourneyEvent = { type: 'handover.proposed', to: 'w-2' };
  const approval: JourneyEvent = { type: 'handover.approved' };
  const asked: Row[] = [...begun, ['2024-02-12', proposal], ['2024-02-15', approval]];

  test('is proposed, approved and accepted by the receiver, who then is the case worker', () => {
    expect(placesIn(folded('2024-02-13', ...asked.slice(0, 3)))).toContain('assignment.handover.unapproved');
    const state = folded('2024-02-16', ...asked);
    expect(placesIn(state)).toContain('assignment.handover.unanswered');
    expect(factsOf(state).caseWorker).toBe('w-1');
    const done = folded('2024-02-16', ...asked, ['2024-02-16', { type: 'handover.accepted' }, receiver]);
    expect(factsOf(done)).toMatchObject({ caseWorker: 'w-2' });
    expect(openOn(done, 'handoverAnswer')).toEqual([]);
  });

  test('proposed by the team lead needs no approval', () => {
    const state = folded('2024-02-12', ...begun, ['2024-02-12', proposal, teamLead]);
    expect(placesIn(state)).toContain('assignment.handover.unanswered');
  });

  test.each<[string, JourneyEvent, Actor]>([
    ['declined', { type: 'handover.declined' }, receiver],
    ['withdrawn', { type: 'handover.withdrawn' }, { role: 'caseWorker' }],
  ])('%s leaves everything as it was', (_, event, actor) => {
    const state = folded('2024-03-01', ...asked, ['2024-02-16', event, actor]);
    expect(placesIn(state)).toContain('assignment.assigned');
    expect(factsOf(state)).toMatchObject({ caseWorker: 'w-1' });
    expect(firedOn(state, 'handoverAnswer')).toEqual([]);
  });

  test('handoverAnswer fires where nobody approves, and again where nobody answers', () => {
    expect(firedOn(folded('2024-03-01', ...asked), 'handoverAnswer')).toEqual(['2024-02-22']);
    const late: Row = ['2024-02-26', approval];
    const state = folded('2024-03-10', ...asked.slice(0, 3), late);
    expect(firedOn(state, 'handoverAnswer')).toEqual(['2024-02-19', '2024-03-04']);
  });

  test('a former case worker can take the journey again', () => {
    const back: JourneyEvent = { type: 'handover.proposed', to: 'w-1' };
    const rows: Row[] = [
      ...asked,
      ['2024-02-16', { type: 'handover.accepted' }, receiver],
      ['2024-06-03', back, teamLead],
      ['2024-06-04', { type: 'handover.accepted' }, { role: 'caseWorker', id: 'w-1' }],
    ];
    expect(factsOf(folded('2024-06-04', ...rows)).caseWorker).toBe('w-1');
  });
});

describe('a deputy', () => {
  const appointed = (until: string): Row => [
    '2024-02-10',
    { type: 'deputy.appointed', deputy: 'w-2', from: '2024-02-20', until },
  ];

  test('covers from deputyBegins to deputyEnds', () => {
    const at = (day: string) => placesIn(folded(day, ...begun, appointed('2024-03-01')));
    expect(at('2024-02-19')).toContain('deputy.planned');
    expect(at('2024-02-20')).toContain('deputy.covering');
    expect(at('2024-03-01')).toContain('deputy.covering');
    expect(at('2024-03-02')).toContain('deputy.possible');
  });

  test('ended early, or by a new case worker, is reminded of no more', () => {
    const early: Row = ['2024-02-25', { type: 'deputy.ended' }];
    expect(firedOn(folded('2024-04-01', ...begun, appointed('2024-03-01'), early), 'deputyEnds')).toEqual([]);
    const handover: Row[] = [
      ['2024-02-25', { type: 'handover.proposed', to: 'w-3' }, teamLead],
      ['2024-02-26', { type: 'handover.accepted' }, teamLead],
    ];
    const state = folded('2024-04-01', ...begun, appointed('2024-03-01'), ...handover);
    expect(firedOn(state, 'deputyEnds')).toEqual([]);
    expect(factsOf(state)).toMatchObject({ caseWorker: 'w-3', deputy: undefined });
  });
});
