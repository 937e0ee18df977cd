/** A journey changes its company, its case worker, its provider: what belongs to it stays, whatever was under way. */
import { describe, expect, test } from 'vitest';
import { cohort, historyOf } from '../../client/stories.ts';
import type { Folded } from '../../workflows/fold/folded.ts';
import { placesOf } from '../../workflows/fold/view.ts';
import { buildEntry, type Entry } from '../../workflows/journal/entry.ts';
import type { EventOf, JourneyEvent } from '../../workflows/journal/events.ts';
import { refusalCodes } from '../../workflows/journal/refusal.ts';
import { answered, commit, type Ledger, open, propose, tick } from '../../workflows/journey/ledger.ts';
import type { Handed } from '../../workflows/messages.ts';
import { addDays, germanDay, type Instant, noon } from '../../workflows/policy/calendar.ts';
import { newestPolicy } from '../../workflows/policy/policy.ts';
import {
  contractEnded,
  factsOf,
  folded,
  held,
  informed,
  instantOf,
  journalOf,
  morning,
  placesIn,
  type Row,
  raised,
  refusedBy,
  saying,
  scheduled,
  signed,
  training,
} from '../support/journal.ts';

const versions = { machineVersion: 1, policyVersion: newestPolicy } as const;
const away: JourneyEvent = { type: 'journey.transferred', to: 'provider-2' };
const arrival = (more: Partial<EventOf<'journey.received'>> = {}): JourneyEvent => ({
  ...{ type: 'journey.received', from: 'provider-1', site: 'site-9', federalState: 'BW', caseWorker: 'w-9' },
  ...more,
});

const ledgerOf = (journal: readonly Entry[], now: Instant): Ledger =>
  open({ journey: 'p-1', ...versions, journal }, now).ledger;

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
const dates = ({ open: all }: Folded) => all.map(({ key, dueOn, item, at }) => [key, dueOn, item, at]);
/** Handover and deputy end with a move. */
const others = (places: ReturnType<typeof placesOf>) =>
  places.filter(({ path }) => !/^(assignment|deputy)\./.test(path));
const notOwn = (rows: ReturnType<typeof dates>) =>
  rows.filter(([key]) => !/^(handover|deputy)/.test(String(key)));
const changed = ({ changes }: { changes: readonly { op: string; key: string; rev?: number }[] }) =>
  changes.map(({ op, key, rev }) => [op, key, rev].join(' '));

/** Much at once: a conflict, a meeting to come, a goal, an offer of hours, an absence, a handover. */
const busy: Row[] = [
  ...training(),
  ['2024-09-02', { type: 'consent.given', to: 'company' }],
  ['2024-09-03', { type: 'goal.set', goal: 'punctuality', reviewOn: '2025-03-01' }],
  ['2024-09-04', { type: 'hours.offered', hours: 60, from: '2024-09-01', to: '2025-08-31' }],
  [
    '2024-09-05',
    { type: 'funding.approved', funder: 'agency-1', share: 100, from: '2024-09-01', to: '2025-08-31' },
  ],
  ['2024-09-30', scheduled('reflection/after-6', '2024-10-14T08:00:00.000Z'), { role: 'system' }],
  ['2024-10-01', raised],
  ['2024-10-02', { type: 'absence.began', reason: 'illness' }],
  ['2024-10-03', { type: 'learningSupport.requested', subject: 'maths' }],
];
const on = '2024-10-04T12:00:00.000Z';
const later = '2024-10-05T12:00:00.000Z';

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
      const start = '2024-01-08';
      const end = addDays(start, 900);
      const statements = historyOf(story(start), start, end);
      const journal = statements.map((statement, index) => {
        const stamp = { seq: index + 1, requestId: `r-${index}`, recordedAt: noon(end) };
        const entry = buildEntry(statement, stamp, noon(end));
        return { ...entry, recordedAt: instantOf(entry.effectiveAt ?? end) };
      });
      for (let count = 3; count < journal.length; count += 7) {
        const told = journal.slice(0, count);
        const now = told.reduce((last, { recordedAt }) => (recordedAt > last ? recordedAt : last), '');
        const here = ledgerOf(told, now);
        if (placesIn(here.folded).includes('phase.closed')) break;
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

describe('inside one provider', () => {
  const rows = busy.slice(0, -3);
  const stayed = folded('2024-10-05', ...rows);

  test('a change of case worker keeps everything else', () => {
    const lead = { role: 'teamLead' } as const;
    const state = folded(
      '2024-10-05',
      ...rows,
      ['2024-10-04', { type: 'handover.proposed', to: 'w-2' }, lead],
      ['2024-10-05', { type: 'handover.accepted' }, { role: 'caseWorker', id: 'w-2' }],
    );
    const { caseWorker, handover, deputy, ...facts } = factsOf(state);
    const { caseWorker: former, ...known } = factsOf(stayed);
    expect([former, caseWorker, handover, deputy]).toEqual(['w-1', 'w-2', undefined, undefined]);
    expect(facts).toEqual(known);
    expect(dates(state)).toEqual(dates(stayed));
    expect(Object.keys(state.effects)).toEqual(expect.arrayContaining(Object.keys(stayed.effects)));
    expect(state.effects['reflection/after-6']?.withdrawnAt).toBeUndefined();
  });

  test('a change of company keeps all that is not the contract’s', () => {
    const state = folded(
      '2024-10-10',
      ...rows,
      ['2024-10-04', contractEnded()],
      ['2024-10-06', informed('c-2')],
      ['2024-10-07', signed({ company: 'c-2', start: '2024-10-08', end: '2027-08-31' })],
      ['2024-10-08', { type: 'contract.registered' }],
      ['2024-10-08', { type: 'training.started' }],
    );
    const facts = factsOf(state);
    const known = factsOf(stayed);
    for (const kept of [
      'goals',
      'fundings',
      'consents',
      'caseWorker',
      'site',
      'enteredOn',
      'meeting',
    ] as const)
      expect([kept, facts[kept]]).toEqual([kept, known[kept]]);
    expect(facts.contract?.company).toBe('c-2');
    const lasting = (keys: readonly string[]) =>
      keys.filter((key) => /goal|hours|funding|luvTrainingStart|meeting/i.test(key)).toSorted();
    expect(lasting(state.open.map(({ key }) => key))).toEqual(lasting(stayed.open.map(({ key }) => key)));
    expect(Object.keys(state.effects)).toEqual(expect.arrayContaining(Object.keys(stayed.effects)));
    expect(state.effects['reflection/after-6']?.withdrawnAt).toBeUndefined();
  });
});

test('a meeting can be held at once after a move', () => {
  const here = settled(ledgerOf(journalOf(...busy), on), on);
  const there = received(transferred(here, on).ledger, later).ledger;
  expect(propose(there, [saying(held)], 'r', later).entries).toHaveLength(1);
});
