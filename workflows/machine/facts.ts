/**
 * The facts of a journey, and what each event adds to them. The statechart says what may follow what; this file says what
 * is known afterwards. Pure; facts are plain JSON.
 */
import type { Rung } from '../effects/words.ts';
import type { EventOf, EventType, preparationParts } from '../journal/events.ts';
import { type Day, earlier, germanDay, type Instant } from '../policy/calendar.ts';
import type { FederalState } from '../policy/holidays.ts';
import type { DeadlineKey } from '../policy/policy.ts';

export interface Internship {
  readonly company: string;
  readonly from: Day;
  readonly to: Day;
  readonly status: 'planned' | 'running' | 'fit' | 'noFit' | 'brokenOff';
}

export interface Contract {
  /** Root `seq` of the entry that signed it. */
  readonly entry: number;
  readonly company: string;
  readonly chamber: string;
  readonly occupation: string;
  readonly start: Day;
  readonly end: Day;
  /** The agreed end before any extension. */
  readonly originalEnd: Day;
  readonly probationMonths: number;
  readonly signedOn: Day;
  readonly registeredOn?: Day;
  readonly firstDay?: Day;
}

export interface Meeting {
  /** Key of the effect that invited to it. */
  readonly key: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** Root `seq` of the system's entry. */
  readonly entry: number;
}

export interface Conflict {
  /** Root `seq` of the entry that raised it: its identity. */
  readonly entry: number;
  /** First, second … of the journey; for display only. */
  readonly ordinal: number;
  readonly between: string;
  readonly rung: Rung;
  /** Last day of the rung before, or the day this one was entered by hand. */
  readonly rungSince: Day;
  /** Alerts to the team lead on this rung, and the last day of the period before the newest. */
  readonly alerts: number;
  readonly alertedOn?: Day;
}

export interface Facts {
  readonly site?: string;
  readonly federalState: FederalState;
  readonly funder?: string | undefined;
  readonly referredOn?: Day;
  readonly caseWorker?: string | undefined;
  readonly enteredOn?: Day;
  readonly directStart: boolean;
  readonly extensionMonths?: number;
  readonly parts: { readonly [P in (typeof preparationParts)[number]]?: 'needed' | 'waived' | 'done' };
  readonly occupation?: string;
  /** By root `seq` of the entry that planned it. */
  readonly internships: { readonly [entry: string]: Internship };
  /** Companies informed in depth, and since when. */
  readonly informed: { readonly [company: string]: Day };
  /** The contract that is signed, running, or last ended. */
  readonly contract?: Contract;
  readonly contractEndedOn?: Day | undefined;
  readonly sittingOn?: Day;
  readonly examsFailed: number;
  readonly trainingEndedOn?: Day;
  readonly jobSince?: Day;
  readonly endedOn?: Day;
  readonly intensity: 'low' | 'medium' | 'high';
  /** What the cadence of reflection meetings goes by. */
  readonly stage: 'preparation' | 'probation' | 'established';
  /** What the cadence counts from while no meeting was held: a phase's start. */
  readonly cadenceSince?: Day;
  /** The day of the last meeting held or given up. */
  readonly lastMeetingOn?: Day;
  /** Root `seq` of the entry that opened the current meeting cycle. */
  readonly cycle: number;
  /** The day the meeting in preparation became due. */
  readonly meetingDueOn?: Day | undefined;
  readonly meeting?: Meeting | undefined;
  readonly missedInRow: number;
  readonly conflict?: Conflict | undefined;
  readonly conflicts: number;
}

export const noFacts: Facts = {
  federalState: 'BW',
  directStart: false,
  parts: {},
  internships: {},
  informed: {},
  examsFailed: 0,
  intensity: 'medium',
  stage: 'preparation',
  cycle: 0,
  missedInRow: 0,
  conflicts: 0,
};

/** When something happened, and the root `seq` of the entry that led to it; events carry it, so that nothing asks a clock. */
export interface Occurrence {
  readonly at: Instant;
  /** The calendar day in Germany. */
  readonly day: Day;
  /** An entry's own root; for a deadline that of the entry that opened the state. */
  readonly entry: number;
}

