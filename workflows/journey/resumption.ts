/**
 * How a journey goes on from what is held of it, in the store alone or in both homes: nothing that was sent is sent again,
 * what was open goes on, and revisions rise from where they stood. Pure.
 */
import { answerId, type Deed } from '../effects/deeds.ts';
import { type Effect, lasting, type Order } from '../effects/effects.ts';
import { fold } from '../fold/fold.ts';
import type { Folded } from '../fold/folded.ts';
import { type Machines, machines, rulebookOf, versionsOf } from '../fold/rulebook.ts';
import { asBuilt, canonicalJson } from '../journal/canonical.ts';
import type { Handed, JourneyInput, Kept } from '../messages.ts';
import { type Instant, later } from '../policy/calendar.ts';
import { addressed } from './ledger.ts';

export interface Resumption {
  readonly input: JourneyInput;
  /** Effects that should be there and of which nothing is known: they are not sent, and a person should look. */
  readonly skipped: readonly string[];
}

/** What is held, and what it leads to. */
interface Held extends Kept {
  readonly folded: Folded;
}

/** What a run is started with that goes on from what is held. @throws Refusal where the journal is impossible. */
export function resumptionOf(kept: Kept, known: Machines = machines): Resumption {
  const journal = kept.journal.map(asBuilt);
  const rulebook = rulebookOf(kept, known);
  const folded = reached(kept, (now) => fold(rulebook, journal, now));
  const held = { ...kept, journal, folded };
  const handed = new Map(kept.effects.map((deed) => [deed.key, handedOf(deed, held)]));
  for (const effect of Object.values(folded.effects)) {
    const isUnknown = isAlive(effect) && !isFixed(effect, folded) && !handed.has(effect.key);
    if (isUnknown) handed.set(effect.key, { rev: 0, op: 'skip' });
  }
  // What lies before the first record is the past that a journey was imported with: nothing of it was ever sent.
  const begun = journal[0]?.recordedAt ?? '';
  const skipped = [...handed].filter(
    ([key, { op }]) => op === 'skip' && (folded.effects[key]?.at ?? '') > begun,
  );
  return {
    skipped: skipped.map(([key]) => key),
    input: {
      ...{
        journey: kept.journey,
        ...versionsOf(rulebook),
        rulesSince: kept.rulesSince ?? undefined,
        journal,
      },
      ...{ upTo: folded.now, handed: Object.fromEntries(handed), recorded: journal.length },
    },
  };
}

const isAlive = (effect: Effect | undefined): effect is Effect =>
  effect !== undefined && effect.withdrawnAt === undefined;

const isFixed = ({ fixedFrom = '~' }: Effect, { now }: Folded): boolean => fixedFrom <= now;

const isAway = ({ visits }: Folded): boolean => visits['phase.closed.transferred'] !== undefined;

/**
 * The fold at the moment up to which is known: effects that were begun after the last record count too, so that they are
 * not made a second time.
 */
function reached({ journal, asOf, effects }: Kept, at: (now: Instant) => Folded): Folded {
  const recorded = journal.reduce((last, { recordedAt }) => later(last, recordedAt), asOf ?? '');
  const furthest = at(effects.reduce((last, deed) => later(last, deed.at), recorded));
  const begun = effects.filter(({ key }) => furthest.effects[key] !== undefined);
  return at(begun.reduce((last, deed) => later(last, deed.at), recorded));
}

/**
 * Where a key stands. Done is done; an order that broke off, or whose answer was not entered, is carried out to its end;
 * one whose effect is gone, or has other params by now, is followed by the withdrawal or amendment that got lost.
 */
function handedOf(deed: Deed, held: Held): Handed {
  const { key, rev, op } = deed;
  const effect = held.folded.effects[key];
  if (!isAlive(effect) || (isAway(held.folded) && !deed.done)) return takenBack(deed, held);
  if (op === 'withdraw') {
    // What a transfer called off waits for the receiver, a slot that has passed for nobody; else it was to be made again.
    const isLeft = isAway(held.folded) || isFixed(effect, held.folded);
    return { rev, op: isLeft ? op : 'skip', ...openOrder(deed, held) };
  }
  if (!isOutdated(deed, effect, held)) return { rev, op, ...openOrder(deed, held) };
  return ordered({ ...deed, rev: rev + 1, op: 'amend', params: effect.params, at: effect.at }, held);
}

function openOrder(deed: Deed, held: Held): Pick<Handed, 'order'> {
  const { key, rev, done, answer } = deed;
  const isEntered = held.journal.some(
    ({ requestId, actor }) => actor.role === 'system' && requestId === answerId(key, rev),
  );
  return done && (answer === null || isEntered) ? {} : { order: orderOf(deed, held) };
}

/** A migration amends no notices that were sent before it. */
function isOutdated(deed: Deed, effect: Effect, { folded, rulesSince }: Held): boolean {
  const isOld = !lasting[effect.kind] && deed.at < (rulesSince ?? '');
  const isOther = canonicalJson(deed.params) !== canonicalJson(effect.params);
  return isOther && !isOld && !isFixed(effect, folded);
}

/** What exists in the world and not in the journal goes, but for a meeting whose slot has passed. */
function takenBack(deed: Deed, held: Held): Handed {
  const { key, rev, op, done } = deed;
  if (op === 'withdraw') return done ? { rev, op } : ordered(deed, held);
  const slot = held.meetings.find((meeting) => meeting.key === key)?.startsAt;
  if (slot !== undefined && slot <= held.folded.now) return { rev, op };
  return ordered({ ...deed, rev: rev + 1, op: 'withdraw' }, held);
}

const ordered = (deed: Deed, held: Held): Handed => ({
  ...{ rev: deed.rev, op: deed.op },
  order: orderOf(deed, held),
});

function orderOf({ key, rev, op, kind, params, at, late }: Deed, { journey, folded }: Held): Order {
  const { site = '', caseWorker } = addressed({ params }, folded);
  return { journey, site, caseWorker, key, rev, op, kind, params, at, now: folded.now, late } as Order;
}
