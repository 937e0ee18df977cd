/** A changed journal: late entries, corrections, undo, and what each makes, amends, withdraws or skips in the world. */
import { describe, expect, test } from 'vitest';
import type { Statement } from '../../workflows/journal/entry.ts';
import type { EventOf, JourneyEvent } from '../../workflows/journal/events.ts';
import { commit, type Ledger, open, propose, type Step, tick } from '../../workflows/journey/ledger.ts';
import { newestPolicy } from '../../workflows/policy/policy.ts';
import {
  admitted,
  informed,
  instantOf,
  journalOf,
  placesIn,
  type Row,
  raised,
  referred,
  refusedBy,
  saying,
  signed,
  taking,
} from '../support/journal.ts';

const ledgerOf = (until: string, ...rows: readonly Row[]): Ledger => {
  const input = { journey: 'p-1', machineVersion: 1, policyVersion: newestPolicy };
  return open({ ...input, journal: journalOf(...rows) }, instantOf(until)).ledger;
};

/** Tells statements on a day, as the workflow does: first what is due by then, then what is told. */
function tell(ledger: Ledger, day: string, ...statements: Statement[]): Step {
  const now = instantOf(day);
  const current = tick(ledger, now).ledger;
  const requestId = `on-${day}-${current.journal.length}`;
  return commit(current, propose(current, statements, requestId, now));
}

const changed = ({ changes }: Step): string[] => changes.map(({ op, key }) => `${op} ${key}`);
const factsOf = ({ folded }: Ledger) => folded.snapshot.context.facts;
const due = ({ folded }: Ledger, key: string) => folded.open.find((one) => one.key === key)?.dueOn;
const because = { reason: 'mistake' };
const start: Row[] = [
  ['2024-01-31', referred],
  ['2024-01-31', admitted()],
];

describe('a late entry', () => {
  test('moves every deadline that hangs on it, and takes back what should not have been sent', () => {
    const waiting = ledgerOf('2024-09-20', ['2024-09-01', referred]);
    expect(Object.keys(waiting.folded.effects)).toEqual(['reminder/intakeDecision/1']);
    const step = tell(waiting, '2024-09-20', saying(admitted(), { effectiveAt: '2024-09-10' }));
    expect(changed(step)).toEqual(['withdraw reminder/intakeDecision/1']);
    expect(due(step.ledger, 'preparationEnd')).toBe('2025-03-09');
    expect(due(step.ledger, 'reflectionDue')).toBe('2024-10-10');
  });

  test('makes a past notice that it causes itself, marked late, and skips those in between', () => {
    const step = tell(
      ledgerOf('2024-02-25', ...start),
      '2024-02-25',
      saying(raised, { effectiveAt: '2024-02-02' }),
      saying({ type: 'conflict.resolved' }, { effectiveAt: '2024-02-20' }),
    );
    expect(changed(step)).toEqual(['make conflict/3/talk', 'skip conflict/3/mediation']);
    expect(step.orders).toEqual([expect.objectContaining({ key: 'conflict/3/talk', late: true, rev: 1 })]);
  });

  test('makes a past notice whose state is still active', () => {
    const step = tell(
      ledgerOf('2024-02-25', ...start),
      '2024-02-25',
      saying(raised, { effectiveAt: '2024-02-12' }),
    );
    expect(changed(step)).toEqual(['make conflict/3/talk', 'make conflict/3/mediation']);
  });

  test('does not make again what was skipped when something else is told', () => {
    const { ledger } = tell(
      ledgerOf('2024-02-25', ...start),
      '2024-02-25',
      saying(raised, { effectiveAt: '2024-02-02' }),
      saying({ type: 'conflict.resolved' }, { effectiveAt: '2024-02-20' }),
    );
    expect(
      changed(tell(ledger, '2024-02-26', saying({ type: 'intensity.set', participant: 'low' }))),
    ).toEqual([]);
  });
});

