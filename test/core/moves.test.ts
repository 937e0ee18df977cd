/** A journey changes its provider: what belongs to it stays, whatever was under way. */
import { describe, expect, test } from 'vitest';
import { cohort } from '../../client/stories.ts';
import { placesOf } from '../../workflows/fold/view.ts';
import { buildEntry, type Entry } from '../../workflows/journal/entry.ts';
import type { EventOf, JourneyEvent } from '../../workflows/journal/events.ts';
import { refusalCodes } from '../../workflows/journal/refusal.ts';
import { answered, commit, type Ledger, open, propose, tick } from '../../workflows/journey/ledger.ts';
import type { Handed } from '../../workflows/messages.ts';
import { addDays, germanDay, type Instant } from '../../workflows/policy/calendar.ts';
import {
  factsOf,
  held,
  journalOf,
  morning,
  placesIn,
  type Row,
  refusedBy,
  saying,
} from '../support/journal.ts';
import { busy, dates, later, ledgerOf, notOwn, on, others, pointsOf, versions } from '../support/moves.ts';

const away: JourneyEvent = { type: 'journey.transferred', to: 'provider-2' };
const arrival = (more: Partial<EventOf<'journey.received'>> = {}): JourneyEvent => ({
  ...{ type: 'journey.received', from: 'provider-1', site: 'site-9', federalState: 'BW', caseWorker: 'w-9' },
  ...more,
});

/** The sender's books after the transfer. */
function transferred(ledger: Ledger, now: Instant) {
  const current = tick(ledger, now).ledger;
  return commit(current, propose(current, [saying(away)], 'away', now));
}

/** What was handed out, as the bundle tells it: whatever is still under way is the sender's business. */
const handedBy = ({ handed }: Ledger): Record<string, Handed> =>
  Object.fromEntries(Object.entries(handed).map(([key, { rev, op }]) => [key, { rev, op }]));

/** The journal with the entry by which the receiver takes the journey over. */
function receivedJournal({ journal }: Ledger, now: Instant, event = arrival()): Entry[] {
  const replaces = journal.length;
  const stamp = { seq: replaces + 1, requestId: 'received', recordedAt: now };
  return [
    ...journal,
    buildEntry(saying(event, { replaces, reason: 'received', effectiveAt: now }), stamp, now),
  ];
}

function received(sender: Ledger, now: Instant, event = arrival()) {
  const journal = receivedJournal(sender, now, event);
  const input = { journey: 'p-1', ...versions, journal, upTo: sender.folded.now, handed: handedBy(sender) };
  return open(input, now);
}

/** All that a provider has done: nothing waits for an activity any more. */
const settled = (ledger: Ledger, now: Instant): Ledger =>
  Object.values(ledger.handed).reduce(
    (books, { order }) => (order ? answered(books, order, null, now).ledger : books),
    ledger,
  );

const own = ({ site: _, federalState: __, caseWorker: ___, ...facts }: ReturnType<typeof factsOf>) => facts;
const changed = ({ changes }: { changes: readonly { op: string; key: string; rev?: number }[] }) =>
  changes.map(({ op, key, rev }) => [op, key, rev].join(' '));

