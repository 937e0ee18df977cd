/**
 * The policy: how long things take, as versioned data. Every row carries its source; `practice` marks a default of ours,
 * `check` what was not fully verified. A version never changes once a journey runs on it.
 */
import type { Period } from './calendar.ts';

/** How a deadline's date is reckoned from its fact, and when it fires. */
export interface Reckoning {
  /** `with` its first day, `after` an event, `before` an end; `on` the very day the facts name. */
  readonly reckon: 'with' | 'after' | 'before' | 'on';
  /** `remind` fires on its date; `until` names a last day that still counts and fires the morning after. */
  readonly kind: 'remind' | 'until';
  /** Whether a last day on a weekend or holiday moves to the next working day (§193 BGB, §222(2) ZPO). */
  readonly holidays: 'none' | 'place' | 'court';
}

interface Row {
  readonly value: Period | number | null;
  readonly source: string;
  readonly label: { readonly de: string; readonly en: string };
}

const practice = '(practice)';

/** Deadlines: each fires once for each date and each visit of the state that names it. */
const deadlines = {
  intakeDecision: {
    value: { days: 14 },
    reckon: 'after',
    kind: 'until',
    holidays: 'none',
    source: practice,
    label: { de: 'Aufnahme entscheiden', en: 'Decide the intake' },
  },
  intakeEscalation: {
    value: { days: 7 },
    reckon: 'after',
    kind: 'until',
    holidays: 'none',
    source: practice,
    label: { de: 'Aufnahme überfällig: Teamleitung', en: 'Intake overdue: team lead' },
  },
  preparationEndNear: {
    value: { weeks: 4 },
    reckon: 'before',
    kind: 'remind',
    holidays: 'none',
    source: practice,
    label: { de: 'Ende der Vorphase naht', en: 'Preparation ends soon' },
  },
  preparationEnd: {
    value: { months: 6 },
    reckon: 'with',
    kind: 'until',
    holidays: 'none',
    source: '§75a SGB III; seed article',
    label: { de: 'Ende der Vorphase', en: 'Preparation ends' },
  },
  companyInformed: {
    value: { days: 14 },
    reckon: 'after',
    kind: 'until',
    holidays: 'none',
    source: practice,
    label: { de: 'Betrieb eingehend informieren', en: 'Inform the company in depth' },
  },
  contractRegistration: {
    value: { days: 14 },
    reckon: 'after',
    kind: 'remind',
    holidays: 'none',
    source: '§§11, 36 BBiG »without delay«; days (practice)',
    label: { de: 'Vertrag bei der Kammer eintragen', en: 'Register the contract at the chamber' },
  },
  contractRegistrationEscalation: {
    value: { days: 28 },
    reckon: 'after',
    kind: 'until',
    holidays: 'none',
    source: '§§11, 36 BBiG »without delay«; days (practice); at the latest the day before training starts',
    label: { de: 'Vertrag nicht eingetragen: Teamleitung', en: 'Contract unregistered: team lead' },
  },
  firstDayConfirmation: {
    value: { days: 3 },
    reckon: 'after',
    kind: 'until',
    holidays: 'none',
    source: practice,
    label: { de: 'Ersten Ausbildungstag bestätigen', en: 'Confirm the first day of training' },
  },
  probationReview: {
    value: { weeks: 4 },
    reckon: 'before',
    kind: 'remind',
    holidays: 'none',
    source: 'LuV calendar',
    label: { de: 'Probezeit auswerten', en: 'Review the probation' },
  },
  probationEnd: {
    value: null,
    reckon: 'with',
    kind: 'until',
    holidays: 'none',
    source: '§20 BBiG; months by contract',
    label: { de: 'Ende der Probezeit', en: 'Probation ends' },
  },
  betweenContractsReminder: {
    value: { weeks: 4 },
    reckon: 'after',
    kind: 'remind',
    holidays: 'none',
    source: practice,
    label: { de: 'Neuen Betrieb suchen', en: 'Find a new company' },
  },
  betweenContractsEscalation: {
    value: { weeks: 12 },
    reckon: 'after',
    kind: 'remind',
    holidays: 'none',
    source: practice,
    label: {
      de: 'Lange ohne Betrieb: Teamleitung und Bedarfsträger',
      en: 'Long without a company: team lead and funder',
    },
  },
  examRegistrationReminder: {
    value: { months: 6 },
    reckon: 'before',
    kind: 'remind',
    holidays: 'none',
    source: '(practice), chamber’s dates',
    label: { de: 'Zur Prüfung anmelden', en: 'Register for the exam' },
  },
  examRegistrationEscalation: {
    value: { months: 4 },
    reckon: 'before',
    kind: 'remind',
    holidays: 'none',
    source: '(practice), chamber’s dates',
    label: { de: 'Prüfungsanmeldung fehlt: Teamleitung', en: 'Exam unregistered: team lead' },
  },
  contractEnd: {
    value: null,
    reckon: 'on',
    kind: 'until',
    holidays: 'none',
    source: '§21(1) BBiG; day by contract',
    label: { de: 'Letzter Tag des Vertrags', en: 'Last day of the contract' },
  },
  extensionDemand: {
    value: null,
    reckon: 'on',
    kind: 'until',
    holidays: 'none',
    source: '§21(3) BBiG; BAG 6 AZR 519/03: by the contract’s last day, afterwards without delay',
    label: {
      de: 'Verlängerung nach nicht bestandener Prüfung verlangen',
      en: 'Demand the extension after a failed exam',
    },
  },
  longestExtension: {
    value: { years: 1 },
    reckon: 'after',
    kind: 'until',
    holidays: 'none',
    source: '§21(3) BBiG',
    label: { de: 'Späteste Verlängerung der Ausbildung', en: 'Longest extension of training' },
  },
  followUpAfterJob: {
    value: { months: 6 },
    reckon: 'with',
    kind: 'until',
    holidays: 'none',
    source: '§74(3) SGB III (check)',
    label: {
      de: 'Ende der Nachbetreuung (6 Monate ab Arbeitsbeginn)',
      en: 'Follow-up support ends (6 months of work)',
    },
  },
  followUpAfterTraining: {
    value: { years: 1 },
    reckon: 'after',
    kind: 'until',
    holidays: 'none',
    source: '§74(3) SGB III (check)',
    label: {
      de: 'Ende der Nachbetreuung (1 Jahr nach Ausbildung)',
      en: 'Follow-up support ends (1 year after training)',
    },
  },
  reflectionDue: {
    value: null,
    reckon: 'after',
    kind: 'remind',
    holidays: 'none',
    source: '(practice); compare three-monthly reviews in England; lengths in the rows reflection*',
    label: { de: 'Reflexionsgespräch fällig', en: 'Reflection meeting due' },
  },
  meetingRecord: {
    value: { days: 2 },
    reckon: 'after',
    kind: 'remind',
    holidays: 'none',
    source: practice,
    label: { de: 'Reflexionsgespräch dokumentieren', en: 'Record the reflection meeting' },
  },
  meetingUnrecorded: {
    value: { days: 7 },
    reckon: 'after',
    kind: 'until',
    holidays: 'none',
    source: practice,
    label: { de: 'Gespräch nicht dokumentiert: Teamleitung', en: 'Meeting unrecorded: team lead' },
  },
  conflictTalk: {
    value: { days: 7 },
    reckon: 'after',
    kind: 'until',
    holidays: 'none',
    source: practice,
    label: { de: 'Konflikt: Gespräch der Beteiligten', en: 'Conflict: talk between the parties' },
  },
  conflictMediation: {
    value: { days: 14 },
    reckon: 'after',
    kind: 'until',
    holidays: 'none',
    source: practice,
    label: { de: 'Konflikt: Vermittlung', en: 'Conflict: mediation' },
  },
  conflictAlert: {
    value: { days: 7 },
    reckon: 'after',
    kind: 'until',
    holidays: 'none',
    source: practice,
    label: { de: 'Konflikt ungelöst: Teamleitung', en: 'Conflict unsettled: team lead' },
  },
} as const satisfies Record<string, Row & Reckoning>;

