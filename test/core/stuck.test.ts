/** An effect that cannot be carried out for the policy's time is told to those who run the software, once. */
import { describe, expect, test } from 'vitest';
import type { Order } from '../../workflows/effects/effects.ts';
import { complained, type Ledger, open, tick } from '../../workflows/journey/ledger.ts';
import { type Instant, noon } from '../../workflows/policy/calendar.ts';
import { newestPolicy } from '../../workflows/policy/policy.ts';
import { entered, journalOf, raised } from '../support/journal.ts';
import { hours } from '../support/randomJournals.ts';

const versions = { machineVersion: 1, policyVersion: newestPolicy } as const;
const begun = noon('2024-02-05');
const journal = journalOf(...entered('2024-02-01'), ['2024-02-05', raised]);
const { ledger, orders } = open({ journey: 'p-1', ...versions, journal }, begun);
const talk = orders.find(({ key }) => key === 'conflict/3/talk') as Order;
const after = (count: number): Instant => hours(begun, count);
const at = (books: Ledger, count: number) => complained(tick(books, after(count)).ledger, talk, after(count));

describe('an order that fails', () => {
  test('for less than a day is told to nobody', () => {
    const step = at(ledger, 23.99);
    expect([step.orders, step.ledger.journal.length]).toEqual([[], 3]);
  });

  test('for a day is entered by the journey itself, and ops are told', () => {
    const step = at(ledger, 24);
    const entry = step.ledger.journal.at(-1);
    expect(entry).toMatchObject({
      event: { type: 'effect.stuck', effect: talk.key, rev: talk.rev },
      actor: { role: 'system' },
    });
    const told = step.orders.find(({ key }) => key === `reminder/effectStuck/${entry?.seq}`);
    expect(told?.params).toMatchObject({ topic: 'effectStuck', to: ['ops'] });
  });

  test('longer still is not told again', () => {
    const first = at(ledger, 24).ledger;
    expect(at(first, 48).ledger.journal).toEqual(first.journal);
  });

  test('is not told of once another revision has taken its place', () => {
    const newer = {
      ...ledger,
      handed: { ...ledger.handed, [talk.key]: { rev: talk.rev + 1, op: 'amend' as const } },
    };
    expect(at(newer, 24).ledger.journal).toHaveLength(3);
  });

  test('to tell of another is not told of itself', () => {
    const first = at(ledger, 24);
    const notice = first.orders.find(({ key }) => key.includes('effectStuck'));
    if (!notice) throw new Error('nobody was told');
    const step = complained(tick(first.ledger, after(72)).ledger, notice, after(72));
    expect(step.ledger.journal).toHaveLength(4);
  });
});
