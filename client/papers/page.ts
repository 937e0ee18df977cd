/** The page that all papers share, and PDF made of it. The same paper has the same bytes: nothing here asks a clock. */
import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import type { Content, TableCell } from 'pdfmake';
import { type Day, noon } from '../../workflows/policy/calendar.ts';
import { colours } from '../chart/theme.ts';

/** A paper before it is made into PDF. */
export type Paper = Parameters<typeof import('pdfmake').createPdf>[0];

/** What stands at the head and the foot of every page. */
export interface Frame {
  readonly title: string;
  /** The provider's name; a blank where nobody said it. */
  readonly provider: string | undefined;
  readonly site: string | undefined;
  /** The journey's opaque id; none for figures of many. */
  readonly journey?: string;
  readonly madeOn: Day;
}

const blank = '________________';

/** What is known, or a blank to be filled in by hand. */
export const orBlank = (text: string | undefined): string => text ?? blank;

/** `2026-02-28` as `28.02.2026`; a blank where there is none. */
export const dateText = (day: Day | undefined): string => orBlank(day?.split('-').reverse().join('.'));

const monthNames = new Intl.DateTimeFormat('de-DE', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `2026-02` as `Februar 2026`. */
export const monthText = (month: string): string => monthNames.format(new Date(`${month}-01T00:00:00Z`));

/** Minutes as hours and minutes: `1:25`. */
export function hoursText(minutes: number): string {
  const whole = Math.abs(minutes);
  return `${minutes < 0 ? '−' : ''}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

const head = (text: string): TableCell => ({ text, bold: true, fontSize: 8.5, color: colours.quiet });

/** A table under a heading; in place of one without rows the word that there is nothing. */
export function section(
  heading: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly (number | string)[] = columns.map(() => '*'),
): Content {
  const title: Content = { text: heading, style: 'heading' };
  if (rows.length === 0)
    return { stack: [title, { text: 'keine Einträge', color: colours.quiet }], unbreakable: true };
  const body: TableCell[][] = [
    columns.map(head),
    ...rows.map((row) => row.map((text): TableCell => ({ text }))),
  ];
  const table: Content = {
    table: { headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, widths: [...widths], body },
    layout: lines,
  };
  return { stack: [title, table], unbreakable: rows.length <= 12 };
}

/** Names and values, two columns without lines. */
export const facts = (pairs: readonly (readonly [string, string])[]): Content => ({
  table: {
    widths: [150, '*'],
    body: pairs.map(([name, value]) => [{ text: name, color: colours.quiet }, { text: value }]),
  },
  layout: {
    hLineWidth: () => 0,
    vLineWidth: () => 0,
    paddingLeft: () => 0,
    paddingTop: () => 1.5,
    paddingBottom: () => 1.5,
  },
  margin: [0, 4, 0, 8],
});

/** Lines to write on. */
export const writingRoom = (label: string, count: number): Content => ({
  stack: [
    { text: label, color: colours.quiet, margin: [0, 6, 0, 0] },
    ...Array.from({ length: count }, (): Content => ({ canvas: [rule(483)], margin: [0, 20, 0, 0] })),
  ],
  unbreakable: true,
});

/** Places for signatures side by side, each with who signs. */
export const signatures = (signers: readonly string[]): Content => ({
  columns: signers.map((signer) => ({
    stack: [
      { canvas: [rule(200)] },
      { text: `Ort, Datum, ${signer}`, fontSize: 8.5, color: colours.quiet, margin: [0, 3, 0, 0] },
    ],
  })),
  columnGap: 30,
  margin: [0, 44, 0, 0],
  unbreakable: true,
});

const rule = (width: number) =>
  ({ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.6, lineColor: colours.line }) as const;

const lines = {
  hLineWidth: (row: number): number => (row === 0 ? 0 : 0.5),
  vLineWidth: (): number => 0,
  hLineColor: (): string => colours.frame,
  paddingLeft: (column: number): number => (column === 0 ? 0 : 6),
  paddingTop: (): number => 2.5,
  paddingBottom: (): number => 2.5,
};

/** A4 pages with head and foot around a content. */
export function pageOf(frame: Frame, content: readonly Content[]): Paper {
  const { title, provider, site, journey, madeOn } = frame;
  const left = `Träger: ${orBlank(provider)}${site === undefined ? '' : ` · Standort ${site}`}`;
  const small = { fontSize: 8.5, color: colours.quiet } as const;
  const right = journey === undefined ? '' : `Kennung ${journey}`;
  return {
    pageSize: 'A4',
    pageMargins: [56, 72, 56, 60],
    language: 'de',
    info: { title, creator: 'Wegbegleiter', producer: 'Wegbegleiter', creationDate: new Date(noon(madeOn)) },
    defaultStyle: { fontSize: 10, color: colours.ink, lineHeight: 1.15 },
    styles: {
      title: { fontSize: 16, bold: true },
      heading: { fontSize: 11.5, bold: true, margin: [0, 14, 0, 3] },
    },
    header: {
      margin: [56, 32, 56, 0],
      columns: [
        { text: left, ...small },
        { text: right, alignment: 'right', ...small },
      ],
    },
    footer: (page, pages) => ({
      margin: [56, 16, 56, 0],
      columns: [
        { text: `${title} · Stand ${dateText(madeOn)}`, ...small },
        { text: `Seite ${page} von ${pages}`, alignment: 'right', width: 90, ...small },
      ],
    }),
    content: [...content],
  };
}

const require = createRequire(import.meta.url);

/** The paper as PDF. Fonts come with the library; nothing is fetched. The library is slow to load: only who makes a PDF waits for it. */
export async function pdfOf(paper: Paper): Promise<Buffer> {
  const { default: pdfmake } = await import('pdfmake');
  const folder = dirname(require.resolve('pdfmake/fonts/Roboto.js')) + sep;
  pdfmake.setFonts(require('pdfmake/fonts/Roboto.js'));
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(folder));
  return await pdfmake.createPdf(paper).getBuffer();
}
