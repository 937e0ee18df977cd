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
