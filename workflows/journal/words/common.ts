/** Fields that mean the same wherever they occur, said once; an event says more where it means more. */
import { type FieldWords, say } from './field.ts';
import { federalStateWords, parties } from './values.ts';

/** Where a day may be left out. */
export const sameDay = say(
  'Leer lassen, wenn es der Tag des Ereignisses selbst ist.',
  'Leave empty if it is the day of the event itself.',
);

const guardians = say('Bei Minderjährigen nötig.', 'Needed for a minor.');

export const common = {
  site: { label: say('Standort', 'Site'), ref: 'site' },
  federalState: {
    label: say('Bundesland', 'Federal state'),
    help: say('Danach richten sich die Feiertage.', 'Public holidays follow from it.'),
    values: federalStateWords,
  },
  funder: { label: say('Bedarfsträger', 'Funder'), ref: 'funder' },
  caseWorker: {
    label: say('Ausbildungsbegleitung', 'Case worker'),
    help: say(
      'Eine feste Ansprechperson für die ganze Begleitung (§74 Abs. 4 SGB III).',
      'One fixed person for the whole journey (§74(4) SGB III).',
    ),
    ref: 'caseWorker',
  },
  qualified: {
    label: say('Abschluss in Sozialer Arbeit?', 'A graduate in social work?'),
    help: say(
      'Ohne Angabe gilt: ja. Wenn nein, weist nur die Teamleitung zu.',
      'Yes where left empty. If not, only the team lead may assign this person.',
    ),
  },
  guardiansToo: { label: say('Sorgeberechtigte einverstanden?', 'Do the guardians agree?'), help: guardians },
  guardiansSigned: {
    label: say('Sorgeberechtigte haben unterschrieben?', 'Have the guardians signed?'),
    help: guardians,
  },
  company: { label: say('Betrieb', 'Company'), ref: 'company' },
  chamber: { label: say('Zuständige Stelle (Kammer)', 'Chamber'), ref: 'chamber' },
  school: { label: say('Berufsschule', 'Vocational school'), ref: 'school' },
  occupation: { label: say('Ausbildungsberuf', 'Occupation'), ref: 'occupation' },
  internship: { label: say('Welches Praktikum?', 'Which internship?'), ref: 'internship' },
  termination: { label: say('Welche Kündigung?', 'Which termination?'), ref: 'termination' },
  help: { label: say('Welche Hilfe?', 'Which help?'), ref: 'help' },
  funding: { label: say('Welche Bewilligung?', 'Which approval?'), ref: 'funding' },
  by: { label: say('Von wem?', 'By whom?'), values: parties },
  from: { label: say('Erster Tag', 'First day') },
  to: { label: say('Letzter Tag', 'Last day') },
  until: { label: say('Letzter Tag', 'Last day') },
  start: { label: say('Beginn', 'Start') },
  end: { label: say('Ende', 'End') },
  newEnd: { label: say('Neues Vertragsende', 'New end of the contract') },
  startsAt: { label: say('Beginn', 'Starts at') },
  endsAt: { label: say('Ende', 'Ends at') },
  minutes: { label: say('Minuten', 'Minutes') },
  rev: { label: say('Fassung', 'Version') },
} as const satisfies Record<string, FieldWords>;
export type Common = typeof common;
