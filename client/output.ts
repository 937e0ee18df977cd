/** What the command line prints: tables for people, JSON for programs. */
import type { Refusal } from '../workflows/journal/refusal.ts';

/** Prints a value: as JSON where asked for, else as the text that `human` makes of it. */
export function print<T>(value: T, json: boolean | undefined, human: (value: T) => string): void {
  process.stdout.write(`${json ? JSON.stringify(value, null, 2) : human(value)}\n`);
}

/** Columns as wide as their widest cell; two spaces between. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

/** A refusal as a case worker reads it: the code, then each reason in German and English. */
export const refusalText = ({ code, reasons }: Refusal): string => reasonsText(`refused (${code})`, reasons);

/** A title, then each reason in German and English. */
export function reasonsText(title: string, reasons: Refusal['reasons']): string {
  const lines = reasons.flatMap(({ de, en, entry }) => {
    const where = entry === undefined ? '' : ` [${entry}]`;
    return [`  de${where}: ${de}`, `  en${where}: ${en}`];
  });
  return [title, ...lines].join('\n');
}

/** The day of an instant, or a dash. */
export const day = (instant: string | Date | null | undefined): string =>
  instant === null || instant === undefined
    ? '–'
    : (typeof instant === 'string' ? instant : instant.toISOString()).slice(0, 10);

/** An instant by German clocks: `2026-03-10 09:30`. */
export const moment = (instant: string): string => german.format(new Date(instant));

const german = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/Berlin',
});

/** Who or what it is: the name with the id, the id alone where the store knows no name, a dash where it is nobody. */
export const named = (one: { readonly id: string; readonly name: string | null } | null): string =>
  one === null ? '–' : one.name === null ? one.id : `${one.name} (${one.id})`;

/** Tables under their titles; those without rows are left out. */
export function tables(
  all: readonly {
    readonly title: string;
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
  }[],
): string {
  const shown = all.filter(({ rows }) => rows.length > 0);
  return shown.map(({ title, head, rows }) => `${title}\n${table(head, rows)}`).join('\n\n');
}
