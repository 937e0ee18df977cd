/** What somebody was told and is still to do something about: the open escalations and reminders of a journey. Pure. */
import type { Effect, EffectKind } from '../effects/effects.ts';
import type { Role } from '../effects/words.ts';
import type { Facts } from '../machine/facts.ts';
import { compare, type Day, type Instant } from '../policy/calendar.ts';
import type { Fired, Folded } from './folded.ts';
import { stillWaiting } from './view.ts';

export interface OpenNotice {
  readonly key: string;
  readonly kind: EffectKind;
  /** The reminder's topic, the conflict's rung, the subject of lessons. */
  readonly topic: string;
  readonly to: readonly Role[];
  readonly dueOn: Day;
  readonly since: Instant;
}

/** Notices whose matter outlasts or ends before the state they speak for. */
const settled: { readonly [topic: string]: (facts: Facts) => boolean } = {
  meetingsMissed: ({ missedInRow }) => missedInRow === 0,
  // It is in the list of effects that are stuck.
  effectStuck: () => true,
};

/** Notices that nobody has answered yet, oldest first. One is answered when what it speaks of is no longer so. */
export function openNotices(folded: Folded): OpenNotice[] {
  const { facts } = folded.snapshot.context;
  const waiting = new Set(stillWaiting(folded));
  return Object.values(folded.effects)
    .filter((effect) => effect.withdrawnAt === undefined && isOpen(effect, folded, waiting))
    .flatMap((effect) => {
      const told = toldBy(effect);
      if (!told || settled[told.topic]?.(facts)) return [];
      return [{ key: effect.key, kind: effect.kind, ...told, since: effect.at }];
    })
    .toSorted((a, b) => compare(a.since, b.since));
}

/** Its state still lasts; and where the deadline that fired still runs in its own, the date has not moved since. */
function isOpen(
  { cause, at, params, visit, speaksFor }: Effect,
  folded: Folded,
  waiting: ReadonlySet<Fired>,
): boolean {
  if (folded.visits[speaksFor]?.number !== visit) return false;
  const item = 'item' in params ? params.item : undefined;
  const fired = folded.fired.find((one) => one.key === cause.deadline && one.at === at && one.item === item);
  const lasts = fired !== undefined && folded.visits[fired.state]?.number === fired.visit;
  return !lasts || waiting.has(fired);
}

/** What a notice says to whom; an invitation and an information package ask nobody for an answer. */
function toldBy(effect: Effect): Pick<OpenNotice, 'topic' | 'to' | 'dueOn'> | undefined {
  switch (effect.kind) {
    case 'reminder': {
      const { topic, to, dueOn } = effect.params;
      return { topic, to, dueOn };
    }
    case 'conflictEscalation': {
      const { rung, to, respondBy } = effect.params;
      return { topic: rung, to, dueOn: respondBy };
    }
    case 'learningSupport': {
      const { subject, dueOn } = effect.params;
      return { topic: subject, to: ['learningSupporter'], dueOn };
    }
    case 'reflectionMeeting':
    case 'informationPackage':
      return undefined;
  }
}
