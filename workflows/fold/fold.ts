/**
 * The fold: a journal, the machine and the policy at an instant make the state, the deadlines and the effects. Pure: the
 * same arguments give the same result today and in ten years. It throws `Refusal` and nothing else.
 */
import type { Entry } from '../journal/entry.ts';
import { type Live, liveEntries } from '../journal/live.ts';
import { Refusal } from '../journal/refusal.ts';
import type { DeadlineEvent, EntryEvent } from '../machine/event.ts';
import { germanDay, type Instant, later } from '../policy/calendar.ts';
import { refusalOf } from './explain.ts';
import type { Deadline, Folded } from './folded.ts';
import type { Rulebook } from './rulebook.ts';
import { activePaths } from './states.ts';
import { firing, initialSnapshot, step } from './step.ts';

/** More firings than this at one instant are a loop in the machine. */
const mostAtOnce = 100;

/** A journey before its first entry. */
export function begin(rulebook: Rulebook, at: Instant): Folded {
  const snapshot = initialSnapshot(rulebook);
  const paths = activePaths(snapshot.value);
  return {
    rulebook,
    now: at,
    entry: 0,
    snapshot,
    visits: Object.fromEntries(paths.map((path) => [path, { number: 1, since: at, entry: 0, fired: [] }])),
    stays: Object.fromEntries(paths.map((path) => [path, 1])),
    effects: {},
    fired: [],
    open: [],
    setAside: [],
  };
}

/**
 * Folds a whole journal up to `now`.
 * @throws Refusal naming the entry that is impossible, and why.
 */
export function fold(rulebook: Rulebook, journal: readonly Entry[], now: Instant): Folded {
  const live = liveEntries(journal);
  return advance(live.reduce(take, begin(rulebook, live[0]?.at ?? now)), now);
}

/**
 * Folds further entries onto a kept result, step by step where none of them lies before it or changes an earlier one, else
 * the whole journal anew. Both give the same.
 */
export function foldOn(
  kept: Folded,
  journal: readonly Entry[],
  added: readonly Entry[],
  now: Instant,
): Folded {
  const whole = [...journal, ...added];
  const changesNothing = added.every(({ replaces, voids }) => replaces === undefined && voids === undefined);
  if (kept.entry === 0 || !changesNothing) return fold(kept.rulebook, whole, now);
  const live = liveEntries(added);
  if (live.some(({ at }) => at < kept.now)) return fold(kept.rulebook, whole, now);
  return advance(live.reduce(take, kept), now);
}

/** Fires every deadline that is due by `now`. */
export function advance(folded: Folded, now: Instant): Folded {
  let current = folded;
  let atOnce = 0;
  for (let due = current.open[0]; due && due.at <= now; due = current.open[0]) {
    atOnce = due.at > current.now ? 0 : atOnce + 1;
    if (atOnce > mostAtOnce) throw loop(due);
    current = fire(current, due);
  }
  return now > current.now ? { ...current, now } : current;
}

function fire(folded: Folded, due: Deadline): Folded {
  const visit = folded.visits[due.state];
  if (!visit) throw loop(due);
  const at = later(due.at, folded.now);
  const { key, dueOn, item, state } = due;
  const about = item === undefined ? {} : { item };
  const occurrence = { at, day: germanDay(at), entry: visit.entry };
  const event = { type: `deadline.${key}`, state, dueOn, ...about, ...occurrence };
  const marked = { ...visit, fired: [...visit.fired, firing(key, { date: dueOn, ...about })] };
  return withAnswers(
    step(
      {
        ...folded,
        visits: { ...folded.visits, [due.state]: marked },
        fired: [...folded.fired, { ...due, at, visit: visit.number }],
      },
      event as DeadlineEvent,
    ),
    folded,
  );
}

function loop({ key, dueOn }: Deadline): Refusal {
  return new Refusal('deadline-loop', [
    {
      code: 'deadline-loop',
      de: `Die Frist ${key} (${dueOn}) löst sich immer wieder selbst aus.`,
      en: `The deadline ${key} (${dueOn}) keeps setting itself off.`,
    },
  ]);
}

/** Folds one live entry: first what is due before it, then the entry itself. */
function take(folded: Folded, live: Live): Folded {
  const current = advance(folded, live.at);
  if (live.entry.actor.role === 'system') return takeAnswer(current, live);
  const event = eventOf(live, live.at);
  const refusal = refusalOf(current, event);
  const [first] = refusal;
  if (first) {
    const entry = live.entry.seq;
    throw new Refusal(
      first.code === 'wrong-phase' ? 'wrong-phase' : 'rule',
      refusal.map((reason) => ({ ...reason, entry })),
    );
  }
  return withAnswers({ ...step(current, event), entry: live.root }, current);
}

const eventOf = ({ event, root, entry: { actor } }: Live, at: Instant): EntryEvent =>
  ({ ...event, at, day: germanDay(at), entry: root, actor }) as EntryEvent;

/** An answer of the system takes place where its effect is; it never refuses anybody else's entry. */
function takeAnswer(folded: Folded, live: Live): Folded {
  const event = eventOf(live, later(live.at, folded.now));
  const takes = refusalOf(folded, event).length === 0;
  return takes
    ? { ...step(folded, event), entry: live.root }
    : { ...folded, setAside: [...folded.setAside, live] };
}

/** Offers answers that were set aside to an effect that has only now come to be. */
function withAnswers(folded: Folded, before: Folded): Folded {
  if (folded.effects === before.effects) return folded;
  const { setAside, ...rest } = folded;
  return setAside.reduce(takeAnswer, { ...rest, setAside: [] });
}
