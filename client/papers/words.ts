/** What only papers and figures speak of: papers in German, figures in both languages. */
import type { Text } from '../../workflows/effects/words.ts';
import type { Status } from '../../workflows/fold/papers/owed.ts';
import type { Goal } from '../../workflows/fold/papers/plan.ts';
import type { LengthName, TableName } from '../../workflows/fold/papers/statistics.ts';
import {
  contractEndWords,
  earlyEndWords,
  goalWords as results,
} from '../../workflows/journal/words/values.ts';
import type { Internship } from '../../workflows/machine/facts/preparation.ts';

/** What has become of a goal by the end of the report. */
export const goalWords = {
  open: { de: 'läuft', en: 'Under way' },
  ...results,
} as const satisfies Record<Goal['result'], Text>;

export const internshipWords = {
  planned: 'geplant',
  running: 'läuft',
  fit: 'ausgewertet: passt',
  noFit: 'ausgewertet: passt nicht',
  brokenOff: 'abgebrochen',
} as const satisfies Record<Internship['status'], string>;

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
  earlyEnds: earlyEndWords,
  contractEnds: contractEndWords,
} as const satisfies Partial<Record<TableName, Readonly<Record<string, Text>>>>;

export const lengthWords = {
  preparation: {
    de: 'Vorphase bis zum ersten Ausbildungstag',
    en: 'Preparation, until the first day of training',
  },
  training: { de: 'Ausbildung bis zur bestandenen Prüfung', en: 'Training, until the exam was passed' },
  journey: { de: 'ganze Begleitung', en: 'Whole journey' },
} as const satisfies Record<LengthName, Text>;