export type EntryEvent<T extends EventType = EventType> = EventOf<T> & Occurrence;
export type DeadlineEvent<K extends DeadlineKey = DeadlineKey> = {
  /** `dueOn`: a reminder's date, or the last day of a period that is over. */
  [P in K]: Occurrence & { type: `deadline.${P}`; dueOn: Day };
}[K];
export type MachineEvent = EntryEvent | DeadlineEvent;

export const isEntryEvent = (event: MachineEvent): event is EntryEvent => !event.type.startsWith('deadline.');

type Change<E> = (facts: Facts, event: E) => { readonly [K in keyof Facts]?: Facts[K] | undefined };
type Changes = { readonly [T in EventType]: Change<EntryEvent<T>> } & {
  readonly [K in DeadlineKey as `deadline.${K}`]?: Change<DeadlineEvent<K>>;
};

const nothing = (): Partial<Facts> => ({});
const ended: Change<Occurrence> = (_, { day }) => ({ endedOn: day });

const internship =
  (status: Internship['status']) =>
  ({ internships }: Facts, { internship: seq }: { internship: number }): Partial<Facts> => {
    const known = internships[seq];
    return known ? { internships: { ...internships, [seq]: { ...known, status } } } : {};
  };

const contract = (facts: Facts, change: Partial<Contract>): Partial<Facts> =>
  facts.contract ? { contract: { ...facts.contract, ...change } } : {};

/** Opens the next cycle of reflection meetings, named after the entry that did. */
const noMeeting = (entry: number) => ({ cycle: entry, meeting: undefined, meetingDueOn: undefined });

const rung = (facts: Facts, to: Rung, since: Day): Partial<Facts> => {
  if (!facts.conflict) return {};
  const { alertedOn: _, ...conflict } = facts.conflict;
  return { conflict: { ...conflict, rung: to, rungSince: since, alerts: 0 } };
};

const alerted: Change<{ dueOn: Day }> = ({ conflict }, { dueOn }) =>
  conflict ? { conflict: { ...conflict, alerts: conflict.alerts + 1, alertedOn: dueOn } } : {};

