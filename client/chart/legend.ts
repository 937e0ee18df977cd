/** What the signs and lines of a picture mean. Pure. */
import { flat, type State } from './model.ts';
import type { Piece } from './region.ts';
import { arrowStyles, el, short, textBlock } from './svg.ts';
import { blockOf, type Line } from './text.ts';
import type { Style } from './texts.ts';
import { colours, words } from './theme.ts';

const size = 11;
const sample = 34;
const height = 24;

/** Draws the legend in rows: only what these regions show, and a journey's marks where there are any. */
export function legend(
  regions: readonly State[],
  { lang, marks, notes }: Style,
  jumps: boolean,
  widest: number,
): Piece {
  const say = words[lang];
  const states = regions.flatMap(flat);
  const kinds = new Set(states.flatMap(({ arrows }) => arrows.map(({ kind }) => kind)));
  const runs = states.some(({ deadlines }) => deadlines.length > 0);
  const noted = notes && states.some((state) => state.notes.length > 0);
  const items = [
    ...(marks ? [marked('current', say.current), marked('past', say.past)] : []),
    ...(['entry', 'deadline', 'follows'] as const)
      .filter((kind) => kinds.has(kind))
      .map((kind) => lined(kind, say[kind])),
    ...(runs ? [signed({ text: say.runs, size, sign: 'clock' })] : []),
    ...(noted ? [signed({ text: say.note, size, sign: 'note' })] : []),
    ...(jumps ? [signed({ text: say.jump, size, sign: 'jump' })] : []),
    begun(say.start),
  ];
  let [x, y, width] = [0, 0, 0];
  const drawn = items.map((item) => {
    if (x > 0 && x + item.width > widest) [x, y] = [0, y + height];
    const at = `translate(${short(x)} ${y})`;
    x += item.width + 22;
    width = Math.max(width, x);
    return el('g', { transform: at }, item.svg);
  });
  return { svg: drawn.join(''), width, height: y + height };
}

type Item = Pick<Piece, 'svg' | 'width'>;

function signed(line: Line, ink: string = colours.ink, x = 0): Item {
  const block = blockOf([line], Number.POSITIVE_INFINITY);
  return { svg: textBlock(block, x, (height - block.height) / 2, ink), width: x + block.width };
}

function lined(kind: keyof typeof arrowStyles, text: string): Item {
  const { svg, width } = signed({ text, size }, colours.ink, sample + 8);
  const line = el('path', { d: `M0 ${height / 2}H${sample}`, fill: 'none', ...arrowStyles[kind] });
  return { svg: line + svg, width };
}

function marked(mark: 'current' | 'past', text: string): Item {
  const { fill, line } = colours[mark];
  const ink = mark === 'current' ? colours.current.ink : colours.ink;
  const { svg, width } = signed({ text, size, weight: 'bold', sign: mark }, ink, 8);
  const box = { x: 0, y: 1, width: width + 8, height: height - 2, rx: 5 };
  const rect = el('rect', { ...box, fill, stroke: line, 'stroke-width': mark === 'current' ? 3 : 1.2 });
  return { svg: rect + svg, width: width + 8 };
}

function begun(text: string): Item {
  const { svg, width } = signed({ text, size }, colours.ink, 16);
  return { svg: el('circle', { cx: 5, cy: height / 2, r: 5, fill: colours.ink }) + svg, width };
}
