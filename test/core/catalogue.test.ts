/** Journal files and the catalogue of events: what is missing or malformed is named, in German and English. */
import { describe, expect, test } from 'vitest';
import { explain } from '../../workflows/fold/explain.ts';
import { describeEvents } from '../../workflows/journal/describe.ts';
import { buildEntry, parseEvent } from '../../workflows/journal/entry.ts';
import { catalogue, eventTypes } from '../../workflows/journal/events.ts';
import { parseJournal } from '../../workflows/journal/file.ts';
import { rules } from '../../workflows/machine/rules.ts';
import { admitted, folded, type Row, referred, refusedBy } from '../support/journal.ts';

const start: Row[] = [
  ['2024-08-01', referred],
  ['2024-08-05', admitted()],
];
const now = '2024-08-10T12:00:00.000Z';
const worker = { role: 'caseWorker' } as const;

describe('a journal file', () => {
  const good = { event: referred, effectiveAt: '2024-08-01' };

  test('is read with the numbers, instants and speakers it leaves out', () => {
    const [entry] = parseJournal([good], now);
    expect(entry).toMatchObject({ seq: 1, recordedAt: '2024-08-01T12:00:00.000Z', actor: worker });
  });

  test.each([
    ['that is no list', {}, 'invalid-entry', undefined],
    ['with a number for an entry', [7], 'invalid-entry', '0.entry'],
    ['with null for an entry', [good, null], 'invalid-entry', '1.entry'],
    ['numbered out of order', [{ ...good, seq: 2 }], 'invalid-entry', '0.seq'],
    ['without a date', [{ event: referred }], 'invalid-entry', '0.effectiveAt'],
    ['with a number for a date', [{ event: referred, effectiveAt: 5 }], 'invalid-entry', '0.effectiveAt'],
    [
      'with a date that does not exist',
      [{ ...good, effectiveAt: '2024-02-30' }],
      'invalid-entry',
      '0.effectiveAt',
    ],
    [
      'recorded on a day that does not exist',
      [{ ...good, recordedAt: '2024-02-30' }],
      'invalid-entry',
      '0.recordedAt',
    ],
    ['in the future', [{ ...good, effectiveAt: '2030-01-01' }], 'effective-in-future', '0.effectiveAt'],
    ['with an unknown event', [{ ...good, event: { type: 'x' } }], 'unknown-event', '0.event.type'],
    [
      'without a field of the event',
      [{ ...good, event: { type: 'intake.referred' } }],
      'invalid-field',
      '0.event.site',
    ],
    ['with text for an event', [{ ...good, event: 'x' }], 'invalid-entry', '0.event'],
    ['with a field that entries do not have', [{ ...good, note: 'x' }], 'invalid-entry', '0.note'],
  ])('%s is refused, naming entry and field', (_, raw, code, field) => {
    const refusal = refusedBy(() => parseJournal(raw, now));
    expect(refusal.code).toBe(code);
    expect(refusal.reasons.map((reason) => reason.field)).toContain(field);
  });
});

describe('the catalogue', () => {
  test.each(describeEvents())('$type names each required field that is missing', ({ type, fields }) => {
    const { required = [], properties = {} } = fields as { required?: string[]; properties?: object };
    if (required.length === 0) {
      expect(parseEvent({ type })).toMatchObject({ type });
      expect(Object.keys(properties).length).toBeLessThan(3);
      return;
    }
    const refusal = refusedBy(() => parseEvent({ type }));
    expect(refusal.code).toBe('invalid-field');
    expect(refusal.reasons.map(({ code, field }) => [code, field])).toEqual(
      required.map((field) => ['missing', field]),
    );
  });

  test('every event and every rule speaks German and English, and no two say the same', () => {
    const texts = [...eventTypes.map((type) => catalogue[type].label), ...Object.values(rules)];
    for (const language of ['de', 'en'] as const) {
      const said = texts.map((text) => text[language].trim());
      expect(said.filter((text) => text === '')).toEqual([]);
      expect(new Set(said).size).toBe(said.length);
    }
  });

  test('every event that is not possible is explained in both languages', () => {
    for (const { type, possible, reasons } of explain(folded('2024-08-10', ...start), 'participant')) {
      expect([type, possible]).toEqual([type, false]);
      for (const { de, en } of reasons) expect([de, en].every((text) => text.length > 10)).toBe(true);
    }
  });

  test('an entry is built only by a role that may say it', () => {
    const stamp = { seq: 1, requestId: 'r', recordedAt: now };
    for (const type of eventTypes) {
      const raw = { event: { type }, actor: { role: 'teacher' } };
      expect(['role-not-allowed', 'invalid-field']).toContain(
        refusedBy(() => buildEntry(raw, stamp, now)).code,
      );
    }
  });
});
