/** Rules of the support plan, help, hours, reports and funding. */
import { type EventOf, type ReportKind, reportKinds } from '../../journal/events.ts';
import { addDays } from '../../policy/calendar.ts';
import type { DeadlineKey } from '../../policy/policy.ts';
import { datesOf } from '../deadlines.ts';
import { isSubmitted } from '../facts/reports.ts';
import { type Help, monthOf, type SupportFacts, unreportedMonth } from '../facts/support.ts';
import { names, type Rule, type RuleInput, says } from './rule.ts';

/** The deadline of each report. */
export const reportDeadline = {
  preparationStart: 'luvPreparationStart',
  preparationProgress: 'luvPreparationProgress',
  preparationFinal: 'luvPreparationFinal',
  trainingStart: 'luvTrainingStart',
  trainingProgress: 'luvTrainingProgress',
  probation: 'luvProbation',
  trainingYear: 'luvTrainingYear',
  trainingFinal: 'luvTrainingFinal',
} as const satisfies Record<ReportKind, DeadlineKey>;

/** An event may name five. */
const trainingYears = [1, 2, 3, 4, 5] as const;

type ReportEvent = EventOf<'report.drafted' | 'report.submitted' | 'report.corrected'>;

const reportIn = ({ event }: RuleInput): ReportEvent | undefined =>
  event && 'report' in event ? event : undefined;

const helpThatIs =
  (...status: Help['status'][]) =>
  ({ help }: SupportFacts): string[] =>
    Object.entries(help)
      .filter(([, one]) => status.includes(one.status))
      .map(([entry]) => entry);

export const supportRules = {
  goalOpen: names(
    'goal',
    ({ goals }) => Object.keys(goals),
    'Es gibt kein laufendes Ziel mit dieser Eintragsnummer.',
    'There is no goal under way with this entry number.',
  ),
  reviewNamed: says(
    'goal.reviewed',
    ({ result, reviewOn }) => result !== 'continued' || reviewOn !== undefined,
    'Ein Ziel, das weiterläuft, braucht den Tag der nächsten Prüfung (Feld »reviewOn«).',
    'A goal that continues needs the day of its next review (field "reviewOn").',
  ),
  taskOpen: names(
    'task',
    ({ tasks }) => Object.keys(tasks),
    'Es gibt keine offene Aufgabe mit dieser Eintragsnummer.',
    'There is no open task with this entry number.',
  ),
  helpAsked: names(
    'help',
    helpThatIs('asked'),
    'Es gibt keine erbetene Hilfe mit dieser Eintragsnummer.',
    'There is no help asked for with this entry number.',
  ),
  helpOpen: names(
    'help',
    helpThatIs('asked', 'running'),
    'Es gibt keine offene Hilfe mit dieser Eintragsnummer.',
    'There is no open help with this entry number.',
  ),
  hoursPeriodInOrder: says(
    'hours.offered',
    ({ from, to }) => from <= to,
    'Der Bewilligungszeitraum der Stunden endet vor seinem Beginn.',
    'The allocation period ends before it begins.',
  ),
  wholeMonths: says(
    'hours.offered',
    ({ from, to }, { policy }) =>
      policy.limits.supportHours.value === 'budget' ||
      (from.endsWith('-01') && addDays(to, 1).endsWith('-01')),
    'Monatliche Stundenkontingente gelten für ganze Monate.',
    'Monthly contingents of hours hold for whole months.',
  ),
  answerNamesHours: says(
    'hours.answered',
    ({ agreed, hours }) => agreed || hours !== undefined,
    'Ohne Einigung nennt die Antwort das neue Stundenangebot (Feld »hours«).',
    'Without an agreement the answer names the new offer (field "hours").',
  ),
  monthOver: {
    holds: ({ facts, event, day }) => {
      const month = event?.type === 'hours.reported' ? event.month : unreportedMonth(facts);
      return month === undefined || month < monthOf(day);
    },
    de: 'Stunden werden für einen vergangenen Monat gemeldet.',
    en: 'Hours are reported for a month that is over.',
  },
  monthCounts: {
    holds: ({ facts, event }) => {
      if (event?.type !== 'hours.reported') return unreportedMonth(facts) !== undefined;
      const { month } = event;
      const agreed = facts.allocations.some(({ from, to }) => monthOf(from) <= month && month <= monthOf(to));
      return agreed && !facts.hoursReported.includes(month);
    },
    de: 'Für diesen Monat waren keine Stunden vereinbart, oder sie sind schon gemeldet.',
    en: 'No hours had been agreed for this month, or they are reported already.',
  },
  yearNamed: {
    holds: (input) => {
      const said = reportIn(input);
      return said === undefined || (said.report === 'trainingYear') === (said.year !== undefined);
    },
    de: 'Das Ausbildungsjahr (Feld »year«) gehört zum Jahresbericht, und nur zu ihm.',
    en: 'The training year (field "year") belongs to the report at its end, and to no other.',
  },
  reportWanted: {
    holds: (input) => {
      const said = reportIn(input);
      const { facts, policy } = input;
      const wanted = (key: DeadlineKey, year?: number): boolean =>
        datesOf(key, facts, policy).some(({ item }) => year === undefined || item === year);
      return said
        ? wanted(reportDeadline[said.report], said.year)
        : Object.values(reportDeadline).some((key) => wanted(key));
    },
    de: 'Dieser Bericht wird hier nicht verlangt oder ist schon abgegeben.',
    en: 'This report is not asked for here, or has been submitted already.',
  },
  reportSubmitted: {
    holds: (input) => {
      const said = reportIn(input);
      const kinds = said ? [said.report] : reportKinds;
      const years = said ? [said.year] : trainingYears;
      return kinds.some((kind) => years.some((year) => isSubmitted(kind, input.facts, year)));
    },
    de: 'Dieser Bericht wurde noch nicht abgegeben.',
    en: 'This report has not been submitted yet.',
  },
  fundingInOrder: says(
    'funding.approved',
    ({ from, to }) => from <= to,
    'Die Bewilligung endet vor ihrem Beginn.',
    'The approval ends before it begins.',
  ),
  sharesFit: says(
    'funding.approved',
    ({ share, from, to }, { facts }) => {
      const running = Object.values(facts.fundings).filter(({ endedOn }) => endedOn === undefined);
      // The sum can only rise on a day on which one of them begins.
      const days = [from, ...running.map((one) => one.from)].filter((day) => from <= day && day <= to);
      return days.every((day) => {
        const beside = running.filter((one) => one.from <= day && day <= one.to);
        return beside.reduce((sum, one) => sum + one.share, share) <= 100;
      });
    },
    'Zusammen mit den Bewilligungen derselben Zeit ergäbe das mehr als 100 Prozent.',
    'With the approvals of the same time that would be more than 100 percent.',
  ),
  fundingRuns: names(
    'funding',
    ({ fundings }) =>
      Object.entries(fundings)
        .filter(([, { endedOn }]) => endedOn === undefined)
        .map(([entry]) => entry),
    'Es gibt keine laufende Bewilligung mit dieser Eintragsnummer.',
    'There is no running approval with this entry number.',
  ),
} as const satisfies Record<string, Rule>;
