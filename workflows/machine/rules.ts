/**
 * The rules: named, atomic conditions with one reason each, so that `explain` can say what is missing. A rule looks at the
 * facts and, where one is given, at the event; without one it answers whether any event could satisfy it.
 */
import { rungs } from '../effects/words.ts';
import type { EventType } from '../journal/events.ts';
import { type Day, germanDay } from '../policy/calendar.ts';
import type { Policy } from '../policy/policy.ts';
import { dateOf } from './deadlines.ts';
import type { EntryEvent, Facts, Internship } from './facts.ts';
import { meetingKey } from './requests.ts';

export interface RuleInput {
  readonly facts: Facts;
  readonly policy: Policy;
  /** The day the event happens, or today. */
  readonly day: Day;
  readonly event?: EntryEvent | undefined;
}

interface Rule {
  readonly holds: (input: RuleInput) => boolean;
  readonly de: string;
  readonly en: string;
}

const ofType = <T extends EventType>(type: T, event: EntryEvent | undefined): EntryEvent<T> | undefined =>
  event?.type === type ? (event as EntryEvent<T>) : undefined;

/** The internship an event speaks of has one of these states; without an event: any internship has. */
const internshipIs =
  (...status: Internship['status'][]) =>
  ({ facts, event }: RuleInput): boolean => {
    const all = Object.values(facts.internships);
    if (!event || !('internship' in event)) return all.some((known) => status.includes(known.status));
    const named = facts.internships[event.internship];
    return named !== undefined && status.includes(named.status);
  };

