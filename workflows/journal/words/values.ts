/** What the codes are called that several events share. */
import { roleWords, type Text } from '../../effects/words.ts';
import type { FederalState } from '../../policy/holidays.ts';
import { say } from './field.ts';

/** For any question that is answered by yes or no. */
export const yesOrNo = { true: say('ja', 'Yes'), false: say('nein', 'No') } as const;

const company = say('Betrieb', 'Company');
const school = say('Berufsschule', 'Vocational school');

/** The two sides of a contract. */
export const parties = { participant: roleWords.participant, company } as const;

export const helped = { ...parties, school } as const;

export const consentWords = {
  company,
  school,
  chamber: say('zuständige Stelle (Kammer)', 'Chamber'),
} as const;

export const levelWords = {
  low: say('niedrig', 'Low'),
  medium: say('mittel', 'Medium'),
  high: say('hoch', 'High'),
} as const;

export const other = say('anderer Grund', 'Other reason');
export const ownWish = say('auf eigenen Wunsch', 'Own wish');
export const illness = say('Krankheit', 'Illness');

/** Why somebody leaves before training is completed. */
export const earlyEndWords = {
  ownWish,
  moved: say('Umzug', 'Moved'),
  illness,
  noPlacement: say('keine Vermittlung', 'No placement'),
  lackOfParticipation: say('fehlende Mitwirkung', 'Lack of participation'),
  otherScheme: say('andere Maßnahme', 'Other scheme'),
  other,
} as const;

/** Why a contract ends early. */
export const contractEndWords = {
  duringProbation: say('in der Probezeit', 'During probation'),
  importantReason: say('aus wichtigem Grund', 'Important reason'),
  givingUp: say('Aufgabe der Ausbildung', 'Training given up'),
  agreement: say('im Einvernehmen', 'By agreement'),
  beforeStart: say('vor Beginn', 'Before the start'),
  insolvency: say('Insolvenz', 'Insolvency'),
  other,
} as const;

/** Why somebody is absent. */
export const absenceWords = {
  illness,
  excused: say('entschuldigt', 'Excused'),
  unexcused: say('unentschuldigt', 'Unexcused'),
  other,
} as const;

/** How somebody was contacted. */
export const contactWords = {
  phone: say('Telefon', 'Phone'),
  message: say('Nachricht', 'Message'),
  mail: say('E-Mail', 'Mail'),
  visit: say('Besuch', 'Visit'),
  office: say('im Büro', 'At the office'),
  online: say('Online-Treffen', 'Online meeting'),
} as const;

/** What has become of a goal. */
export const goalWords = {
  reached: say('erreicht', 'Reached'),
  continued: say('wird fortgeführt', 'Continued'),
  dropped: say('aufgegeben', 'Dropped'),
} as const;

export const federalStateWords = {
  BW: say('Baden-Württemberg', 'Baden-Württemberg'),
  BY: say('Bayern', 'Bavaria'),
  BE: say('Berlin', 'Berlin'),
  BB: say('Brandenburg', 'Brandenburg'),
  HB: say('Bremen', 'Bremen'),
  HH: say('Hamburg', 'Hamburg'),
  HE: say('Hessen', 'Hesse'),
  MV: say('Mecklenburg-Vorpommern', 'Mecklenburg-Western Pomerania'),
  NI: say('Niedersachsen', 'Lower Saxony'),
  NW: say('Nordrhein-Westfalen', 'North Rhine-Westphalia'),
  RP: say('Rheinland-Pfalz', 'Rhineland-Palatinate'),
  SL: say('Saarland', 'Saarland'),
  SN: say('Sachsen', 'Saxony'),
  ST: say('Sachsen-Anhalt', 'Saxony-Anhalt'),
  SH: say('Schleswig-Holstein', 'Schleswig-Holstein'),
  TH: say('Thüringen', 'Thuringia'),
} as const satisfies Record<FederalState, Text>;
