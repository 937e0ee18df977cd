/** What may happen next and, where something may not, why: the missing fact or the wrong phase, in both languages. Pure. */
import { getNextTransitions } from 'xstate';
import type { Role } from '../effects/words.ts';
import { catalogue, type EventType, eventTypes } from '../journal/events.ts';
import type { Reason } from '../journal/refusal.ts';
import type { EntryEvent } from '../machine/event.ts';
import { brokenRules, type RuleInput, type RuleName, rules } from '../machine/rules.ts';
import { type Day, germanDay } from '../policy/calendar.ts';
import type { Folded } from './folded.ts';
import { type StateRow, type States, statesOf } from './states.ts';
import { guarded } from './step.ts';

/** Why the machine does not take this very event now; empty if it does. */
export function refusalOf(folded: Folded, event: EntryEvent): Reason[] {
  if (guarded(() => folded.snapshot.can(event), event)) return [];
  const candidates = getNextTransitions(folded.snapshot).filter(({ eventType }) => eventType === event.type);
  const reasons = reasonsAgainst(folded, event.type, candidates, { day: event.day, event });
  return reasons.length > 0 ? reasons : [wrongPhase(folded, event.type)];
}

export interface Explanation {
  type: EventType;
  label: { de: string; en: string };
  /** Who may send it. */
  roles: readonly Role[];
  possible: boolean;
  /** Why not; empty if possible. */
  reasons: Reason[];
}

/** For every event of the catalogue: whether it is possible now for this role (any, if none is given) or why not. */
export function explain(folded: Folded, role?: Role): Explanation[] {
  const day = germanDay(folded.now);
  const candidates = Map.groupBy(getNextTransitions(folded.snapshot), ({ eventType }) => eventType);
  return eventTypes.map((type) => {
    const { label, roles } = catalogue[type];
    const reasons = reasonsAgainst(folded, type, candidates.get(type) ?? [], { day });
    if (role !== undefined && !(roles as readonly Role[]).includes(role)) reasons.push(wrongRole(type, role));
    return { type, label, roles, possible: reasons.length === 0, reasons };
  });
}

/** A refusal in words, for a role that may not send an event. */
export function wrongRole(type: EventType, role: Role): Reason {
  const { label, roles } = catalogue[type];
  return {
    code: 'role-not-allowed',
    de: `»${label.de}« kann die Rolle ${role} nicht eintragen, nur ${roles.join(', ')}.`,
    en: `"${label.en}" cannot be entered by the role ${role}, only by ${roles.join(', ')}.`,
  };
}

function reasonsAgainst(
  folded: Folded,
  type: EventType,
  candidates: readonly { readonly guard?: unknown }[],
  { day, event }: { day: Day; event?: EntryEvent },
): Reason[] {
  if (candidates.length === 0) return [wrongPhase(folded, type)];
  const { facts, policy } = folded.snapshot.context;
  const input: RuleInput = { facts, policy, day, event };
  // All ways by one event ask the same rules; they differ in their targets alone.
  return brokenRules(rulesOf(candidates.at(-1)?.guard), input).map(ruleReason);
}

/** A guard as the statechart holds it: rules, a plain one, or several that must all hold. */
interface GuardShape {
  readonly params?: { readonly rules?: readonly RuleName[] };
  readonly guards?: readonly unknown[];
}

function rulesOf(guard: unknown): readonly RuleName[] {
  const { params, guards = [] } = (guard ?? {}) as GuardShape;
  return [...(params?.rules ?? []), ...guards.flatMap(rulesOf)];
}

const ruleReason = (name: RuleName): Reason => ({ code: name, de: rules[name].de, en: rules[name].en });

const takers = new WeakMap<States, Map<string, StateRow[]>>();

/** The states that take an event, wherever the journey stands. */
function placesTaking(type: EventType, states: States): readonly StateRow[] {
  const known = takers.get(states) ?? new Map<string, StateRow[]>();
  takers.set(states, known);
  const places = known.get(type) ?? [...states.values()].filter(({ events }) => events.includes(type));
  known.set(type, places);
  return places;
}

function wrongPhase({ visits, rulebook }: Folded, type: EventType): Reason {
  const { label } = catalogue[type];
  const states = statesOf(rulebook.machine);
  const places = placesTaking(type, states);
  if (places.length === 0) {
    return {
      code: 'wrong-phase',
      de: `»${label.de}« gibt es unter diesen Regeln nicht.`,
      en: `"${label.en}" does not exist under these rules.`,
    };
  }
  const region = places[0]?.path.split('.')[0] ?? 'phase';
  const here = Object.keys(visits).findLast((path) => path.startsWith(`${region}.`));
  const text = (lang: 'de' | 'en') => ({
    now: [region, here].map((path) => states.get(path ?? '')?.label[lang] ?? '–').join(': '),
    elsewhere: places.map((row) => row.label[lang]).join(', '),
  });
  return {
    code: 'wrong-phase',
    de: `»${label.de}« ist jetzt nicht möglich (${text('de').now}). Möglich in: ${text('de').elsewhere}.`,
    en: `"${label.en}" is not possible now (${text('en').now}). Possible in: ${text('en').elsewhere}.`,
  };
}
