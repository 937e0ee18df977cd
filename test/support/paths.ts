/**
 * Paths through one region of the statechart, found by XState's graph tools: the graph's steps are the fold's own, so that
 * every path is a journal. One path for each transition of the region, the shortest that takes it.
 */
import { type AnyStateNode, type AnyTransitionDefinition, fromTransition, getNextTransitions } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { advance, begin, foldOn } from '../../workflows/fold/fold.ts';
import type { Folded } from '../../workflows/fold/folded.ts';
import { states } from '../../workflows/fold/states.ts';
import { type Actor, buildEntry, type Entry } from '../../workflows/journal/entry.ts';
import { catalogue, type EventType, isEventType, type JourneyEvent } from '../../workflows/journal/events.ts';
import type { DeadlineEvent, EntryEvent } from '../../workflows/machine/event.ts';
import type { Facts } from '../../workflows/machine/facts.ts';
import { machine } from '../../workflows/machine/machine.ts';
import { germanDay, type Instant, noon } from '../../workflows/policy/calendar.ts';
import type { DeadlineKey } from '../../workflows/policy/policy.ts';
import { rulebook } from './journal.ts';
import { eventsOf } from './pathEvents.ts';

/** What a region needs from outside to move, beside its own events and deadlines. */
export interface Surroundings {
  readonly events: readonly EventType[];
  readonly deadlines?: readonly DeadlineKey[];
  /** What a guard counts, and the open transitions do not show. */
  readonly counts?: (facts: Facts) => unknown;
}

/** A journal, what it folds to, and the transitions of the region that its last step was the first of all to take. */
export interface Walk {
  readonly journal: readonly Entry[];
  readonly folded: Folded;
  readonly first: readonly string[];
}

/** One step: somebody tells something, or nobody does until the next deadline of a key. */
type Step =
  | { readonly type: 'tell'; readonly entry: Entry }
  | { readonly type: 'wait'; readonly until: Instant };

const nodesOf = (node: AnyStateNode): AnyStateNode[] => [
  node,
  ...Object.values(node.states).flatMap((child) => nodesOf(child as AnyStateNode)),
];
const pathOf = (node: AnyStateNode): string => node.path.join('.');

function transitionsFrom(node: AnyStateNode): [AnyTransitionDefinition, string][] {
  const lists = [...node.transitions.values(), node.always ?? []];
  return lists.flatMap((list) =>
    list.map((one, index): [AnyTransitionDefinition, string] => {
      const targets = one.target?.map(pathOf).join(', ');
      const name = `${pathOf(node)}: ${one.eventType || 'always'} #${index + 1}`;
      return [one, targets === undefined ? name : `${name} → ${targets}`];
    }),
  );
}

/** The name of every transition of the statechart. */
const names: ReadonlyMap<AnyTransitionDefinition, string> = new Map(
  nodesOf(machine.root).flatMap(transitionsFrom),
);

export const regions: readonly string[] = Object.keys(machine.root.states);
const isIn = (region: string, path: string): boolean => `${path}.`.startsWith(`${region}.`);

/** The names of all transitions of a region. */
export function transitionsOf(region: string): string[] {
  return [...names].flatMap(([{ source }, name]) => (source.path[0] === region ? [name] : []));
}

type Sent = Parameters<typeof machine.transition>;

/** Runs something and names the transitions that the machine takes for it, those without an event too. */
export function watched<T>(run: () => T): { result: T; taken: string[] } {
  const taken: string[] = [];
  const own = machine.transition;
  machine.transition = (...sent: Sent) => {
    const [, , { system }] = sent;
    system.inspect((seen) => {
      if (seen.type !== '@xstate.microstep') return;
      taken.push(...seen._transitions.map((one) => names.get(one) ?? `unknown: ${one.eventType}`));
    });
    return own.apply(machine, sent);
  };
  try {
    return { result: run(), taken };
  } finally {
    machine.transition = own;
  }
}

/** A handover is proposed by a case worker or by the team lead, and goes on differently. */
const actorsOf = (type: EventType): Actor[] => {
  const { roles } = catalogue[type];
  return (type === 'handover.proposed' ? roles : roles.slice(0, 1)).map((role) => ({ role, id: 'w-2' }));
};

