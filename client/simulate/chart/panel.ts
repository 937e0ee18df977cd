/** What all charts of a simulation share: how each variant looks, and a title above. Pure. */
import { el, escaped } from '../../chart/svg.ts';
import { colours } from '../../chart/theme.ts';

/** A chart drawn from its upper left corner. */
export interface Panel {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** What a chart is to be read with. */
export interface Reading {
  readonly width: number;
  readonly number: (value: number) => string;
  /** The end of the scale; the highest value where left out. */
  readonly most?: number;
}

/** The first variant is light, the second dark: they differ in print too. Lines differ by their dashes. */
export const looks = [
  {
    bar: { fill: colours.past.fill, stroke: colours.past.line, 'stroke-width': 0.8 },
    line: { stroke: colours.past.line, 'stroke-width': 2, 'stroke-dasharray': '5 3' },
  },
  {
    bar: { fill: colours.current.fill, stroke: colours.current.line, 'stroke-width': 0.8 },
    line: { stroke: colours.current.fill, 'stroke-width': 2.2, 'stroke-dasharray': undefined },
  },
] as const;

/** A drawing under its title. */
export function titled(title: string, drawing: string, width: number, height: number): Panel {
  const heading = el(
    'text',
    { x: 0, y: 15, 'font-size': 14, 'font-weight': 'bold', fill: colours.ink },
    escaped(title),
  );
  return { svg: el('g', { class: 'panel' }, heading, drawing), width, height };
}
