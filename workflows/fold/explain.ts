/** What may happen next and, where something may not, why: the missing fact or the wrong phase, in both languages. Pure. */
import { getNextTransitions } from 'xstate';
import type { Role } from '../effects/words.ts';
import { catalogue, type EventType, eventTypes } from '../journal/events.ts';
import type { Reason } from '../journal/refusal.ts';
import type { EntryEvent } from '../machine/facts.ts';
import { brokenRules, type RuleInput, type RuleName, rules } from '../machine/rules.ts';
import { type Day, germanDay } from '../policy/calendar.ts';
import type { Folded } from './folded.ts';
import { states } from './states.ts';
import { guarded } from './step.ts';

/** Why the machine does not take this very event now; empty if it does. */
export function refusalOf(folded: Folded, event: EntryEvent): Reason[] {
  if (guarded(() => folded.snapshot.can(event), event)) return [];
  const reasons = reasonsAgainst(folded, event.type, { day: event.day, event });
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
  return eventTypes.map((type) => {
    const { label, roles } = catalogue[type];
    const reasons = reasonsAgainst(folded, type, { day });
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
  { day, event }: { day: Day; event?: EntryEvent },
): Reason[] {
  const candidates = getNextTransitions(folded.snapshot).filter(({ eventType }) => eventType === type);
  if (candidates.length === 0) return [wrongPhase(folded, type)];
  const { facts, policy } = folded.snapshot.context;
  const input: RuleInput = { facts, policy, day, event };
  const broken = candidates.map(({ guard }) => brokenRules(rulesOf(guard), input));
  // One way that is open is enough; where none is, the last, general one says why.
  return broken.some((names) => names.length === 0) ? [] : (broken.at(-1) ?? []).map(ruleReason);
}

const rulesOf = (guard: unknown): readonly RuleName[] => {
  const params = (guard as { params?: { rules?: readonly RuleName[] } } | undefined)?.params;
  return params?.rules ?? [];
};

const ruleReason = (name: RuleName): Reason => ({ code: name, de: rules[name].de, en: rules[name].en });

function wrongPhase({ visits }: Folded, type: EventType): Reason {
  const { label } = catalogue[type];
  const places = [...states.values()].filter(({ events }) => events.includes(type));
  const here = Object.keys(visits)
    .filter((path) => path.startsWith('phase.'))
    .at(-1);
  const now = states.get(here ?? '')?.label;
  return {
    code: 'wrong-phase',
    de: `»${label.de}« ist jetzt nicht möglich (${now?.de ?? '–'}). Möglich in: ${places.map((row) => row.label.de).join(', ')}.`,
    en: `"${label.en}" is not possible now (${now?.en ?? '–'}). Possible in: ${places.map((row) => row.label.en).join(', ')}.`,
  };
}
