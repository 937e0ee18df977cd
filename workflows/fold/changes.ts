/** The difference between the effects of two folds: what to make, amend, withdraw, and what is too late to be made. Pure. */
import { type Effect, lasting } from '../effects/effects.ts';
import { compare } from '../policy/calendar.ts';
import type { Folded } from './folded.ts';

export interface Change {
  readonly op: 'make' | 'amend' | 'withdraw' | 'skip';
  readonly effect: Effect;
  /** Made although its moment had passed. */
  readonly late: boolean;
}

/** What the comparison needs beside the two folds. */
export interface Telling {
  /** Roots of the entries just told: what they cause themselves is made, however late. */
  readonly told: ReadonlySet<number>;
  /** Keys skipped before: amending a skipped notice skips it. */
  readonly skipped: ReadonlySet<string>;
}

const alive = (effect: Effect | undefined): effect is Effect =>
  effect !== undefined && effect.withdrawnAt === undefined;

/** The changes that lead from the effects of one fold to those of another, in the order of the effects' moments. */
export function changesBetween(before: Folded, after: Folded, { told, skipped }: Telling): Change[] {
  const changes: Change[] = [];
  for (const effect of Object.values(after.effects)) {
    const known = before.effects[effect.key];
    if (effect === known) continue;
    if (alive(effect) && !alive(known)) {
      // Where an undo brings back a meeting whose slot has passed, nobody is invited again.
      if (!fixed(effect, after)) changes.push(makeOrSkip(effect, before, after, told));
    } else if (alive(effect) && alive(known) && differs(effect, known) && !fixed(known, after)) {
      const past = !lasting[effect.kind] && effect.at <= before.now;
      if (!skipped.has(effect.key)) changes.push({ op: 'amend', effect, late: false });
      else if (!past) changes.push(makeOrSkip(effect, before, after, told));
    }
  }
  for (const known of Object.values(before.effects)) {
    const gone = !alive(after.effects[known.key]);
    if (alive(known) && gone && !skipped.has(known.key) && !fixed(known, after)) {
      changes.push({ op: 'withdraw', effect: after.effects[known.key] ?? known, late: false });
    }
  }
  return changes.sort((a, b) => compare(a.effect.at, b.effect.at));
}

/**
 * The changes that another rulebook makes to a journey at the same instant: what lasts is made, amended or withdrawn, what
 * was asked for and is no longer is closed; notices of the past are listed as skipped or stay as they were sent.
 */
export function changesAtMigration(
  before: Folded,
  after: Folded,
  skipped: Telling['skipped'] = new Set(),
): Change[] {
  const all = changesBetween(before, after, { told: new Set(), skipped });
  return all.flatMap((change): Change[] => {
    const isNotice = !lasting[change.effect.kind];
    if (isNotice && change.op === 'amend') return [];
    return isNotice && change.op === 'make' ? [{ ...change, op: 'skip', late: false }] : [change];
  });
}

/** What was last handed out for a key; `order` is there while it is not carried out. */
export interface HandedOut {
  readonly op: Change['op'];
  readonly order?: unknown;
}

/**
 * What a change of provider adds to the changes between two folds. Who transfers a journey calls off what has not been
 * carried out yet; who goes on with it makes good what was called off, as far as it still matters. So each thing is done
 * by one of them.
 */
export function changesOfMove(
  before: Folded,
  after: Folded,
  handed: Readonly<Record<string, HandedOut>>,
  changes: readonly Change[],
): Change[] {
  const [wasAway, isAway] = [isTransferred(before), isTransferred(after)];
  if (wasAway === isAway) return [];
  const changed = new Set(changes.map(({ effect }) => effect.key));
  return Object.values(after.effects).flatMap((effect): Change[] => {
    const { op, order } = handed[effect.key] ?? {};
    const isOver = !alive(effect) || fixed(effect, after);
    if (isOver || changed.has(effect.key) || op === undefined) return [];
    if (wasAway) return op === 'withdraw' ? [makeOrSkip(effect, before, after, new Set())] : [];
    return order !== undefined && op !== 'withdraw' ? [{ op: 'withdraw', effect, late: false }] : [];
  });
}

const isTransferred = ({ visits }: Folded): boolean => visits['phase.closed.transferred'] !== undefined;

/**
 * What lasts is made good. A notice is past if its moment lies at or before the previous fold's now (not the wall clock: an
 * outage makes nothing past); a past one is still made if the told entry itself caused it or what it speaks for still is.
 */
function makeOrSkip(effect: Effect, before: Folded, after: Folded, told: ReadonlySet<number>): Change {
  const past = effect.at <= before.now;
  const late = past && effect.at < after.now;
  if (lasting[effect.kind] || !past) return { op: 'make', effect, late };
  const direct = effect.cause.deadline === undefined && told.has(effect.cause.entry);
  const current = after.visits[effect.speaksFor]?.number === effect.visit;
  return direct || current ? { op: 'make', effect, late } : { op: 'skip', effect, late: false };
}

const differs = (a: Effect, b: Effect): boolean => JSON.stringify(a.params) !== JSON.stringify(b.params);

const fixed = ({ fixedFrom }: Effect, { now }: Folded): boolean =>
  fixedFrom !== undefined && fixedFrom <= now;
