/** The figures of one variant or two side by side, as rows of a table. Pure. */
import { dayText, type Lang } from '../chart/theme.ts';
import { table } from '../output.ts';
import type { Figures } from './figures.ts';
import { kinds } from './scenario.ts';
import { lastDayOf, type Setting } from './setting.ts';
import { words } from './words.ts';

export interface SummaryRow {
  readonly label: string;
  readonly values: readonly number[];
  readonly digits: number;
}

/** What the reader is to compare, most telling first. */
function summaryOf(variants: readonly Figures[], lang: Lang): SummaryRow[] {
  const text = words[lang];
  const row = (label: string, value: (figures: Figures) => number, digits = 0): SummaryRow => ({
    label,
    values: variants.map(value),
    digits,
  });
  const stands: readonly string[] = Object.keys(text.stands);
  const reasons: readonly string[] = Object.keys(text.reasons);
  return [
    row(text.caseWorkers, ({ caseWorkers }) => caseWorkers, 1),
    row(text.journeys, ({ journeys }) => journeys),
    row(text.held, ({ meetings }) => meetings.held),
    row(text.missed, ({ meetings }) => meetings.missed),
    ...kinds.map((kind) => row(`${text.kinds[kind]}, ${text.hours}`, ({ hours }) => hours[kind], 1)),
    row(`${text.total}, ${text.hours}`, ({ hours }) => hours.total, 1),
    row(`${text.available}, ${text.hours}`, ({ capacity }) => capacity, 1),
    row(`${text.leftOut}, ${text.hours}`, ({ leftOut }) => leftOut, 1),
    row(text.overdue, ({ overdue }) => overdue, 1),
    row(text.waiting, ({ waiting }) => waiting, 1),
    row(text.inTime, ({ inTime }) => inTime * 100, 1),
    row(text.conflicts, ({ outcomes }) => outcomes.conflicts),
    row(text.contractsEnded, ({ outcomes }) => outcomes.contractsEnded),
    row(text.begunTraining, ({ outcomes }) => outcomes.begunTraining),
    row(text.examPassed, ({ outcomes }) => outcomes.examPassed),
    ...stands.map((where) => row(standText(where, lang), ({ outcomes }) => outcomes.stands[where] ?? 0)),
    ...reasons.map((reason) =>
      row(`  ${reasonText(reason, lang)}`, ({ outcomes }) => outcomes.leftBecause[reason] ?? 0),
    ),
  ];
}

export const standText = (where: string, lang: Lang): string =>
  (words[lang].stands as Readonly<Record<string, string>>)[where] ?? where;

const reasonText = (reason: string, lang: Lang): string =>
  (words[lang].reasons as Readonly<Record<string, string>>)[reason] ?? reason;

/** A number as people write it. */
export const numberText = (value: number, digits: number, lang: Lang): string =>
  value.toLocaleString(lang === 'de' ? 'de-DE' : 'en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });

/** By how much the second value differs from the first, and in percent. */
function differenceText({ values, digits }: SummaryRow, lang: Lang): string {
  const [first = 0, second = first] = values;
  const by = numberText(second - first, digits, lang);
  const sign = second > first ? '+' : '';
  const percent = first === 0 ? '' : ` (${sign}${numberText(((second - first) / first) * 100, 0, lang)} %)`;
  return second === first ? '=' : `${sign}${by}${percent}`;
}

/** Under what it was reckoned. */
export function settingText(setting: Setting, lang: Lang): string {
  const { participants, scenario, start, seed } = setting;
  const [from, to] = [dayText(start, lang), dayText(lastDayOf(setting), lang)];
  return words[lang].setting(participants, scenario.label[lang], from, to, seed);
}

/** The variants by name. */
export const namesOf = (variants: readonly Figures[], lang: Lang): string[] =>
  variants.map(({ policy, caseload }) => words[lang].variant(policy, caseload));

/** The table's head and its cells. */
export function summaryCells(
  variants: readonly Figures[],
  lang: Lang,
): { head: readonly string[]; rows: readonly (readonly string[])[] } {
  const { figure, difference } = words[lang];
  const compares = variants.length > 1;
  return {
    head: [figure, ...namesOf(variants, lang), ...(compares ? [difference] : [])],
    rows: summaryOf(variants, lang).map((row) => [
      row.label,
      ...row.values.map((value) => numberText(value, row.digits, lang)),
      ...(compares ? [differenceText(row, lang)] : []),
    ]),
  };
}

/** The table for a terminal; numbers stand at the right. */
export function summaryText(variants: readonly Figures[], lang: Lang): string {
  const { head, rows } = summaryCells(variants, lang);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const aligned = (row: readonly string[]): string[] =>
    row.map((cell, column) => (column === 0 ? cell : cell.padStart(widths[column] ?? 0)));
  return table(aligned(head), rows.map(aligned));
}
