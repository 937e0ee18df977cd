/** The public view of a journey: where it stands, what is due and overdue, what may happen next. No state names inside. */
import type { Effect } from '../effects/effects.ts';
import type { Rung } from '../effects/words.ts';
import { datesOf } from '../machine/deadlines.ts';
import type { Facts } from '../machine/facts.ts';
import { type Day, germanDay, type Instant } from '../policy/calendar.ts';
import type { DeadlineKey } from '../policy/policy.ts';
import { type Explanation, explain } from './explain.ts';
import type { Deadline, Folded } from './folded.ts';
import { type HoursAccount, hoursAccountOf } from './hoursAccount.ts';
import { type Milestone, milestonesOf } from './milestones.ts';
import { type Versions, versionsOf } from './rulebook.ts';
import { statesOf } from './states.ts';

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

/** A state the journey is in. */
export interface Place {
  path: string;
  region: Text;
  label: Text;
  since: Instant;
  /** Nothing goes on here that somebody should read of. */
  atRest?: true;
}

export interface DeadlineView {
  key: DeadlineKey;
  label: Text;
  /** A reminder's date, or the last day that still counts. */
  dueOn: Day;
  /** What it is about, where several run at once: a goal's entry, a month, a training year. */
  item?: number;
  /** When it fires or has fired. */
  at: Instant;
  source: string;
}

/** Where a journey stands, and under which version of the rules. */
export interface View extends Versions {
  phase: Phase;
  /** Where the journey stands in each region, most general first. */
  places: Place[];
  attention: Attention;
  conflictRung: Rung | 'none';
  milestones: Milestone[];
  /** The support hours that hold today. */
  hours?: HoursAccount;
  /** Deadlines to come, earliest first. */
  open: DeadlineView[];
  /** Reminders given, in a state that still waits. */
  due: DeadlineView[];
  /** Periods that are over, in a state that still waits. */
  overdue: DeadlineView[];
  now: Instant;
}

/** The view with all that is known, and all that may be done. */
export interface FullView extends View {
  facts: Facts;
  effects: Effect[];
  /** Events that are possible now, and who may send them. */
  next: Pick<Explanation, 'type' | 'label' | 'roles'>[];
}

/** States deepest in the phase region, and the phase the public knows them as. */
const phaseOf = {
  'phase.new': 'intake',
  'phase.intake': 'intake',
  'phase.accompanied.preparation.preparing': 'preparation',
  'phase.accompanied.preparation.placing': 'placement',
  'phase.accompanied.preparation.offered': 'placement',
  'phase.accompanied.entryQualification': 'placement',
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
  const { facts, policy } = folded.snapshot.context;
  const passed = stillWaiting(folded);
  const hours = hoursAccountOf(facts, policy, germanDay(folded.now));
  const isUntil = ({ key }: { key: DeadlineKey }): boolean => policy.deadlines[key].kind === 'until';
  const overdue = passed.filter(isUntil);
  const due = passed.filter((fired) => !isUntil(fired));
  const isOpen = folded.visits['conflict.open'] !== undefined;
  const conflictRung = (isOpen ? facts.conflict?.rung : undefined) ?? 'none';
  return {
    ...versionsOf(folded.rulebook),
    phase: phaseIn(folded),
    places: placesOf(folded),
    attention:
      overdue.length > 0 ? 'overdue' : conflictRung !== 'none' ? 'conflict' : due.length > 0 ? 'due' : 'none',
    conflictRung,
    milestones: milestonesOf(facts, policy),
    ...(hours ? { hours } : {}),
    open: folded.open.map((deadline) => describe(deadline, folded)),
    due: due.map((deadline) => describe(deadline, folded)),
    overdue: overdue.map((deadline) => describe(deadline, folded)),
    now: folded.now,
  };
}

/** The view with facts, effects and next steps: for whom asks, too much to be kept in a history. */
export function fullViewOf(folded: Folded): FullView {
  const next = explain(folded).filter(({ possible }) => possible);
  return {
    ...viewOf(folded),
    facts: folded.snapshot.context.facts,
    effects: Object.values(folded.effects),
    next: next.map(({ type, label, roles }) => ({ type, label, roles })),
  };
}

/** All states the journey is in, parents before children. */
export function placesOf({ visits, rulebook }: Folded): Place[] {
  const states = statesOf(rulebook.machine);
  return Object.entries(visits).flatMap(([path, { since }]) => {
    const row = states.get(path);
    const region = states.get(path.split('.')[0] ?? '');
    return row && region && row !== region
      ? [{ path, region: region.label, label: row.label, since, ...(row.atRest ? { atRest: true } : {}) }]
      : [];
  });
}

/** Where something goes on: the innermost states that are not at rest, each with its region, as one text a language. */
export function standing({ places }: Pick<View, 'places'>): { region: Text; label: Text; since: Instant }[] {
  const isInside = (inner: string, outer: string): boolean => inner.startsWith(`${outer}.`);
  const innermost = places.filter(({ path }) => !places.some((other) => isInside(other.path, path)));
  return innermost
    .filter(({ atRest }) => !atRest)
    .map(({ path, region, since }) => {
      const way = places.filter((place) => place.path === path || isInside(path, place.path));
      const labels = (lang: keyof Text): string => way.map(({ label }) => label[lang]).join(' › ');
      return { region, label: { de: labels('de'), en: labels('en') }, since };
    });
}

/** Fired deadlines whose state still waits in the same stay, and whose date has not moved since. */
export function stillWaiting(folded: Folded): Folded['fired'] {
  const { facts, policy } = folded.snapshot.context;
  return folded.fired.filter(
    ({ key, dueOn, item, state, visit }) =>
      folded.visits[state]?.number === visit &&
      datesOf(key, facts, policy).some((dated) => dated.date === dueOn && dated.item === item),
  );
}

/** A deadline as the public sees it. */
export function describe({ key, dueOn, item, at }: Deadline, { rulebook }: Folded): DeadlineView {
  const { label, source } = rulebook.policy.deadlines[key];
  return { key, label, dueOn, ...(item === undefined ? {} : { item }), at, source };
}
