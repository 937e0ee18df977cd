/** What a sender may call a request, and how a journey knows one again without keeping more than what it led to. */
import { describe, expect, test } from 'vitest';
import { answerId } from '../../workflows/effects/deeds.ts';
import type { Statement } from '../../workflows/journal/entry.ts';
import { answered, commit, type Ledger, open, propose } from '../../workflows/journey/ledger.ts';
import { toldBefore } from '../../workflows/journey/requests.ts';
import { newestPolicy } from '../../workflows/policy/policy.ts';
import {
  entered,
  informed,
  journalOf,
  raised,
  refusedBy,
  saying,
  scheduled,
  taking,
} from '../support/journal.ts';

const now = '2024-09-02T12:00:00.000Z';
const later = '2025-01-01T00:00:00.000Z';
const begun: Ledger = open(
  {
    journey: 'p-1',
    machineVersion: 1,
    policyVersion: newestPolicy,
    journal: journalOf(...entered('2024-06-03')),
  },
  now,
).ledger;
const telling = (ledger: Ledger, statements: readonly Statement[], requestId: string): Ledger =>
  commit(ledger, propose(ledger, statements, requestId, now)).ledger;

describe('a request’s id', () => {
  test.each([
    ['a name', 'Anna Müller'],
    ['a megabyte', 'a'.repeat(1_000_000)],
    ['one character too many', 'a'.repeat(101)],
    ['nothing', ''],
    ['no text', 7],
    ['the id of an answer', answerId('conflict/12/talk', 1)],
    ['the id of a move', 'received/3'],
    ['an address', 'anna@example.org'],
    ['a hyphen first', '-1'],
  ])('is refused where it is %s, and not repeated', (_, requestId) => {
    const refusal = refusedBy(() => propose(begun, [saying(informed())], requestId as string, now));
    expect(refusal).toMatchObject({
      code: 'invalid-field',
      reasons: [{ code: 'invalid_format', field: 'requestId' }],
    });
    const [{ de, en } = { de: '', en: '' }] = refusal.reasons;
    expect(de).toMatch(/^Feld »requestId« muss eine Kennung .* sein, höchstens 100 Zeichen/);
    expect(en).toMatch(/^Field "requestId" must be an id .*, at most 100 long/);
    if (String(requestId).length > 2) expect(JSON.stringify(refusal)).not.toContain(String(requestId));
  });

  test.each(['r', '9', 'a-1', 'desk_2.2026-01', 'a'.repeat(100), 'constructor'])('may be %s', (requestId) => {
    const told = telling(begun, [saying(informed())], requestId);
    const again = toldBefore(told, { requestId, statements: [saying(informed())] }, later);
    expect(again).toEqual({ seqs: [begun.journal.length + 1], changes: [] });
  });
});

describe('the same request', () => {
  const statements = [saying(informed())];
  const told = telling(begun, statements, 'r-9');

  test('with the same content gets the first answer, whenever it comes', () => {
    const again = toldBefore(told, { requestId: 'r-9', statements }, later);
    expect(again).toEqual({ seqs: [begun.journal.length + 1], changes: [] });
    expect(toldBefore(told, { requestId: 'r-10', statements }, now)).toBeUndefined();
  });

  test('is answered with what it led to then', () => {
    const conflict = [saying(raised)];
    const step = commit(begun, propose(begun, conflict, 'r-11', now));
    expect(step.changes.map(({ op }) => op)).toContain('make');
    const after = telling(step.ledger, [taking(begun.journal.length + 1)], 'r-12');
    expect(toldBefore(after, { requestId: 'r-11', statements: conflict }, later)).toEqual({
      seqs: [begun.journal.length + 1],
      changes: step.changes,
    });
  });

  test.each([
    ['another event', [saying(informed('c-2'))]],
    ['one more statement', [...statements, ...statements]],
    ['fewer statements', []],
  ])('with other content is refused: %s', (_, other) => {
    const refusal = refusedBy(() => toldBefore(told, { requestId: 'r-9', statements: other }, now));
    expect(refusal).toMatchObject({ code: 'request-differs', reasons: [{ field: 'requestId' }] });
  });
});

test('nothing is kept beside the journal of a request that led to nothing, nor of an answer', () => {
  expect(Object.keys(telling(begun, [saying(informed())], 'r-9').told)).toEqual([]);
  const raising = telling(begun, [saying(raised)], 'r-11');
  expect(Object.keys(raising.told)).toEqual(['r-11']);
  const meeting = Object.values(raising.handed).find(
    ({ order }) => order?.kind === 'reflectionMeeting',
  )?.order;
  if (!meeting) throw new Error('No meeting was asked for.');
  const { ledger } = answered(raising, meeting, scheduled(meeting.key, '2024-09-16T08:00:00.000Z'), now);
  expect(ledger.journal).toHaveLength(raising.journal.length + 1);
  expect(Object.keys(ledger.told)).toEqual(['r-11']);
});
