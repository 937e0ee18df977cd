/** What is refused, with which code, field and entry, and that every reason is told in German and English. */
import { describe, expect, test } from 'vitest';
import { type Ledger, open, propose } from '../../workflows/journey/ledger.ts';
import { newestPolicy } from '../../workflows/policy/policy.ts';
import {
  admitted,
  informed,
  journalOf,
  type Row,
  referred,
  refusedBy,
  saying,
  scheduled,
  signed,
} from '../support/journal.ts';

const start: Row[] = [
  ['2024-08-01', referred],
  ['2024-08-05', admitted()],
];
const now = '2024-08-10T12:00:00.000Z';
const ledgerOf = (...rows: readonly Row[]): Ledger =>
  open({ journey: 'p-1', machineVersion: 1, policyVersion: newestPolicy, journal: journalOf(...rows) }, now)
    .ledger;
const telling = (statement: unknown, rows: readonly Row[] = start) =>
  refusedBy(() => propose(ledgerOf(...rows), [statement], 'r-x', now));
const worker = { role: 'caseWorker' } as const;

describe('an entry from outside', () => {
  test.each([
    ['an unknown event', { event: { type: 'training.begun' }, actor: worker }, 'unknown-event', 'event.type'],
    [
      'a deadline',
      { event: { type: 'deadline.preparationEnd' }, actor: worker },
      'unknown-event',
      'event.type',
    ],
    [
      'a missing field',
      { event: { type: 'company.informed' }, actor: worker },
      'invalid-field',
      'event.company',
    ],
    [
      'a field too many',
      { event: { ...informed(), name: 'x' }, actor: worker },
      'invalid-field',
      'event.name',
    ],
    [
      'free text for an id',
      { event: informed('Müller GmbH'), actor: worker },
      'invalid-field',
      'event.company',
    ],
    ['a date that does not exist', saying(signed({ start: '2026-02-30' })), 'invalid-field', 'event.start'],
    [
      'an effective day that does not exist',
      saying(informed(), { effectiveAt: '2026-02-30' }),
      'invalid-entry',
      'effectiveAt',
    ],
    [
      'a day in the future',
      saying(informed(), { effectiveAt: '2024-08-11' }),
      'effective-in-future',
      'effectiveAt',
    ],
    [
      'an instant in the future',
      saying(informed(), { effectiveAt: '2024-08-10T12:00:00.001Z' }),
      'effective-in-future',
      'effectiveAt',
    ],
    [
      'a wrong role',
      { event: { type: 'journey.leftEarly', reason: 'moved' }, actor: worker },
      'role-not-allowed',
      'actor.role',
    ],
    [
      'a role that does not exist',
      { event: informed(), actor: { role: 'boss' } },
      'invalid-entry',
      'actor.role',
    ],
    ['nobody', { event: informed() }, 'invalid-entry', 'actor'],
    [
      'the system from outside',
      saying(scheduled('reflection/after-2', '2024-09-01T09:00:00.000Z')),
      'role-not-allowed',
      'actor.role',
    ],
    [
      'the system speaking for a case worker',
      { event: informed(), actor: { role: 'system' } },
      'role-not-allowed',
      'actor.role',
    ],
    ['a void without a reason', { actor: worker, voids: 2 }, 'reason-missing', 'reason'],
    ['a replacement without a reason', saying(informed(), { replaces: 2 }), 'reason-missing', 'reason'],
    ['an event beside a void', saying(informed(), { voids: 2, reason: 'x' }), 'invalid-entry', 'event'],
    ['nothing at all', { actor: worker }, 'invalid-entry', 'event'],
  ] as const)('%s is refused, naming the field', (_, statement, code, field) => {
    const refusal = telling(statement);
    expect(refusal.code).toBe(code);
    expect(refusal.reasons.map((reason) => reason.field)).toContain(`statements.0.${field}`);
  });

  test('an entry that is not there cannot be voided', () => {
    expect(telling({ actor: worker, voids: 9, reason: 'x' }).code).toBe('entry-not-found');
  });
});

describe('the machine', () => {
  test('an event the phase does not allow is refused, naming where it is possible', () => {
    const refusal = telling(saying({ type: 'exam.passed' }));
    expect(refusal.code).toBe('wrong-phase');
    expect(refusal.reasons[0]?.en).toContain('On the way to the exam');
    expect(refusal.reasons[0]?.en).toContain('Preparing');
  });

  test.each([
    ['a contract without the company informed', signed(), [], 'companyInformed'],
    [
      'a contract with another company than the one informed',
      signed({ company: 'c-2' }),
      [informed()],
      'companyInformed',
    ],
    ['a probation of five months', signed({ probationMonths: 5 }), [informed()], 'probationWithinLimits'],
    ['no probation', signed({ probationMonths: 0 }), [informed()], 'probationWithinLimits'],
    ['a contract that ends before it begins', signed({ end: '2024-08-31' }), [informed()], 'contractInOrder'],
    ['placement without an occupation', { type: 'placement.started' }, [], 'occupationAgreed'],
    ['an extension of three months', { type: 'preparation.extended', months: 3 }, [], 'extensionWithinLimit'],
    [
      'a second extension',
      { type: 'preparation.extended', months: 1 },
      [{ type: 'preparation.extended', months: 1 }],
      'notExtendedYet',
    ],
    [
      'an internship that was not planned',
      { type: 'internship.started', internship: 1 },
      [],
      'internshipPlanned',
    ],
    [
      'an internship that ends before it begins',
      { type: 'internship.planned', company: 'c-1', from: '2024-09-02', to: '2024-09-01' },
      [],
      'internshipInOrder',
    ],
    ['a first day still to come', { type: 'training.started' }, [informed(), signed()], 'firstDayReached'],
  ] as const)('%s is refused with the rule that is broken', (_, event, before, rule) => {
    const refusal = telling(saying(event), [...start, ...before.map((one): Row => ['2024-08-06', one])]);
    expect(refusal.code).toBe('rule');
    expect(refusal.reasons.map(({ code }) => code)).toEqual([rule]);
  });

  test('a contract without internship takes a reason', () => {
    const { withoutInternship: _, ...event } = { ...signed(), withoutInternship: undefined };
    const refusal = telling({ event, actor: worker }, [...start, ['2024-08-06', informed()]]);
    expect(refusal.reasons.map(({ code }) => code)).toEqual(['internshipOrReason']);
  });

  test('every refusal leaves the ledger as it was', () => {
    const ledger = ledgerOf(...start);
    const before = JSON.stringify(ledger.journal);
    refusedBy(() => propose(ledger, [saying(signed())], 'r-x', now));
    expect(JSON.stringify(ledger.journal)).toBe(before);
    expect(propose(ledger, [saying(informed()), saying(signed())], 'r-x', now).entries).toHaveLength(2);
  });

  test('of several statements told together none is taken if one is refused', () => {
    const refusal = refusedBy(() =>
      propose(ledgerOf(...start), [saying(informed()), saying({ type: 'exam.passed' })], 'r-x', now),
    );
    expect(refusal.reasons[0]).toMatchObject({ entry: 4 });
  });
});
