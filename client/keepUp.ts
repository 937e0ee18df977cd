/**
 * Tells a journey what happened, in order, and in between what keeping up takes: the report submitted on the day it is due,
 * the meeting held. Pure.
 */
import { advance, begin, foldOn } from '../workflows/fold/fold.ts';
import type { Deadline, Folded } from '../workflows/fold/folded.ts';
import type { Rulebook } from '../workflows/fold/rulebook.ts';
import { type Actor, buildEntry, type Entry } from '../workflows/journal/entry.ts';
import type { JourneyEvent } from '../workflows/journal/events.ts';
import { Refusal } from '../workflows/journal/refusal.ts';
import {
  compare,
  type Day,
  earlier,
  germanDay,
  type Instant,
  later,
  noon,
} from '../workflows/policy/calendar.ts';

/** Something that happened on a day. */
export interface Saying {
  readonly on: Day;
  readonly event: JourneyEvent;
  readonly actor: Actor;
}

export interface Keeping {
  readonly rulebook: Rulebook;
  /** What a deadline's day asks for, if that is kept up with. */
  readonly dutyOf: (deadline: Deadline) => Omit<Saying, 'on'> | undefined;
  /** The last day on which everything is kept up with; none where nothing is. */
  readonly until?: Day | undefined;
  /** Puts in the numbers of entries that an event refers to. */
  readonly referring: (event: JourneyEvent, told: readonly Entry[]) => JourneyEvent;
  /** When what happened on a day is typed. */
  readonly recordedAt: (on: Day) => Instant;
}

export interface Kept {
  readonly entries: readonly Entry[];
  readonly folded: Folded;
}

/** What was refused, and of which saying; none where it was a duty of keeping up. */
export interface NotTold {
  readonly refusal: Refusal;
  readonly saying?: Saying;
}

/** The sayings, in the order of their days, and all duties between them as a journal. */
export function tellAll(sayings: readonly Saying[], keeping: Keeping): Kept | NotTold {
  const { rulebook, until } = keeping;
  const [first] = sayings;
  let kept: Kept = { entries: [], folded: begin(rulebook, noon(first?.on ?? until ?? '2008-01-01')) };
  let current: Saying | undefined;
  try {
    for (const saying of sayings) {
      current = undefined;
      if (until !== undefined && kept.entries.length > 0)
        kept = caughtUp(kept, earlier(saying.on, until), keeping);
      current = saying;
      kept = tell(kept, saying, keeping);
    }
    current = undefined;
    return until === undefined ? kept : caughtUp(kept, until, keeping);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return { refusal, ...(current ? { saying: current } : {}) };
  }
}

function tell({ entries, folded }: Kept, { on, event, actor }: Saying, keeping: Keeping): Kept {
  const recordedAt = keeping.recordedAt(on);
  const stamp = { seq: entries.length + 1, requestId: 'story', recordedAt };
  const said = { event: keeping.referring(event, entries), effectiveAt: on, actor };
  const entry = buildEntry(said, stamp, recordedAt);
  const now = on === germanDay(recordedAt) ? recordedAt : noon(on);
  return { entries: [...entries, entry], folded: foldOn(folded, entries, [entry], now) };
}

/** Does what is due until a day, each on its own day; what fires before may bring about another duty. */
function caughtUp(from: Kept, until: Day, keeping: Keeping): Kept {
  let kept = from;
  for (;;) {
    const { folded } = kept;
    const duties = folded.open.filter((deadline) => keeping.dutyOf(deadline) && deadline.dueOn <= until);
    const next = duties.toSorted((a, b) => compare(a.dueOn, b.dueOn))[0];
    const on = later(next?.dueOn ?? until, germanDay(folded.now));
    const by = earlier(noon(on), keeping.recordedAt(on));
    const before = folded.open.find((deadline) => deadline.at <= by && !keeping.dutyOf(deadline));
    const duty = next && keeping.dutyOf(next);
    if (before) kept = { ...kept, folded: advance(folded, before.at) };
    else if (duty) kept = tell(kept, { on, ...duty }, keeping);
    else return kept;
  }
}
