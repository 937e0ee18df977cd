/** The statechart as an SVG picture: regions on one sheet under a title and a legend. */
import { layouter } from './layout.ts';
import { legend } from './legend.ts';
import { type Marks, markOf } from './marks.ts';
import { flat, type State } from './model.ts';
import { pack } from './pack.ts';
import { drawRegion } from './region.ts';
import { arrowHeads, el, escaped } from './svg.ts';
import { widthOf } from './text.ts';
import type { Style } from './texts.ts';
import { colours, dayText, font, type Lang, words } from './theme.ts';

interface Options {
  readonly lang: Lang;
  /** The journey's opaque id, where it is known. */
  readonly journey?: string | undefined;
  readonly marks?: Marks | undefined;
}

const edge = 24;
const titleHeight = 40;

/** An SVG of some regions, with a journey's marks where there are any. */
export async function svgOf(regions: readonly State[], options: Options): Promise<string> {
  const { lang, marks } = options;
  const layOut = await layouter();
  const style: Style = { lang, marks, notes: regions.length === 1 };
  const pieces = regions.map((region) => drawRegion(region, style, layOut));
  const jumps = pieces.some((piece) => piece.jumps);
  const sheet = pack(pieces, edge);
  const title = titleOf(regions, options);
  const key = legend(regions, style, jumps, Math.max(sheet.width, widthOf(title, 22, 'bold')));
  const width = Math.max(sheet.width, key.width, widthOf(title, 22, 'bold')) + 2 * edge;
  const top = edge + titleHeight + key.height + 16;
  const height = top + sheet.height + edge;
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
      width: Math.ceil(width),
      height: Math.ceil(height),
      lang,
      role: 'img',
      'aria-labelledby': 'chart-title chart-description',
      'font-family': font,
    },
    el('title', { id: 'chart-title' }, escaped(title)),
    el('desc', { id: 'chart-description' }, escaped(description(regions, options))),
    el('defs', {}, arrowHeads),
    el('rect', { width: '100%', height: '100%', fill: colours.paper }),
    el(
      'text',
      { x: edge, y: edge + 20, 'font-size': 22, 'font-weight': 'bold', fill: colours.ink },
      escaped(title),
    ),
    el('g', { class: 'legend', transform: `translate(${edge} ${edge + titleHeight})` }, key.svg),
    ...sheet.placed.map(({ piece, x, y }) =>
      el('g', { transform: `translate(${Math.round(x + edge)} ${Math.round(y + top)})` }, piece.svg),
    ),
  );
}

function titleOf(regions: readonly State[], { lang, journey, marks }: Options): string {
  const { title, bare, asOf } = words[lang];
  const [only] = regions.length === 1 ? regions : [];
  const what = [title, ...(journey === undefined ? [] : [journey])].join(' ');
  const when = marks ? [asOf(dayText(marks.on, lang))] : [];
  return [what, ...(only ? [only.label] : marks ? [] : [bare]), ...when].join(' · ');
}

/** What the picture shows, for those who cannot see it: each region and where the journey stands in it. */
function description(regions: readonly State[], { lang, marks }: Options): string {
  const { standsAt, shows } = words[lang];
  if (!marks) return `${shows}: ${regions.map(({ label }) => label).join(', ')}.`;
  const places = regions.map((region) => {
    const inside = region.inside.flatMap(flat).filter(({ path }) => markOf(path, marks) === 'current');
    return `${region.label}: ${inside.map(({ label }) => label).join(' › ')}`;
  });
  return `${standsAt}: ${places.join('; ')}.`;
}
