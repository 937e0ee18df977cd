/** The protocol of a journey: what is sent to it, what comes back, and what the server may index of it. */
import { defineSearchAttributeKey, type SearchAttributeType } from '@temporalio/common';
import { defineQuery, defineUpdate } from '@temporalio/workflow';
import type { Summary } from '../activities/index.ts';
import type { Deed, Deeds } from './effects/deeds.ts';
import type { EffectKind, Order } from './effects/effects.ts';
import type { Role } from './effects/words.ts';
import type { Change } from './fold/changes.ts';
import type { Difference } from './fold/difference.ts';
import type { Explanation } from './fold/explain.ts';
import type { Versions } from './fold/rulebook.ts';
import type { FullView, View } from './fold/view.ts';
import type { Entry, Statement } from './journal/entry.ts';
import type { Reason, RefusalCode } from './journal/refusal.ts';
import type { Instant } from './policy/calendar.ts';

/** The workflow type's name, and its task queue where none is configured. */
export const journeyType = 'journey';
export const defaultTaskQueue = 'journeys';
export const workflowIdOf = (journey: string): string => `journey-${journey}`;
export const journeyOf = (workflowId: string): string => workflowId.slice(workflowIdOf('').length);

/** What a journey is started with, and what it hands to its next run. */
export interface JourneyInput extends Versions {
  /** The participant's opaque id. */
  journey: string;
  journal: readonly Entry[];
  /** Since when the journey is under these versions; absent where it always was. */
  rulesSince?: Instant | undefined;
  /** Folded so far; nothing before it is sent. Absent at the first start. */
  upTo?: Instant;
  /** What was handed out for each effect. */
  handed?: Readonly<Record<string, Handed>>;
  /** What requests led to, by their id, where it was anything: the server forgets it between runs. */
  told?: Readonly<Record<string, Told>>;
  /** Entries that are in the store. */
  recorded?: number;
  /** History events after which a run hands over to the next. */
  runLength?: number;
}

/** What was last handed out for a key. `order` is there while it is not done. */
export interface Handed {
  readonly rev: number;
  readonly op: Change['op'];
  readonly order?: Order;
}

export interface TellRequest {
  /** The sender's own (see `parseRequestId`); the same id with the same statements is answered again, never entered again. */
  requestId: string;
  /** One statement or several that need each other: all or nothing. */
  statements: readonly Statement[];
}

export interface ChangeSummary {
  op: Change['op'];
  key: string;
  kind: EffectKind;
  /** Absent where nothing is handed out. */
  rev?: number;
}

/** What a request led to. */
export interface Told {
  /** The entries' numbers in the journal. */
  seqs: readonly number[];
  changes: readonly ChangeSummary[];
}

export interface TellResult extends Told {
  view: View;
}

/** A change of an effect that is not carried out yet. */
export type ChangePreview = ChangeSummary & {
  at: Instant;
  params: Change['effect']['params'];
  late: boolean;
};

export interface PreviewResult {
  changes: readonly ChangePreview[];
  /** States and deadlines that would change. */
  difference: Difference;
  view: View;
}

export const previewOf = ({ op, late, effect: { key, kind, at, params } }: Change): ChangePreview => ({
  op,
  key,
  kind,
  at,
  params,
  late,
});

/** What another rulebook led to. */
export interface MigrateResult extends Versions {
  /** The versions before. */
  from: Versions;
  changes: readonly ChangeSummary[];
  difference: Difference;
}

/** A refusal as data: queries have no other way to carry reasons. */
export interface Refused {
  refusal: { code: RefusalCode; reasons: readonly Reason[] };
}

/** What a journey's workflow says that the store should hold. */
export interface Books {
  journal: readonly Entry[];
  summary: Summary;
  /** The journey's clock when it last did something. */
  asOf: Instant;
  deeds: Deeds;
  /** What was handed out and is not carried out yet: the store may know of it already. */
  open: readonly Deed[];
}

/** What a home of the truth holds of a journey. */
export interface Kept extends Versions, Deeds {
  readonly journey: string;
  readonly journal: readonly Entry[];
  /** Since when it is under these versions; `null` where it always was. */
  readonly rulesSince: Instant | null;
  /** The journey's clock when it was last recorded. */
  readonly asOf: Instant | null;
}

/** Enters statements. Refused with code and reasons, leaving no trace, where the machine or a rule does not allow them. */
export const tell = defineUpdate<TellResult, [TellRequest]>('tell');
/**
 * Puts the journey under another rulebook; the versions that are left out stay. Refused with the entry that would become
 * impossible; asked for again it changes nothing.
 */
export const migrate = defineUpdate<MigrateResult, [Partial<Versions>]>('migrate');
/** The store holds only so many first entries: all else is recorded again, and what was carried out. */
export const recordAgain = defineUpdate<void, [number]>('recordAgain');
/**
 * Goes on from both, what the workflow knows and what the store holds. Gives the keys of effects of which neither knows
 * that they were sent: they are not. Refused, leaving no trace, with `journal-differs` where something that was said
 * would be lost, or with the entry that would become impossible.
 */
export const resume = defineUpdate<readonly string[], [Kept]>('resume');
/**
 * Goes on with a journey that was transferred away and comes back: with its own journal and what happened since. Refused,
 * leaving no trace, with `journey-exists` where something was entered here after the transfer.
 */
export const comeBack = defineUpdate<void, [JourneyInput]>('comeBack');
/** What the store should hold. */
export const books = defineQuery<Books, []>('books');
/** Queries take the sender's now: in a query the journey's own clock stands at its last task. */
export const view = defineQuery<FullView, [Instant]>('view');
/** What was last handed out for each effect. */
export const handed = defineQuery<Readonly<Record<string, Handed>>, []>('handed');
export const journal = defineQuery<readonly Entry[], []>('journal');
/** What telling these statements now would do. Nothing is changed. */
export const preview = defineQuery<PreviewResult | Refused, [readonly Statement[], Instant]>('preview');
/** What another rulebook would do to the journey. Nothing is changed. */
export const previewMigration = defineQuery<MigrateResult | Refused, [Partial<Versions>, Instant]>(
  'previewMigration',
);
export const explain = defineQuery<readonly Explanation[], [Instant, Role?]>('explain');

/** What the server indexes. None names a person; each must be registered before the first start. */
export const searchAttributes = {
  Phase: 'KEYWORD',
  Attention: 'KEYWORD',
  NextDeadline: 'DATETIME',
  CaseWorker: 'KEYWORD',
  Site: 'KEYWORD',
  ConflictRung: 'KEYWORD',
  MachineVersion: 'INT',
  PolicyVersion: 'KEYWORD',
} as const satisfies Record<string, SearchAttributeType>;

export const phaseKey = defineSearchAttributeKey('Phase', 'KEYWORD');
export const attentionKey = defineSearchAttributeKey('Attention', 'KEYWORD');
export const nextDeadlineKey = defineSearchAttributeKey('NextDeadline', 'DATETIME');
export const caseWorkerKey = defineSearchAttributeKey('CaseWorker', 'KEYWORD');
export const siteKey = defineSearchAttributeKey('Site', 'KEYWORD');
export const conflictRungKey = defineSearchAttributeKey('ConflictRung', 'KEYWORD');
export const machineVersionKey = defineSearchAttributeKey('MachineVersion', 'INT');
export const policyVersionKey = defineSearchAttributeKey('PolicyVersion', 'KEYWORD');
