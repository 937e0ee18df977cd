/** Which entries of a journal count, and in which order: replaced, taken back, and taken back again. */
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../workflows/journal/entry.ts';
import { liveEntries, momentOf } from '../../workflows/journal/live.ts';
import { raised, refusedBy } from '../support/journal.ts';

const worker = { role: 'caseWorker' } as const;

describe('the entries that count', () => {
  const entry = (seq: number, more: Partial<Entry> = {}): Entry => ({
    ...{ seq, requestId: `r-${seq}`, recordedAt: `2024-08-0${seq}T12:00:00.000Z`, actor: worker },
    ...(more.voids === undefined ? { event: raised } : {}),
    ...more,
  });
  const live = (...journal: Entry[]) =>
    liveEntries(journal).map(({ entry: { seq }, root, at }) => `${seq} of ${root} at ${at.slice(8, 10)}`);

  test('come in the order in which they happened, then in that of their roots', () => {
    const day = '2024-08-01T12:00:00.000Z';
    expect(live(entry(1), entry(2, { effectiveAt: '2024-07-31' }), entry(3, { effectiveAt: day }))).toEqual([
      '2 of 2 at 31',
      '1 of 1 at 01',
      '3 of 3 at 01',
    ]);
    const moved = entry(3, { replaces: 1, effectiveAt: '2024-08-03' });
    expect(live(entry(1), entry(2), moved)).toEqual(['2 of 2 at 02', '3 of 1 at 03']);
    const replaced = [entry(1), entry(2, { effectiveAt: day }), entry(3, { replaces: 1 })];
    expect(live(...replaced)).toEqual(['3 of 1 at 01', '2 of 2 at 01']);
  });

  test('keep root and moment of what they replace, unless they give a moment of their own', () => {
    const once = entry(2, { replaces: 1 });
    expect(live(entry(1), once, entry(3, { replaces: 2 }))).toEqual(['3 of 1 at 01']);
    expect(live(entry(1), once, entry(3, { replaces: 2, effectiveAt: '2024-07-30' }))).toEqual([
      '3 of 1 at 30',
    ]);
  });

  test('say when they happened: a replacement keeps the moment of what it replaces unless it gives its own', () => {
    const own = entry(3, { replaces: 1, effectiveAt: '2024-07-30' });
    const journal = [entry(1), entry(2, { replaces: 1 }), own, entry(4, { replaces: 2 })];
    const days = journal.map((one) => momentOf(journal, one).slice(5, 10));
    expect(days).toEqual(['08-01', '08-01', '07-30', '08-01']);
    const second = entry(3, { replaces: 2 });
    expect(momentOf([entry(1), entry(2), second], second).slice(5, 10)).toBe('08-02');
    const dangling = entry(5, { replaces: 5 });
    expect(momentOf([dangling], dangling)).toBe(dangling.recordedAt);
  });

  test('come back when what ended them is taken back', () => {
    expect(live(entry(1), entry(2, { voids: 1 }))).toEqual([]);
    expect(live(entry(1), entry(2, { voids: 1 }), entry(3, { voids: 2 }))).toEqual(['1 of 1 at 01']);
    expect(live(entry(1), entry(2, { replaces: 1 }), entry(3, { voids: 2 }))).toEqual(['1 of 1 at 01']);
  });

  test('are never ended twice, nor by an entry that refers to no earlier one', () => {
    const refused = (...journal: Entry[]) => refusedBy(() => liveEntries(journal));
    const twice = refused(entry(1), entry(2, { voids: 1 }), entry(3, { replaces: 1 }));
    expect([twice.code, twice.reasons]).toEqual([
      'entry-not-found',
      [
        {
          ...{ code: 'entry-no-longer-counts', entry: 3 },
          de: 'Eintrag 1 gilt nicht mehr: Eintrag 2 hat ihn schon ersetzt oder zurückgenommen.',
          en: 'Entry 1 no longer counts: entry 2 already replaced or voided it.',
        },
      ],
    ]);
    const notFound = (target: number, by: number, field: string) => ({
      ...{ code: 'entry-not-found', entry: by, field },
      de: `Eintrag ${target}, auf den sich Eintrag ${by} bezieht, gibt es nicht als früheren Eintrag mit Ereignis.`,
      en: `Entry ${target}, which entry ${by} refers to, does not exist as an earlier entry with an event.`,
    });
    expect(refused(entry(1), entry(2, { voids: 2 })).reasons).toEqual([notFound(2, 2, 'voids')]);
    expect(refused(entry(1), entry(2, { replaces: 3 })).reasons).toEqual([notFound(3, 2, 'replaces')]);
    const ofVoid = refused(entry(1), entry(2, { voids: 1 }), entry(3, { replaces: 2 }));
    expect([ofVoid.code, ofVoid.reasons]).toEqual(['entry-not-found', [notFound(2, 3, 'replaces')]]);
  });
});
