/** What was carried out for a journey, as both of its homes can tell: enough to rebuild the one from the other. */
import type { Instant } from '../policy/calendar.ts';
import type { Answer, EffectKind, Order } from './effects.ts';
import type { Role } from './words.ts';

/** The highest revision of a key that was begun or done. */
export interface Deed {
  readonly key: string;
  readonly rev: number;
  readonly op: Order['op'];
  readonly kind: EffectKind;
  /** Empty where the effect is no longer known. */
  readonly params: Order['params'] | Record<string, never>;
  readonly at: Instant;
  readonly late: boolean;
  readonly done: boolean;
  readonly answer: Answer;
}

/** The slot a meeting has or had. */
export interface MeetingDeed {
  readonly key: string;
  readonly rev: number;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly status: 'scheduled' | 'cancelled';
  readonly byHand: boolean;
  readonly attendees: readonly Role[];
  readonly caseWorker: string | null;
}

export interface Deeds {
  readonly effects: readonly Deed[];
  readonly meetings: readonly MeetingDeed[];
}

const kinds: Readonly<Record<string, EffectKind>> = {
  reflection: 'reflectionMeeting',
  conflict: 'conflictEscalation',
  reminder: 'reminder',
  learningSupport: 'learningSupport',
  informationPackage: 'informationPackage',
};

/** The kind that a key begins with: it outlives the effect. Pure. */
export function kindOf(key: string): EffectKind {
  return kinds[key.slice(0, key.indexOf('/'))] ?? 'reminder';
}

/** Under which request id the answer to a revision is entered. Pure. */
export const answerId = (key: string, rev: number): string => `answer/${key}/${rev}`;

/**
 * One of each key, of the highest revision; of the same revision the later in the list, unless `stays` keeps the earlier.
 * Pure.
 */
export function newest<T extends { readonly key: string; readonly rev: number }>(
  all: readonly T[],
  stays: (one: T, other: T) => boolean = () => false,
): readonly T[] {
  const found = new Map<string, T>();
  for (const other of all) {
    const one = found.get(other.key);
    const isOlder = one && (one.rev > other.rev || (one.rev === other.rev && stays(one, other)));
    if (!isOlder) found.set(other.key, other);
  }
  return [...found.values()];
}

/** All that a workflow knows to have been handed out, carried out or still open. Pure. */
export const knownDeeds = (books: {
  readonly deeds: Deeds;
  readonly open: readonly Deed[];
}): readonly Deed[] => [...books.deeds.effects, ...books.open];

/** Deeds of one home that the other does not have, or only in an older revision. Pure. */
export function missingDeeds(wanted: Deeds, held: Deeds): Deeds {
  const effects = new Map(held.effects.map((deed) => [deed.key, deed]));
  const meetings = new Map(held.meetings.map((deed) => [deed.key, deed]));
  return {
    effects: wanted.effects.filter(({ key, rev, done }) => {
      const known = effects.get(key);
      return !known || known.rev < rev || (known.rev === rev && done && !known.done);
    }),
    meetings: wanted.meetings.filter(({ key, rev }) => (meetings.get(key)?.rev ?? 0) < rev),
  };
}

/**
 * Deeds of which nothing is known in their revision: the next order of the key would be dropped as older, or get their
 * answer. Pure.
 */
export function unheardOf(deeds: readonly Deed[], known: readonly Deed[]): readonly Deed[] {
  const last = new Map(newest(known).map((deed) => [deed.key, deed]));
  return deeds.filter(({ key, rev, op }) => {
    const { rev: own = 0, op: ownOp = op } = last.get(key) ?? {};
    return own < rev || (own === rev && ownOp !== op);
  });
}