export type DeadlineKey = keyof typeof deadlines;

/** Lengths and limits that are no deadlines of their own. */
const limits = {
  preparationExtension: {
    value: { months: 2 },
    source: '§75a SGB III',
    label: { de: 'Längste Verlängerung der Vorphase', en: 'Longest extension of preparation' },
  },
  probationShortest: {
    value: { months: 1 },
    source: '§20 BBiG',
    label: { de: 'Kürzeste Probezeit', en: 'Shortest probation' },
  },
  probationLongest: {
    value: { months: 4 },
    source: '§20 BBiG',
    label: { de: 'Längste Probezeit', en: 'Longest probation' },
  },
  repeatExams: {
    value: 2,
    source: '§37(1) BBiG',
    label: { de: 'Wiederholungsprüfungen', en: 'Repeat exams' },
  },
  invitationNotice: {
    value: { days: 7 },
    source: practice,
    label: { de: 'Vorlauf der Einladung', en: 'Notice of an invitation' },
  },
  missedInRow: {
    value: 2,
    source: practice,
    label: {
      de: 'Versäumte Gespräche bis zur Teamleitung',
      en: 'Missed meetings before the team lead is told',
    },
  },
  reflectionPreparation: {
    value: { months: 1 },
    source: practice,
    label: { de: 'Gesprächsabstand Vorphase', en: 'Reflection cadence, preparation' },
  },
  reflectionProbation: {
    value: { weeks: 4 },
    source: practice,
    label: { de: 'Gesprächsabstand Probezeit', en: 'Reflection cadence, probation' },
  },
  reflectionEstablished: {
    value: { months: 3 },
    source: '(practice); compare three-monthly reviews in England',
    label: { de: 'Gesprächsabstand Ausbildung', en: 'Reflection cadence, established training' },
  },
  reflectionPreparationHigh: {
    value: { days: 14 },
    source: practice,
    label: {
      de: 'Gesprächsabstand Vorphase, hohe Intensität',
      en: 'Reflection cadence, preparation, high intensity',
    },
  },
  reflectionProbationHigh: {
    value: { days: 14 },
    source: practice,
    label: {
      de: 'Gesprächsabstand Probezeit, hohe Intensität',
      en: 'Reflection cadence, probation, high intensity',
    },
  },
  reflectionEstablishedHigh: {
    value: { weeks: 6 },
    source: practice,
    label: {
      de: 'Gesprächsabstand Ausbildung, hohe Intensität',
      en: 'Reflection cadence, established, high intensity',
    },
  },
} as const satisfies Record<string, Row>;

