/**
 * The course of a journey: what a fold passes through and forgets, told in days. Stages, conflicts and pauses, each from when to
 * when, for papers and figures. It is read off the fold itself, so that no second table says what follows what. Pure.
 */
import type { Entry } from '../../journal/entry.ts';
import { type Live, liveEntries } from '../../journal/live.ts';
import { germanDay, type Instant } from '../../policy/calendar.ts';
import { advance, begin, foldOn } from '../fold.ts';
import type { Folded } from '../folded.ts';
import type { Rulebook } from '../rulebook.ts';
import { type ConflictCourse, conflictsSeen } from './conflicts.ts';
import { type Pause, pausesSeen } from './pauses.ts';
import { type Stretch, stretchesSeen } from './stretches.ts';

/** A journey, where it stands and how it came there. */
export interface Course {
  /** Its opaque id. */
  readonly journey: string;
  readonly folded: Folded;
  /** The entries that count, in the order in which they happened. */
  readonly live: readonly Live[];
  /** Where it stood, oldest first. */
  readonly stretches: readonly Stretch[];
  readonly conflicts: readonly ConflictCourse[];
  readonly pauses: readonly Pause[];
}

/**
 * Folds a journal and keeps what it passes through.
 * @throws Refusal as `fold` does
 */
export function courseOf(
  journey: string,
  rulebook: Rulebook,
  journal: readonly Entry[],
  now: Instant,
): Course {
  const live = liveEntries(journal);
  const before = begin(rulebook, live[0]?.at ?? now);
  const start: Course = { journey, folded: before, live, stretches: [], conflicts: [], pauses: [] };
  return waited(live.reduce(told, start), now);
}

/** One entry, after all that was due before it. */
function told(course: Course, live: Live): Course {
  const known = waited(course, live.at);
  return seen(known, foldOn(known.folded, [], [plain(live)], live.at));
}

/** An entry as if it had been right from the start: by its root, at its own moment. */
function plain({ entry, event, root, at }: Live): Entry {
  const { requestId, recordedAt, actor } = entry;
  return { seq: root, requestId, recordedAt, effectiveAt: at, actor, event };
}

/** Fires what is due by then, one at a time: each may lead elsewhere. */
function waited(course: Course, now: Instant): Course {
  let current = course;
  for (let due = current.folded.open[0]; due && due.at <= now; due = current.folded.open[0])
    current = seen(current, advance(current.folded, due.at));
  return { ...current, folded: advance(current.folded, now) };
}

function seen(course: Course, folded: Folded): Course {
  const day = germanDay(folded.now);
  return {
    ...course,
    folded,
    stretches: stretchesSeen(course.stretches, folded, day),
    conflicts: conflictsSeen(course.conflicts, folded, day),
    pauses: pausesSeen(course.pauses, folded, day),
  };
}