const changes: Changes = {
  'intake.referred': (_, { site, federalState, funder, caseWorker, day }) => ({
    site,
    federalState,
    referredOn: day,
    funder,
    caseWorker,
  }),
  'intake.admitted': (_, { caseWorker, entryOn, directStart, day, entry }) => ({
    caseWorker,
    directStart,
    enteredOn: entryOn ?? day,
    cadenceSince: entryOn ?? day,
    cycle: entry,
  }),
  'intake.referredElsewhere': ended,
  'intake.declined': ended,
  'intensity.set': (_, { intensity }) => ({ intensity }),
  'preparation.partRecorded': ({ parts }, { part, status }) => ({ parts: { ...parts, [part]: status } }),
  'preparation.extended': (_, { months }) => ({ extensionMonths: months }),
  'occupation.agreed': (_, { occupation }) => ({ occupation }),
  'internship.planned': ({ internships }, { entry, company, from, to }) => ({
    internships: { ...internships, [entry]: { company, from, to, status: 'planned' } },
  }),
  'internship.started': internship('running'),
  'internship.reviewed': (facts, event) => internship(event.fit ? 'fit' : 'noFit')(facts, event),
  'internship.brokenOff': internship('brokenOff'),
  'placement.started': nothing,
  'company.informed': ({ informed }, { company, day }) => ({ informed: { ...informed, [company]: day } }),
  'contract.signed': (_, { entry, company, chamber, occupation, start, end, probationMonths, day }) => ({
    contract: {
      entry,
      company,
      chamber,
      occupation,
      start,
      end,
      originalEnd: end,
      probationMonths,
      signedOn: day,
    },
    contractEndedOn: undefined,
  }),
  'contract.registered': (facts, { day }) => contract(facts, { registeredOn: day }),
  'contract.ended': (_, { day }) => ({ stage: 'preparation', contractEndedOn: day }),
  'training.started': (facts, { firstDay = facts.contract?.start, entry }) => {
    if (firstDay === undefined) return {};
    const cadence = facts.lastMeetingOn === undefined ? { cadenceSince: firstDay, cycle: entry } : {};
    return { stage: 'probation', ...contract(facts, { firstDay }), ...cadence };
  },
  'exam.registered': (_, { sittingOn }) => ({ sittingOn }),
  // §21(2) BBiG: passing before the agreed end ends the contract; announced later, it ended on its agreed day.
  'exam.passed': (facts, { day }) => ({
    trainingEndedOn: facts.contract ? earlier(day, facts.contract.end) : day,
  }),
  'exam.failed': ({ examsFailed }) => ({ examsFailed: examsFailed + 1 }),
  'exam.extensionDemanded': (facts, { newEnd }) => contract(facts, { end: newEnd }),
  'job.started': (_, { firstDay, day }) => ({ jobSince: firstDay ?? day }),
  'followUp.ended': ended,
  'journey.leftEarly': ended,
  'meeting.scheduled': (_, { meeting, startsAt, endsAt, entry }) => ({
    meeting: { key: meeting, startsAt, endsAt, entry },
  }),
  'meeting.moved': ({ meeting }, { startsAt }) => {
    if (!meeting) return {};
    const length = Date.parse(meeting.endsAt) - Date.parse(meeting.startsAt);
    return {
      meeting: { ...meeting, startsAt, endsAt: new Date(Date.parse(startsAt) + length).toISOString() },
    };
  },
  'meeting.held': (_, { day, entry }) => ({ ...noMeeting(entry), lastMeetingOn: day, missedInRow: 0 }),
  'meeting.missed': ({ missedInRow }, { day, entry }) => ({
    ...noMeeting(entry),
    meetingDueOn: day,
    missedInRow: missedInRow + 1,
  }),
  'meeting.cancelled': (_, { day, entry }) => ({ ...noMeeting(entry), meetingDueOn: day }),
  'deadline.reflectionDue': (_, { dueOn }) => ({ meetingDueOn: dueOn }),
  // A meeting nobody recorded is never counted as missed: the next one is reckoned from its slot.
  'deadline.meetingUnrecorded': ({ meeting }) =>
    meeting ? { ...noMeeting(meeting.entry), lastMeetingOn: germanDay(meeting.startsAt) } : {},
  'conflict.raised': ({ conflicts }, { entry, day, between }) => ({
    conflicts: conflicts + 1,
    conflict: { entry, ordinal: conflicts + 1, between, rung: 'talk', rungSince: day, alerts: 0 },
  }),
  'conflict.mediated': (facts, { day }) => rung(facts, 'mediation', day),
  'conflict.adviserCalled': (facts, { day }) => rung(facts, 'trainingAdviser', day),
  'conflict.conciliationRequested': (facts, { day }) => rung(facts, 'conciliation', day),
  'conflict.actionFiled': (facts, { day }) => rung(facts, 'court', day),
  'conflict.deescalated': (facts, { to, day }) => rung(facts, to, day),
  'conflict.resolved': () => ({ conflict: undefined }),
  // Each rung is reckoned from the last day of the one before, not from the morning it was noticed.
  'deadline.conflictTalk': (facts, { dueOn }) => rung(facts, 'mediation', dueOn),
  'deadline.conflictMediation': alerted,
  'deadline.conflictAlert': alerted,
  'deadline.probationEnd': () => ({ stage: 'established' }),
  'deadline.followUpAfterJob': (_, { dueOn }) => ({ endedOn: dueOn }),
  'deadline.followUpAfterTraining': (_, { dueOn }) => ({ endedOn: dueOn }),
};

/** The facts after an event. Pure; never throws. */
export function factsAfter(facts: Facts, event: MachineEvent): Facts {
  const change = changes[event.type] as Change<MachineEvent> | undefined;
  if (!change) return facts;
  return { ...facts, ...change(facts, event) } as Facts;
}
