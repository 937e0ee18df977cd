/** One step of the fold: an event goes through the machine; stays, deadlines and effects are derived anew. Pure. */
import { type ExecutableActionObject, initialTransition, transition } from 'xstate';
import { type Effect, type EffectRequest, lasting, type Withdrawal } from '../effects/effects.ts';
import { Refusal } from '../journal/refusal.ts';
import { type Dated, datesOf, dueInstant } from '../machine/deadlines.ts';
import { isEntryEvent, type MachineEvent } from '../machine/event.ts';
import type { Facts } from '../machine/facts.ts';
import type { JourneyMachine } from '../machine/machine.ts';
import type { Wish } from '../machine/requests/wish.ts';
import { compare, type Instant, later } from '../policy/calendar.ts';
import { type DeadlineKey, deadlineKeys } from '../policy/policy.ts';
import type { Deadline, Folded, Visit } from './folded.ts';
import type { Rulebook } from './rulebook.ts';
import { activePaths, statesOf } from './states.ts';

/** What every journey under a rulebook needs, made once. */
interface Prepared {
  readonly initial: Folded['snapshot'];
  /**
   * The machine as `transition` may have it: XState builds an actor for every pure transition, and with it the initial
   * state of all regions, only to throw both away. Here that state lies ready.
   */
  readonly machine: JourneyMachine;
}

const preparations = new WeakMap<Rulebook, Prepared>();

function prepared(rulebook: Rulebook): Prepared {
  const known = preparations.get(rulebook);
  if (known) return known;
  const [initial] = initialTransition(rulebook.machine, { policy: rulebook.policy });
  const machine = Object.assign(Object.create(rulebook.machine), { getInitialSnapshot: () => initial });
  preparations.set(rulebook, { initial, machine });
  return { initial, machine };
}

/** The state before the first entry. */
export const initialSnapshot = (rulebook: Rulebook): Folded['snapshot'] => prepared(rulebook).initial;

/** Sends one event that the machine takes, at the event's own instant. */
export function step(folded: Folded, event: MachineEvent): Folded {
  const [snapshot, actions] = guarded(
    () => transition(prepared(folded.rulebook).machine, folded.snapshot, event),
    event,
  );
  if (snapshot.status === 'error') throw machineError(event, snapshot.error);
  const stays = { ...folded.stays };
  const visits = stay(folded, activePaths(snapshot.value), stays, event);
  const moved = { ...folded, now: event.at, snapshot, visits, stays };
  const named: readonly ExecutableActionObject[] = actions;
  const effects = named.reduce((kept, action) => {
    if (action.type !== 'effect') throw machineError(event, `unexpected action ${action.type}`);
    const wishes = [action.params as Wish].flat();
    return wishes.reduce((known, wish) => withEffect(known, wish, visits, event), kept);
  }, folded.effects);
  return { ...moved, effects: fixSlot(effects, snapshot.context.facts), open: openDeadlines(moved) };
}

/** Runs the machine; whatever it throws becomes a refusal, so that nothing half done is kept. */
export function guarded<T>(run: () => T, event: { type: string }): T {
  try {
    return run();
  } catch (error) {
    throw machineError(event, error);
  }
}

function machineError({ type }: { type: string }, cause: unknown): Refusal {
  const text = cause instanceof Error ? cause.message : String(cause);
  return new Refusal('machine-error', [
    {
      code: 'machine-error',
      de: `Fehler in der Maschine bei ${type}: ${text}`,
      en: `Machine error at ${type}: ${text}`,
    },
  ]);
}

function stay(
  { visits }: Folded,
  active: readonly string[],
  stays: Record<string, number>,
  { at, entry }: MachineEvent,
): Record<string, Visit> {
  return Object.fromEntries(
    active.map((path) => {
      const kept = visits[path];
      if (kept) return [path, kept];
      const number = (stays[path] ?? 0) + 1;
      stays[path] = number;
      return [path, { number, since: at, entry, fired: [] }];
    }),
  );
}

function withEffect(
  effects: Folded['effects'],
  wish: EffectRequest | Withdrawal | undefined,
  visits: Folded['visits'],
  event: MachineEvent,
): Folded['effects'] {
  if (!wish) return effects;
  if ('withdraw' in wish) {
    const known = effects[wish.withdraw];
    // A meeting whose slot has passed took place or did not; nobody can call it off any more.
    const past = known?.fixedFrom !== undefined && known.fixedFrom <= event.at;
    if (!known || known.withdrawnAt !== undefined || past) return effects;
    return { ...effects, [wish.withdraw]: { ...known, withdrawnAt: event.at } };
  }
  const deadline = isEntryEvent(event)
    ? {}
    : { deadline: event.type.slice('deadline.'.length) as DeadlineKey };
  const known = effects[wish.key];
  // A meeting that is moved is the same meeting; a notice given again is a new moment.
  const same = lasting[wish.kind] && known !== undefined && known.withdrawnAt === undefined;
  const made: Effect = {
    ...wish,
    at: same ? known.at : event.at,
    cause: { entry: event.entry, ...deadline },
    visit: visits[wish.speaksFor]?.number ?? 0,
  };
  return { ...effects, [wish.key]: made };
}

/** From a meeting's slot on its invitation is beyond change. */
function fixSlot(effects: Folded['effects'], { meeting }: Facts): Folded['effects'] {
  const known = meeting && effects[meeting.key];
  if (!meeting || !known || known.fixedFrom === meeting.startsAt) return effects;
  return { ...effects, [meeting.key]: { ...known, fixedFrom: meeting.startsAt } };
}

/** The deadlines that the active states name and that have not fired in this stay, earliest first. */
export function openDeadlines({
  snapshot,
  visits,
  rulebook: { machine, policy },
}: Pick<Folded, 'snapshot' | 'visits' | 'rulebook'>): Deadline[] {
  const { facts } = snapshot.context;
  const states = statesOf(machine);
  const due: (Deadline & { own: Instant })[] = [];
  for (const [state, visit] of Object.entries(visits)) {
    for (const key of states.get(state)?.deadlines ?? []) {
      for (const { date, ...about } of datesOf(key, facts, policy)) {
        if (visit.fired.includes(firing(key, { date, ...about }))) continue;
        const own = dueInstant(key, date, policy);
        due.push({ key, dueOn: date, ...about, at: later(own, visit.since), state, own });
      }
    }
  }
  due.sort((a, b) => compare(a.at, b.at) || compare(a.own, b.own) || rank(a.key) - rank(b.key));
  return due.map(({ own: _, ...deadline }) => deadline);
}

/** How a fired deadline is remembered: once for each date and each thing it is about, in each stay. */
export const firing = (key: DeadlineKey, { date, item }: Dated): string =>
  item === undefined ? `${key} ${date}` : `${key} ${date} ${item}`;

const ranks = new Map(deadlineKeys.map((key, index) => [key, index]));
const rank = (key: DeadlineKey): number => ranks.get(key) ?? 0;
