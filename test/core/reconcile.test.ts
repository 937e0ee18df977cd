/** Which home of a journey's truth is behind, in cases written out; random ones are in recovery.test.ts. */
import { describe, expect, test } from 'vitest';
import { compare, type Stored } from '../../client/reconcile/compare.ts';
import { type Deed, missingDeeds, newest, unheardOf } from '../../workflows/effects/deeds.ts';
import { newestVersions, rulebookOf } from '../../workflows/fold/rulebook.ts';
import { goTogether } from '../../workflows/journal/canonical.ts';
import { resumptionOf } from '../../workflows/journey/resumption.ts';
import { resumed, reunited } from '../../workflows/journey/reunion.ts';
import { answer, type Books, moved, opened, told, waiting } from '../support/books.ts';
import {
  instantOf,
  journalOf,
  raised,
  refusedBy,
  rulebook,
  saying,
  scheduled,
  training,
} from '../support/journal.ts';
import { hours } from '../support/randomJournals.ts';
import { fromTheStore, saidBy, storeOf } from '../support/recovery.ts';

const begin = journalOf(...training());
const start = begin.at(-1)?.recordedAt ?? '';
const contact = saying({
  ...{ type: 'contact.recorded', with: 'trainer', how: 'phone', minutes: 10, reached: true },
});

const deed = (key: string, rev: number, more: Partial<Deed> = {}): Deed => ({
  ...{ key, rev, op: 'make', kind: 'reminder', params: {}, at: start, late: false, done: true, answer: null },
  ...more,
});

/** All orders are carried out; meetings get a slot in two days. */
function settled(books: Books): Books {
  const { now } = books.ledger.folded;
  return waiting(books).reduce((current, order) => {
    const slot = scheduled(order.key, hours(now, 48));
    const isMeeting = order.kind === 'reflectionMeeting' && order.op !== 'withdraw';
    return answer(current, order, isMeeting && 'rev' in slot ? { ...slot, rev: order.rev } : null, now);
  }, books);
}

const quiet = settled(opened(rulebook, begin, start));
const [first, second] = [hours(start, 24), hours(start, 48)];
const inConflict = settled(told(quiet, [saying(raised)], first));

describe('two journals', () => {
  const own = inConflict.ledger.journal;
  const other = told(quiet, [contact], first).ledger.journal;
  test('go together where one goes on from the other', () => {
    expect([goTogether(own, begin), goTogether(begin, own), goTogether(own, own)]).toEqual([
      true,
      true,
      true,
    ]);
  });
  test('do not where both say something else', () => {
    expect([goTogether(own, other), goTogether(other, own)]).toEqual([false, false]);
    const { ledger, world } = told(quiet, [contact], first);
    expect(compare(saidBy(inConflict), storeOf({ ledger, world }))).toEqual({
      kind: 'diverged',
      from: begin.length + 1,
    });
    const refusal = refusedBy(() => resumed(inConflict.ledger, storeOf({ ledger, world })));
    expect(refusal.code).toBe('journal-differs');
  });
});

