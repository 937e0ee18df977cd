/** The fold as a law: step by step and in one go are the same, nothing but refusals is thrown, nothing precedes its cause. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explain } from '../../workflows/fold/explain.ts';
import { advance, begin, fold, foldOn } from '../../workflows/fold/fold.ts';
import type { Folded } from '../../workflows/fold/folded.ts';
import { states } from '../../workflows/fold/states.ts';
import type { Entry } from '../../workflows/journal/entry.ts';
import { catalogue, type EventType, eventTypes } from '../../workflows/journal/events.ts';
import { Refusal } from '../../workflows/journal/refusal.ts';
import { dueInstant } from '../../workflows/machine/deadlines.ts';
import { germanDay } from '../../workflows/policy/calendar.ts';
import { journalOf, policy, type Row, registeredFor, training } from '../support/journal.ts';
import { anyMove, correctionOf, eventOf, type Move } from '../support/randomJourney.ts';

const hours = (at: string, count: number): string =>
  new Date(Date.parse(at) + count * 3_600_000).toISOString();

const comparable = ({ snapshot, entry, now, visits, stays, effects, fired, open, setAside }: Folded) => ({
  state: snapshot.value,
  facts: snapshot.context.facts,
  ...{ entry, now, visits, stays, effects, fired, open, setAside },
});

function entryOf(move: Move, kept: Folded, journal: readonly Entry[], now: string): Entry {
  const stamp = { seq: journal.length + 1, requestId: 'random', recordedAt: now };
  const correction = correctionOf(move, journal);
  if (correction) return { ...stamp, actor: { role: 'caseWorker' }, ...correction };
  const at = hours(now, -move.lateHours);
  const possible = explain(kept).flatMap(({ type, possible: open }) => (open ? [type] : []));
  const event = eventOf(move, possible, germanDay(at), kept);
  const actor = { role: catalogue[event.type].roles[0] ?? 'caseWorker' };
  return { ...stamp, actor, event, ...(move.lateHours ? { effectiveAt: at } : {}) };
}

/** What the fold promises of every result. */
function keepsItsPromises(folded: Folded): void {
  const seen = new Set<string>();
  let before = '';
  for (const { key, dueOn, at, state, visit } of folded.fired) {
    const own = dueInstant(key, dueOn, policy);
    if (at < own || at < before || at > folded.now) throw new Error(`${key} ${dueOn} fired at ${at}`);
    const stay = folded.visits[state];
    if (stay?.number === visit && at < stay.since) throw new Error(`${key} fired before its cause`);
    const once = `${key} ${dueOn} ${state} ${visit}`;
    if (seen.has(once)) throw new Error(`${once} fired twice`);
    seen.add(once);
    before = at;
  }
  for (const { key, at } of folded.open) {
    if (at <= folded.now) throw new Error(`${key} is still open at ${folded.now}, due ${at}`);
  }
  for (const { key, speaksFor, at } of Object.values(folded.effects)) {
    if (!states.has(speaksFor)) throw new Error(`${key} speaks for ${speaksFor}`);
    if (at > folded.now) throw new Error(`${key} lies in the future`);
  }
}

/** Where random journeys set out from, so that they reach the late phases too. */
const origins: readonly (readonly Row[])[] = [
  [],
  training({ start: '2020-01-31', end: '2023-01-30' }),
  [
    ...training({ start: '2020-01-31', end: '2023-01-30' }),
    ['2022-06-01', registeredFor('2022-11-10')],
    ['2022-11-20', { type: 'exam.failed' }],
    ['2022-11-21', registeredFor('2023-01-10')],
  ],
];

/** The same journals every time, so that they reach every event every time; another SEED plays others. */
const seed = Number(process.env.SEED ?? 2026);
const numRuns = 1000;

/** Plays the moves step by step; whatever is refused is dropped. */
function play(origin: readonly Row[], moves: readonly Move[]) {
  const journal = journalOf(...origin);
  let now = journal.at(-1)?.recordedAt ?? '2020-01-31T09:30:00.000Z';
  let kept = journal.length > 0 ? fold(policy, journal, now) : begin(policy, now);
  let refused = 0;
  for (const move of moves) {
    now = hours(now, move.gapHours);
    if (now > '2036') break;
    if (journal.length > 0) kept = advance(kept, now);
    const entry = entryOf(move, kept, journal, now);
    try {
      kept = foldOn(kept, journal, [entry], now);
      journal.push(entry);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'machine-error' || error.code === 'deadline-loop') {
        throw error;
      }
      refused += 1;
    }
    keepsItsPromises(kept);
  }
  return { journal, kept, refused };
}

test('a random journal folds the same in one go as step by step, and keeps the promises of the fold', () => {
  const taken = new Set<EventType>();
  let corrected = 0;
  let refusals = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...origins),
      fc.array(anyMove, { minLength: 3, maxLength: 18 }),
      (origin, moves) => {
        const { journal, kept, refused } = play(origin, moves);
        const whole = fold(policy, journal, kept.now);
        // A journal in which nothing counts has no first instant: it begins whenever it is folded.
        if (kept.entry > 0) expect(comparable(kept)).toEqual(comparable(whole));
        for (const { event } of journal) if (event) taken.add(event.type);
        corrected += journal.filter(({ voids, replaces }) => voids ?? replaces).length;
        refusals += refused;
      },
    ),
    { numRuns, seed },
  );
  console.log(`${numRuns} random journals, seed ${seed}, ${corrected} corrections, ${refusals} refusals`);
  // The journeys are worth the test only if they go everywhere.
  expect(eventTypes.filter((type) => !taken.has(type))).toEqual([]);
  expect(corrected).toBeGreaterThan(100);
  expect(refusals).toBeGreaterThan(500);
}, 240_000);
