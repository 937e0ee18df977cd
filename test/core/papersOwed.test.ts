/** Which messages the funder still waits for. */
import { describe, expect, test } from 'vitest';
import { funderMessagesOf, messageKinds } from '../../workflows/fold/papers/funderMessages.ts';
import { callBackOf, isOwed, owedOf } from '../../workflows/fold/papers/owed.ts';
import { afterwards, course, courseIn } from '../support/courses.ts';
import { contractEnded, entered, journalOf, leftEarly, taking, training } from '../support/journal.ts';

describe('what the funder still waits for', () => {
  const entry = funderMessagesOf(course('2024-03-10', ...entered('2024-03-01')));
  const statusOf = (...args: Parameters<typeof owedOf>) =>
    owedOf(...args).map(({ key, status, transmittedOn }) => [key, status, transmittedOn]);

  test('is what has not been transmitted', () => {
    expect(statusOf(entry, [])).toEqual([['entry/2', 'open', undefined]]);
    expect(statusOf(entry, [{ key: 'entry/2', transmittedOn: '2024-03-05' }])).toEqual([
      ['entry/2', 'transmitted', '2024-03-05'],
    ]);
  });

  test('is what was corrected after it was transmitted, until it goes out again', () => {
    const corrected = entry.map((message) => ({ ...message, correctedOn: '2024-05-02' }));
    const sent = (transmittedOn: string) => statusOf(corrected, [{ key: 'entry/2', transmittedOn }])[0]?.[1];
    expect([sent('2024-05-01'), sent('2024-05-02'), sent('2024-05-03')]).toEqual([
      'corrected',
      'transmitted',
      'transmitted',
    ]);
  });

  test('is word that a message is no longer true, until that has gone out', () => {
    const sent = { key: 'exit/9', transmittedOn: '2024-03-05' };
    const [, callBack] = owedOf(entry, [sent]);
    expect(callBack).toEqual({
      ...{ key: 'takenBack/exit/9', kind: 'takenBack', label: messageKinds.takenBack, on: '2024-03-05' },
      ...{ fields: { message: 'exit/9' }, status: 'open' },
    });
    expect(callBackOf('exit/9')).toBe('takenBack/exit/9');
    const both = [sent, { key: callBackOf('exit/9'), transmittedOn: '2024-03-06' }];
    expect(statusOf(entry, both)).toEqual([
      ['entry/2', 'open', undefined],
      ['takenBack/exit/9', 'transmitted', '2024-03-06'],
    ]);
  });

  test('is what was called back and is true again', () => {
    const sent = [
      { key: 'entry/2', transmittedOn: '2024-03-05' },
      { key: callBackOf('entry/2'), transmittedOn: '2024-03-06' },
    ];
    expect(statusOf(entry, sent)).toEqual([['entry/2', 'open', undefined]]);
  });

  test('comes of a voided entry by itself', () => {
    const journal = journalOf(...training(), ['2025-01-01', contractEnded()], ['2025-02-01', leftEarly]);
    const before = funderMessagesOf(courseIn(journal, '2025-02-02'));
    const sent = before.map(({ key }) => ({ key, transmittedOn: '2025-02-02' }));
    const voided = afterwards(journal, ['2025-02-03', { ...taking(8), actor: { role: 'teamLead' } }]);
    const after = owedOf(funderMessagesOf(courseIn(voided, '2025-02-04')), sent);
    expect(after.filter(isOwed).map(({ key }) => key)).toEqual(['takenBack/exit/8']);
  });

  test('is neither what has gone out nor what is the former provider’s', () => {
    const about = (status: 'open' | 'transmitted' | 'corrected' | 'former') =>
      isOwed({ ...entered2(), status });
    const entered2 = () => ({ ...(entry[0] as NonNullable<(typeof entry)[0]>) });
    expect([about('open'), about('corrected'), about('transmitted'), about('former')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
