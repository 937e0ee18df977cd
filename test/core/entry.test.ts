/** How an entry is built and when it happened, and what a journal file may leave out. */
import { describe, expect, test } from 'vitest';
import { buildEntry, type Entry, ownInstant } from '../../workflows/journal/entry.ts';
import { isEventType } from '../../workflows/journal/events.ts';
import { parseJournal } from '../../workflows/journal/file.ts';
import { raised, referred, refusedBy } from '../support/journal.ts';

const now = '2024-08-10T12:00:00.000Z';
const worker = { role: 'caseWorker' } as const;
const stamp = { seq: 4, requestId: 'r-4', recordedAt: now };
const build = (raw: unknown, at: readonly PropertyKey[] = []): Entry => buildEntry(raw, stamp, now, at);
const reasonsOf = (raw: unknown, at: readonly PropertyKey[] = []) => refusedBy(() => build(raw, at)).reasons;

describe('an entry', () => {
  test('holds what was said and the stamp, and nothing that was left out', () => {
    const said = { event: raised, actor: { role: 'caseWorker', id: 'w-1' }, reason: undefined };
    const entry = build(said);
    expect(entry).toStrictEqual({ ...stamp, event: raised, actor: { role: 'caseWorker', id: 'w-1' } });
    const voiding = build({ actor: worker, voids: 2, reason: 'mistake' });
    expect(voiding).toStrictEqual({ ...stamp, actor: worker, voids: 2, reason: 'mistake' });
    const replacing = build({ actor: worker, event: raised, replaces: 2, reason: 'mistake' });
    expect(replacing).toStrictEqual({
      ...stamp,
      actor: worker,
      event: raised,
      replaces: 2,
      reason: 'mistake',
    });
  });

  test('names the type that an event leaves out', () => {
    const [reason] = reasonsOf({ event: {}, actor: worker }, ['row']);
    expect(reason).toMatchObject({ code: 'missing', field: 'row.event.type' });
  });

  test('fills in what an event takes for granted', () => {
    const { event } = build({ event: { type: 'intake.admitted', caseWorker: 'w-1' }, actor: worker });
    expect(event).toEqual({ type: 'intake.admitted', caseWorker: 'w-1', directStart: false });
  });

  test('has an event or voids another, and never both ways', () => {
    const field = (name: string, de: string, en: string) => ({
      field: `row.${name}`,
      ...{ de: `Feld »row.${name}« ${de}.`, en: `Field "row.${name}" ${en}.` },
    });
    const needed = field(
      'event',
      'ist nötig, außer der Eintrag nimmt einen anderen zurück; dann muss es fehlen',
      'is needed unless the entry voids another, and must be left out then',
    );
    expect(reasonsOf({ actor: worker }, ['row'])).toEqual([{ code: 'missing', ...needed }]);
    expect(reasonsOf({ actor: worker, event: raised, voids: 2, reason: 'x' }, ['row'])).toEqual([
      { code: 'custom', ...needed },
    ]);
    const beside = field('replaces', 'kann nicht neben »voids« stehen', 'cannot stand beside "voids"');
    expect(reasonsOf({ actor: worker, replaces: 1, voids: 2, reason: 'x' }, ['row'])).toEqual([
      { code: 'custom', ...beside },
    ]);
  });

  test('takes a reason where it changes another, and no free text for one', () => {
    const expected = {
      ...{ code: 'reason-missing', field: 'row.reason', entry: 4 },
      de: 'Wer einen Eintrag berichtigt oder zurücknimmt, nennt einen Grund (Feld »reason«).',
      en: 'Replacing or voiding an entry takes a reason (field "reason").',
    };
    expect(reasonsOf({ actor: worker, voids: 2 }, ['row'])).toEqual([expected]);
    expect(reasonsOf({ actor: worker, event: raised, replaces: 2 }, ['row'])).toEqual([expected]);
    const [text] = reasonsOf({ actor: worker, voids: 2, reason: 'it was wrong' });
    expect(text).toMatchObject({ code: 'invalid_format', field: 'reason' });
  });

  test('lies at its recording at the latest', () => {
    const future = '2024-08-10T12:00:00.001Z';
    expect(reasonsOf({ actor: worker, event: raised, effectiveAt: future }, ['row'])).toEqual([
      {
        ...{ code: 'effective-in-future', field: 'row.effectiveAt', entry: 4 },
        de: `Was eingetragen wird, muss geschehen sein: ${future} liegt nach ${now}.`,
        en: `An entry tells what has happened: ${future} lies after ${now}.`,
      },
    ]);
    expect(build({ actor: worker, event: raised, effectiveAt: now }).effectiveAt).toBe(now);
    const late = refusedBy(() =>
      buildEntry({ actor: worker, event: raised }, { ...stamp, recordedAt: future }, now),
    );
    expect(late.reasons).toEqual([
      expect.objectContaining({
        field: 'recordedAt',
        de: `Was eingetragen wird, muss geschehen sein: ${future} liegt nach ${now}.`,
        en: `An entry tells what has happened: ${future} lies after ${now}.`,
      }),
    ]);
  });

  test('is refused to a role that may not say it, in the words that name who may', () => {
    expect(reasonsOf({ event: raised, actor: { role: 'teacher' } }, ['statements', 1])).toEqual([
      {
        ...{ code: 'role-not-allowed', field: 'statements.1.actor.role', entry: 4 },
        de: '»Konflikt gemeldet« kann die Rolle teacher nicht eintragen, nur caseWorker, teamLead.',
        en: '"Conflict raised" cannot be entered by the role teacher, only by caseWorker, teamLead.',
      },
    ]);
    expect(build({ actor: { role: 'teacher' }, voids: 2, reason: 'x' }).voids).toBe(2);
  });

  test.each([
    ['recorded without another moment', undefined, '2024-08-10T15:30:00.000Z'],
    ['of the recording day', '2024-08-10', '2024-08-10T15:30:00.000Z'],
    ['of an earlier day', '2024-08-09', '2024-08-09T12:00:00.000Z'],
    ['of an instant', '2024-08-09T06:00:00.000Z', '2024-08-09T06:00:00.000Z'],
  ])('%s happened then', (_, effectiveAt, moment) => {
    const recordedAt = '2024-08-10T15:30:00.000Z';
    expect(ownInstant({ recordedAt, ...(effectiveAt === undefined ? {} : { effectiveAt }) })).toBe(moment);
  });

  test('is of a type in the catalogue, and of no other name that an object has', () => {
    const asked = ['conflict.raised', 'toString', 7, ['conflict.raised'], undefined];
    expect(asked.map(isEventType)).toEqual([true, false, false, false, false]);
  });
});

