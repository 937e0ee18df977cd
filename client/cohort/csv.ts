/**
 * Cohort files as CSV: read from whatever a spreadsheet saves, written so that one can open it. A cell that a spreadsheet
 * would take for a formula is never read as it stands, and never written without an apostrophe before it.
 */
import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { type Cells, type ColumnKey, columnKeys, columnOf, columns } from './columns.ts';
import { fault, missing, type Problem } from './problems.ts';

export interface Line {
  /** As an editor counts them; the header is the first. */
  readonly line: number;
  readonly cells: Cells;
}

/** A file's text: UTF-8, or what German spreadsheets wrote before. */
export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Reads a file's lines by the names in its header, which may be German or English. */
export function readLines(text: string): { lines: Line[]; problems: Problem[] } {
  const records = parsed(text);
  if (!Array.isArray(records)) return { lines: [], problems: [records] };
  const [header, ...rest] = records;
  if (!header) return { lines: [], problems: [{ line: 1, ...missing('id') }] };
  const keys = header.record.map(columnOf);
  const problems = headerProblems(keys);
  if (problems.length > 0) return { lines: [], problems };
  const lines: Line[] = [];
  for (const { record, line } of rest) {
    if (record.length > keys.length) problems.push({ line, ...tooLong });
    else lines.push({ line, cells: cellsIn(record, keys, line, problems) });
  }
  return { lines, problems };
}

interface Row {
  readonly record: string[];
  readonly line: number;
}

function parsed(text: string): Row[] | Problem {
  const [header = ''] = text.split('\n', 1);
  try {
    const rows = parse(text, {
      ...{ bom: true, info: true, trim: true, skip_empty_lines: true, relax_column_count: true },
      delimiter: header.includes(';') ? ';' : ',',
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return rows
      .map(({ record, info }) => ({ record, line: info.lines }))
      .filter(({ record }) => record.some((cell) => cell !== ''));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The library's own message may quote the file.
    return { line: Number(error.lines ?? 1), ...unreadableLine };
  }
}

const unreadableLine = fault(
  undefined,
  'malformed',
  'Ab hier ist die Datei kein CSV: Anführungszeichen stehen an falscher Stelle.',
  'From here on the file is no CSV: quotation marks are misplaced.',
);

const tooLong = fault(
  undefined,
  'malformed',
  'hat mehr Zellen als die Kopfzeile Spalten.',
  'has more cells than the header has columns.',
);

/** Names in a header are not repeated: without one, the first line is somebody's data. */
function headerProblems(keys: readonly (ColumnKey | undefined)[]): Problem[] {
  const problems = keys.flatMap((key, index): Problem[] => {
    if (key === undefined)
      return [
        {
          ...{ line: 1, code: 'unknown-column' },
          de: `Spalte ${index + 1} der Kopfzeile gibt es nicht.`,
          en: `Column ${index + 1} of the header does not exist.`,
        },
      ];
    if (keys.indexOf(key) === index) return [];
    return [{ line: 1, ...fault(key, 'twice', 'kommt zweimal vor.', 'occurs twice.') }];
  });
  return keys.includes('id') ? problems : [...problems, { line: 1, ...missing('id') }];
}

function cellsIn(
  record: readonly string[],
  keys: readonly (ColumnKey | undefined)[],
  line: number,
  problems: Problem[],
): Cells {
  const cells: { [K in ColumnKey]?: string } = {};
  record.forEach((text, index) => {
    const key = keys[index];
    if (key === undefined || text === '') return;
    if (isFormula(text)) problems.push({ line, ...fault(key, 'formula', ...formula) });
    else cells[key] = text.replace(/^'(?=[=+\-@\t\r])/, '');
  });
  return cells;
}

/** Numbers and phone numbers may begin with a sign. */
const isFormula = (text: string): boolean => /^[=@+\-\t\r]/.test(text) && !/^[+-][\d\s()/.,-]+$/.test(text);

const formula = [
  'sieht aus wie eine Formel; so etwas wird nicht übernommen.',
  'looks like a formula; such a thing is not taken.',
] as const;

/** Lines as a file that spreadsheets open: with a byte order mark, semicolons, no formulas. */
export function writeLines(lines: readonly Cells[], lang: 'de' | 'en'): string {
  const header = columnKeys.map((key) => (lang === 'de' ? columns[key].de : key));
  const records = lines.map((cells) => columnKeys.map((key) => cells[key] ?? ''));
  return stringify([header, ...records], { bom: true, delimiter: ';', escape_formulas: true });
}
