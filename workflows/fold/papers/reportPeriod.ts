/** Which time a report (LuV) covers: from the beginning of what it is about to its due day, its end or today. Pure. */
import type { ReportKind } from '../../journal/events.ts';
import { Refusal } from '../../journal/refusal.ts';
import { datesOf } from '../../machine/deadlines.ts';
import { beforeTraining } from '../../machine/facts/training.ts';
import type { Facts } from '../../machine/facts.ts';
import { reportDeadline } from '../../machine/rules/support.ts';
import { addDays, type Day, earlier, germanDay, later } from '../../policy/calendar.ts';
import type { Folded } from '../folded.ts';
import type { Span } from './period.ts';

/** Which report: its kind and, for one at the end of a training year, which year. */
export interface ReportName {
  readonly report: ReportKind;
  readonly year?: number | undefined;
}

export interface ReportPeriod extends Span {
  /** The last day on which it may be handed in; none where the rules ask for no such report. */
  readonly dueOn?: Day;
}

/**
 * The time a report covers. It reports on what it is about from the beginning, not from the report before, which may be missing.
 * @throws Refusal `invalid-field` where there is nothing to report on
 */
export function reportPeriodOf(folded: Folded, name: ReportName): ReportPeriod {
  const { facts } = folded.snapshot.context;
  checkYear(name);
  const years = yearEnds(folded);
  const dueOn =
    name.report === 'trainingYear' ? years.get(name.year ?? 0) : dueDates(folded, name.report)[0]?.date;
  if (name.report === 'trainingYear' && dueOn === undefined) throw noSuchYear(name.year, [...years.keys()]);
  const from = beginOf(facts, name, years);
  if (from === undefined) throw nothingYet(name.report);
  const ends = [germanDay(folded.now), dueOn, endOf(facts, name.report)].filter((day) => day !== undefined);
  const to = later(from, ends.reduce(earlier));
  return { from, to, ...(dueOn === undefined ? {} : { dueOn }) };
}

/** When a report is due by the rules, handed in or not. */
function dueDates({ snapshot }: Folded, report: ReportKind) {
  const { facts, policy } = snapshot.context;
  return datesOf(reportDeadline[report], { ...facts, reports: {} }, policy);
}

/** The last days of the training years that have a report of their own. */
const yearEnds = (folded: Folded): ReadonlyMap<number, Day> =>
  new Map(dueDates(folded, 'trainingYear').map(({ date, item = 0 }) => [item, date]));

const isOfPreparation = (report: ReportKind): boolean => report.startsWith('preparation');

function beginOf(
  facts: Facts,
  { report, year = 1 }: ReportName,
  years: ReadonlyMap<number, Day>,
): Day | undefined {
  const { contract, directStart, enteredOn, trainingSince } = facts;
  if (isOfPreparation(report)) return directStart ? undefined : enteredOn;
  if (report !== 'trainingYear' && report !== 'probation') return trainingSince;
  const before = years.get(year - 1);
  if (before !== undefined) return addDays(before, 1);
  return contract?.firstDay && later(contract.firstDay, enteredOn ?? contract.firstDay);
}

/** The last day of what it is about, once that is over. */
function endOf(facts: Facts, report: ReportKind): Day | undefined {
  const { contractEndedOn, endedOn, trainingEndedOn } = facts;
  if (isOfPreparation(report)) return beforeTraining(facts) ?? endedOn;
  const isOfContract = report === 'trainingYear' || report === 'probation';
  return (isOfContract ? contractEndedOn : undefined) ?? trainingEndedOn ?? endedOn;
}

function checkYear({ report, year }: ReportName): void {
  if ((report === 'trainingYear') === (year !== undefined)) return;
  throw new Refusal('invalid-field', [
    {
      code: 'yearNamed',
      field: 'year',
      de: 'Das Ausbildungsjahr (year) gehört zum Jahresbericht, und nur zu ihm.',
      en: 'The training year (year) belongs to the report at its end, and to no other.',
    },
  ]);
}

function noSuchYear(year: number | undefined, years: readonly number[]): Refusal {
  const known = years.join(', ') || '–';
  return new Refusal('invalid-field', [
    {
      code: 'report-not-asked',
      field: 'year',
      de: `Über das Ausbildungsjahr ${year} wird hier kein Bericht verlangt. Jahre mit Bericht: ${known}.`,
      en: `No report on training year ${year} is asked for here. Years with a report: ${known}.`,
    },
  ]);
}

function nothingYet(report: ReportKind): Refusal {
  const what = isOfPreparation(report)
    ? { de: 'keine Vorphase', en: 'no preparation' }
    : { de: 'keine Ausbildung', en: 'no training' };
  return new Refusal('invalid-field', [
    {
      code: 'nothing-to-report',
      field: 'report',
      de: `Es gibt ${what.de}, über die zu berichten wäre (${report}).`,
      en: `There is ${what.en} to report on (${report}).`,
    },
  ]);
}
