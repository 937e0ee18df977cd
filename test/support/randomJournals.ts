/**
 * Random journals as a law of the fold: step by step and in one go are the same, nothing but refusals is thrown, nothing
 * precedes its cause. Shared by the ordinary run and the long one.
 */
import { deepStrictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { explain } from '../../workflows/fold/explain.ts';
import { advance, begin, fold, foldOn } from '../../workflows/fold/fold.ts';
import type { Folded } from '../../workflows/fold/folded.ts';
import { states } from '../../workflows/fold/states.ts';
import type { Entry } from '../../workflows/journal/entry.ts';
import { catalogue, type EventType } from '../../workflows/journal/events.ts';
import { Refusal } from '../../workflows/journal/refusal.ts';
import { dueInstant } from '../../workflows/machine/deadlines.ts';
import { germanDay } from '../../workflows/policy/calendar.ts';
import {
  admitted,
  informed,
  journalOf,
  policy,
  type Row,
  raised,
  referral,
  referred,
  registeredFor,
  rulebook,
  scheduled,
  signed,
  training,
} from './journal.ts';
import { anyMove, correctionOf, eventOf, type Move } from './randomJourney.ts';

/** The instant some hours later. */
export const hours = (at: string, count: number): string =>
  new Date(Date.parse(at) + count * 3_600_000).toISOString();

/** All that two folds have in common which say the same; answers set aside without when they were recorded. */
export const comparable = ({
  snapshot,
  entry,
  now,
  visits,
  stays,
  effects,
  fired,
  open,
  setAside,
}: Folded) => ({
  state: snapshot.value,
  facts: snapshot.context.facts,
  ...{ entry, now, visits, stays, effects, fired, open },
  setAside: setAside.map(({ event, root, at }) => ({ event, root, at })),
});

/** What somebody says who makes a move at an instant: mostly what the journey could take. */
export function statementOf(move: Move, kept: Folded, journal: readonly Entry[], now: string) {
  const correction = correctionOf(move, journal, kept);
  if (correction) return correction;
  const at = hours(now, -move.lateHours);
  const possible = explain(kept).flatMap(({ type, possible: open }) => (open ? [type] : []));
  const event = eventOf(move, possible, germanDay(at), kept);
  const { roles } = catalogue[event.type];
  const actor = { role: roles[move.a % roles.length] ?? 'caseWorker', id: `w-${(move.b % 3) + 1}` };
  return { actor, event, ...(move.lateHours ? { effectiveAt: at } : {}) };
}

/** What the fold promises of every result. */
function keepsItsPromises(folded: Folded): void {
  const seen = new Set<string>();
  let before = '';
  for (const { key, dueOn, item, at, state, visit } of folded.fired) {
    const own = dueInstant(key, dueOn, policy);
    if (at < own || at < before || at > folded.now) throw new Error(`${key} ${dueOn} fired at ${at}`);
    const stay = folded.visits[state];
    if (stay?.number === visit && at < stay.since) throw new Error(`${key} fired before its cause`);
    const once = `${key} ${dueOn} ${item ?? ''} ${state} ${visit}`;
    if (seen.has(once)) throw new Error(`${once} fired twice`);
    seen.add(once);
    before = at;
  }
  for (const path of Object.keys(folded.stays)) {
    if (!states.has(path)) throw new Error(`${path} is not a declared state`);
  }
  for (const { key, at } of folded.open) {
    if (at <= folded.now) throw new Error(`${key} is still open at ${folded.now}, due ${at}`);
  }
  for (const { key, speaksFor, at } of Object.values(folded.effects)) {
    if (!states.has(speaksFor)) throw new Error(`${key} speaks for ${speaksFor}`);
    if (at > folded.now) throw new Error(`${key} lies in the future`);
  }
}

const trained = training({ start: '2020-01-31', end: '2023-01-30' });
const prepared: readonly Row[] = [
  ['2020-01-31', referred],
  ['2020-01-31', admitted()],
  ['2020-02-01', { type: 'occupation.agreed', occupation: 'joiner' }],
];

/** Somebody who is still a minor in the second year of training. */
const minor: readonly Row[] = [
  ['2020-01-31', referral({ adultOn: '2022-06-30' })],
  ['2020-01-31', admitted({ directStart: true, guardiansToo: true })],
  ['2020-01-31', informed()],
  ['2020-01-31', signed({ start: '2020-01-31', end: '2023-01-30', guardiansSigned: true })],
  ['2020-01-31', { type: 'training.started' }],
];

const conciliation: readonly Row[] = [
  ['2020-02-10', raised],
  ['2020-02-11', { type: 'conflict.conciliationRequested', by: 'participant' }],
];

/** Much at once, each waiting for what is next: a meeting to be recorded, hours, a deputy, a handover, a termination. */
const busy: readonly Row[] = [
  ...trained,
  ['2020-03-05', scheduled('reflection/after-6', '2020-03-10T09:00:00.000Z')],
  ['2020-03-06', { type: 'hours.offered', hours: 60, from: '2020-02-01', to: '2020-12-31' }],
  ['2020-03-06', { type: 'hours.countered', hours: 90 }],
  ['2020-03-09', { type: 'deputy.appointed', deputy: 'w-2', from: '2020-03-09', until: '2020-04-11' }],
  ['2020-03-09', { type: 'handover.proposed', to: 'w-3' }],
  ['2020-03-10', { type: 'termination.reasonKnown', by: 'company' }],
  ['2020-03-11', raised],
  ['2020-03-11', { type: 'learningSupport.requested', subject: 'maths' }],
  ['2020-03-11', { type: 'learningSupport.started', supporter: 's-1' }],
];

/** Where random journeys set out from, so that they reach every corner. */
export const origins: readonly (readonly Row[])[] = [
  [],
  prepared,
  minor,
  [...prepared, ['2020-02-03', { type: 'placement.started' }]],
  [
    ...prepared,
    ['2020-02-03', { type: 'internship.planned', company: 'c-1', from: '2020-02-04', to: '2020-02-20' }],
    ['2020-02-04', { type: 'internship.started', internship: 4 }],
  ],
  trained,
  busy,
  [...trained, ...conciliation],
  [
    ...trained,
    ...conciliation,
    [
      '2020-02-12',
      { type: 'conflict.settlementProposed', servedOn: '2020-02-12', remediesInstructed: false },
    ],
  ],
  [
    ...trained,
    ['2022-06-01', registeredFor('2022-11-10')],
    ['2022-11-20', { type: 'exam.failed' }],
    ['2022-11-21', registeredFor('2023-01-10')],
  ],
  [...trained, ['2022-06-01', registeredFor('2022-11-10')], ['2022-11-20', { type: 'exam.passed' }]],
];

/** Plays the moves step by step; whatever is refused is dropped. */
export function play(origin: readonly Row[], moves: readonly Move[]) {
  const journal = journalOf(...origin);
  let now = journal.at(-1)?.recordedAt ?? '2020-01-31T09:30:00.000Z';
  let kept = journal.length > 0 ? fold(rulebook, journal, now) : begin(rulebook, now);
  let refused = 0;
  for (const move of moves) {
    now = hours(now, move.gapHours);
    if (now > '2036') break;
    if (journal.length > 0) kept = advance(kept, now);
    const stamp = { seq: journal.length + 1, requestId: 'random', recordedAt: now };
    const entry: Entry = { ...stamp, ...statementOf(move, kept, journal, now) };
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

/** What random journals have shown. */
export interface Played {
  readonly journals: number;
  readonly corrections: number;
  readonly refusals: number;
  /** The types of the events that were taken. */
  readonly taken: Set<EventType>;
}

interface Wish {
  readonly seed: number;
  readonly runs: number;
  /** At most so many moves a journal. */
  readonly longest?: number;
}

/** Plays `runs` random journals from a seed and checks each; throws at the first that breaks a promise, with its seed. */
export function playRandomJournals({ seed, runs, longest = 18 }: Wish): Played {
  const taken = new Set<EventType>();
  let corrections = 0;
  let refusals = 0;
  const journals = fc.property(
    fc.constantFrom(...origins),
    fc.array(anyMove, { minLength: 3, maxLength: longest }),
    (origin, moves) => {
      const { journal, kept, refused } = play(origin, moves);
      // A journal in which nothing counts has no first instant: it begins whenever it is folded.
      if (kept.entry > 0) deepStrictEqual(comparable(kept), comparable(fold(rulebook, journal, kept.now)));
      for (const { event } of journal) if (event) taken.add(event.type);
      corrections += journal.filter(({ voids, replaces }) => voids ?? replaces).length;
      refusals += refused;
    },
  );
  // Mutants meet few journals: there the first failure says enough.
  fc.assert(journals, { numRuns: runs, seed, endOnFailure: runs < 1000 });
  return { journals: runs, corrections, refusals, taken };
}
