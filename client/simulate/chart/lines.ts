/** A chart of lines over the months: a line for each variant. Pure. */
import { el, escaped } from '../../chart/svg.ts';
import { colours } from '../../chart/theme.ts';
import { looks, type Panel, type Reading, titled } from './panel.ts';

const left = 34;
const top = 36;
const tall = 190;

/** Lines over the same months. */
export function lineChart(
  title: string,
  months: readonly string[],
  series: readonly (readonly number[])[],
  { width, number }: Reading,
): Panel {
  const step = stepFor(Math.max(...series.flat(), 1e-9));
  const steps = Math.max(1, Math.ceil(Math.max(...series.flat(), 0) / step));
  const x = (index: number): number => left + (index / Math.max(1, months.length - 1)) * (width - left - 12);
  const y = (value: number): number => top + tall * (1 - value / (step * steps));
  const grid = Array.from({ length: steps + 1 }, (_, index) => {
    const at = y(index * step);
    return (
      el('path', { d: `M${left} ${at}H${width - 12}`, stroke: colours.around.fill, 'stroke-width': 1 }) +
      el(
        'text',
        { x: left - 6, y: at + 4, 'text-anchor': 'end', 'font-size': 10, fill: colours.quiet },
        escaped(number(index * step)),
      )
    );
  });
  const years = months.flatMap((month, index) => {
    if (index > 0 && !month.endsWith('-01')) return [];
    return [
      el('path', { d: `M${x(index)} ${top}v${tall + 5}`, stroke: colours.frame, 'stroke-width': 1 }),
      el(
        'text',
        { x: x(index) + 3, y: top + tall + 15, 'font-size': 10, fill: colours.quiet },
        escaped(month.slice(0, 4)),
      ),
    ];
  });
  const lines = series.map((values, index) =>
    el('path', {
      d: values
        .map((value, at) => `${at === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`)
        .join(''),
      fill: 'none',
      'stroke-linejoin': 'round',
      ...looks[index]?.line,
    }),
  );
  return titled(title, [...grid, ...years, ...lines].join(''), width, top + tall + 24);
}

/** A round distance of the grid's lines, so that there are four to eight of them. */
function stepFor(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  const fitting = [0.2, 0.5, 1, 2].map((part) => part * power);
  return fitting.find((step) => most / step <= 8) ?? power;
}