describe('a change of provider', () => {
  const before = settled(ledgerOf(journalOf(...busy), on), on);

  test('closes the journey here: nothing is due any more, and the meeting is called off', () => {
    const step = transferred(before, on);
    expect(placesIn(step.ledger.folded)).toContain('phase.closed.transferred');
    expect(changed(step)).toEqual(['withdraw reflection/after-6 2']);
    expect(step.ledger.folded.open.map(({ key }) => key)).not.toContain('conflictTalk');
  });

  test('everything stands at the new provider as it stood before the transfer', () => {
    const { ledger } = received(transferred(before, on).ledger, later);
    const stayed = tick(before, later).ledger.folded;
    expect(placesOf(ledger.folded)).toEqual(placesOf(stayed));
    expect(own(factsOf(ledger.folded))).toEqual(own(factsOf(stayed)));
    expect(factsOf(ledger.folded)).toMatchObject({
      site: 'site-9',
      caseWorker: 'w-9',
      conflict: { rung: 'talk' },
    });
    expect(dates(ledger.folded)).toEqual(dates(stayed));
    expect(ledger.folded.fired).toEqual(stayed.fired);
    expect(dates(ledger.folded).length).toBeGreaterThan(5);
  });

  test('sends nothing a second time, and invites anew to the meeting that was called off', () => {
    const step = received(transferred(before, on).ledger, later);
    expect(changed(step)).toEqual(['make reflection/after-6 3']);
    expect(step.orders[0]).toMatchObject({
      site: 'site-9',
      caseWorker: 'w-9',
      params: { caseWorker: 'w-9' },
    });
  });

  test('makes at the new provider what came due in between', () => {
    const step = received(transferred(before, on).ledger, morning('2025-03-02'));
    expect(changed(step)).toEqual(
      expect.arrayContaining(['make reminder/goalReview/8/2025-03-01 1', 'make conflict/12/mediation 1']),
    );
  });

  test('goes on from the revisions the former provider had come to', () => {
    const { ledger } = received(transferred(before, on).ledger, later);
    const mediated = propose(ledger, [saying({ type: 'consent.withdrawn', to: 'company' })], 'r', later);
    const step = commit(ledger, mediated);
    expect(changed(step)).toContain('amend reflection/after-6 4');
  });

  test('leaves what nobody has carried out yet to the new provider', () => {
    const unsent = ledgerOf(journalOf(...busy), on);
    const waiting = Object.entries(unsent.handed).flatMap(([key, { order }]) => (order ? [key] : []));
    const step = transferred(unsent, on);
    expect(changed(step).map((text) => text.split(' ')[0])).toEqual(waiting.map(() => 'withdraw'));
    expect(waiting).toContain('conflict/12/talk');
    const there = received(step.ledger, later);
    expect(changed(there)).toContain('make conflict/12/talk 3');
    expect(there.orders.every(({ site }) => site === 'site-9')).toBe(true);
  });

  test('ends handover and deputy, which were the former provider’s own', () => {
    const rows: Row[] = [
      ...busy,
      ['2024-10-04', { type: 'handover.proposed', to: 'w-2' }, { role: 'teamLead' }],
      ['2024-10-04', { type: 'deputy.appointed', deputy: 'w-3', from: '2024-10-04', until: '2024-12-01' }],
    ];
    const { ledger } = received(transferred(ledgerOf(journalOf(...rows), on), on).ledger, later);
    expect(placesIn(ledger.folded)).toEqual(
      expect.arrayContaining(['assignment.assigned', 'deputy.possible']),
    );
    expect(factsOf(ledger.folded)).toMatchObject({ caseWorker: 'w-9' });
    expect(factsOf(ledger.folded).handover).toBeUndefined();
  });

  test('may come to nothing: taken back, the journey goes on where it stood, and invites again', () => {
    const gone = transferred(before, on).ledger;
    const back = { actor: { role: 'teamLead' as const }, voids: gone.journal.length, reason: 'mistake' };
    const current = tick(gone, later).ledger;
    const step = commit(current, propose(current, [back], 'back', later));
    // The final report that the end asked for is none any more.
    expect(changed(step)).toEqual(['make reflection/after-6 3', 'withdraw reminder/luvTrainingFinal/2 2']);
    expect(placesOf(step.ledger.folded)).toEqual(placesOf(tick(before, later).ledger.folded));
  });

  test('is possible again, to a third provider', () => {
    const second = received(transferred(before, on).ledger, later).ledger;
    const third = received(
      transferred(second, later).ledger,
      '2024-10-06T12:00:00.000Z',
      arrival({ site: 'site-7' }),
    );
    expect(factsOf(third.ledger.folded)).toMatchObject({ site: 'site-7', conflict: { rung: 'talk' } });
    expect(third.ledger.journal.filter(({ event }) => event?.type === 'journey.transferred')).toHaveLength(2);
  });

  test('cannot be received while it is closed here', () => {
    const gone = transferred(before, on).ledger;
    const refusal = refusedBy(() => propose(tick(gone, later).ledger, [saying(arrival())], 'r', later));
    expect(refusal.code).toBe('wrong-phase');
    expect(refusalCodes).toContain('not-transferred');
  });

  test.each(cohort.map(({ journey, story }) => [journey, story] as const))(
    'keeps state, facts and deadlines of %s at any point of its story',
    (_, story) => {
      for (const { here, now } of pointsOf(story)) {
        const then = morning(addDays(germanDay(now), 40));
        const stayed = tick(here, then).ledger.folded;
        const there = received(transferred(here, now).ledger, then).ledger.folded;
        expect(others(placesOf(there))).toEqual(others(placesOf(stayed)));
        const { deputy: _, handover: __, ...facts } = own(factsOf(stayed));
        expect(own(factsOf(there))).toMatchObject(facts);
        expect(notOwn(dates(there))).toEqual(notOwn(dates(stayed)));
      }
    },
  );
});

test('a meeting can be held at once after a move', () => {
  const here = settled(ledgerOf(journalOf(...busy), on), on);
  const there = received(transferred(here, on).ledger, later).ledger;
  expect(propose(there, [saying(held)], 'r', later).entries).toHaveLength(1);
});
