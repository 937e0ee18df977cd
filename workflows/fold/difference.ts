/** Where two folds of one journey at the same instant differ: where it stands, and what is due when. Pure. */
import type { Deadline, Folded } from './folded.ts';
import { type DeadlineView, describe, type Place, placesOf } from './view.ts';

/** A deadline to come on another day than before. */
export interface MovedDeadline extends DeadlineView {
  /** Its day before. */
  readonly from: DeadlineView['dueOn'];
}

export interface Difference {
  /** States the journey would no longer be in, and states it would be in instead. */
  readonly left: readonly Place[];
  readonly entered: readonly Place[];
  /** Deadlines to come that are new, gone, or on another day. */
  readonly gained: readonly DeadlineView[];
  readonly lost: readonly DeadlineView[];
  readonly moved: readonly MovedDeadline[];
}

/** What leads from one fold to the other. */
export function differenceBetween(before: Folded, after: Folded): Difference {
  const was = placesOf(before);
  const is = placesOf(after);
  const without = (places: readonly Place[], others: readonly Place[]): Place[] =>
    places.filter(({ path }) => !others.some((other) => other.path === path));
  const dates = (folded: Folded) =>
    new Set(folded.open.map(({ dueOn, ...about }) => `${matterOf(about)} ${dueOn}`));
  const [datesBefore, datesAfter] = [dates(before), dates(after)];
  const unique = (open: readonly Deadline[], known: ReadonlySet<string>): Deadline[] =>
    open.filter((deadline) => !known.has(`${matterOf(deadline)} ${deadline.dueOn}`));
  const gone = unique(before.open, datesAfter);
  const fresh = unique(after.open, datesBefore);
  const sameMatter = (one: Deadline, others: readonly Deadline[]): Deadline | undefined =>
    others.find((other) => matterOf(other) === matterOf(one));
  return {
    left: without(was, is),
    entered: without(is, was),
    gained: fresh.filter((one) => !sameMatter(one, gone)).map((one) => describe(one, after)),
    lost: gone.filter((one) => !sameMatter(one, fresh)).map((one) => describe(one, before)),
    moved: fresh.flatMap((one) => {
      const known = sameMatter(one, gone);
      return known ? [{ ...describe(one, after), from: known.dueOn }] : [];
    }),
  };
}

/** What a deadline is about, whatever its day. */
const matterOf = ({ key, item, state }: Pick<Deadline, 'key' | 'item' | 'state'>): string =>
  `${state} ${key} ${item ?? ''}`;

/** Whether anything differs. */
export const differs = (difference: Difference): boolean =>
  Object.values(difference).some(({ length }) => length > 0);
