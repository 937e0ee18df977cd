/** Random journeys for property tests: plausible events of every type, in any order, at random gaps. Pure. */
import fc from 'fast-check';
import type { Folded } from '../../workflows/fold/folded.ts';
import { type Entry, ownInstant } from '../../workflows/journal/entry.ts';
import {
  consentParties,
  type EventType,
  eventTypes,
  type JourneyEvent,
  type Party,
  reportKinds,
} from '../../workflows/journal/events.ts';
import { addDays, type Day, germanDay } from '../../workflows/policy/calendar.ts';
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
    fc.integer({ min: 0, max: 6 }),
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

const one = <const T>(options: readonly [T, ...T[]], index: number): T =>
  options[index % options.length] ?? options[0];
const company = (n: number): string => one(['c-1', 'c-2'], n);
const internship = ({ folded, a }: Shape): number => entryIn(folded.snapshot.context.facts.internships, a);
const party = (n: number): Party => one(['participant', 'company'], n);
/** The number of an entry among the items known, or one that is not there. */
const entryIn = (items: object, n: number): number => {
  const [first = 3, ...others] = Object.keys(items).map(Number);
  return one([first, ...others], n);
};
const report = ({ a, b }: Shape) => {
  const kind = one(reportKinds, a);
  return { report: kind, ...(kind === 'trainingYear' || b % 9 === 0 ? { year: (b % 2) + 1 } : {}) };
};
const soon = (day: Day, n: number): Day => addDays(day, (n % 60) - 5);

