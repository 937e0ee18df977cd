/** What is known of reflection meetings: cadence, cycle, slot, the last one. */
import type { Reply, Role } from '../../effects/words.ts';
import type { Day, Instant } from '../../policy/calendar.ts';

export interface Meeting {
  /** Key of the effect that invited to it. */
  readonly key: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** Root `seq` of the system's entry. */
  readonly entry: number;
  /** What those invited have answered, by role; a new slot asks them anew. */
  readonly replies?: { readonly [R in Role]?: Reply };
}

export interface MeetingFacts {
  /** What the cadence of reflection meetings goes by. */
  readonly stage: 'preparation' | 'probation' | 'established';
  /** What the cadence counts from while no meeting was held: a phase's start. */
  readonly cadenceSince?: Day;
  /** The day of the last meeting held or given up. */
  readonly lastMeetingOn?: Day;
  /** The day agreed for the next one, where the last one named it. */
  readonly nextMeetingOn?: Day | undefined;
  /** Root `seq` of the entry that opened the current meeting cycle. */
  readonly cycle: number;
  /** The day the meeting in preparation became due. */
  readonly meetingDueOn?: Day | undefined;
  readonly meeting?: Meeting | undefined;
  /** When the case worker moved it to. */
  readonly movedTo?: Instant | undefined;
  readonly missedInRow: number;
}

export const noMeetings: MeetingFacts = { stage: 'preparation', cycle: 0, missedInRow: 0 };
