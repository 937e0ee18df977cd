import { describe, expect, test } from 'vitest';
import { type Draft, draftOf, readDraft } from '../../client/board/form/draft.ts';
import { fieldsOf } from '../../client/board/form/fields.ts';
import { readMoment } from '../../client/board/form/moment.ts';
import { placed } from '../../client/board/form/notes.ts';
import { dayText, instantOf, instantText, weekdayText } from '../../client/board/parts/dates.ts';
import { filled, words } from '../../client/board/words.ts';
import { roleWords } from '../../workflows/effects/words.ts';
import { wordsOfEvent } from '../../workflows/journal/describe.ts';
import { attentionWords, phaseWords } from '../../workflows/journal/words/places.ts';

describe("the board's own words", () => {
  const own: Readonly<Record<string, { de: string; en: string }>> = words;

  test.each([
    ['role', roleWords],
    ['phase', phaseWords],
    ['attention', attentionWords],
  ])('name each %s as the rest of the product does', (kind, known) => {
    for (const [code, text] of Object.entries(known)) {
      expect(own[kind + code.charAt(0).toUpperCase() + code.slice(1)], code).toEqual(text);
    }
  });

  test('have the same gaps in both languages, and none without a text', () => {
    const gaps = (text: string): string[] =>
      [...text.matchAll(/\{(\w+)\}/g)].map(([, gap = '']) => gap).sort();
    for (const [key, { de, en }] of Object.entries(own)) {
      expect(de.trim(), key).not.toBe('');
      expect(en.trim(), key).not.toBe('');
      expect(gaps(en), key).toEqual(gaps(de));
    }
  });

  test('are filled where there is something to fill in', () => {
    expect(filled('{a} und {b}', { a: 1 })).toBe('1 und {b}');
  });
});

describe('days and times', () => {
  test('are written as people here write them', () => {
    expect(dayText('2026-11-26', 'de')).toBe('26.11.2026');
    expect(dayText('2026-11-26', 'en')).toBe('26 Nov 2026');
    expect(weekdayText('2026-11-26', 'de')).toBe('Do., 26.11.2026');
    expect(weekdayText('2026-11-26', 'en')).toBe('Thu, 26 Nov 2026');
  });

  test('go by the clock in Germany', () => {
    expect(instantText('2026-07-01T22:30:00.000Z', 'de')).toBe('02.07.2026, 00:30 Uhr');
    expect(instantText('2026-12-01T13:30:00.000Z', 'en')).toBe('1 Dec 2026, 14:30');
    expect(instantOf('2026-07-02', '00:30')).toBe('2026-07-01T22:30:00.000Z');
    expect(instantOf('2026-12-01', '14:30')).toBe('2026-12-01T13:30:00.000Z');
  });

  test('are there even where the clocks change', () => {
    expect(instantOf('2026-03-29', '01:59')).toBe('2026-03-29T00:59:00.000Z');
    expect(instantOf('2026-03-29', '03:00')).toBe('2026-03-29T01:00:00.000Z');
    expect(instantOf('2026-10-25', '01:59')).toBe('2026-10-24T23:59:00.000Z');
    expect(instantOf('2026-10-25', '03:00')).toBe('2026-10-25T02:00:00.000Z');
    expect(instantText(instantOf('2026-10-25', '02:30'), 'de')).toBe('25.10.2026, 02:30 Uhr');
    expect(instantText(instantOf('2026-03-29', '02:30'), 'de')).toMatch(/^29\.03\.2026, 0[13]:30 Uhr$/);
  });
});

describe('a moment', () => {
  const now = '2026-11-25T11:00:00.000Z';
  test('is left out, a day, or an instant; never later than now', () => {
    expect(readMoment({ day: '', time: '' }, now)).toEqual({});
    expect(readMoment({ day: '2026-11-25', time: '' }, now)).toEqual({});
    expect(readMoment({ day: '2026-11-24', time: '' }, now)).toEqual({ effectiveAt: '2026-11-24' });
    expect(readMoment({ day: '', time: '09:00' }, now)).toEqual({ effectiveAt: '2026-11-25T08:00:00.000Z' });
    expect(readMoment({ day: '2026-11-25', time: '12:00' }, now)).toEqual({});
    expect(readMoment({ day: '2026-11-25', time: '12:01' }, now).fault?.word).toBe('faultFuture');
    expect(readMoment({ day: '2026-11-26', time: '' }, now).fault?.word).toBe('faultFuture');
    expect(readMoment({ day: '26.11.', time: '' }, now).fault?.word).toBe('faultDay');
  });
});

describe('a form', () => {
  const read = (type: Parameters<typeof wordsOfEvent>[0], draft: Draft) => {
    const specs = fieldsOf(wordsOfEvent(type));
    return readDraft(specs, { ...draftOf(specs), ...draft });
  };

  test('shows what an event says, and says it again', () => {
    const specs = fieldsOf(wordsOfEvent('school.timesSet'));
    const values = {
      weekdays: ['monday'],
      blocks: [{ from: '2026-12-01', to: '2026-12-12' }],
      school: 's-1',
    };
    expect(readDraft(specs, draftOf(specs, values))).toEqual({ values, notes: [], faults: [] });
  });

  test('says what is wrong with a number, and where', () => {
    const draft = { with: 'trainer', how: 'phone', reached: 'true' };
    for (const minutes of ['721', '-1', '1,5', 'zehn']) {
      expect(read('contact.recorded', { ...draft, minutes }).faults).toEqual([
        { path: 'minutes', word: 'faultNumber', gaps: { least: 0, most: 720 } },
      ]);
    }
    expect(read('contact.recorded', { ...draft, minutes: ' 10 ' }).values).toMatchObject({ minutes: 10 });
  });

  test('names the row at fault', () => {
    const { faults } = read('school.timesSet', { blocks: [{ from: '2026-12-01', to: '' }] });
    expect(faults).toEqual([{ path: 'blocks.0.to', word: 'faultMissing' }]);
  });

  test('hands notes over by their place', () => {
    const { values, notes } = read('meeting.held', { attended: ['participant'], agreed: 'Pünktlich kommen' });
    expect(notes).toEqual([{ path: 'agreed.0', text: 'Pünktlich kommen' }]);
    expect(placed({ event: values }, [['event.agreed.0', 'n-1']])).toEqual({
      event: { attended: ['participant'], agreed: ['n-1'] },
    });
  });
});