describe('a journal file', () => {
  const good = { event: referred, effectiveAt: '2024-08-01' };
  const reasons = (raw: unknown) => refusedBy(() => parseJournal(raw, now)).reasons;

  test('is read with all that its rows say', () => {
    const said = {
      ...{ seq: 1, requestId: 'r-1', recordedAt: '2024-08-02' },
      ...good,
      actor: { role: 'teamLead' },
    };
    expect(
      parseJournal([said, { event: raised, effectiveAt: '2024-08-03T10:00:00+02:00' }], now),
    ).toStrictEqual([
      { ...said, recordedAt: '2024-08-02T12:00:00.000Z' },
      {
        ...{ seq: 2, requestId: 'file-2', recordedAt: '2024-08-03T08:00:00.000Z' },
        ...{ effectiveAt: '2024-08-03T08:00:00.000Z', event: raised, actor: worker },
      },
    ]);
  });

  test('gives a correction without a moment that of the reading', () => {
    const corrected = { event: referred, replaces: 1, reason: 'typo' };
    const voided = { voids: 2, reason: 'typo' };
    const [, second, third] = parseJournal([good, corrected, voided], now);
    expect([second?.recordedAt, third?.recordedAt]).toEqual([now, now]);
    expect([second?.actor, third?.actor]).toEqual([worker, worker]);
  });

  test('lets the first who may say something say it', () => {
    const scheduled = {
      type: 'meeting.scheduled',
      meeting: 'reflection/after-1',
      rev: 1,
      startsAt: now,
      endsAt: now,
    };
    const hold = { type: 'legalHold.placed' };
    const entries = parseJournal([good, { ...good, event: scheduled }, { ...good, event: hold }], now);
    expect(entries.map(({ actor }) => actor.role)).toEqual(['caseWorker', 'system', 'dataProtection']);
  });

  test.each<[string, unknown, object]>([
    [
      'is a list',
      {},
      {
        de: 'Die Datei muss eine Liste von Einträgen sein.',
        en: 'The file must be a list of entries.',
      },
    ],
    [
      'of rows',
      [good, 7],
      {
        entry: 2,
        field: '1.entry',
        de: 'Eintrag 2 ist ungültig (entry).',
        en: 'Entry 2 is malformed (entry).',
      },
    ],
    [
      'with whole numbers',
      [{ ...good, seq: 0.5 }],
      { entry: 1, field: '0.seq', de: 'Eintrag 1 ist ungültig (seq).', en: 'Entry 1 is malformed (seq).' },
    ],
    [
      'numbered in their order',
      [good, { ...good, seq: 3 }],
      {
        ...{ entry: 2, field: '1.seq' },
        de: 'Eintrag 2 trägt die Nummer 3; die Nummern folgen der Reihe.',
        en: 'Entry 2 is numbered 3; numbers follow the order.',
      },
    ],
    [
      'with a moment',
      [{ event: referred }],
      {
        ...{ entry: 1, field: '0.effectiveAt' },
        de: 'Eintrag 1 sagt nicht, wann es geschah (Feld »effectiveAt«).',
        en: 'Entry 1 does not say when it happened (field "effectiveAt").',
      },
    ],
  ])('%s, or is refused by name', (_, raw, reason) => {
    expect(reasons(raw)).toEqual([{ code: 'invalid-entry', ...reason }]);
  });

  test('with a moment that no calendar knows is refused, not read as another', () => {
    expect(reasons([{ ...good, effectiveAt: 'yesterday, late' }])).toEqual(
      expect.arrayContaining([expect.objectContaining({ field: '0.effectiveAt' })]),
    );
  });
});
