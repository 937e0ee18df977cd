/** One region as a piece of SVG: its frame, the states inside, the arrows between them. */
import { anywhereIn, type Link, padding, startOf, type Texts } from './dot.ts';
import type { Box, Layout, Line } from './layout.ts';
import { type Mark, markOf } from './marks.ts';
import { flat, type State } from './model.ts';
import { roomy } from './room.ts';
import { settle } from './settle.ts';
import { arrowStyles, el, escaped, short, textBlock } from './svg.ts';
import type { Block } from './text.ts';
import { isRegion, type Style, stayText } from './texts.ts';
import { colours, words } from './theme.ts';

/** A drawing and its size, to be put anywhere. */
export interface Piece {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const margin = 16;

/** Draws one region. */
export function drawRegion(
  region: State,
  style: Style,
  layOut: (dot: string) => Layout,
): Piece & { readonly jumps: boolean } {
  const { links, texts, jumps, ...settled } = settle(region, style, layOut);
  const layout = roomy(settled.layout, region, links, texts);
  const heading = region.inside.length === 0 ? undefined : texts.state(region);
  const top = margin + (heading ? heading.height + 6 : 0);
  const width = Math.max(layout.width, heading?.width ?? 0) + 2 * margin;
  const height = top + layout.height + margin;
  const content = [
    ...frames(region, layout, texts, style),
    ...lines(links, layout, texts),
    ...dots(region, layout, texts),
  ];
  const svg = el(
    'g',
    { class: 'region', 'data-region': region.path },
    frame({ x: 0, y: 0, width, height }, region, heading, style),
    el(
      'g',
      { transform: `translate(${short((width - layout.width) / 2 - layout.x)} ${short(top)})` },
      ...content,
    ),
  );
  return { svg, width, height, jumps: jumps.length > 0 };
}

/** Frames of states with states inside, outermost first, then the states themselves. */
function frames(region: State, layout: Layout, texts: Texts, style: Style): string[] {
  const inner = region.inside.length === 0 ? [region] : region.inside.flatMap(flat);
  return inner.flatMap((state) => {
    const box = layout.boxes.get(state.path);
    return box ? [frame(box, state, texts.state(state), style)] : [];
  });
}

const looks = {
  current: { ...colours.current, width: 3 },
  around: { ...colours.around, ink: colours.current.line, width: 2.5 },
  past: { ...colours.past, ink: colours.ink, width: 1.2 },
  aroundPast: { ...colours.aroundPast, ink: colours.ink, width: 1.2 },
  other: { fill: colours.paper, line: colours.frame, ink: colours.ink, width: 1.2 },
} as const;

/** A journey is in every region all the time: that of a region tells nothing. */
function lookOf(state: State, mark: Mark | undefined): (typeof looks)[keyof typeof looks] {
  if (mark === undefined || (isRegion(state) && state.inside.length > 0)) return looks.other;
  if (state.inside.length === 0) return looks[mark];
  return mark === 'current' ? looks.around : looks.aroundPast;
}

function frame(box: Box, state: State, text: Block | undefined, { marks, lang }: Style): string {
  const mark = markOf(state.path, marks);
  const look = lookOf(state, mark);
  const stay = stayText(state.path, marks, lang);
  const said = mark === undefined ? [] : [stay ?? words[lang][mark]];
  return el(
    'g',
    { class: ['state', mark].filter(Boolean).join(' '), 'data-state': state.path },
    el('title', {}, escaped([state.label, ...said].join(' – '))),
    el('rect', {
      ...box,
      rx: state.inside.length > 0 ? 10 : 6,
      fill: look.fill,
      stroke: look.line,
      'stroke-width': look.width,
    }),
    text ? textBlock(text, box.x + padding.x, box.y + padding.y, look.ink) : '',
  );
}

function lines(links: readonly Link[], layout: Layout, texts: Texts): string[] {
  const drawn = links.flatMap((link) => {
    const line = layout.lines.get(link.id);
    return line ? [{ link, line }] : [];
  });
  // All curves first: a text is never crossed by one that is drawn later.
  return [
    ...drawn.map(({ link, line }) => curve(link, line)),
    ...drawn.map(({ link, line }) => label(texts.link(link), line)),
  ];
}

function curve({ kind, from, to }: Link, { curve, tip }: Line): string {
  const [start, ...rest] = curve.map(({ x, y }) => `${short(x)} ${short(y)}`);
  const d = `M${start}C${rest.join(' ')}L${short(tip.x)} ${short(tip.y)}`;
  return el('path', {
    class: `arrow ${kind}`,
    'data-from': from,
    'data-to': to,
    d,
    fill: 'none',
    ...arrowStyles[kind],
  });
}

function label(block: Block, { label }: Line): string {
  if (!label || block.rows.length === 0) return '';
  const { width, height } = block;
  const [x, y] = [label.x - width / 2, label.y - height / 2];
  const ground = { x: x - 3, y: y - 1, width: width + 6, height: height + 2, rx: 3 };
  return (
    el('rect', { ...ground, fill: colours.paper, 'fill-opacity': 0.75 }) + textBlock(block, x, y, colours.ink)
  );
}

/** The starts, and the boxes that stand for every state inside a state. */
function dots(region: State, { boxes }: Layout, { anywhere }: Texts): string[] {
  return flat(region).flatMap(({ path }) => {
    const start = boxes.get(startOf(path));
    const every = boxes.get(anywhereIn(path));
    return [
      ...(start
        ? [
            el('circle', {
              cx: start.x + start.width / 2,
              cy: start.y + start.height / 2,
              r: 5,
              fill: colours.ink,
            }),
          ]
        : []),
      ...(every
        ? [
            el('rect', {
              ...every,
              rx: every.height / 2,
              fill: colours.paper,
              stroke: colours.line,
              'stroke-dasharray': '2 3',
            }),
            textBlock(anywhere, every.x + padding.x, every.y + 4, colours.quiet),
          ]
        : []),
    ];
  });
}
