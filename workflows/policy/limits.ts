/** Lengths, limits and choices of the policy that are no deadlines of their own; a row each, with its source. */
import type { Period } from './calendar.ts';
import { practice } from './deadlines.ts';

export interface LimitRow<V = Period | number | string | boolean> {
  readonly value: V;
  readonly source: string;
  readonly label: { readonly de: string; readonly en: string };
}

const row = <V>(value: V, source: string, de: string, en: string): LimitRow<V> => ({
  value,
  source,
  label: { de, en },
});

export const limits = {
  preparationExtension: row(
    { months: 2 },
    '§75a SGB III',
    'Längste Verlängerung der Vorphase',
    'Longest extension of preparation',
  ),
  weeklyHoursLeast: row(
    22,
    'seed article',
    'Wenigste Wochenstunden in Vollzeit',
    'Fewest full-time hours a week',
  ),
  weeklyHoursMost: row(39, 'seed article', 'Meiste Wochenstunden', 'Most hours a week'),
  probationShortest: row({ months: 1 }, '§20 BBiG', 'Kürzeste Probezeit', 'Shortest probation'),
  probationLongest: row({ months: 4 }, '§20 BBiG', 'Längste Probezeit', 'Longest probation'),
  repeatExams: row(2, '§37(1) BBiG', 'Wiederholungsprüfungen', 'Repeat exams'),
  settlementWithoutInstruction: row(
    { years: 1 },
    '§111(2) ArbGG, §9(5) ArbGG (check)',
    'Klagefrist nach dem Spruch ohne Rechtsmittelbelehrung',
    'Action after a proposal without instruction on remedies',
  ),
  luvTrainingStartDirect: row(
    { weeks: 6 },
    'LuV calendar of a provider’s tool (check)',
    'LuV begleitende Phase: Beginn ohne Vorphase',
    'LuV training: start without preparation',
  ),
  luvOverlap: row(
    { days: 14 },
    practice,
    'LuV: Abstand, bis zu dem nur einer fällig ist',
    'LuV: distance up to which only one is due',
  ),
  examinationValid: row(
    { months: 14 },
    '§32(1) JArbSchG',
    'Gültigkeit der Erstuntersuchung',
    'Medical examination is valid',
  ),
  supportHours: row(
    'budget' as 'budget' | 'monthly',
    'since August 2024: Unterstützungsbudget',
    'Unterstützungsstunden als Budget oder je Monat',
    'Support hours as a budget or by month',
  ),
  referralToAbh: row(
    false as boolean,
    '§75 SGB III as in force until 2021',
    'Verweis an abH möglich',
    'Referral to abH possible',
  ),
  invitationNotice: row({ days: 7 }, practice, 'Vorlauf der Einladung', 'Notice of an invitation'),
  stuckTold: row(
    { days: 1 },
    practice,
    'Zeit, nach der ein nicht ausführbarer Auftrag gemeldet wird',
    'Time after which an effect that cannot be carried out is reported',
  ),
  missedInRow: row(
    2,
    practice,
    'Versäumte Gespräche bis zur Teamleitung',
    'Missed meetings before the team lead is told',
  ),
  reflectionPreparation: row<Period>(
    { months: 1 },
    practice,
    'Gesprächsabstand Vorphase',
    'Reflection cadence, preparation',
  ),
  reflectionProbation: row<Period>(
    { weeks: 4 },
    practice,
    'Gesprächsabstand Probezeit',
    'Reflection cadence, probation',
  ),
  reflectionEstablished: row<Period>(
    { months: 3 },
    '(practice); compare three-monthly reviews in England',
    'Gesprächsabstand Ausbildung',
    'Reflection cadence, established training',
  ),
  reflectionPreparationHigh: row<Period>(
    { days: 14 },
    practice,
    'Gesprächsabstand Vorphase, hohe Intensität',
    'Reflection cadence, preparation, high intensity',
  ),
  reflectionProbationHigh: row<Period>(
    { days: 14 },
    practice,
    'Gesprächsabstand Probezeit, hohe Intensität',
    'Reflection cadence, probation, high intensity',
  ),
  reflectionEstablishedHigh: row<Period>(
    { weeks: 6 },
    practice,
    'Gesprächsabstand Ausbildung, hohe Intensität',
    'Reflection cadence, established, high intensity',
  ),
} as const satisfies Record<string, LimitRow>;

export type LimitKey = keyof typeof limits;
