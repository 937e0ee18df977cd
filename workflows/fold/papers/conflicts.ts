/** The conflicts of a journey, each with the highest rung it came to: when and how high, never about what. Pure. */
import { type Rung, rungs } from '../../effects/words.ts';
import type { Day } from '../../policy/calendar.ts';
import type { Folded } from '../folded.ts';

export interface ConflictCourse {
  /** Root `seq` of the entry that raised it. */
  readonly entry: number;
  readonly from: Day;
  /** The day on which it ended; none while it lasts. */
  readonly to?: Day;
  readonly highest: Rung;
}

/** The conflicts after one more look at the journey, on a day. */
export function conflictsSeen(
  known: readonly ConflictCourse[],
  { visits, snapshot }: Folded,
  day: Day,
): readonly ConflictCourse[] {
  const { conflict } = snapshot.context.facts;
  const last = known.at(-1);
  const others = known.slice(0, -1);
  const open = visits['conflict.open'] === undefined ? undefined : conflict;
  if (!open) return last && last.to === undefined ? [...others, { ...last, to: day }] : known;
  if (last?.entry !== open.entry) return [...known, { entry: open.entry, from: day, highest: open.rung }];
  const highest = higher(last.highest, open.rung);
  return highest === last.highest ? known : [...others, { ...last, highest }];
}

const higher = (a: Rung, b: Rung): Rung => (rungs.indexOf(a) >= rungs.indexOf(b) ? a : b);
