/** SVG as text: elements with escaped attributes. Style is written on each element, since word processors know no more. Pure. */
import { type Block, lineHeight, type Row } from './text.ts';
import { colours } from './theme.ts';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Text that may stand between tags and in attributes. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** One element; what is inside has been escaped before. */
export function el(name: string, attributes: Attributes, ...inside: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(typeof value === 'number' ? short(value) : String(value))}"`)
    .join('');
  return inside.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${inside.join('')}</${name}>`;
}

/** A number short enough to read. */
export const short = (value: number): string => String(Math.round(value * 10) / 10);

/** A block of text from its upper left corner on. */
export function textBlock({ rows }: Block, x: number, y: number, ink: string): string {
  let bottom = y;
  return rows
    .map((row) => {
      bottom += row.gap + row.size * lineHeight;
      return textRow(row, x, bottom - row.size * 0.3, ink);
    })
    .join('');
}

function textRow({ text, size, weight, sign, indent }: Row, x: number, base: number, ink: string): string {
  const attributes = {
    x: x + indent,
    y: base,
    'font-size': size,
    'font-weight': weight === 'bold' ? 'bold' : undefined,
    fill: ink,
  };
  const drawn = sign === undefined ? '' : signs[sign](x + 5.5, base - size * 0.35, ink);
  return drawn + el('text', attributes, escaped(text));
}

const stroke = (d: string, ink: string, width = 1.2): string =>
  el('path', { d, fill: 'none', stroke: ink, 'stroke-width': width, 'stroke-linecap': 'round' });

/** Signs are drawn, not written: fonts do not all have them. */
const signs = {
  clock: (x: number, y: number, ink: string) =>
    el('circle', { cx: x, cy: y, r: 4.6, fill: 'none', stroke: ink, 'stroke-width': 1.2 }) +
    stroke(`M${short(x)} ${short(y - 2.8)}V${short(y)}H${short(x + 2.2)}`, ink),
  note: (x: number, y: number, ink: string) => stroke(`M${short(x - 3)} ${short(y)}h6m-3 -3v6`, ink),
  jump: (x: number, y: number, ink: string) =>
    stroke(`M${short(x - 4)} ${short(y - 4)}v5h8m-3 -3l3 3l-3 3`, ink),
  bullet: (x: number, y: number, ink: string) => el('circle', { cx: x, cy: y, r: 2, fill: ink }),
  current: (x: number, y: number, ink: string) =>
    el('path', { d: `M${short(x - 3.5)} ${short(y - 5)}l8 5l-8 5z`, fill: ink }),
  past: (x: number, y: number, ink: string) => stroke(`M${short(x - 4)} ${short(y)}l3 3.5l6 -7`, ink, 2),
} as const satisfies Record<NonNullable<Row['sign']>, (x: number, y: number, ink: string) => string>;

/** The heads of arrows. */
export const arrowHeads = (['line', 'faint'] as const)
  .map((name) =>
    el(
      'marker',
      {
        id: `chart-head-${name}`,
        viewBox: '0 0 10 8',
        refX: 9.5,
        refY: 4,
        markerWidth: 10,
        markerHeight: 8,
        markerUnits: 'userSpaceOnUse',
        orient: 'auto',
      },
      el('path', { d: 'M0 0L10 4L0 8z', fill: colours[name] }),
    ),
  )
  .join('');

/** How an arrow tells what sets it off. */
export const arrowStyles = {
  entry: { stroke: colours.line, 'stroke-width': 1.5, 'marker-end': 'url(#chart-head-line)' },
  deadline: {
    stroke: colours.line,
    'stroke-width': 1.5,
    'stroke-dasharray': '7 4',
    'marker-end': 'url(#chart-head-line)',
  },
  follows: {
    stroke: colours.faint,
    'stroke-width': 1.2,
    'stroke-dasharray': '1.5 4',
    'stroke-linecap': 'round',
    'marker-end': 'url(#chart-head-faint)',
  },
  start: { stroke: colours.line, 'stroke-width': 1.2, 'marker-end': 'url(#chart-head-line)' },
} as const;
