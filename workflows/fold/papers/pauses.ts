/** The pauses of training: parental leave and other interruptions, from the first day to the one on which it went on. Pure. */
import type { Day } from '../../policy/calendar.ts';
import type { Folded } from '../folded.ts';

export interface Pause {
  /** Root `seq` of the entry that began it. */
  readonly entry: number;
  readonly kind: 'parentalLeave' | 'interrupted';
  readonly from: Day;
  /** The last day that is planned, for a parental leave. */
  readonly until?: Day;
  /** The day on which training went on or came to its end; none while it lasts. */
  readonly overOn?: Day;
}

/** The pauses after one more look at the journey, on a day. */
export function pausesSeen(known: readonly Pause[], folded: Folded, day: Day): readonly Pause[] {
  const last = known.at(-1);
  const open = last && last.overOn === undefined ? last : undefined;
  const now = pauseIn(folded, day);
  if (open && now?.entry === open.entry) {
    return open.until === now.until ? known : [...known.slice(0, -1), { ...open, ...untilOf(now) }];
  }
  const before = open ? [...known.slice(0, -1), { ...open, overOn: day }] : known;
  return now ? [...before, now] : before;
}

function pauseIn({ visits, snapshot }: Folded, day: Day): Pause | undefined {
  const { leave } = snapshot.context.facts;
  const onLeave = visits['pause.parentalLeave'];
  if (onLeave && leave)
    return { entry: onLeave.entry, kind: 'parentalLeave', from: leave.from, until: leave.until };
  const interrupted = visits['pause.interrupted'];
  return interrupted && { entry: interrupted.entry, kind: 'interrupted', from: day };
}

const untilOf = ({ until }: Pause): Pick<Pause, 'until'> => (until === undefined ? {} : { until });
