/** Deadlines of the phases, from intake to follow-up support. */
import {
  type DeadlineRow,
  practice,
  remindAfter,
  remindBefore,
  untilAfter,
  untilOn,
  untilWith,
} from './row.ts';

const chamber = '§§11, 36 BBiG »without delay«; days (practice)';
const byContract = 'day by contract';

export const phaseDeadlines = {
  intakeDecision: untilAfter({ days: 14 }, practice, 'Aufnahme entscheiden', 'Decide the intake'),
  intakeEscalation: untilAfter(
    { days: 7 },
    practice,
    'Aufnahme überfällig: Teamleitung',
    'Intake overdue: team lead',
  ),
  preparationEndNear: remindBefore({ weeks: 4 }, practice, 'Ende der Vorphase naht', 'Preparation ends soon'),
  preparationEnd: untilWith(
    { months: 6 },
    '§75a SGB III; seed article',
    'Ende der Vorphase',
    'Preparation ends',
  ),
  entryQualificationEnd: untilOn(
    null,
    `§54a SGB III; ${byContract}`,
    'Ende der Einstiegsqualifizierung',
    'Entry-level qualification ends',
  ),
  companyInformed: untilAfter(
    { days: 14 },
    practice,
    'Betrieb eingehend informieren',
    'Inform the company in depth',
  ),
  contractRegistration: remindAfter(
    { days: 14 },
    chamber,
    'Vertrag bei der Kammer eintragen',
    'Register the contract at the chamber',
  ),
  contractRegistrationEscalation: untilAfter(
    { days: 28 },
    `${chamber}; at the latest the day before training starts`,
    'Vertrag nicht eingetragen: Teamleitung',
    'Contract unregistered: team lead',
  ),
  firstDayConfirmation: untilAfter(
    { days: 3 },
    practice,
    'Ersten Ausbildungstag bestätigen',
    'Confirm the first day of training',
  ),
  probationReview: remindBefore({ weeks: 4 }, 'LuV calendar', 'Probezeit auswerten', 'Review the probation'),
  probationEnd: untilWith(
    null,
    '§20 BBiG; months by contract, prolonged only if so agreed (check)',
    'Ende der Probezeit',
    'Probation ends',
  ),
  leaveEnd: untilOn(
    null,
    '§20(1) BEEG; day by the leave',
    'Letzter Tag der Elternzeit',
    'Last day of parental leave',
  ),
  betweenContractsReminder: remindAfter({ weeks: 4 }, practice, 'Neuen Betrieb suchen', 'Find a new company'),
  betweenContractsEscalation: remindAfter(
    { weeks: 12 },
    practice,
    'Lange ohne Betrieb: Teamleitung und Bedarfsträger',
    'Long without a company: team lead and funder',
  ),
  examRegistrationReminder: remindBefore(
    { months: 6 },
    '(practice), chamber’s dates',
    'Zur Prüfung anmelden',
    'Register for the exam',
  ),
  examRegistrationEscalation: remindBefore(
    { months: 4 },
    '(practice), chamber’s dates',
    'Prüfungsanmeldung fehlt: Teamleitung',
    'Exam unregistered: team lead',
  ),
  contractEnd: untilOn(
    null,
    `§21(1) BBiG; ${byContract}`,
    'Letzter Tag des Vertrags',
    'Last day of the contract',
  ),
  extensionDemand: untilOn(
    null,
    '§21(3) BBiG; BAG 6 AZR 519/03: by the contract’s last day, afterwards without delay',
    'Verlängerung nach nicht bestandener Prüfung verlangen',
    'Demand the extension after a failed exam',
  ),
  longestExtension: untilAfter(
    { years: 1 },
    '§21(3) BBiG',
    'Späteste Verlängerung der Ausbildung',
    'Longest extension of training',
  ),
  bridgingEnd: untilOn(
    null,
    '§74 SGB III; day as agreed',
    'Ende der Überbrückung bis zur Wiederholungsprüfung',
    'Bridging until the repeat exam ends',
  ),
  followUpAfterJob: untilWith(
    { months: 6 },
    '§74(3) SGB III (check)',
    'Ende der Nachbetreuung (6 Monate ab Arbeitsbeginn)',
    'Follow-up support ends (6 months of work)',
  ),
  followUpAfterTraining: untilAfter(
    { years: 1 },
    '§74(3) SGB III (check)',
    'Ende der Nachbetreuung (1 Jahr nach Ausbildung)',
    'Follow-up support ends (1 year after training)',
  ),
} as const satisfies Record<string, DeadlineRow>;
