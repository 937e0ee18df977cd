/** A chart of horizontal bars: a row for each thing, a bar for each variant. Pure. */
import { el, escaped } from '../../chart/svg.ts';
import { widthOf } from '../../chart/text.ts';
import { colours } from '../../chart/theme.ts';
import { looks, type Panel, type Reading, titled } from './panel.ts';

export interface BarRow {
  readonly label: string;
  /** One for each variant; none where it does not occur. */
  readonly values: readonly (number | undefined)[];
  /** A line across a bar, one for each variant: what it is to be compared with. */
  readonly marks?: readonly number[];
}

const bar = 12;
const gap = 10;
const size = 11.5;

/** Bars as long as their values, the longest as long as there is room. */
export function barChart(title: string, rows: readonly BarRow[], { width, number, most }: Reading): Panel {
  const left = Math.max(...rows.map(({ label }) => widthOf(label, size))) + 10;
  const highest = most ?? Math.max(1e-9, ...rows.flatMap(reach));
  const room = width - left - 62;
  const long = (value: number): number => (value / highest) * room;
  let y = 34;
  const drawn = rows.map((row) => {
    const { label, values, marks = [] } = row;
    const top = y;
    y += values.length * bar + gap;
    const middle = top + (values.length * bar) / 2;
    return [
      el(
        'text',
        { x: left - 8, y: middle + 4, 'text-anchor': 'end', 'font-size': size, fill: colours.ink },
        escaped(label),
      ),
      ...values.flatMap((value, index) => {
        if (value === undefined) return [];
        const at = top + index * bar;
        const mark = marks[index];
        const end = Math.max(value, mark ?? 0);
        const said = mark === undefined ? number(value) : `${number(value)} / ${number(mark)}`;
        return [
          el('rect', { x: left, y: at, width: long(value), height: bar - 2, ...looks[index]?.bar }),
          mark === undefined
            ? ''
            : el('path', {
                d: `M${left + long(mark)} ${at - 2}v${bar + 2}`,
                stroke: colours.ink,
                'stroke-width': 2,
              }),
          el(
            'text',
            { x: left + long(end) + 5, y: at + bar - 2, 'font-size': 10, fill: colours.quiet },
            escaped(said),
          ),
        ];
      }),
    ].join('');
  });
  const axis = el('path', { d: `M${left} 30V${y - gap + 4}`, stroke: colours.frame, 'stroke-width': 1 });
  return titled(title, axis + drawn.join(''), width, y);
}

const reach = ({ values, marks = [] }: BarRow): number[] =>
  [...values, ...marks].filter((value) => value !== undefined);
