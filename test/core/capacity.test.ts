/** A journey is full long before its run could not hand over, says so in both languages, and still enters what comes by itself. */
import { expect, test } from 'vitest';
import {
  bytesOf,
  bytesOfJournal,
  checkLength,
  checkRoom,
  mostCarried,
  mostSaid,
} from '../../workflows/journal/capacity.ts';
import { buildEntry, type Entry } from '../../workflows/journal/entry.ts';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import { answered, carryOver, type Ledger, open, propose, tick } from '../../workflows/journey/ledger.ts';
import { newestPolicy } from '../../workflows/policy/policy.ts';
import { entered, journalOf, refusedBy, saying, scheduled } from '../support/journal.ts';

const versions = { machineVersion: 1, policyVersion: newestPolicy } as const;
const now = '2024-06-10T12:00:00.000Z';
const contact: JourneyEvent = {
  ...{ type: 'contact.recorded', with: 'participant', how: 'phone' },
  ...{ minutes: 20, reached: true },
};
const begun = journalOf(...entered('2024-06-03'));

/** A journey with so many contacts behind it. */
function journeyOf(contacts: number): Ledger {
  const told = Array.from({ length: contacts }, (_, index): Entry => {
    const stamp = { seq: begun.length + index + 1, requestId: `desk-${index}`, recordedAt: now };
    return buildEntry(saying(contact), stamp, now);
  });
  return open({ journey: 'p-1', ...versions, journal: [...begun, ...told] }, now).ledger;
}

const carried = (ledger: Ledger): number => {
  const { journal, handed, told } = carryOver(ledger, { journey: 'p-1', ...versions, journal: [] }, 0);
  return bytesOf([journal, handed, told]);
};

/** The most contacts with which one more is still taken. */
function brim(): number {
  const each = bytesOf(journeyOf(1_000).journal.at(-1)) + 1;
  return Math.floor((mostCarried - carried(journeyOf(0))) / each) - 1;
}

test('a full journal takes no more, and says how much it holds in both languages', () => {
  const count = brim();
  expect(count).toBeGreaterThan(1_500);
  expect(propose(journeyOf(count - 100), [saying(contact)], 'r-x', now).entries).toHaveLength(1);
  const full = journeyOf(count + 100);
  const refusal = refusedBy(() => propose(full, [saying(contact)], 'r-x', now));
  expect(refusal.code).toBe('journal-full');
  expect(refusal.reasons).toEqual([
    {
      code: 'journal-full',
      de: 'Das Journal ist voll: Es fasst 500 kB und nimmt diesen Eintrag nicht mehr auf.',
      en: 'The journal is full: it holds 500 kB and has no room for this entry.',
    },
  ]);
});

test('a full journal still takes what the journey enters by itself', () => {
  const full = tick(journeyOf(brim() + 100), '2024-09-02T12:00:00.000Z').ledger;
  const order = Object.values(full.handed).find((one) => one.order?.kind === 'reflectionMeeting')?.order;
  if (!order) throw new Error('No meeting was asked for.');
  const answer = scheduled(order.key, '2024-09-16T08:00:00.000Z');
  const { ledger } = answered(full, order, answer, '2024-09-02T12:00:00.000Z');
  expect(ledger.journal).toHaveLength(full.journal.length + 1);
});

test('what a request would lead to counts as well as its entries', () => {
  const ledger = journeyOf(0);
  const conflict = saying({ type: 'conflict.raised', between: 'other' });
  const { entries, changes } = propose(ledger, [conflict], 'r-x', now);
  /** The journey with room for so many bytes. */
  const filled = (room: number): Ledger => {
    const answer = { seqs: [], changes: [] };
    const length = mostCarried - carried(ledger) - room - bytesOf({ '': answer });
    return { ...ledger, told: { ['x'.repeat(length)]: answer } };
  };
  const forEntries = filled(bytesOf(entries) + 20);
  expect(refusedBy(() => propose(forEntries, [conflict], 'r-x', now)).code).toBe('journal-full');
  expect(
    propose(forEntries, [saying({ type: 'intensity.set', participant: 'low' })], 'r-x', now).changes,
  ).toEqual([]);
  const forBoth = filled(bytesOf(entries) + bytesOf(changes) + 20);
  expect(propose(forBoth, [conflict], 'r-x', now).changes).toEqual(changes);
});

test('a journal is measured entry by entry as long as its JSON is, with a comma after each', () => {
  const journal = journeyOf(3).journal;
  expect(bytesOfJournal(journal)).toBe(bytesOf(journal) + 1);
  expect(bytesOfJournal([])).toBe(2);
});

test('a journey may hold just as much as the bound, and no byte more', () => {
  expect(() => checkRoom(mostCarried)).not.toThrow();
  expect(refusedBy(() => checkRoom(mostCarried + 1)).code).toBe('journal-full');
});

test('a command may be just as long as the bound, and no byte longer', () => {
  const ofLength = (bytes: number) => ['x'.repeat(bytes - bytesOf(['']))];
  expect(() => checkLength(ofLength(mostSaid))).not.toThrow();
  expect(refusedBy(() => checkLength(ofLength(mostSaid + 1))).code).toBe('invalid-field');
});

test('a single command is bounded too, and refused by its length, not by what it says', () => {
  const many = Array(200).fill(saying(contact));
  expect(bytesOf(many)).toBeGreaterThan(mostSaid);
  const refusal = refusedBy(() => propose(journeyOf(0), many, 'r-x', now));
  expect(refusal).toMatchObject({
    code: 'invalid-field',
    reasons: [
      {
        field: 'statements',
        de: expect.stringContaining('darf höchstens 20 kB lang sein'),
        en: expect.stringContaining('must be at most 20 kB long'),
      },
    ],
  });
  expect(propose(journeyOf(0), many.slice(0, 80), 'r-x', now).entries).toHaveLength(80);
});
