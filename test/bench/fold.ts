/**
 * What a fold costs beside the statechart's own work: a journey of four years folded whole, against the bare `transition()`
 * calls that this fold makes, in the same run. Exits with 1 if the fold costs more than `limit` times as much.
 */
import { transition } from 'xstate';
import { historyOf, wholeJourney } from '../../client/stories.ts';
import { fold, foldOn } from '../../workflows/fold/fold.ts';
import { newestVersions, rulebookOf } from '../../workflows/fold/rulebook.ts';
import { buildEntry, type Entry } from '../../workflows/journal/entry.ts';
import { machine } from '../../workflows/machine/machine.ts';
import { addDays, noon } from '../../workflows/policy/calendar.ts';

const limit = 2;
const rounds = 201;
const warmUpRounds = 100;

const rulebook = rulebookOf(newestVersions);
const start = '2020-01-31';
const today = addDays(start, 4 * 365 + 1);
const now = noon(today);

type Sent = Parameters<typeof machine.transition>;

/** Runs something and gives the very snapshots and events that it sends through the machine. */
function sentBy(run: () => unknown): Sent[] {
  const sent: Sent[] = [];
  const own = machine.transition;
  machine.transition = (...args: Sent) => {
    sent.push(args);
    return own.apply(machine, args);
  };
  try {
    run();
  } finally {
    machine.transition = own;
  }
  return sent;
}

function journalOfStory(): Entry[] {
  return historyOf(wholeJourney(start), start, today).map((statement, index) => {
    const recordedAt = noon((statement.effectiveAt ?? today).slice(0, 10));
    return buildEntry(statement, { seq: index + 1, requestId: 'bench', recordedAt }, recordedAt);
  });
}

function millisecondsOf(run: () => unknown): number {
  const before = performance.now();
  run();
  return performance.now() - before;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The median of each run's times; the runs take turns, so that whatever disturbs one disturbs all. */
function medians<Name extends string>(runs: Readonly<Record<Name, () => unknown>>): Record<Name, number> {
  const names = Object.keys(runs) as Name[];
  const times = names.map((): number[] => []);
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    names.forEach((name, index) => {
      const taken = millisecondsOf(runs[name]);
      if (round >= 0) times[index]?.push(taken);
    });
  }
  return Object.fromEntries(names.map((name, index) => [name, median(times[index] ?? [])])) as Record<
    Name,
    number
  >;
}

const journal = journalOfStory();
const last = journal.slice(-1);
const earlier = journal.slice(0, -1);
const kept = fold(rulebook, earlier, last[0]?.recordedAt ?? now);
const whole = (): unknown => fold(rulebook, journal, now);
const sent = sentBy(whole);

const { folding, bare, step } = medians({
  folding: whole,
  bare: () => {
    for (const [snapshot, event] of sent) transition(machine, snapshot, event);
  },
  step: () => foldOn(kept, earlier, last, now),
});

const inMilliseconds = (value: number): string => `${value.toFixed(3)} ms`;
const ratio = folding / bare;
console.log(`a journey of four years: ${journal.length} entries, ${sent.length} events, ${rounds} rounds`);
console.log(`the whole fold           ${inMilliseconds(folding)}`);
console.log(`its transition() calls   ${inMilliseconds(bare)}`);
console.log(`ratio                    ${ratio.toFixed(2)} (at most ${limit})`);
console.log(
  `one more entry (foldOn)  ${inMilliseconds(step)}, ${(step / folding).toFixed(3)} of the whole fold`,
);
process.exitCode = ratio <= limit ? 0 : 1;
