/**
 * What shall exist in the world because of a journey's state. A closed union: the fold names effects, activities carry
 * them out. This file knows nothing of how that is done.
 */
import type { JourneyEvent } from '../journal/events.ts';
import type { NoticeKey } from '../machine/notices.ts';
import type { Day, Instant } from '../policy/calendar.ts';
import type { FederalState } from '../policy/holidays.ts';
import type { DeadlineKey } from '../policy/policy.ts';
import type { NewsTopic, Role, Rung, SchoolWeekday } from './words.ts';

export type { NoticeKey };

/** What a reminder is about: a deadline that has fired, or news. */
export type ReminderTopic = NoticeKey | NewsTopic;

/** What each kind of effect needs to know. Opaque ids, dates and codes only: never a name or an address. */
export interface EffectParams {
  /** A meeting of everybody who must come; the activity finds the slot. */
  reflectionMeeting: {
    /** The day the cadence made it due. */
    dueOn: Day;
    /** Least number of days between invitation and meeting. */
    noticeDays: number;
    /** Where the working days are reckoned. */
    federalState: FederalState;
    attendees: readonly Role[];
    /** When the participant is at school: on these weekdays, and in these blocks. */
    school?: SchoolTimes;
    /** Opaque id of the case worker, or the deputy, who comes. */
    caseWorker?: string;
    /** Set where a case worker moved the meeting to a time of their own. */
    startsAt?: Instant;
  };
  /** A conflict that nobody settled in time, or that somebody took further by hand. */
  conflictEscalation: {
    /** `seq` of the entry that opened the conflict. */
    conflict: number;
    /** First, second … conflict of the journey; for display only. */
    ordinal: number;
    rung: Rung;
    to: readonly Role[];
    /** Last day on which an answer still counts. */
    respondBy: Day;
  };
  /** A notice about something due or overdue. */
  reminder: {
    topic: ReminderTopic;
    to: readonly Role[];
    /** The date the notice speaks of. */
    dueOn: Day;
    /** What it is about, where several run at once: a goal's entry, a month, a training year. */
    item?: number;
    /** Who cannot be told without consent. */
    about?: readonly Role[];
    /** Opaque id of the case worker meant, where it is not the one assigned. */
    caseWorker?: string;
    /** Who brought it about, where it is somebody's answer. */
    from?: Role;
  };
  /** Lessons that somebody with room for them is to give. */
  learningSupport: {
    subject: string;
    dueOn: Day;
  };
  /** What a company should know of assisted training before it takes somebody on; names nobody. */
  informationPackage: {
    company: string;
    dueOn: Day;
  };
}

/** When the vocational school teaches. */
export interface SchoolTimes {
  readonly weekdays: readonly SchoolWeekday[];
  readonly blocks: readonly { readonly from: Day; readonly to: Day }[];
}

export type EffectKind = keyof EffectParams;

/** An effect without its moment and cause, as the machine names it. */
export type EffectRequest = {
  [K in EffectKind]: {
    /** Identity: kind, and the root `seq` of the entry that opened the cycle the effect belongs to. */
    key: string;
    kind: K;
    params: EffectParams[K];
    /** The state the effect speaks for, region first: `phase.accompanied.training`. */
    speaksFor: string;
  };
}[EffectKind];

/** The machine takes back what no longer shall be: a meeting whose journey has ended. */
export interface Withdrawal {
  readonly withdraw: string;
}

/** An effect as the fold keeps it. */
export type Effect = EffectRequest & {
  readonly at: Instant;
  /** Root `seq` of the entry that led to it, and the deadline where one did. */
  readonly cause: { readonly entry: number; readonly deadline?: DeadlineKey };
  /** Which visit of the state it speaks for made it. */
  readonly visit: number;
  /** The moment from which it is done and nothing can change it: a meeting's slot. */
  readonly fixedFrom?: Instant;
  /** When the machine took it back. */
  readonly withdrawnAt?: Instant;
};

/** A lasting effect is made good however late; a notice whose moment has passed is only made while it still matters. */
export const lasting = {
  reflectionMeeting: true,
  conflictEscalation: false,
  reminder: false,
  learningSupport: false,
  informationPackage: false,
} as const satisfies Record<EffectKind, boolean>;

/** What an activity is asked to do: one effect, at one revision. */
export type Order<K extends EffectKind = EffectKind> = {
  [P in K]: {
    journey: string;
    site: string;
    /** The assigned case worker's opaque id, where one is assigned. */
    caseWorker?: string | undefined;
    key: string;
    /** Raised by every change of the same key; a lower one than the store has seen is ignored. */
    rev: number;
    op: 'make' | 'amend' | 'withdraw';
    kind: P;
    params: EffectParams[P];
    /** When the effect became due. */
    at: Instant;
    /** The journey's clock when the change was handed out: activities take their now from here. */
    now: Instant;
    /** Made good after its moment had passed. */
    late: boolean;
  };
}[K];

/** What an activity's result means to the journey; the workflow enters it as the system's own entry. */
export type Answer = JourneyEvent | null;

/** The activity that carries out each kind. */
export const activityOf = {
  reflectionMeeting: 'scheduleReflectionMeeting',
  conflictEscalation: 'escalateConflict',
  reminder: 'remind',
  learningSupport: 'requestLearningSupport',
  informationPackage: 'sendInformationPackage',
} as const satisfies Record<EffectKind, string>;
