/** Every deadline of the policy: its date, the very instant it fires, and that it is silent one millisecond before. */
import { describe, expect, test } from 'vitest';
import { fold } from '../../workflows/fold/fold.ts';
import type { Deadline } from '../../workflows/fold/folded.ts';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import { deadlineKeys } from '../../workflows/policy/policy.ts';
import { cases, contracted, extended } from '../support/deadlineCases.ts';
import { conflict } from '../support/deadlineCasesOfConflict.ts';
import {
  entered,
  factsOf,
  failed,
  firedOn,
  folded,
  journalOf,
  morning,
  openOn,
  passed,
  type Row,
  referred,
  registeredFor,
  reopened,
  rulebook,
  training,
} from '../support/journal.ts';

describe('every deadline fires on its calendar date', () => {
  test('the table of cases leaves out no deadline of the policy', () => {
    expect(deadlineKeys.filter((key) => !cases.some(([covered]) => covered === key))).toEqual([]);
  });

  test.each(
    cases.map(([key, what, rows, dueOn, firesOn, item]) => ({ key, what, rows, dueOn, firesOn, item })),
  )(
    '$key ($what) is open one millisecond before and has fired at its instant',
    ({ key, rows, dueOn, firesOn, item }) => {
      const journal = journalOf(...rows);
      const at = morning(firesOn);
      const justBefore = new Date(Date.parse(at) - 1).toISOString();
      const before = fold(rulebook, journal, justBefore);
      const after = fold(rulebook, journal, at);
      const much = fold(rulebook, journal, new Date(Date.parse(at) + 3 * 86_400_000).toISOString());
      const mine = (known: readonly Deadline[]) =>
        known.filter((one) => one.key === key && one.dueOn === dueOn && one.item === item);
      expect(mine(before.fired)).toEqual([]);
      expect(mine(before.open)).toEqual([expect.objectContaining({ key, dueOn, at })]);
      expect(mine(after.fired)).toEqual([expect.objectContaining({ key, dueOn, at })]);
      expect(mine(much.fired)).toHaveLength(1);
    },
  );
});

describe('moved and repeated deadlines', () => {
  test('a conflict alerts the team lead every seven days, from period to period', () => {
    const alerts = folded('2024-04-13', ...conflict).fired.filter(({ key }) => key === 'conflictAlert');
    expect(alerts.map(({ dueOn, at }) => [dueOn, at.slice(0, 10)])).toEqual([
      ['2024-03-21', '2024-03-22'],
      ['2024-03-28', '2024-03-29'],
      ['2024-04-04', '2024-04-05'],
      ['2024-04-11', '2024-04-12'],
    ]);
  });

  test('a deadline already past when it becomes known fires at once, never before its cause', () => {
    const rows = contracted('2024-09-10', '2024-09-01');
    const { fired } = folded('2024-09-11', ...rows);
    expect(fired).toContainEqual(
      expect.objectContaining({
        key: 'contractRegistrationEscalation',
        dueOn: '2024-08-31',
        at: '2024-09-10T12:00:00.000Z',
      }),
    );
  });

  test('the end of preparation no longer fires on its old date once it was extended', () => {
    const { fired } = folded('2025-03-02', ...entered('2024-08-29'), ['2025-01-10', extended]);
    expect(fired.map(({ key }) => key)).not.toContain('preparationEnd');
  });

  test('an extended preparation is announced again before its new end', () => {
    const { fired } = folded('2025-04-10', ...entered('2024-08-29'), ['2025-02-10', extended]);
    expect(fired.filter(({ key }) => key === 'preparationEndNear').map(({ dueOn }) => dueOn)).toEqual([
      '2025-01-31',
      '2025-04-02',
    ]);
  });

  test('a deadline stops when its state is left', () => {
    const { fired, open } = folded('2024-03-20', ...conflict, ['2024-02-29', { type: 'conflict.resolved' }]);
    expect([...fired, ...open].filter(({ key }) => key.startsWith('conflict'))).toEqual([]);
  });

  test('a job begun late leaves follow-up support to end a year after training', () => {
    const { fired, visits } = folded(
      '2028-07-01',
      ...training(),
      ['2027-03-01', registeredFor('2027-06-01')],
      ['2027-06-20', passed],
      ['2028-06-01', { type: 'job.started' }],
    );
    expect(fired.at(-1)).toMatchObject({ key: 'followUpAfterTraining', dueOn: '2028-06-20' });
    expect(visits).toHaveProperty(['phase.closed.completed']);
  });

  test('preparationMonths: a preparation shorter than six months ends, and is announced, by its own length', () => {
    const state = folded('2024-08-30', ...entered('2024-08-30', { preparationMonths: 1 }));
    expect(openOn(state, 'preparationEnd')).toEqual(['2024-09-29']);
    expect(openOn(state, 'preparationEndNear')).toEqual(['2024-09-01']);
    const missing = folded('2024-08-31', ...entered('2024-08-31', { preparationMonths: 1 }));
    expect(openOn(missing, 'preparationEnd')).toEqual(['2024-09-30']);
  });

  test('intakeDecision of a journey that was declined and reopened counts from its reopening', () => {
    const again: Row[] = [
      ['2024-02-15', referred],
      ['2024-02-20', { type: 'intake.declined', reason: 'ownWish' }],
      ['2024-06-03', reopened],
    ];
    const state = folded('2024-06-03', ...again);
    expect(openOn(state, 'intakeDecision')).toEqual(['2024-06-17']);
    expect(openOn(state, 'intakeEscalation')).toEqual(['2024-06-24']);
    expect(firedOn(state, 'intakeDecision')).toEqual([]);
  });

  test('a job that ended leaves follow-up support its year, and a new job counts anew', () => {
    const working: Row[] = [
      ...training(),
      ['2027-03-01', registeredFor('2027-06-10')],
      ['2027-06-20', passed],
      ['2027-07-01', { type: 'job.started' }],
      ['2027-08-02', { type: 'job.ended' }],
    ];
    const without = folded('2027-08-02', ...working);
    expect(openOn(without, 'followUpAfterJob')).toEqual([]);
    expect(openOn(without, 'followUpAfterTraining')).toEqual(['2028-06-20']);
    const anew = folded('2027-10-01', ...working, ['2027-10-01', { type: 'job.started' }]);
    expect(openOn(anew, 'followUpAfterJob')).toEqual(['2028-03-31']);
  });

  test('§190: a shorter preparation is extended from the day after its own end', () => {
    const shorter = entered('2024-08-31', { preparationMonths: 3 });
    expect(openOn(folded('2024-09-01', ...shorter), 'preparationEnd')).toEqual(['2024-11-30']);
    expect(openOn(folded('2024-11-02', ...shorter, ['2024-11-02', extended]), 'preparationEnd')).toEqual([
      '2025-01-31',
    ]);
  });
});

