/** Text in a picture: how wide it is, where it breaks. There is no browser to ask, so widths are estimated for Arial. Pure. */

export type Sign = 'clock' | 'note' | 'jump' | 'bullet' | 'current' | 'past';
export type Weight = 'normal' | 'bold';

/** One row of text. */
export interface Row {
  readonly text: string;
  readonly size: number;
  readonly weight: Weight;
  /** Drawn before the text; rows that continue a broken line are indented as far. */
  readonly sign?: Sign | undefined;
  readonly indent: number;
  /** Space above. */
  readonly gap: number;
}

export interface Block {
  readonly rows: readonly Row[];
  readonly width: number;
  readonly height: number;
}

/** What becomes one row or several. */
export interface Line {
  readonly text: string;
  readonly size: number;
  readonly weight?: Weight;
  readonly sign?: Sign | undefined;
  readonly gap?: number;
}

export const signWidth = 15;
export const lineHeight = 1.25;
/** Other fonts that stand in for Arial are a little wider. */
const reserve = 1.13;

/** Breaks lines to a width and measures what comes of it. */
export function blockOf(lines: readonly Line[], widest: number): Block {
  const rows = lines.flatMap((line) => rowsOf(line, widest));
  return {
    rows,
    width: Math.ceil(Math.max(0, ...rows.map((row) => row.indent + widthOf(row.text, row.size, row.weight)))),
    height: Math.ceil(rows.reduce((sum, { size, gap }) => sum + gap + size * lineHeight, 0)),
  };
}

function rowsOf({ text, size, weight = 'normal', sign, gap = 0 }: Line, widest: number): Row[] {
  const indent = sign === undefined ? 0 : signWidth;
  const fits = (part: string): boolean => widthOf(part, size, weight) <= widest - indent;
  return broken(text, fits).map((part, index) => ({
    text: part,
    size,
    weight,
    sign: index === 0 ? sign : undefined,
    indent,
    gap: index === 0 ? gap : 0,
  }));
}

function broken(text: string, fits: (part: string) => boolean): string[] {
  const [first = '', ...words] = text.split(' ');
  const parts = [first];
  for (const word of words) {
    const longer = `${parts.at(-1)} ${word}`;
    if (fits(longer)) parts.splice(-1, 1, longer);
    else parts.push(word);
  }
  return parts;
}

/** The estimated width of a text. */
export function widthOf(text: string, size: number, weight: Weight = 'normal'): number {
  const ems = [...text].reduce((sum, letter) => sum + emsOf(letter), 0);
  return ems * size * reserve * (weight === 'bold' ? 1.12 : 1);
}

function emsOf(letter: string): number {
  if (/[ijl.,:;'|!ft()[\]/ -]/.test(letter)) return 0.3;
  if (/[mwMW—…@%→]/.test(letter)) return 0.88;
  return /[A-ZÄÖÜ»«]/.test(letter) ? 0.69 : 0.556;
}
