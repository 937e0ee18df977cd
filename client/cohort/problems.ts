/** What is wrong with a cohort file: by line and column, in both languages. Contents of personal cells are never repeated. */
import type { Reason, Refusal } from '../../workflows/journal/refusal.ts';
import { type ColumnKey, columns } from './columns.ts';

export interface Problem {
  /** As an editor counts them; the header is the first. */
  readonly line: number;
  readonly column?: ColumnKey;
  readonly code: string;
  readonly de: string;
  readonly en: string;
}

/** What is wrong with a cell, without its line. */
export type Fault = Omit<Problem, 'line'>;

export const fault = (column: ColumnKey | undefined, code: string, de: string, en: string): Fault => ({
  ...(column === undefined ? {} : { column }),
  ...{ code, de, en },
});

export const missing = (column: ColumnKey, because?: ColumnKey): Fault =>
  because === undefined
    ? fault(column, 'missing', 'fehlt.', 'is missing.')
    : fault(
        column,
        'missing',
        `fehlt; »${columns[because].de}« braucht ihn.`,
        `is missing; "${because}" needs it.`,
      );

/** The same about a column of the file where a reason speaks of an event's field. */
export function faultOf(reason: Reason, columnFor: (field: string) => ColumnKey | undefined): Fault {
  const { code, field = '', de, en } = reason;
  const column = columnFor(field);
  return fault(column, code, withoutField(de, `Feld »${field}«`), withoutField(en, `Field "${field}"`));
}

const withoutField = (text: string, field: string): string =>
  text.startsWith(field) ? text.slice(field.length).trim() : text;

/** What the fold refuses of the entry that a column told. */
export const foldFaults = ({ reasons }: Refusal, column: ColumnKey): Fault[] =>
  reasons.map(({ code, de, en }) => fault(column, code, de, en));

/** Where, and what, in a sentence of each language. */
export function problemTexts({ line, column, de, en }: Problem): Pick<Reason, 'de' | 'en'> {
  const german = column === undefined ? '' : `, Spalte »${columns[column].de}«`;
  const english = column === undefined ? '' : `, column "${column}"`;
  return { de: `Zeile ${line}${german}: ${de}`, en: `line ${line}${english}: ${en}` };
}

/** One line a language. */
export function problemText(problem: Problem): string {
  const { de, en } = problemTexts(problem);
  return [`  de ${de}`, `  en ${en}`].join('\n');
}