describe('a correction', () => {
  test('of the first day amends the meeting that hangs on it, under the same key and the next revision', () => {
    const ledger = ledgerOf('2024-03-05', ...start);
    expect(ledger.handed['reflection/after-2']).toMatchObject({ rev: 1, op: 'make' });
    const step = tell(
      ledger,
      '2024-03-05',
      saying(admitted({ entryOn: '2024-01-15' }), { replaces: 2, ...because }),
    );
    expect(step.changes).toContainEqual({
      op: 'amend',
      key: 'reflection/after-2',
      kind: 'reflectionMeeting',
      rev: 2,
    });
    expect(step.ledger.folded.effects['reflection/after-2']?.params).toMatchObject({ dueOn: '2024-02-15' });
  });

  test('keeps the root and the moment of what it replaces, a second one too', () => {
    const ledger = ledgerOf('2024-02-10', ...start, ['2024-02-10', raised]);
    const between = (who: EventOf<'conflict.raised'>['between']): JourneyEvent => ({
      type: 'conflict.raised',
      between: who,
    });
    const once = tell(
      ledger,
      '2024-02-12',
      saying(between('participantAndSchool'), { replaces: 3, ...because }),
    );
    const twice = tell(once.ledger, '2024-02-13', saying(between('other'), { replaces: 4, ...because }));
    expect([...changed(once), ...changed(twice)]).toEqual([]);
    expect(factsOf(twice.ledger).conflict).toMatchObject({
      entry: 3,
      between: 'other',
      rungSince: '2024-02-10',
    });
    expect(refusedBy(() => tell(twice.ledger, '2024-02-14', taking(4))).code).toBe('entry-not-found');
  });

  test('takes an entry back, the undo too, and the undo of the undo', () => {
    const ledger = ledgerOf('2024-02-10', ...start, ['2024-02-10', raised]);
    const gone = tell(ledger, '2024-02-11', taking(3));
    expect(changed(gone)).toEqual(['withdraw conflict/3/talk']);
    expect(placesIn(gone.ledger.folded)).toContain('conflict.calm');
    const back = tell(gone.ledger, '2024-02-11', taking(4));
    expect(placesIn(back.ledger.folded)).toContain('conflict.open.talk');
    expect(back.changes).toContainEqual(
      expect.objectContaining({ op: 'make', key: 'conflict/3/talk', rev: 3 }),
    );
    const again = tell(back.ledger, '2024-02-11', taking(5));
    expect(placesIn(again.ledger.folded)).toContain('conflict.calm');
  });

  test('is refused where a later entry would lose its ground, and names that entry', () => {
    const ledger = ledgerOf('2024-02-10', ...start, ['2024-02-05', informed()], ['2024-02-06', signed()]);
    const refusal = refusedBy(() => tell(ledger, '2024-02-10', taking(3)));
    expect(refusal.code).toBe('later-entry-impossible');
    expect(refusal.reasons).toEqual([expect.objectContaining({ code: 'companyInformed', entry: 4 })]);
    expect(refusal.reasons[0]?.de).toContain(
      'Eintrag 4 (Ausbildungsvertrag geschlossen, 2024-02-06) würde unmöglich: Der Betrieb',
    );
    const replaced = refusedBy(() =>
      tell(ledger, '2024-02-10', saying(informed('c-2'), { replaces: 3, ...because })),
    );
    expect(replaced).toMatchObject({ code: 'later-entry-impossible', reasons: [{ entry: 4 }] });
  });

  test('is taken with others that need each other, all or nothing', () => {
    const ledger = ledgerOf('2024-02-10', ...start, ['2024-02-05', informed()], ['2024-02-06', signed()]);
    const { ledger: after } = tell(
      ledger,
      '2024-02-10',
      saying(informed('c-2'), { replaces: 3, ...because }),
      saying(signed({ company: 'c-2' }), { replaces: 4, ...because }),
    );
    expect(factsOf(after).contract).toMatchObject({ company: 'c-2', entry: 4, signedOn: '2024-02-06' });
  });

  test('of a date moves the deadlines of what follows', () => {
    const ledger = ledgerOf('2024-02-10', ...start);
    expect(due(ledger, 'preparationEnd')).toBe('2024-07-30');
    const moved = saying(admitted(), { effectiveAt: '2024-02-01', replaces: 2, ...because });
    expect(due(tell(ledger, '2024-02-10', moved).ledger, 'preparationEnd')).toBe('2024-07-31');
  });
});

test('an outage makes nothing past: what fell due in it is made when it ends', () => {
  const step = tick(ledgerOf('2024-02-01', ['2024-01-31', referred]), instantOf('2024-03-01'));
  expect(changed(step)).toEqual(['make reminder/intakeDecision/1', 'make reminder/intakeEscalation/1']);
});
