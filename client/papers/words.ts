/** What papers and figures call the codes of the journal: papers in German, figures in both languages. */
import type { Role, Rung } from '../../workflows/effects/words.ts';
import type { Status } from '../../workflows/fold/papers/owed.ts';
import type { Goal } from '../../workflows/fold/papers/plan.ts';
import type { LengthName, TableName } from '../../workflows/fold/papers/statistics.ts';
import type { EventOf } from '../../workflows/journal/events.ts';
import type { Internship } from '../../workflows/machine/facts/preparation.ts';
import type { Absence } from '../../workflows/machine/facts/support.ts';

interface Text {
  readonly de: string;
  readonly en: string;
}

export const roleWords = {
  participant: 'Teilnehmende Person',
  guardian: 'Personensorgeberechtigte',
  caseWorker: 'Ausbildungsbegleitung',
  learningSupporter: 'Stütz- und Förderlehrkraft',
  teamLead: 'Teamleitung',
  trainer: 'Ausbilder:in im Betrieb',
  teacher: 'Lehrkraft der Berufsschule',
  funderAdviser: 'Bedarfsträger',
  trainingAdviser: 'Ausbildungsberatung der zuständigen Stelle',
  ops: 'Betrieb der Software',
  dataProtection: 'Datenschutz',
  system: 'Wegbegleiter',
} as const satisfies Record<Role, string>;

export const howWords = {
  phone: 'Telefon',
  message: 'Nachricht',
  mail: 'E-Mail',
  visit: 'Besuch',
  office: 'im Büro',
  online: 'online',
} as const satisfies Record<EventOf<'contact.recorded'>['how'], string>;

export const absenceWords = {
  illness: 'Krankheit',
  excused: 'entschuldigt',
  unexcused: 'unentschuldigt',
  other: 'anderer Grund',
} as const satisfies Record<Absence['reason'], string>;

export const goalWords = {
  open: 'läuft',
  continued: 'wird fortgeführt',
  reached: 'erreicht',
  dropped: 'aufgegeben',
} as const satisfies Record<Goal['result'], string>;

export const internshipWords = {
  planned: 'geplant',
  running: 'läuft',
  fit: 'ausgewertet: passt',
  noFit: 'ausgewertet: passt nicht',
  brokenOff: 'abgebrochen',
} as const satisfies Record<Internship['status'], string>;

export const rungWords = {
  talk: { de: 'Gespräch der Beteiligten', en: 'Talk between the parties' },
  mediation: { de: 'Vermittlung durch die Begleitung', en: 'Mediation by the case worker' },
  trainingAdviser: { de: 'Ausbildungsberatung der Kammer', en: 'Training adviser of the chamber' },
  conciliation: { de: 'Schlichtungsausschuss', en: 'Conciliation committee' },
  court: { de: 'Arbeitsgericht', en: 'Court' },
} as const satisfies Record<Rung, Text>;

/** What has become of a message to the funder. */
export const statusWords = {
  open: { de: 'offen', en: 'open' },
  transmitted: { de: 'übermittelt', en: 'transmitted' },
  corrected: { de: 'seither berichtigt: erneut melden', en: 'corrected since: to be sent again' },
  former: { de: 'Sache des früheren Trägers', en: "the former provider's" },
} as const satisfies Record<Status, Text>;

export const tableWords = {
  entries: { de: 'Eintritte', en: 'Entries' },
  phases: { de: 'Teilnehmende nach Phase am letzten Tag', en: 'Participants by phase on the last day' },
  conflicts: { de: 'Konflikte nach der höchsten Stufe', en: 'Conflicts by highest rung' },
  results: { de: 'Ergebnisse', en: 'Results' },
  earlyEnds: { de: 'Vorzeitig ausgeschieden nach Grund', en: 'Left early by reason' },
  contractEnds: { de: 'Vorzeitig beendete Verträge nach Grund', en: 'Contracts ended early by reason' },
} as const satisfies Record<TableName, Text>;

export const rowWords = {
  entries: {
    preparation: { de: 'in die Vorphase', en: 'into preparation' },
    directStart: { de: 'direkt in die Ausbildung', en: 'directly into training' },
  },
  results: {
    passed: { de: 'Abschlussprüfung bestanden', en: 'Final exam passed' },
    finallyFailed: { de: 'endgültig nicht bestanden', en: 'Finally failed' },
    job: { de: 'Arbeit aufgenommen', en: 'Job started' },
  },
  earlyEnds: {
    ownWish: { de: 'auf eigenen Wunsch', en: 'Own wish' },
    moved: { de: 'Umzug', en: 'Moved' },
    illness: { de: 'Krankheit', en: 'Illness' },
    noPlacement: { de: 'keine Vermittlung', en: 'No placement' },
    lackOfParticipation: { de: 'fehlende Mitwirkung', en: 'Lack of participation' },
    otherScheme: { de: 'andere Maßnahme', en: 'Other scheme' },
    other: { de: 'anderer Grund', en: 'Other' },
  },
  contractEnds: {
    duringProbation: { de: 'in der Probezeit', en: 'During probation' },
    importantReason: { de: 'aus wichtigem Grund', en: 'Important reason' },
    givingUp: { de: 'Aufgabe der Ausbildung', en: 'Training given up' },
    agreement: { de: 'im Einvernehmen', en: 'By agreement' },
    beforeStart: { de: 'vor Beginn', en: 'Before the start' },
    insolvency: { de: 'Insolvenz', en: 'Insolvency' },
    other: { de: 'anderer Grund', en: 'Other' },
  },
} as const satisfies Partial<Record<TableName, Readonly<Record<string, Text>>>>;

export const lengthWords = {
  preparation: {
    de: 'Vorphase bis zum ersten Ausbildungstag',
    en: 'Preparation, until the first day of training',
  },
  training: { de: 'Ausbildung bis zur bestandenen Prüfung', en: 'Training, until the exam was passed' },
  journey: { de: 'ganze Begleitung', en: 'Whole journey' },
} as const satisfies Record<LengthName, Text>;
