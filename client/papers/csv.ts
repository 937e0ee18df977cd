/** Tables as CSV for German spreadsheets: semicolons, a byte order mark, and no cell that would be taken for a formula. */
import { stringify } from 'csv-stringify/sync';

/** Rows as CSV; a cell that begins like a formula gets an apostrophe in front. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    { delimiter: ';', bom: true, escape_formulas: true, record_delimiter: 'windows' },
  );