describe('deeds', () => {
  test('are missing where the other home has none, an older one, or one that was only begun', () => {
    const wanted = { effects: [deed('a', 1), deed('b', 2), deed('c', 1), deed('d', 1)], meetings: [] };
    const held = { effects: [deed('b', 1), deed('c', 1, { done: false }), deed('d', 3)], meetings: [] };
    expect(missingDeeds(wanted, held).effects.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
  });
  test('are unheard of in a higher revision, or where the same one did something else', () => {
    const known = [deed('a', 1), deed('b', 2), deed('c', 1)];
    const stored = [deed('a', 1), deed('b', 3), deed('c', 1, { op: 'withdraw' }), deed('d', 1)];
    expect(unheardOf(stored, known).map(({ key }) => key)).toEqual(['b', 'c', 'd']);
    expect(unheardOf([deed('a', 1, { done: false })], [deed('a', 1)])).toEqual([]);
  });
  test('of one key: the newest counts, and of the same revision the later one that does not stay back', () => {
    const [one, other] = [deed('a', 2), deed('a', 2, { done: false })];
    expect(newest([deed('a', 1), one, other])).toEqual([other]);
    expect(newest([one, other, deed('a', 1)], (known, next) => known.done && !next.done)).toEqual([one]);
  });
});

describe('a journey', () => {
  test('that neither side knows is not found', () => {
    expect(compare(undefined, undefined, 'p-typo')).toMatchObject({
      kind: 'unknown',
      reasons: [{ code: 'journey-not-found', en: expect.stringContaining('p-typo') }],
    });
  });
  test('whose board row is old is recorded again; one whose workflow has the older clock catches up', () => {
    const store = storeOf(inConflict);
    const stale: Stored = { ...store, summary: { ...store.summary, phase: 'intake' } };
    expect(compare(saidBy(inConflict), stale)).toMatchObject({ kind: 'storeBehind', lacks: 'state' });
    const later: Stored = { ...stale, asOf: hours(second, 1) };
    expect(compare(saidBy(inConflict), later)).toMatchObject({ kind: 'workflowBehind', lacks: 'state' });
  });
  test('of which both name other rules since the same moment is left to people', () => {
    const store: Stored = { ...storeOf(quiet), policyVersion: '2026-1-monthly' };
    expect(compare(saidBy(quiet), store)).toMatchObject({ kind: 'diverged' });
  });
  test('takes from each home what the other lacks: entries from the one, the move to other rules from the other', () => {
    const monthly = rulebookOf({ ...newestVersions, policyVersion: '2026-1-monthly' });
    const [own, kept] = [storeOf(told(quiet, [contact], second)), storeOf(moved(quiet, monthly, first))];
    for (const both of [reunited(own, kept), reunited(kept, own)]) {
      expect(both).toMatchObject({ policyVersion: '2026-1-monthly', rulesSince: first });
      expect(both.journal).toHaveLength(begin.length + 1);
    }
    expect(compare(saidBy(told(quiet, [contact], second)), kept)).toMatchObject({ lacks: 'rules' });
  });
  test('whose set-back workflow used a revision again has the real change sent under the next one', () => {
    const [order] = Object.values(inConflict.world).filter(({ kind }) => kind === 'conflictEscalation');
    if (!order) throw new Error('nobody was told of the conflict');
    const store = storeOf(inConflict);
    const other = {
      ...deed(order.key, 1),
      kind: order.kind,
      params: { ...order.params, respondBy: '2024-01-01' },
    };
    const effects = newest([...store.effects, other]);
    const { ledger } = fromTheStore({ ...store, effects });
    expect(ledger.handed[order.key]).toMatchObject({ rev: 2, op: 'amend', order: { params: order.params } });
  });
});

describe('what is left open', () => {
  const open = told(quiet, [saying(raised)], first);
  const [order] = waiting(open);
  const key = order?.key ?? '';
  test('is carried out to its end where it was begun', () => {
    const { input, skipped } = resumptionOf(storeOf(open));
    expect(input.handed?.[key]).toMatchObject({ rev: 1, op: 'make', order: { key, rev: 1 } });
    expect(skipped).toEqual([]);
  });
  test('is listed, and not sent, where nothing is known of it', () => {
    const { [key]: _, ...world } = open.world;
    const { input, skipped } = resumptionOf(storeOf({ ...open, world }));
    expect(input.handed?.[key]).toEqual({ rev: 0, op: 'skip' });
    expect(skipped).toEqual([key]);
  });
  test('is asked for again where only the answer is missing: the store gives the one it kept', () => {
    const answered = scheduled('reflection/after-6', hours(start, 72));
    const kept = deed('reflection/after-6', 1, { kind: 'reflectionMeeting', answer: answered });
    const { effects, ...store } = storeOf(quiet);
    const { handed } = resumptionOf({ ...store, effects: newest([...effects, kept]) }).input;
    expect(handed?.['reflection/after-6']?.order).toBeDefined();
  });
  test('is taken back one revision up where its reason was never recorded', () => {
    const store = { ...storeOf(inConflict), journal: begin, asOf: start };
    const { ledger } = fromTheStore(store);
    expect(ledger.handed[key]).toMatchObject({ rev: 2, op: 'withdraw', order: { op: 'withdraw' } });
    expect(ledger.folded.now).toBe(instantOf(start));
  });
});
