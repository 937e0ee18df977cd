/** The public view of a journey: where it stands, what is due and overdue, what may happen next. No state names inside. */
import type { Effect } from '../effects/effects.ts';
import type { Role, Rung } from '../effects/words.ts';
import { dateOf } from '../machine/deadlines.ts';
import type { Facts } from '../machine/facts.ts';
import type { Day, Instant } from '../policy/calendar.ts';
import type { DeadlineKey } from '../policy/policy.ts';
import { type Explanation, explain } from './explain.ts';
import type { Folded } from './folded.ts';
import { states } from './states.ts';

export const phases = [
  'intake',
  'preparation',
  'placement',
  'training',
  'exam',
  'followUp',
  'closed',
] as const;
export type Phase = (typeof phases)[number];

/** How much a journey asks for: nothing, something is due, a conflict is open, something is overdue. */
export const attentions = ['none', 'due', 'conflict', 'overdue'] as const;
export type Attention = (typeof attentions)[number];

interface Text {
  de: string;
  en: string;
}

export interface DeadlineView {
  key: DeadlineKey;
  label: Text;
  /** A reminder's date, or the last day that still counts. */
  dueOn: Day;
  /** When it fires or has fired. */
  at: Instant;
  source: string;
}

export interface View {
  phase: Phase;
  /** Where the journey stands in each region, most general first. */
  places: { path: string; region: Text; label: Text; since: Instant }[];
  attention: Attention;
  conflictRung: Rung | 'none';
  facts: Facts;
  /** Deadlines to come, earliest first. */
  open: DeadlineView[];
  /** Reminders given, in a state that still waits. */
  due: DeadlineView[];
  /** Periods that are over, in a state that still waits. */
  overdue: DeadlineView[];
  effects: Effect[];
  now: Instant;
}

/** States deepest in the phase region, and the phase the public knows them as. */
const phaseOf = {
  'phase.new': 'intake',
  'phase.intake': 'intake',
  'phase.accompanied.preparation.preparing': 'preparation',
  'phase.accompanied.preparation.placing': 'placement',
  'phase.accompanied.directStart': 'placement',
  'phase.accompanied.contracted': 'placement',
  'phase.accompanied.training': 'training',
  'phase.accompanied.exam': 'exam',
  'phase.followUp': 'followUp',
  'phase.closed': 'closed',
} as const satisfies Record<string, Phase>;

/** The phase by its public name; states may be renamed, this may not. */
export function phaseIn({ visits }: Pick<Folded, 'visits'>): Phase {
  const known = Object.entries(phaseOf).find(([path]) => visits[path] !== undefined);
  return known?.[1] ?? 'intake';
}

/** The view at the fold's own instant. */
export function viewOf(folded: Folded): View {
  const { facts } = folded.snapshot.context;
  const passed = stillWaiting(folded);
  const isUntil = ({ key }: { key: DeadlineKey }): boolean => folded.policy.deadlines[key].kind === 'until';
  const overdue = passed.filter(isUntil);
  const due = passed.filter((fired) => !isUntil(fired));
  const conflictRung = facts.conflict?.rung ?? 'none';
  return {
    phase: phaseIn(folded),
    places: placesOf(folded),
    attention:
      overdue.length > 0 ? 'overdue' : conflictRung !== 'none' ? 'conflict' : due.length > 0 ? 'due' : 'none',
    conflictRung,
    facts,
    open: folded.open.map((deadline) => describe(deadline, folded)),
    due: due.map((deadline) => describe(deadline, folded)),
    overdue: overdue.map((deadline) => describe(deadline, folded)),
    effects: Object.values(folded.effects),
    now: folded.now,
  };
}

/** What may happen next for a role, and why other things may not. */
export function nextSteps(folded: Folded, role: Role): Explanation[] {
  return explain(folded, role).filter(({ possible }) => possible);
}

function placesOf({ visits }: Folded): View['places'] {
  return Object.entries(visits).flatMap(([path, { since }]) => {
    const row = states.get(path);
    const region = states.get(path.split('.')[0] ?? '');
    return row && region && row !== region ? [{ path, region: region.label, label: row.label, since }] : [];
  });
}

/** A line for each region: what it is about, and where in it the journey stands, as one text a language. */
export function standing({ places }: Pick<View, 'places'>): { region: Text; label: Text; since: Instant }[] {
  const regions = Map.groupBy(places, ({ path }) => path.split('.')[0]);
  return [...regions.values()].flatMap((inside) => {
    const deepest = inside.at(-1);
    const labels = (lang: keyof Text): string => inside.map(({ label }) => label[lang]).join(' › ');
    return deepest
      ? [{ region: deepest.region, label: { de: labels('de'), en: labels('en') }, since: deepest.since }]
      : [];
  });
}

/** Fired deadlines whose state still waits in the same stay, and whose date has not moved since. */
function stillWaiting(folded: Folded): Folded['fired'] {
  const { facts } = folded.snapshot.context;
  return folded.fired.filter(
    ({ key, dueOn, state, visit }) =>
      folded.visits[state]?.number === visit && dateOf(key, facts, folded.policy) === dueOn,
  );
}

function describe(
  { key, dueOn, at }: { key: DeadlineKey; dueOn: Day; at: Instant },
  { policy }: Folded,
): DeadlineView {
  const { label, source } = policy.deadlines[key];
  return { key, label, dueOn, at, source };
}