const makers: { readonly [T in EventType]: Maker<T> } = {
  'intake.referred': ({ day, a, b }) => ({
    ...{ source: 'funder', site: 'site-1', federalState: 'BW' },
    ...(a % 3 ? {} : { adultOn: addDays(day, b + 1) }),
  }),
  'intake.admitted': ({ day, a, b }) => ({
    caseWorker: 'w-1',
    directStart: a % 3 === 0,
    ...(b % 2 ? { entryOn: soon(day, b) } : {}),
    ...(b % 7 ? { guardiansToo: true } : {}),
  }),
  'intake.referredElsewhere': () => ({ to: 'eq', reason: 'other' }),
  'intake.declined': () => ({ reason: 'other' }),
  'intensity.set': ({ a }) => ({ participant: one(['low', 'medium', 'high'], a) }),
  'preparation.partRecorded': () => ({ part: 'childcare', status: 'done' }),
  'preparation.extended': ({ a }) => ({ months: (a % 3) + 1 }),
  'occupation.agreed': () => ({ occupation: 'joiner' }),
  'intake.eligibilityAssessed': ({ a }) => ({ eligible: a % 9 > 0, barriers: ['language'] }),
  'placement.offered': ({ a }) => ({ company: company(a) }),
  'placement.offerDeclined': () => ({ by: 'company' }),
  'entryQualification.signed': ({ day, a, b }) => ({
    company: company(a),
    start: soon(day, a),
    end: addDays(day, b),
  }),
  'entryQualification.ended': () => ({ result: 'completed' }),
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
    ...(a % 3 ? { conciliationCommittee: true } : {}),
    ...(b % 5 ? { guardiansSigned: true } : {}),
  }),
  'contract.registered': () => ({}),
  'contract.endChanged': ({ day, b }) => ({ newEnd: addDays(day, b) }),
  'contract.ended': () => ({ by: 'both', reason: 'agreement' }),
  'training.started': ({ day, a }) => (a % 3 ? {} : { firstDay: addDays(day, -(a % 20)) }),
  'exam.registered': ({ day, a }) => ({ sittingOn: soon(day, a) }),
  'school.timesSet': ({ day, a, b }) => ({
    weekdays: a % 2 ? ['monday'] : [],
    ...(b % 2 ? { blocks: [{ from: soon(day, a), to: soon(day, b) }] } : {}),
  }),
  'probation.prolonged': ({ day, a }) => ({ until: addDays(day, a % 200) }),
  'leave.started': ({ day, a, b }) => ({
    ...(a % 2 ? { from: addDays(day, (a % 30) - 25) } : {}),
    until: addDays(day, (b % 400) - 5),
  }),
  'leave.changed': ({ day, b }) => ({ until: addDays(day, (b % 400) - 100) }),
  'training.interrupted': () => ({ reason: 'illness' }),
  'training.resumed': () => ({}),
  'exam.intermediateTaken': () => ({ part: 'intermediate' }),
  'exam.admitted': ({ a }) => ({ disadvantageCompensation: a % 2 === 0 }),
  'exam.sat': () => ({}),
  'exam.missedByIllness': () => ({}),
  'exam.bridged': ({ day, a }) => ({ until: addDays(day, (a % 100) - 10) }),
  'exam.passed': () => ({}),
  'exam.failed': () => ({}),
  'exam.extensionDemanded': ({ day, a, folded }) => ({
    newEnd: addDays(folded.snapshot.context.facts.contract?.end ?? day, (a % 200) + 1),
  }),
  'job.started': ({ day, a }) => (a % 2 ? {} : { firstDay: soon(day, a) }),
  'job.ended': () => ({}),
  'followUp.ended': () => ({}),
  'journey.leftEarly': () => ({ reason: 'moved' }),
  'journey.transferred': () => ({ to: 'provider-2' }),
  'journey.received': () => ({ from: 'provider-1', site: 'site-2', federalState: 'BY', caseWorker: 'w-4' }),
  'journey.deceased': () => ({}),
  'journey.reopened': () => ({ reason: 'returned' }),
  'effect.stuck': () => ({ effect: 'reflection/after-2', rev: 1 }),
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
  'meeting.replied': ({ a, b }) => ({
    by: one(['participant', 'trainer', 'caseWorker'], a),
    reply: one(['coming', 'notComing', 'late', 'callMe'], b),
  }),
  'meeting.moved': ({ day, a }) => ({ startsAt: `${addDays(day, (a % 30) - 2)}T10:00:00.000Z` }),
  'meeting.held': ({ day, a, b }) => ({
    attended: a % 9 ? ['participant', 'caseWorker'] : ['participant'],
    ...(b % 4 ? {} : { nextOn: addDays(day, (a % 40) - 2) }),
  }),
  'meeting.missed': () => ({ missing: ['participant'] }),
  'meeting.cancelled': () => ({}),
  'conflict.raised': () => ({ between: 'other' }),
  'conflict.mediated': () => ({}),
  'conflict.adviserCalled': () => ({ participantAgreed: true }),
  'conflict.conciliationRequested': () => ({ by: 'participant' }),
  'conflict.actionFiled': () => ({ by: 'company' }),
  'conflict.deescalated': ({ a }) => ({ to: one(['talk', 'mediation'], a) }),
  'conflict.resolved': () => ({}),
  'conflict.conciliationEnded': () => ({}),
  'conflict.settlementProposed': ({ day, a, b }) => ({
    servedOn: addDays(day, 2 - (a % 9)),
    remediesInstructed: b % 3 > 0,
  }),
  'conflict.settlementAnswered': ({ a, b }) => ({ by: party(a), accepted: b % 4 > 0 }),
  'termination.reasonKnown': ({ day, a, b }) => ({
    by: party(a),
    ...(b % 2 ? { knownOn: addDays(day, 2 - (a % 12)) } : {}),
  }),
  'termination.dropped': () => ({}),
  'termination.received': ({ a }) => ({ by: party(a) }),
  'termination.givingUp': () => ({}),
  'termination.settled': ({ folded, a, b }) => ({
    how: 'accepted',
    ...(b % 2 ? { termination: entryIn(folded.snapshot.context.facts.dismissals, a) } : {}),
  }),
  'goal.set': ({ day, a }) => ({ goal: 'punctuality', reviewOn: soon(day, a) }),
  'goal.reviewed': ({ day, folded, a, b }) => ({
    goal: entryIn(folded.snapshot.context.facts.goals, a),
    result: one(['reached', 'continued', 'dropped'], b),
    ...(a % 3 ? { reviewOn: soon(day, b) } : {}),
  }),
  'contact.recorded': ({ a }) => ({ with: 'trainer', how: 'phone', minutes: a % 90, reached: a % 2 > 0 }),
  'task.set': ({ day, a }) => ({ task: 'call-school', dueOn: soon(day, a) }),
  'task.done': ({ folded, a }) => ({ task: entryIn(folded.snapshot.context.facts.tasks, a) }),
  'task.dropped': ({ folded, a }) => ({ task: entryIn(folded.snapshot.context.facts.tasks, a) }),
  'absence.began': () => ({ reason: 'illness' }),
  'absence.ended': () => ({}),
  'help.asked': ({ a }) => ({ topic: 'school', for: one(['participant', 'company', 'school'], a) }),
  'help.started': ({ folded, a }) => ({ help: entryIn(folded.snapshot.context.facts.help, a) }),
  'help.ended': ({ folded, a }) => ({ help: entryIn(folded.snapshot.context.facts.help, a) }),
  'hours.offered': ({ day, a, b }) => ({ hours: a, from: soon(day, a), to: addDays(day, b - 20) }),
  'hours.accepted': () => ({}),
  'hours.countered': ({ a }) => ({ hours: a % 50 }),
  'hours.answered': ({ a, b }) => ({ agreed: a % 2 > 0, ...(b % 3 ? { hours: b } : {}) }),
  'hours.reported': ({ day, folded, a }) => ({
    month: folded.snapshot.context.facts.hoursOpen[0] ?? addDays(day, -(a % 60)).slice(0, 7),
  }),
  'learningSupport.requested': () => ({ subject: 'maths' }),
  'learningSupport.started': () => ({ supporter: 's-1' }),
  'learningSupport.sessionHeld': ({ a }) => ({ minutes: (a % 90) + 1 }),
  'learningSupport.ended': () => ({}),
  'report.drafted': (shape) => report(shape),
  'report.submitted': (shape) => report(shape),
  'report.corrected': (shape) => report(shape),
  'funding.approved': ({ day, a, b }) => ({
    funder: one(['agency-1', 'land-1'], a),
    share: 50,
    from: soon(day, a),
    to: addDays(day, b - 10),
    ...(b % 5 ? {} : { retentionYears: 4 }),
  }),
  'funding.ended': ({ folded, a }) => ({ funding: entryIn(folded.snapshot.context.facts.fundings, a) }),
  'handover.proposed': ({ a, b }) => ({
    to: one(['w-1', 'w-2', 'w-3'], a),
    ...(b % 9 ? {} : { qualified: false }),
  }),
  'handover.approved': () => ({}),
  'handover.accepted': () => ({}),
  'handover.declined': () => ({}),
  'handover.withdrawn': () => ({}),
  'deputy.appointed': ({ day, a, b }) => ({
    deputy: one(['w-1', 'w-2', 'w-3'], a),
    from: soon(day, a),
    until: soon(day, b),
  }),
  'deputy.ended': () => ({}),
  'consent.given': ({ a, b }) => ({ to: one(consentParties, a), ...(b % 3 ? { guardiansToo: true } : {}) }),
  'consent.withdrawn': ({ a }) => ({ to: one(consentParties, a) }),
  'minor.examined': ({ day, a }) => ({ on: addDays(day, 5 - (a % 300)) }),
  'minor.reexamined': ({ day, a }) => ({ on: addDays(day, 5 - (a % 60)) }),
  'legalHold.placed': () => ({}),
  'legalHold.released': () => ({}),
};