export type LimitKey = keyof typeof limits;

type CountKey = 'repeatExams' | 'missedInRow';
type MonthsKey = 'preparationExtension' | 'probationShortest' | 'probationLongest';
type DaysKey = 'invitationNotice';
type PeriodKey = Exclude<LimitKey, CountKey | MonthsKey | DaysKey>;
type Limits<K extends LimitKey, V> = { readonly [P in K]: Row & { readonly value: V } };

/** A version of the policy. Versions differ in values and sources, never in their keys. */
export interface Policy {
  readonly version: string;
  readonly deadlines: { readonly [K in DeadlineKey]: Row & Reckoning };
  readonly limits: Limits<CountKey, number> &
    Limits<MonthsKey, { readonly months: number }> &
    Limits<DaysKey, { readonly days: number }> &
    Limits<PeriodKey, Period>;
}

/** All versions, oldest first. */
export const policies = { '2026-1': { version: '2026-1', deadlines, limits } } as const satisfies Record<
  string,
  Policy
>;

export type PolicyVersion = keyof typeof policies;
export const policyVersions = Object.keys(policies) as PolicyVersion[];
export const newestPolicy: PolicyVersion = '2026-1';

/** The deadlines' keys in the policy's order, which settles who fires first at the same instant. */
export const deadlineKeys = Object.keys(deadlines) as DeadlineKey[];
