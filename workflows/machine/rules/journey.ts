/** Rules of intake, preparation, placement and reopening. */
import { dateOf } from '../deadlines.ts';
import type { Internship } from '../facts/preparation.ts';
import type { Facts } from '../facts.ts';
import { known, names, type Rule, says } from './rule.ts';

const internshipsThatAre =
  (...status: Internship['status'][]) =>
  ({ internships }: Facts): string[] =>
    Object.entries(internships)
      .filter(([, internship]) => status.includes(internship.status))
      .map(([entry]) => entry);

export const journeyRules = {
  referralRecorded: known(
    ({ referredOn }) => referredOn !== undefined,
    'Es ist noch kein Zugang aufgenommen.',
    'No referral has been recorded yet.',
  ),
  notFoundIneligible: known(
    ({ eligible }) => eligible !== false,
    'Ein Förderbedarf wurde verneint; eine Aufnahme setzt ihn voraus (§74 SGB III).',
    'The assessment found no eligibility; an admission needs it (§74 SGB III).',
  ),
  guardiansAdmit: says(
    'intake.admitted',
    ({ guardiansToo }, { facts }) => facts.adultOn === undefined || guardiansToo === true,
    'Minderjährige werden nur mit Einverständnis der Personensorgeberechtigten aufgenommen (Feld »guardiansToo«).',
    'A minor is admitted only if the guardians agree too (field "guardiansToo").',
  ),
  admittedByLead: says(
    'intake.admitted',
    ({ qualified, actor }) => qualified !== false || actor.role === 'teamLead',
    'Ohne Abschluss in Sozialer Arbeit weist nur die Teamleitung die Begleitung zu.',
    'A case worker without a degree in social work is assigned by the team lead only.',
  ),
  preparationWithinLimit: says(
    'intake.admitted',
    ({ preparationMonths }, { policy }) => {
      const { value } = policy.deadlines.preparationEnd;
      const most = value && 'months' in value ? value.months : 0;
      return preparationMonths === undefined || preparationMonths <= most;
    },
    'Die Vorphase dauert höchstens sechs Monate (§75a SGB III).',
    'Preparation lasts six months at most (§75a SGB III).',
  ),
  weeklyHoursFit: says(
    'intake.admitted',
    ({ weeklyHours, partTime }, { policy: { limits } }) =>
      weeklyHours === undefined ||
      (weeklyHours <= limits.weeklyHoursMost.value &&
        (partTime === true || weeklyHours >= limits.weeklyHoursLeast.value)),
    'Vollzeit sind 22 bis 39 Wochenstunden; weniger sind nur in Teilzeit möglich.',
    'Full time is 22 to 39 hours a week; fewer are possible in part-time only.',
  ),
  abhStillPossible: says(
    'intake.referredElsewhere',
    ({ to }, { policy }) => to !== 'abh' || policy.limits.referralToAbh.value,
    'Ausbildungsbegleitende Hilfen (abH) gibt es nach diesen Regeln nicht mehr; AsA flex hat sie ersetzt.',
    'Training-related assistance (abH) no longer exists under this policy; assisted training has replaced it.',
  ),
  occupationAgreed: known(
    ({ occupation }) => occupation !== undefined,
    'Es ist noch keine tragfähige Berufsoption vereinbart.',
    'No occupational option that carries has been agreed yet.',
  ),
  notExtendedYet: known(
    ({ extensionMonths }) => extensionMonths === undefined,
    'Die Vorphase wurde schon einmal verlängert; mehr als eine Verlängerung ist nicht möglich (§75a SGB III).',
    'Preparation was extended before; it can be extended only once (§75a SGB III).',
  ),
  extensionWithinLimit: says(
    'preparation.extended',
    ({ months }, { policy }) => months <= policy.limits.preparationExtension.value.months,
    'Die Vorphase kann höchstens um zwei Monate verlängert werden (§75a SGB III).',
    'Preparation can be extended by two months at most (§75a SGB III).',
  ),
  internshipInOrder: says(
    'internship.planned',
    ({ from, to }) => from <= to,
    'Das Praktikum endet vor seinem Beginn.',
    'The internship ends before it begins.',
  ),
  internshipPlanned: names(
    'internship',
    internshipsThatAre('planned'),
    'Es gibt kein geplantes Praktikum mit dieser Eintragsnummer.',
    'There is no planned internship with this entry number.',
  ),
  internshipRunning: names(
    'internship',
    internshipsThatAre('running'),
    'Es gibt kein laufendes Praktikum mit dieser Eintragsnummer.',
    'There is no running internship with this entry number.',
  ),
  internshipOpen: names(
    'internship',
    internshipsThatAre('planned', 'running'),
    'Es gibt kein geplantes oder laufendes Praktikum mit dieser Eintragsnummer.',
    'There is no planned or running internship with this entry number.',
  ),
  entryQualificationInOrder: says(
    'entryQualification.signed',
    ({ start, end }) => start < end,
    'Die Einstiegsqualifizierung endet vor ihrem Beginn.',
    'The entry-level qualification ends before it begins.',
  ),
  offerMade: known(
    ({ offer }) => offer !== undefined,
    'Es liegt kein Angebot eines Ausbildungsplatzes vor.',
    'No training place has been offered.',
  ),
  inJob: known(
    ({ jobSince }) => jobSince !== undefined,
    'Es ist keine Arbeit eingetragen.',
    'No job has been entered.',
  ),
  jobAfterTraining: says(
    'job.started',
    ({ firstDay, day }, { facts }) => (firstDay ?? day) >= (facts.trainingEndedOn ?? ''),
    'Der erste Arbeitstag liegt vor dem Ende der Ausbildung.',
    'The first day of work lies before the end of the training.',
  ),
  followUpStillRuns: {
    holds: ({ facts, policy, day }) => {
      const ends = [
        dateOf('followUpAfterJob', facts, policy),
        dateOf('followUpAfterTraining', facts, policy),
      ];
      return ends.every((end) => end === undefined || end >= day);
    },
    de: 'Die Zeit der Nachbetreuung ist vorüber.',
    en: 'The time of follow-up support is over.',
  },
} as const satisfies Record<string, Rule>;
