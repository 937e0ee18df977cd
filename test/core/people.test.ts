/** The people around a journey: case worker, deputy, minors, and how long records are kept. */
import { describe, expect, test } from 'vitest';
import { viewOf } from '../../workflows/fold/view.ts';
import type { Actor } from '../../workflows/journal/entry.ts';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import {
  admitted,
  contractEnded,
  entered,
  factsOf,
  firedOn,
  folded,
  informed,
  leftEarly,
  openOn,
  placesIn,
  type Row,
  referral,
  refusedBy,
  reopened,
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

  const missing = (day: string, ...rows: readonly Row[]): string[] =>
    viewOf(folded(day, ...contracted, ...rows))
      .overdue.filter(({ key }) => key === 'minorExamination')
      .map(({ dueOn }) => dueOn);
  const started: Row = ['2024-09-01', { type: 'training.started' }];

  test('minorExamination is due earlier where training began earlier than agreed', () => {
    const early: Row = ['2024-08-26', { type: 'training.started', firstDay: '2024-08-26' }];
    expect(openOn(folded('2024-08-26', ...contracted), 'minorExamination')).toEqual(['2024-08-31']);
    expect(missing('2024-08-26', early)).toEqual(['2024-08-25']);
  });

  test('minorExamination is not asked for before there is a contract, nor when it has ended', () => {
    expect(openOn(folded('2024-05-10', ...contracted.slice(0, 2)), 'minorExamination')).toEqual([]);
    expect(missing('2024-10-02', started, ['2024-10-01', contractEnded()])).toEqual([]);
  });

  test('minorExamination stays overdue after the first day until the examination is shown', () => {
    expect(missing('2024-10-02', started)).toEqual(['2024-08-31']);
    const shown: Row = ['2024-10-01', { type: 'minor.examined', on: '2024-09-30' }];
    expect(missing('2024-10-02', started, shown)).toEqual([]);
  });

  const lost: Row = ['2025-10-06', contractEnded()];
  const second: Row[] = [
    ['2025-10-13', informed('c-2')],
    ['2025-10-13', signed({ company: 'c-2', start: '2025-11-03', end: '2028-10-31', guardiansSigned: true })],
    ['2025-11-03', { type: 'training.started' }],
  ];

  test('minorExamination is asked for before the first employment only, unless it is missing still', () => {
    const rows: Row[] = [examined('2024-06-03'), started, lost, ...second];
    expect(firedOn(folded('2025-12-01', ...contracted, ...rows), 'minorExamination')).toEqual([]);
    expect(missing('2025-12-01', ...rows.slice(1))).toEqual(['2025-11-02']);
  });

  test('everEmployed and reexaminedInTime: a follow-up counts between contracts, and not from before', () => {
    const rows = [examined('2024-06-03'), started, lost];
    const shown = (on: string): Row => ['2025-10-07', { type: 'minor.reexamined', on }];
    const overdue = viewOf(folded('2025-10-07', ...contracted, ...rows)).overdue.map(({ key }) => key);
    expect(overdue).toContain('minorFollowUp');
    const state = folded('2026-01-01', ...contracted, ...rows, shown('2025-09-29'));
    expect(viewOf(state).overdue.map(({ key }) => key)).not.toContain('minorFollowUp');
    expect(firedOn(state, 'minorBan')).toEqual([]);
    for (const on of ['2020-01-01', '2024-09-01']) {
      const { reasons } = refusedBy(() => folded('2025-10-07', ...contracted, ...rows, shown(on)));
      expect(reasons.map(({ code }) => code)).toEqual(['reexaminedInTime']);
    }
    const { reasons } = refusedBy(() => folded('2025-10-07', ...contracted, shown('2024-07-01')));
    expect(reasons.map(({ code }) => code)).toEqual(['everEmployed']);
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

  test('is still to be approved or answered where the journey is reopened', () => {
    const again: Row[] = [
      ['2024-02-16', leftEarly],
      ['2024-02-17', reopened],
    ];
    const state = folded('2024-02-17', ...asked, ...again);
    expect(placesIn(state)).toContain('assignment.handover.unanswered');
    expect(openOn(state, 'handoverAnswer')).toEqual(['2024-02-22']);
    const unapproved = folded('2024-02-17', ...asked.slice(0, 3), ...again);
    expect(placesIn(unapproved)).toContain('assignment.handover.unapproved');
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

  test('goes on where the journey is reopened, as the next invitation has it', () => {
    const rows: Row[] = [appointed('2024-03-08'), ['2024-02-22', leftEarly], ['2024-02-23', reopened]];
    const state = folded('2024-02-24', ...begun, ...rows);
    expect(openOn(state, 'deputyEnds')).toEqual(['2024-03-08']);
    const ended: Row = ['2024-02-24', { type: 'deputy.ended' }];
    expect(factsOf(folded('2024-02-24', ...begun, ...rows, ended)).deputy).toBeUndefined();
    const late: Row[] = [appointed('2024-03-01'), ['2024-02-22', leftEarly], ['2024-04-02', reopened]];
    const over = folded('2024-04-02', ...begun, ...late);
    expect([firedOn(over, 'deputyEnds'), factsOf(over).deputy]).toEqual([['2024-03-01'], undefined]);
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
