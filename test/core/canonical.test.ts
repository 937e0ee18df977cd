/** Two copies of a journal, compared by what they say, in whatever order their homes keep an entry's fields. */
import { describe, expect, test } from 'vitest';
import { asBuilt, canonicalJson, commonLength, goTogether } from '../../workflows/journal/canonical.ts';
import type { Entry } from '../../workflows/journal/entry.ts';
import { entered, journalOf, raised } from '../support/journal.ts';

/** The same with every object's fields the other way round. */
const reversed = <T>(value: T): T =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, part]) => [key, reversed(part)]),
      ) as T)
    : value;

const journal = journalOf(...entered('2024-02-01'), ['2024-02-05', raised]);
const [first, second, third] = journal as [Entry, Entry, Entry];
const answer: Entry = { ...third, actor: { role: 'system' } };

describe('the text of a value', () => {
  test('is the same for the same fields in any order, inside of lists too', () => {
    const one = { b: [{ d: 1, c: null }], a: { f: 'x', e: true } };
    expect(canonicalJson(one)).toBe('{"a":{"e":true,"f":"x"},"b":[{"c":null,"d":1}]}');
    expect(canonicalJson(reversed(first))).toBe(canonicalJson(first));
  });

  test('keeps the order of a list', () => {
    expect(canonicalJson(['b', 'a'])).toBe('["b","a"]');
  });
});

describe('two journals', () => {
  test('have in common what they begin with', () => {
    expect(commonLength(journal, journal.map(reversed))).toBe(3);
    expect(commonLength(journal, [first])).toBe(1);
    expect(commonLength([first], journal)).toBe(1);
    expect(commonLength(journal, [second, first, third])).toBe(0);
    expect(commonLength(journal, [first, { ...second, requestId: 'r-x' }, third])).toBe(1);
  });

  test('go together where the workflow’s adds nothing that somebody said beside the store’s', () => {
    const another: Entry = { ...third, requestId: 'r-x' };
    expect(goTogether(journal, journal)).toBe(true);
    expect(goTogether(journal, [first, second])).toBe(true);
    expect(goTogether([first, second], journal)).toBe(true);
    expect(goTogether(journal, [first, second, another])).toBe(false);
    expect(goTogether([first, second, answer], [first, second, another])).toBe(true);
    expect(goTogether([first, second, answer, third], [first, second, another])).toBe(false);
  });
});

describe('an entry from the store', () => {
  test('gets its fields in the order in which entries are built', () => {
    for (const entry of journal) {
      expect(Object.keys(reversed(entry))).not.toEqual(Object.keys(entry));
      expect(JSON.stringify(asBuilt(reversed(entry)))).toBe(JSON.stringify(entry));
    }
  });

  test('that the catalogue would not take today stays as it was stored', () => {
    const event = { type: 'job.forgotten' } as unknown as NonNullable<Entry['event']>;
    const old = reversed({ ...third, event });
    expect(asBuilt(old)).toBe(old);
  });

  test('that would be built otherwise today stays as it was stored', () => {
    const entry = reversed({ ...third, effectiveAt: '2024-02-05T09:00:00Z' });
    expect(asBuilt(entry)).toBe(entry);
  });
});
