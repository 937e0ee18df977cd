/** Every event can be taken back, at once or months later, and the undo too; or is refused for a later entry that needs it. */
import { deepStrictEqual } from 'node:assert/strict';
import { describe, expect, test } from 'vitest';
import { fold } from '../../workflows/fold/fold.ts';
import type { Entry } from '../../workflows/journal/entry.ts';
import { catalogue, type EventType, eventTypes } from '../../workflows/journal/events.ts';
import { Refusal } from '../../workflows/journal/refusal.ts';
import { germanDay, type Instant } from '../../workflows/policy/calendar.ts';
import { type Books, retold, told, waited, worldIsRight } from '../support/books.ts';
import { rulebook, taking } from '../support/journal.ts';
import { pathsThrough, regions } from '../support/paths.ts';
import { refusable } from '../support/randomBooks.ts';
import { comparable, hours } from '../support/randomJournals.ts';
import { surroundingsOf } from '../support/surroundings.ts';

/** A journal, the instant it is folded to, and the entry that is taken back. */
interface Case {
  readonly journal: readonly Entry[];
  readonly now: Instant;
  readonly seq: number;
}

/** For each type of event some of the generated journals in which it is taken: last of all, and with others after it. */
function casesByType(): Map<EventType, Case[]> {
  const paths = regions
    .flatMap((region) => pathsThrough(region, surroundingsOf(region)))
    .filter(({ journal }) => answeredOnce(journal));
  const all = paths.flatMap(({ journal, folded: { now } }) =>
    journal.flatMap(({ event, seq }) => (event ? [{ type: event.type, journal, now, seq }] : [])),
  );
  const isLast = ({ journal, seq }: Case): boolean => seq === journal.length;
  const some = (cases: Case[]): Case[] => [
    ...cases.filter(isLast).slice(0, 2),
    ...cases.filter((one) => !isLast(one)).slice(-3),
  ];
  return new Map([...Map.groupBy(all, ({ type }) => type)].map(([type, cases]) => [type, some(cases)]));
}

/** An activity answers an order once; a path may take an answer twice. */
function answeredOnce(journal: readonly Entry[]): boolean {
  const slots = journal.flatMap(({ event }) => (event?.type === 'meeting.scheduled' ? [event.meeting] : []));
  return new Set(slots).size === slots.length;
}

const counts = { undone: 0, refused: 0 };

/** Takes the entry back, then the undo; or meets the refusal that names the later entry. */
function takenBack(books: Books, seq: number, now: Instant): void {
  const { journal, folded } = waited(books, now).ledger;
  const without = journal.filter((entry) => entry.seq !== seq);
  const gone = refusable(() => told(books, [taking(seq)], now));
  const right = refusable(() => fold(rulebook, without, now));
  if (gone instanceof Refusal || right instanceof Refusal) {
    expect([gone, right]).toEqual([expect.any(Refusal), expect.any(Refusal)]);
    if (gone instanceof Refusal && right instanceof Refusal) namesTheLaterOne(gone, right, journal);
    counts.refused += 1;
    return;
  }
  counts.undone += 1;
  deepStrictEqual(comparable(gone.ledger.folded), comparable(right));
  worldIsRight(gone, right);
  const again = refusable(() => told(gone, [taking(seq)], now));
  expect(again).toMatchObject({ code: 'entry-not-found', reasons: [{ code: 'entry-no-longer-counts' }] });
  const back = told(gone, [taking(journal.length + 1)], now);
  deepStrictEqual(comparable(back.ledger.folded), comparable(folded));
  worldIsRight(back, folded);
}

function namesTheLaterOne(gone: Refusal, right: Refusal, journal: readonly Entry[]): void {
  const [{ entry, de, en } = { entry: 0, de: '', en: '' }] = gone.reasons;
  expect([gone.code, entry]).toEqual(['later-entry-impossible', right.reasons[0]?.entry]);
  const later = journal.find(({ seq }) => seq === entry);
  if (!later?.event) throw new Error(`Entry ${entry} is none of the journal's`);
  const { label } = catalogue[later.event.type];
  const day = germanDay(later.recordedAt);
  expect(de).toMatch(`Eintrag ${entry} (${label.de}, ${day}) würde unmöglich: `);
  expect(en).toMatch(`Entry ${entry} (${label.en}, ${day}) would become impossible: `);
}

describe('taken back at once, and ten months later', () => {
  const cases = casesByType();

  test.each(eventTypes)('%s', (type) => {
    const own = cases.get(type) ?? [];
    expect(own).not.toEqual([]);
    const before = counts.undone;
    for (const { journal, now, seq } of own) {
      const books = retold(rulebook, journal);
      takenBack(books, seq, now);
      takenBack(waited(books, now), seq, hours(now, 24 * 300));
    }
    expect(counts.undone, 'never undone').toBeGreaterThan(before);
  });

  test('in all', () => {
    console.log(`${eventTypes.length} types of events taken back`, counts);
    expect(counts.refused).toBeGreaterThan(eventTypes.length / 2);
  });
});
