/**
 * Random journeys in their books: told, answered, corrected at random, each checked by laws. Shared by the tests of
 * corrections and of migration.
 */
import fc from 'fast-check';
import type { Statement } from '../../workflows/journal/entry.ts';
import { Refusal } from '../../workflows/journal/refusal.ts';
import type { Instant } from '../../workflows/policy/calendar.ts';
import { answer, type Books, opened, told, waited, waiting } from './books.ts';
import { journalOf, type Row, rulebook } from './journal.ts';
import { hours, origins, statementOf } from './randomJournals.ts';
import { anyMove, type Move } from './randomJourney.ts';

/** What is refused at random, and is no error. */
const usual = new Set([
  'wrong-phase',
  'rule',
  'entry-not-found',
  'later-entry-impossible',
  'role-not-allowed',
]);

/** Somebody's move at an instant: told, or refused for a reason that can be read. */
export interface Turn {
  readonly books: Books;
  readonly before: Books;
  readonly statement: Statement;
  readonly refusal?: Refusal;
}

/** Runs what may be refused. Throws whatever is not a refusal that a case worker can meet. */
export function refusable<T>(run: () => T): T | Refusal {
  try {
    return run();
  } catch (error) {
    if (error instanceof Refusal && usual.has(error.code)) return error;
    throw error;
  }
}

/** Activities answer: a meeting gets its slot some days on; now and then an answer takes its time. */
function answers(books: Books, move: Move, now: Instant): Books {
  if (move.pick % 4 === 0) return books;
  return waiting(books).reduce((current, order) => {
    if (order.kind !== 'reflectionMeeting') return answer(current, order, null, now);
    const startsAt = order.params.startsAt ?? hours(now, 24 * ((move.a % 30) + 1));
    const slot = { meeting: order.key, rev: order.rev, startsAt, endsAt: hours(startsAt, 1) };
    return answer(
      current,
      order,
      order.op === 'withdraw' ? null : { type: 'meeting.scheduled', ...slot },
      now,
    );
  }, books);
}

function play(origin: readonly Row[], moves: readonly Move[], check: (turn: Turn) => void): Books {
  const journal = journalOf(...origin);
  let now = journal.at(-1)?.recordedAt ?? '2020-01-31T09:30:00.000Z';
  let books = opened(rulebook, journal, now);
  for (const move of moves) {
    now = hours(now, move.gapHours);
    if (now > '2036') break;
    books = answers(waited(books, now), move, now);
    const before = books;
    const { folded, journal } = before.ledger;
    const statement = statementOf(move, folded, journal, now);
    const result = refusable(() => told(before, [statement], now));
    if (result instanceof Refusal) check({ books: before, before, statement, refusal: result });
    else check({ books: result, before, statement });
    if (!(result instanceof Refusal)) books = result;
  }
  return books;
}

/** Moves of which every third corrects something. */
const correcting: fc.Arbitrary<Move> = fc
  .tuple(anyMove, fc.constantFrom('none', 'none', 'none', 'none', 'void', 'replace'))
  .map(([move, correction]) => ({ ...move, correction }));

/** Random journeys, `runs` of them from a seed; every turn is checked, and how each one ended. Throws at the first that fails. */
export function playRandomBooks(
  { seed, runs }: { seed: number; runs: number },
  check: (turn: Turn) => void,
  end: (books: Books) => void = () => {},
): void {
  const journeys = fc.property(
    fc.constantFrom(...origins),
    fc.array(correcting, { minLength: 3, maxLength: 18 }),
    (origin, moves) => end(play(origin, moves, check)),
  );
  fc.assert(journeys, { numRuns: runs, seed, endOnFailure: runs < 100 });
}