describe('the exam and the days that hang on it', () => {
  const examined = [...training(), ['2027-03-01', registeredFor('2027-06-10')]] satisfies Row[];
  const repeating = [...examined, ['2027-06-20', failed]] satisfies Row[];
  const bridged = (until: string): JourneyEvent => ({ type: 'exam.bridged', until });

  test('examRegistrationReminder and its escalation stop once registered', () => {
    const { open } = folded('2027-03-02', ...examined);
    expect(open.filter(({ key }) => key.startsWith('examRegistration'))).toEqual([]);
  });

  test('extensionDemand stops once demanded, and runs again to the new end after a second failure', () => {
    const demanded: Row = ['2027-06-21', { type: 'exam.extensionDemanded', newEnd: '2028-01-31' }];
    expect(openOn(folded('2027-06-20', ...repeating), 'extensionDemand')).toEqual(['2027-08-31']);
    expect(openOn(folded('2027-06-21', ...repeating, demanded), 'extensionDemand')).toEqual([]);
    const again: Row[] = [demanded, ['2027-09-01', registeredFor('2027-12-10')], ['2027-12-20', failed]];
    expect(openOn(folded('2027-12-20', ...repeating, ...again), 'extensionDemand')).toEqual(['2028-01-31']);
  });

  test('extensionDemand of an exam failed after the contract’s end fires at once', () => {
    const late = folded('2027-09-20', ...examined, ['2027-09-20', failed]);
    expect(late.fired.filter(({ key }) => key === 'extensionDemand')).toMatchObject([
      { dueOn: '2027-08-31', at: '2027-09-20T12:00:00.000Z' },
    ]);
  });

  test('an exam missed by illness opens the extension just as a failed one, and is no failure', () => {
    const ill = folded('2027-06-20', ...examined, ['2027-06-20', { type: 'exam.missedByIllness' }]);
    expect(openOn(ill, 'extensionDemand')).toEqual(['2027-08-31']);
    expect(openOn(ill, 'longestExtension')).toEqual(['2028-08-31']);
    expect(factsOf(ill).examsFailed).toBe(0);
  });

  test('bridgingEnd follows the day last agreed, and ends when the repeat is passed', () => {
    const rows: Row[] = [
      ...repeating,
      ['2027-08-31', bridged('2027-12-31')],
      ['2027-11-02', bridged('2028-02-29')],
    ];
    expect(openOn(folded('2027-11-02', ...rows), 'bridgingEnd')).toEqual(['2028-02-29']);
    const repeat: Row[] = [...rows, ['2027-11-03', registeredFor('2028-01-10')], ['2028-01-20', passed]];
    const done = folded('2028-06-01', ...repeat);
    expect(firedOn(done, 'bridgingEnd')).toEqual([]);
    expect(factsOf(done).trainingEndedOn).toBe('2027-08-31');
  });
});