/** The endings, so that journeys live long enough to be worth a test. */
const endings: readonly EventType[] = [
  'journey.leftEarly',
  'intake.declined',
  'intake.referredElsewhere',
  'followUp.ended',
  'journey.transferred',
  'journey.deceased',
];

/** A plausible event of a type; `a` and `b` shape it. */
export const madeOf = (type: EventType, shape: Shape): JourneyEvent =>
  ({ type, ...makers[type](shape) }) as JourneyEvent;

/** A plausible event of the type a move picks: mostly among those the journey could take now. */
export function eventOf(move: Move, possible: readonly EventType[], day: Day, folded: Folded): JourneyEvent {
  const lasting = possible.filter((type) => move.b % 5 === 0 || !endings.includes(type));
  const choice = move.wild || lasting.length === 0 ? eventTypes : lasting;
  // A matter first, then one of its events: matters with many events would drown the others.
  const matters = [...Map.groupBy(choice, (known) => known.split('.')[0]).values()];
  const matter = matters[move.pick % matters.length] ?? choice;
  const type = matter[Math.floor(move.pick / matters.length) % matter.length] ?? 'intake.referred';
  return madeOf(type, { day, a: move.a, b: move.b, folded });
}

/** What voids or replaces one of the journal's entries, where it has any: by the same event, often with other fields, at times at another moment. */
export function correctionOf(
  move: Move,
  journal: readonly Entry[],
  folded: Folded,
): Pick<Entry, 'actor' | 'event' | 'effectiveAt' | 'voids' | 'replaces' | 'reason'> | undefined {
  const target = journal[move.pick % Math.max(1, journal.length)];
  if (move.correction === 'none' || !target) return undefined;
  const about = { actor: { role: 'caseWorker' }, reason: 'mistake' } as const;
  if (move.correction === 'void') return { ...about, voids: target.seq };
  if (!target.event) return undefined;
  const { type } = target.event;
  const at = new Date(Date.parse(ownInstant(target)) + (move.b - 500) * 3_600_000).toISOString();
  const fields = makers[type]({ day: germanDay(ownInstant(target)), a: move.a, b: move.b, folded });
  const event = move.a % 3 ? ({ type, ...fields } as JourneyEvent) : target.event;
  const moved = move.b % 2 && at <= folded.now ? { effectiveAt: at } : {};
  return { ...about, actor: target.actor, replaces: target.seq, event, ...moved };
}