export const rules = {
  occupationAgreed: {
    holds: ({ facts }) => facts.occupation !== undefined,
    de: 'Es ist noch keine tragfähige Berufsoption vereinbart.',
    en: 'No occupational option that carries has been agreed yet.',
  },
  notExtendedYet: {
    holds: ({ facts }) => facts.extensionMonths === undefined,
    de: 'Die Vorphase wurde schon einmal verlängert; mehr als eine Verlängerung ist nicht möglich (§75a SGB III).',
    en: 'Preparation was extended before; it can be extended only once (§75a SGB III).',
  },
  extensionWithinLimit: {
    holds: ({ policy, event }) =>
      (ofType('preparation.extended', event)?.months ?? 1) <= policy.limits.preparationExtension.value.months,
    de: 'Die Vorphase kann höchstens um zwei Monate verlängert werden (§75a SGB III).',
    en: 'Preparation can be extended by two months at most (§75a SGB III).',
  },
  internshipInOrder: {
    holds: ({ event }) => {
      const planned = ofType('internship.planned', event);
      return !planned || planned.from <= planned.to;
    },
    de: 'Das Praktikum endet vor seinem Beginn.',
    en: 'The internship ends before it begins.',
  },
  internshipPlanned: {
    holds: internshipIs('planned'),
    de: 'Es gibt kein geplantes Praktikum mit dieser Eintragsnummer.',
    en: 'There is no planned internship with this entry number.',
  },
  internshipRunning: {
    holds: internshipIs('running'),
    de: 'Es gibt kein laufendes Praktikum mit dieser Eintragsnummer.',
    en: 'There is no running internship with this entry number.',
  },
  internshipOpen: {
    holds: internshipIs('planned', 'running'),
    de: 'Es gibt kein geplantes oder laufendes Praktikum mit dieser Eintragsnummer.',
    en: 'There is no planned or running internship with this entry number.',
  },
  companyInformed: {
    holds: ({ facts, event }) => {
      if (facts.directStart && facts.contract === undefined) return true;
      const company = ofType('contract.signed', event)?.company;
      return company === undefined
        ? Object.keys(facts.informed).length > 0
        : Object.hasOwn(facts.informed, company);
    },
    de: 'Der Betrieb wurde noch nicht eingehend informiert; das geht jedem vermittelten Vertrag voraus.',
    en: 'The company has not been informed in depth; this precedes every contract that the provider arranges.',
  },
  internshipOrReason: {
    holds: ({ facts, event }) => {
      const signed = ofType('contract.signed', event);
      if (!signed || signed.withoutInternship !== undefined) return true;
      return Object.values(facts.internships).some(
        ({ company, status }) => company === signed.company && status !== 'planned' && status !== 'brokenOff',
      );
    },
    de: 'In diesem Betrieb gab es kein Praktikum; dann nennt der Vertrag den Grund (Feld »withoutInternship«).',
    en: 'There was no internship at this company; the contract then gives the reason (field "withoutInternship").',
  },
  contractInOrder: {
    holds: ({ event }) => {
      const signed = ofType('contract.signed', event);
      return !signed || signed.start < signed.end;
    },
    de: 'Der Vertrag endet vor seinem Beginn.',
    en: 'The contract ends before it begins.',
  },
  probationWithinLimits: {
    holds: ({ policy: { limits }, event }) => {
      const signed = ofType('contract.signed', event);
      if (!signed) return true;
      const { probationShortest, probationLongest } = limits;
      return (
        signed.probationMonths >= probationShortest.value.months &&
        signed.probationMonths <= probationLongest.value.months
      );
    },
    de: 'Die Probezeit muss mindestens einen und darf höchstens vier Monate dauern (§20 BBiG).',
    en: 'The probation must last at least one month and at most four (§20 BBiG).',
  },
  firstDayReached: {
    holds: ({ facts, event, day }) => {
      const firstDay = ofType('training.started', event)?.firstDay ?? facts.contract?.start;
      return firstDay !== undefined && firstDay <= day;
    },
    de: 'Der erste Ausbildungstag liegt noch in der Zukunft.',
    en: 'The first day of training still lies in the future.',
  },
  withinLongestExtension: {
    holds: ({ facts, policy, event }) => {
      const demanded = ofType('exam.extensionDemanded', event);
      const latest = dateOf('longestExtension', facts, policy);
      return !demanded || (latest !== undefined && demanded.newEnd <= latest);
    },
    de: 'Die Ausbildung verlängert sich höchstens um ein Jahr ab dem ursprünglichen Ende (§21(3) BBiG).',
    en: 'Training is extended by one year from the original end at most (§21(3) BBiG).',
  },
  extensionLaterThanEnd: {
    holds: ({ facts: { contract }, event }) => {
      const demanded = ofType('exam.extensionDemanded', event);
      return !demanded || (contract !== undefined && demanded.newEnd > contract.end);
    },
    de: 'Das neue Ende muss nach dem bisherigen Vertragsende liegen.',
    en: 'The new end must lie after the present end of the contract.',
  },
  sittingNotPast: {
    holds: ({ event, day }) => {
      const registered = ofType('exam.registered', event);
      return !registered || registered.sittingOn >= day;
    },
    de: 'Der Prüfungstermin liegt vor der Anmeldung.',
    en: 'The exam lies before its registration.',
  },
  meetingInPast: {
    holds: ({ facts: { meeting }, day }) => meeting === undefined || germanDay(meeting.startsAt) <= day,
    de: 'Das eingeladene Gespräch liegt noch in der Zukunft.',
    en: 'The scheduled meeting still lies in the future.',
  },
  movedIntoFuture: {
    holds: ({ event }) => {
      const moved = ofType('meeting.moved', event);
      return !moved || moved.startsAt > moved.at;
    },
    de: 'Ein Gespräch kann nur auf einen künftigen Zeitpunkt verlegt werden.',
    en: 'A meeting can only be moved to a time in the future.',
  },
  lowerRung: {
    holds: ({ facts: { conflict }, event }) => {
      const to = ofType('conflict.deescalated', event)?.to ?? 'talk';
      return conflict !== undefined && rungs.indexOf(to) < rungs.indexOf(conflict.rung);
    },
    de: 'Der Konflikt steht nicht höher als die genannte Stufe.',
    en: 'The conflict stands no higher than the rung named.',
  },
  answersThisMeeting: {
    holds: ({ facts, event }) => {
      const scheduled = ofType('meeting.scheduled', event);
      return !scheduled || scheduled.meeting === meetingKey(facts);
    },
    de: 'Die Antwort gehört zu einer anderen Einladung.',
    en: 'The answer belongs to another invitation.',
  },
  slotAhead: {
    holds: ({ event }) => {
      const scheduled = ofType('meeting.scheduled', event);
      return !scheduled || scheduled.startsAt > scheduled.at;
    },
    de: 'Der Termin liegt vor dem Anlass der Einladung.',
    en: 'The slot lies before what the invitation is for.',
  },
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;

/** The rules of a list that do not hold. Pure. */
export function brokenRules(names: readonly RuleName[], input: RuleInput): RuleName[] {
  return names.filter((name) => !rules[name].holds(input));
}
