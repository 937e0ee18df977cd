/** Random journeys for property tests: plausible events of every type, in any order, at random gaps. Pure. */
import fc from 'fast-check';
import type { Folded } from '../../workflows/fold/folded.ts';
import type { Entry } from '../../workflows/journal/entry.ts';
import { type EventType, eventTypes, type JourneyEvent } from '../../workflows/journal/events.ts';
import { addDays, type Day } from '../../workflows/policy/calendar.ts';
import { scheduled } from './journal.ts';

/** One random step: how long after the last, which event, and what shapes its payload. */
export interface Move {
  readonly gapHours: number;
  /** Hours before the step at which the event happened, for late entries; 0 for none. */
  readonly lateHours: number;
  /** Index into the possible events; `wild` picks among all of them. */
  readonly pick: number;
  readonly wild: boolean;
  readonly a: number;
  readonly b: number;
  /** Corrects the journal instead: voids or replaces one of its entries. */
  readonly correction: 'none' | 'void' | 'replace';
}

export const anyMove: fc.Arbitrary<Move> = fc.record({
  gapHours: fc.oneof(
    fc.integer({ min: 0, max: 48 }),
    fc.integer({ min: 0, max: 24 * 40 }),
    fc.integer({ min: 0, max: 24 * 250 }),
  ),
  lateHours: fc.oneof(
    { weight: 5, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 24 * 60 }) },
  ),
  pick: fc.nat(999),
  wild: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  a: fc.nat(999),
  b: fc.nat(999),
  correction: fc.oneof(
    { weight: 12, arbitrary: fc.constant('none' as const) },
    { weight: 1, arbitrary: fc.constantFrom('void' as const, 'replace' as const) },
  ),
});

interface Shape {
  readonly day: Day;
  readonly a: number;
  readonly b: number;
  readonly folded: Folded;
}
type Maker<T extends EventType> = (shape: Shape) => Omit<Extract<JourneyEvent, { type: T }>, 'type'>;

const one = <T>(options: readonly [T, ...T[]], index: number): T =>
  options[index % options.length] ?? options[0];
const company = (n: number): string => one(['c-1', 'c-2'], n);
const internship = ({ folded, a }: Shape): number => {
  const known = Object.keys(folded.snapshot.context.facts.internships).map(Number);
  return one([known[0] ?? 3, ...known.slice(1)], a);
};
const soon = (day: Day, n: number): Day => addDays(day, (n % 60) - 5);

const makers: { readonly [T in EventType]: Maker<T> } = {
  'intake.referred': () => ({ source: 'funder', site: 'site-1', federalState: 'BW' }),
  'intake.admitted': ({ day, a, b }) => ({
    caseWorker: 'w-1',
    directStart: a % 3 === 0,
    ...(b % 2 ? { entryOn: soon(day, b) } : {}),
  }),
  'intake.referredElsewhere': () => ({ to: 'eq' }),
  'intake.declined': () => ({ reason: 'other' }),
  'intensity.set': ({ a }) => ({ intensity: one(['low', 'medium', 'high'], a) }),
  'preparation.partRecorded': () => ({ part: 'childcare', status: 'done' }),
  'preparation.extended': ({ a }) => ({ months: (a % 3) + 1 }),
  'occupation.agreed': () => ({ occupation: 'joiner' }),
  'internship.planned': ({ day, a, b }) => ({
    company: company(a),
    from: soon(day, a),
    to: soon(day, a + (b % 10)),
  }),
  'internship.started': (shape) => ({ internship: internship(shape) }),
  'internship.reviewed': (shape) => ({ internship: internship(shape), fit: shape.b % 2 === 0 }),
  'internship.brokenOff': (shape) => ({ internship: internship(shape), reason: 'other' }),
  'placement.started': () => ({}),
  'company.informed': ({ a }) => ({ company: company(a) }),
  'contract.signed': ({ day, a, b }) => ({
    company: company(a),
    chamber: 'chamber-1',
    occupation: 'joiner',
    start: soon(day, a),
    end: addDays(day, 200 + b),
    probationMonths: (b % 5) + (a % 7 === 0 ? 0 : 1),
    ...(b % 4 ? { withoutInternship: 'other' as const } : {}),
  }),
  'contract.registered': () => ({}),
  'contract.ended': () => ({ by: 'both', reason: 'agreement' }),
  'training.started': ({ day, a }) => (a % 3 ? {} : { firstDay: addDays(day, -(a % 20)) }),
  'exam.registered': ({ day, a }) => ({ sittingOn: soon(day, a) }),
  'exam.passed': () => ({}),
  'exam.failed': () => ({}),
  'exam.extensionDemanded': ({ day, a, folded }) => ({
    newEnd: addDays(folded.snapshot.context.facts.contract?.end ?? day, (a % 200) + 1),
  }),
  'job.started': ({ day, a }) => (a % 2 ? {} : { firstDay: soon(day, a) }),
  'followUp.ended': () => ({}),
  'journey.leftEarly': () => ({ reason: 'moved' }),
  'meeting.scheduled': ({ day, a, b, folded }) => {
    const { cycle } = folded.snapshot.context.facts;
    const event = scheduled(
      `reflection/after-${b % 8 ? cycle : 1}`,
      `${addDays(day, (a % 30) + 1)}T09:00:00.000Z`,
    );
    if (event.type !== 'meeting.scheduled') throw new Error('not a slot');
    const { type: _, ...fields } = event;
    return fields;
  },
  'meeting.moved': ({ day, a }) => ({ startsAt: `${addDays(day, (a % 30) - 2)}T10:00:00.000Z` }),
  'meeting.held': () => ({ attended: ['participant'] }),
  'meeting.missed': () => ({ missing: ['participant'] }),
  'meeting.cancelled': () => ({}),
  'conflict.raised': () => ({ between: 'other' }),
  'conflict.mediated': () => ({}),
  'conflict.adviserCalled': () => ({ participantAgreed: true }),
  'conflict.conciliationRequested': () => ({ by: 'participant' }),
  'conflict.actionFiled': () => ({ by: 'company' }),
  'conflict.deescalated': ({ a }) => ({ to: one(['talk', 'mediation'], a) }),
  'conflict.resolved': () => ({}),
};

/** The endings, so that journeys live long enough to be worth a test. */
const endings: readonly EventType[] = [
  'journey.leftEarly',
  'intake.declined',
  'intake.referredElsewhere',
  'followUp.ended',
];

/** A plausible event of the type a move picks: mostly among those the journey could take now. */
export function eventOf(move: Move, possible: readonly EventType[], day: Day, folded: Folded): JourneyEvent {
  const lasting = possible.filter((type) => move.b % 5 === 0 || !endings.includes(type));
  const choice = move.wild || lasting.length === 0 ? eventTypes : lasting;
  const type = choice[move.pick % choice.length] ?? 'intake.referred';
  return { type, ...makers[type]({ day, a: move.a, b: move.b, folded }) } as JourneyEvent;
}

/** An entry that voids or replaces one of the journal's, where it has any. */
export function correctionOf(move: Move, journal: readonly Entry[]): Partial<Entry> | undefined {
  const target = journal[move.pick % Math.max(1, journal.length)];
  if (move.correction === 'none' || !target) return undefined;
  if (move.correction === 'void') return { voids: target.seq, reason: 'mistake' };
  return target.event && { replaces: target.seq, reason: 'mistake', event: target.event };
}