const entryOf = (event: JourneyEvent, actor: Actor, { folded: { now }, journal }: Walk): Entry => {
  const seq = journal.length + 1;
  return buildEntry({ event, actor }, { seq, requestId: `r-${seq}`, recordedAt: now }, now);
};

interface Choice {
  readonly step: Step;
  /** What the machine would do. */
  readonly opens: readonly AnyTransitionDefinition[];
}

/** What may be told now, as far as the region is concerned. */
function tellings(walk: Walk, region: string, events: readonly EventType[]): Choice[] {
  const { snapshot, now } = walk.folded;
  const offered = new Set<string>(getNextTransitions(snapshot).map(({ eventType }) => eventType));
  const own = [...states.values()].filter(({ path }) => isIn(region, path));
  const types = new Set([...own.flatMap((row) => row.events.filter(isEventType)), ...events]);
  const said = [...types]
    .filter((type) => offered.has(type))
    .flatMap((type) =>
      eventsOf(type, now, snapshot.context.facts).flatMap((event) =>
        actorsOf(type).map((actor) => ({ event, actor })),
      ),
    );
  return said.flatMap(({ event, actor }): Choice[] => {
    const occurrence = { at: now, day: germanDay(now), entry: walk.journal.length + 1, actor };
    const opens = machine.getTransitionData(snapshot, { ...event, ...occurrence } as EntryEvent);
    return opens.length === 0 ? [] : [{ step: { type: 'tell', entry: entryOf(event, actor, walk) }, opens }];
  });
}

/** What may be waited for. */
function waitings({ folded }: Walk, region: string, deadlines: readonly DeadlineKey[]): Choice[] {
  const { snapshot, open, entry } = folded;
  const waits = open.filter(({ key, state }) => isIn(region, state) || deadlines.includes(key));
  return waits.map(({ key, dueOn, at }) => {
    const event = { type: `deadline.${key}`, dueOn, at, day: germanDay(at), entry } as DeadlineEvent;
    return { step: { type: 'wait', until: at }, opens: machine.getTransitionData(snapshot, event) };
  });
}

/** A walk with one step more. Throws what the fold throws: only steps that are open are taken. */
const foldedOn = ({ folded, journal }: Walk, step: Step): Folded =>
  step.type === 'tell' ? foldOn(folded, journal, [step.entry], folded.now) : advance(folded, step.until);

const start: Walk = { journal: [], folded: begin(rulebook, noon('2024-03-04')), first: [] };

/**
 * For each transition of the region the shortest path on which it is taken, unless an earlier one takes it too. Situations
 * count as the same where the region stands the same and the same ways are open: to other states, or not yet gone.
 */
export function pathsThrough(region: string, surroundings: Surroundings): Walk[] {
  const { events, deadlines = [], counts } = surroundings;
  const missing = new Set(transitionsOf(region));
  const choices = remembering((walk: Walk): Choice[] => [
    ...tellings(walk, region, events),
    ...waitings(walk, region, deadlines),
  ]);
  // Remembered, because what is missing changes on the way.
  const situation = remembering((walk: Walk): string => {
    const { value, context } = walk.folded.snapshot;
    const place = (value as Record<string, unknown>)[region];
    const ways = choices(walk)
      .flatMap(({ opens }) => opens)
      .flatMap((one) => {
        const name = names.get(one) ?? '';
        return one.target || missing.has(name) ? [name] : [];
      });
    // A step that takes a transition for the first time ends a path of its own.
    return JSON.stringify([place, counts?.(context.facts), [...new Set(ways)], walk.first]);
  });
  const walks = fromTransition((walk: Walk, step: Step): Walk => {
    const { result, taken } = watched(() => foldedOn(walk, step));
    const first = [...new Set(taken)].filter((name) => missing.delete(name));
    const journal = step.type === 'tell' ? [...walk.journal, step.entry] : walk.journal;
    return { journal, folded: result, first };
  }, start);
  const found = getShortestPaths(walks, {
    events: ({ context }) => choices(context).map(({ step }) => step),
    serializeState: ({ context }) => situation(context),
    toState: ({ context }) => context.first.length > 0,
    stopWhen: () => missing.size === 0,
    limit: 5000,
  });
  return found.map(({ state }) => state.context);
}

/** A function that answers the same for the same thing, whatever has changed since. */
function remembering<K extends object, V>(answer: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, V>();
  return (of) => {
    const found = known.get(of) ?? answer(of);
    known.set(of, found);
    return found;
  };
}
