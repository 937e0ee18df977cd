/** The closed word lists that entries, facts and effects share, as in the domain's table of people and its journey, and what people call them. */
import { z } from 'zod';

/** What people read, in both languages. */
export interface Text {
  readonly de: string;
  readonly en: string;
}

/** Everybody who takes part, speaks or is written to. `system` is the journey itself. */
export const roles = [
  'participant',
  'guardian',
  'caseWorker',
  'learningSupporter',
  'teamLead',
  'trainer',
  'teacher',
  'funderAdviser',
  'trainingAdviser',
  'ops',
  'dataProtection',
  'system',
] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

export const roleWords = {
  participant: { de: 'Teilnehmende Person', en: 'Participant' },
  guardian: { de: 'Personensorgeberechtigte', en: 'Guardians' },
  caseWorker: { de: 'Ausbildungsbegleitung', en: 'Case worker' },
  learningSupporter: { de: 'Stütz- und Förderlehrkraft', en: 'Learning supporter' },
  teamLead: { de: 'Teamleitung', en: 'Team lead' },
  trainer: { de: 'Ausbilder:in im Betrieb', en: 'Trainer at the company' },
  teacher: { de: 'Lehrkraft der Berufsschule', en: 'Teacher at the vocational school' },
  funderAdviser: { de: 'Bedarfsträger', en: 'Adviser of the funder' },
  trainingAdviser: {
    de: 'Ausbildungsberatung der zuständigen Stelle',
    en: 'Training adviser of the chamber',
  },
  ops: { de: 'Betrieb der Software', en: 'Operation of the software' },
  dataProtection: { de: 'Datenschutz', en: 'Data protection' },
  system: { de: 'Wegbegleiter', en: 'Wegbegleiter' },
} as const satisfies Record<Role, Text>;

/** Days on which a vocational school may teach. */
export const schoolWeekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
export type SchoolWeekday = (typeof schoolWeekdays)[number];

export const weekdayWords = {
  monday: { de: 'Montag', en: 'Monday' },
  tuesday: { de: 'Dienstag', en: 'Tuesday' },
  wednesday: { de: 'Mittwoch', en: 'Wednesday' },
  thursday: { de: 'Donnerstag', en: 'Thursday' },
  friday: { de: 'Freitag', en: 'Friday' },
} as const satisfies Record<SchoolWeekday, Text>;

/** What somebody answers to an invitation. */
export const replies = ['coming', 'notComing', 'late', 'callMe'] as const;
export const Reply = z.enum(replies);
export type Reply = z.infer<typeof Reply>;

export const replyWords = {
  coming: { de: 'kommt', en: 'Is coming' },
  notComing: { de: 'kommt nicht', en: 'Is not coming' },
  late: { de: 'kommt später', en: 'Will be late' },
  callMe: { de: 'bittet um Rückruf', en: 'Asks for a call' },
} as const satisfies Record<Reply, Text>;

/** The conflict ladder, lowest rung first. */
export const rungs = ['talk', 'mediation', 'trainingAdviser', 'conciliation', 'court'] as const;
export const Rung = z.enum(rungs);
export type Rung = z.infer<typeof Rung>;

export const rungWords = {
  talk: { de: 'Gespräch der Beteiligten', en: 'Talk between the parties' },
  mediation: { de: 'Vermittlung durch die Ausbildungsbegleitung', en: 'Mediation by the case worker' },
  trainingAdviser: {
    de: 'Ausbildungsberatung der zuständigen Stelle',
    en: 'Training adviser of the chamber',
  },
  conciliation: { de: 'Schlichtungsausschuss', en: 'Conciliation committee' },
  court: { de: 'Arbeitsgericht', en: 'Labour court' },
} as const satisfies Record<Rung, Text>;

/** What somebody is told of because an entry brought it about; the other notices are named after their deadline. */
export const newsTopics = [
  'meetingDeclined',
  'meetingLate',
  'callWanted',
  'meetingsMissed',
  'consentMissing',
  'settlementProposed',
  'terminationPossible',
  'terminationReceived',
  'trainingGivenUp',
  'damagesPossible',
  'handoverToApprove',
  'handoverToAnswer',
  'handoverDeclined',
  'effectStuck',
] as const;
export type NewsTopic = (typeof newsTopics)[number];

/** What news is called in a list. */
export const newsLabels = {
  meetingDeclined: { de: 'Jemand kommt nicht zum Gespräch', en: 'Somebody cannot come to the meeting' },
  meetingLate: { de: 'Jemand kommt später zum Gespräch', en: 'Somebody will be late for the meeting' },
  callWanted: { de: 'Bitte um Rückruf', en: 'A call is wanted' },
  meetingsMissed: { de: 'Gespräche mehrfach versäumt', en: 'Meetings missed in a row' },
  consentMissing: {
    de: 'Einwilligung fehlt: selbst ansprechen',
    en: 'Consent is missing: talk to them yourself',
  },
  settlementProposed: { de: 'Spruch ergangen', en: 'Settlement proposed' },
  terminationPossible: { de: 'Kündigung möglich', en: 'Termination possible' },
  terminationReceived: { de: 'Kündigung zugegangen', en: 'Termination received' },
  trainingGivenUp: { de: 'Ausbildung soll aufgegeben werden', en: 'Training is to be given up' },
  damagesPossible: { de: 'Schadensersatz möglich', en: 'Damages possible' },
  handoverToApprove: { de: 'Übergabe zu genehmigen', en: 'Handover to approve' },
  handoverToAnswer: { de: 'Übergabe zu beantworten', en: 'Handover to answer' },
  handoverDeclined: { de: 'Übergabe abgelehnt', en: 'Handover declined' },
  effectStuck: { de: 'Auftrag lässt sich nicht ausführen', en: 'Effect cannot be carried out' },
} as const satisfies Record<NewsTopic, Text>;

/** Whom nobody writes to without the participant's consent, and to whom it must have been given. */
export const consentNeeded: { readonly [R in Role]?: 'company' | 'school' | 'chamber' } = {
  trainer: 'company',
  teacher: 'school',
  trainingAdviser: 'chamber',
};
