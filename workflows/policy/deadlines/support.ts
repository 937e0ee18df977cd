/** Deadlines of reports, plan, people, hours, funding, minors and the keeping of records. */
import {
  type DeadlineRow,
  practice,
  remindAfter,
  remindBefore,
  remindOn,
  untilAfter,
  untilBefore,
  untilOn,
  untilWith,
} from './row.ts';

const luv = 'LuV calendar of a provider’s tool (check)';

export const supportDeadlines = {
  luvPreparationStart: untilWith({ weeks: 4 }, luv, 'LuV Vorphase: Beginn', 'LuV preparation: start'),
  luvPreparationProgress: untilBefore(
    { weeks: 2 },
    luv,
    'LuV Vorphase: Verlauf',
    'LuV preparation: progress',
  ),
  luvPreparationFinal: untilOn(null, luv, 'LuV Vorphase: Abschluss', 'LuV preparation: final'),
  luvTrainingStart: untilWith(
    { weeks: 4 },
    `${luv}; 6 weeks without preparation`,
    'LuV begleitende Phase: Beginn',
    'LuV training: start',
  ),
  luvTrainingProgress: untilWith(
    { months: 3 },
    luv,
    'LuV begleitende Phase: Verlauf',
    'LuV training: progress',
  ),
  luvProbation: untilBefore(
    { weeks: 4 },
    `${luv}; left out 14 days or less from the progress report (practice)`,
    'LuV begleitende Phase: vor Ende der Probezeit',
    'LuV training: before probation ends',
  ),
  luvTrainingYear: untilWith(
    null,
    luv,
    'LuV begleitende Phase: Ende des Ausbildungsjahrs',
    'LuV training: end of the training year',
  ),
  luvTrainingFinal: untilOn(null, luv, 'LuV begleitende Phase: Abschluss', 'LuV training: final'),
  goalReview: remindOn(null, '(practice); day as agreed', 'Ziel im Förderplan prüfen', 'Review a goal'),
  taskDue: remindOn(null, '(practice); day as set', 'Aufgabe erledigen', 'Do a task'),
  handoverAnswer: untilAfter(
    { workingDays: 5 },
    practice,
    'Übergabe beantworten',
    'Answer the handover',
    'place',
  ),
  deputyBegins: remindOn(null, '(practice); day as set', 'Vertretung beginnt', 'Deputy begins'),
  deputyEnds: untilOn(null, '(practice); day as set', 'Letzter Tag der Vertretung', 'Last day of the deputy'),
  hoursOfferReminder: remindAfter(
    { days: 10 },
    practice,
    'Stundenangebot beantworten',
    'Answer the hours offer',
  ),
  hoursOfferEscalation: remindAfter(
    { days: 20 },
    practice,
    'Stundenangebot offen: Teamleitung',
    'Hours offer open: team lead',
  ),
  usedHoursDue: remindOn(
    null,
    'funder’s request: on the first of each month for the last',
    'Verbrauchte Stunden melden',
    'Report the used hours',
  ),
  usedHoursReport: untilAfter(
    { workingDays: 5 },
    'funder’s request; days (practice)',
    'Stundenmeldung überfällig',
    'Used hours unreported',
    'place',
  ),
  fundingEnd: remindBefore({ weeks: 8 }, practice, 'Bewilligung läuft aus', 'Approval of funding ends'),
  fundingOver: untilOn(
    null,
    '(practice); day by the approval',
    'Letzter Tag der Bewilligung',
    'Last day of the approval',
  ),
  minorExamination: untilBefore(
    { days: 1 },
    '§32 JArbSchG; before the first employment only (check)',
    'Ärztliche Erstuntersuchung vor dem ersten Tag',
    'Medical examination before the first day',
  ),
  minorFollowUp: untilAfter(
    { years: 1 },
    '§33(1) JArbSchG',
    'Ärztliche Nachuntersuchung',
    'Medical follow-up examination',
  ),
  minorBan: untilAfter(
    { months: 14 },
    '§33(3) JArbSchG',
    'Beschäftigungsverbot ohne Nachuntersuchung',
    'Employment banned without the follow-up',
  ),
  majority: remindOn(null, '§2 BGB', 'Volljährig', 'Comes of age'),
  recordsErased: untilAfter(
    { years: 2 },
    '(practice), (check: ESF money often demands longer); by funder’s contract',
    'Löschung der Unterlagen',
    'Records are to be erased',
  ),
} as const satisfies Record<string, DeadlineRow>;
