/** Every deadline of the policy: its date, the very instant it fires, and that it is silent one millisecond before. */
import { describe, expect, test } from 'vitest';
import { fold } from '../../workflows/fold/fold.ts';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import { deadlineKeys } from '../../workflows/policy/policy.ts';
import { cases, conflict, contracted, entered, extended, morning } from '../support/deadlineCases.ts';
import { folded, journalOf, policy, registeredFor, training } from '../support/journal.ts';

const passed: JourneyEvent = { type: 'exam.passed' };

describe('every deadline fires on its calendar date', () => {
  test('the table of cases leaves out no deadline of the policy', () => {
    expect(deadlineKeys.filter((key) => !cases.some(([covered]) => covered === key))).toEqual([]);
  });

  test.each(cases)(
    '%s (%s) is open one millisecond before and has fired at its instant',
    (key, _, rows, dueOn, day) => {
      const journal = journalOf(...rows);
      const at = morning(day);
      const justBefore = new Date(Date.parse(at) - 1).toISOString();
      const before = fold(policy, journal, justBefore);
      const after = fold(policy, journal, at);
      const much = fold(policy, journal, new Date(Date.parse(at) + 3 * 86_400_000).toISOString());
      const mine = (known: typeof after) =>
        known.fired.filter((one) => one.key === key && one.dueOn === dueOn);
      expect(mine(before)).toEqual([]);
      expect(before.open.filter((one) => one.key === key && one.dueOn === dueOn)).toHaveLength(1);
      expect(before.open[0]?.at).toBe(at);
      expect(mine(after)).toEqual([expect.objectContaining({ key, dueOn, at })]);
      expect(mine(much)).toHaveLength(1);
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
});
