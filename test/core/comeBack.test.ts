/** A journey comes back to a provider who had it before: in its own books, or it is said why not. */
import { describe, expect, test } from 'vitest';
import { refuseUnlessBack } from '../../workflows/journal/comeBack.ts';
import { buildEntry, type Entry } from '../../workflows/journal/entry.ts';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import { cameBack } from '../../workflows/journey/homecoming.ts';
import { commit, type Ledger, open, propose, tick } from '../../workflows/journey/ledger.ts';
import type { Handed, JourneyInput } from '../../workflows/messages.ts';
import { newestPolicy } from '../../workflows/policy/policy.ts';
import { factsOf, journalOf, raised, refusedBy, saying, training } from '../support/journal.ts';

const versions = { machineVersion: 1, policyVersion: newestPolicy } as const;
const days = ['2024-10-04', '2024-10-05', '2024-10-06', '2024-10-07', '2024-10-08'].map(
  (day) => `${day}T12:00:00.000Z`,
) as [string, string, string, string, string];

const told = (ledger: Ledger, event: JourneyEvent, now: string): Ledger => {
  const current = tick(ledger, now).ledger;
  return commit(current, propose(current, [saying(event)], `told-${now.slice(0, 10)}`, now)).ledger;
};
const away = (ledger: Ledger, to: string, now: string) =>
  told(ledger, { type: 'journey.transferred', to }, now);
const handedBy = ({ handed }: Ledger): Record<string, Handed> =>
  Object.fromEntries(Object.entries(handed).map(([key, { rev, op }]) => [key, { rev, op }]));

/** What a bundle leads to: the journal with the entry by which it is received. */
function inputFrom(sender: Ledger, from: string, site: string, now: string): JourneyInput {
  const { journal, folded } = sender;
  const event: JourneyEvent = {
    ...{ type: 'journey.received', from, site },
    ...{ federalState: 'BW', caseWorker: 'w-9' },
  };
  const said = saying(event, { replaces: journal.length, reason: 'received', effectiveAt: now });
  const stamp = { seq: journal.length + 1, requestId: `received/${journal.length + 1}`, recordedAt: now };
  const whole: Entry[] = [...journal, buildEntry(said, stamp, now)];
  return { journey: 'p-1', ...versions, journal: whole, upTo: folded.now, handed: handedBy(sender) };
}

const [first, second, third, fourth, fifth] = days;
const atOne = away(
  open({ journey: 'p-1', ...versions, journal: journalOf(...training()) }, first).ledger,
  'provider-2',
  first,
);
const atTwo = away(
  told(open(inputFrom(atOne, 'provider-1', 'site-2', second), second).ledger, raised, third),
  'provider-1',
  fourth,
);
const back = inputFrom(atTwo, 'provider-2', 'site-1', fifth);

const takenBack = buildEntry(
  { ...{ actor: { role: 'caseWorker', id: 'w-1' }, voids: 2, reason: 'typing-error' } },
  { seq: 3, requestId: 'r-3', recordedAt: first },
  first,
);

describe('a journey that comes back', () => {
  test('goes on with what happened elsewhere, and with revisions that only rise', () => {
    const { ledger, orders } = cameBack(atOne, back, fifth);
    expect(ledger.journal).toEqual(back.journal);
    const known = { site: 'site-1', caseWorker: 'w-9', conflict: { rung: 'talk' } };
    expect(factsOf(ledger.folded)).toMatchObject(known);
    for (const books of [atOne, atTwo])
      for (const [key, { rev }] of Object.entries(books.handed))
        expect([key, (ledger.handed[key]?.rev ?? 0) >= rev]).toEqual([key, true]);
    expect(orders.every(({ site }) => site === 'site-1')).toBe(true);
    expect(orders.map(({ op }) => op)).toContain('make');
  });

  test('remembers what was told here before it left', () => {
    expect(Object.keys(cameBack(atOne, back, fifth).ledger.told)).toEqual(
      expect.arrayContaining(Object.keys(atOne.told)),
    );
  });

  test('keeps what was handed out here since it left', () => {
    const later = tick(atOne, third).ledger;
    const own = Object.keys(later.handed).filter((key) => !(key in handedBy(atTwo)));
    const { handed } = cameBack(later, back, fifth).ledger;
    for (const key of own) expect(handed[key]).toEqual(later.handed[key]);
  });

  test.each<[what: string, own: readonly Entry[], coming: readonly Entry[], reason: string]>([
    ['holds nothing new', back.journal, atTwo.journal, 'journey-exists'],
    ['is the one that left from here', atOne.journal, atOne.journal, 'journey-exists'],
    ['goes on here', atOne.journal.slice(0, -1), atTwo.journal, 'journey-not-away'],
    ['is another one of the same id', journalOf(['2023-01-02', raised]), atTwo.journal, 'other-journey'],
    [
      'was told something here since it left',
      [...atOne.journal, { ...back.journal[0], seq: atOne.journal.length + 1 } as Entry],
      atTwo.journal,
      'journal-differs',
    ],
    [
      'ended here with something taken back',
      [...back.journal.slice(0, 2), takenBack],
      [...back.journal.slice(0, 2), takenBack, ...back.journal.slice(3)],
      'journey-not-away',
    ],
  ])('is refused, and told why, where it %s', (_, own, coming, reason) => {
    const refusal = refusedBy(() => refuseUnlessBack('p-1', own, coming));
    expect([refusal.code, refusal.reasons.map(({ code }) => code)]).toEqual(['journey-exists', [reason]]);
  });

  test('is told from which entry on the two went apart', () => {
    const more: Entry = { ...takenBack, seq: atOne.journal.length + 1 };
    const refusal = refusedBy(() => refuseUnlessBack('p-1', [...atOne.journal, more], atTwo.journal));
    expect(refusal.reasons[0]).toMatchObject({
      de: expect.stringContaining(`(ab Eintrag ${more.seq})`),
      en: expect.stringContaining(`(from entry ${more.seq} on)`),
    });
  });

  test('leaves the books as they are where it is refused', () => {
    const more = told(atOne, { type: 'legalHold.placed' }, second);
    expect(refusedBy(() => cameBack(more, back, fifth)).reasons[0]?.code).toBe('journal-differs');
  });
});
