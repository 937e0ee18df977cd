/** Graphviz lets arrows and their texts stick out of the frame they lie in. Here every frame takes in what belongs to it. Pure. */
import type { Link, Texts } from './dot.ts';
import type { Box, Layout } from './layout.ts';
import { isWithin, type State } from './model.ts';

const rim = 8;

/** How far to each side. */
interface Span {
  readonly left: number;
  readonly right: number;
}

/** The layout with frames wide enough, and with its own size accordingly. Frames grow sideways only, and into nothing else. */
export function roomy(layout: Layout, region: State, links: readonly Link[], texts: Texts): Layout {
  const boxes = new Map(layout.boxes);
  const grow = (state: State, limit: Span): void => {
    const frame = layout.boxes.get(state.path);
    if (!frame || state.inside.length === 0) return;
    const free = freeBeside(frame, state, layout, limit);
    for (const child of state.inside) grow(child, { left: free.left + rim, right: free.right - rim });
    const own = (name: string): boolean => isWithin(name, state.path) || name.startsWith(`${state.path}#`);
    const inner = links.filter(({ from, to }) => own(from) && own(to));
    const children = state.inside.flatMap(({ path }) => boxes.get(path) ?? []);
    const wide = around(spanOf(frame), [...children.map(spanOf), ...extents(inner, layout, texts)]);
    const left = Math.min(frame.x, Math.max(wide.left, free.left));
    const right = Math.max(spanOf(frame).right, Math.min(wide.right, free.right));
    boxes.set(state.path, { ...frame, x: left, width: right - left });
  };
  for (const state of region.inside) grow(state, { left: -Infinity, right: Infinity });
  const all = [...[...boxes.values()].map(spanOf), ...extents(links, layout, texts)];
  const { left, right } = around({ left: rim, right: layout.width - rim }, all);
  return { ...layout, boxes, x: left, width: right - left };
}

const spanOf = ({ x, width }: Box): Span => ({ left: x, right: x + width });

const around = (frame: Span, inner: readonly Span[]): Span => ({
  left: Math.min(frame.left, ...inner.map(({ left }) => left - rim)),
  right: Math.max(frame.right, ...inner.map(({ right }) => right + rim)),
});

/** Where a frame may grow to: its neighbours keep their place, and so does the rim of the frame around it. */
function freeBeside(frame: Box, { path }: State, { boxes }: Layout, limit: Span): Span {
  const { left, right } = spanOf(frame);
  const beside = [...boxes].filter(([name, { y, height }]) => {
    const kin = name === path || isWithin(name, path) || isWithin(path, name) || name.startsWith(`${path}#`);
    return !kin && y < frame.y + frame.height && frame.y < y + height;
  });
  const spans = beside.map(([, box]) => spanOf(box));
  const before = spans.filter((span) => span.right <= left).map((span) => span.right + rim);
  const after = spans.filter((span) => span.left >= right).map((span) => span.left - rim);
  return { left: Math.max(limit.left, ...before), right: Math.min(limit.right, ...after) };
}

/** How far the texts and curves of lines reach. */
function extents(links: readonly Link[], { lines }: Layout, texts: Texts): Span[] {
  return links.flatMap((link) => {
    const line = lines.get(link.id);
    if (!line) return [];
    const half = texts.link(link).width / 2;
    const label = line.label && { left: line.label.x - half, right: line.label.x + half };
    return [...(label ? [label] : []), ...line.curve.map(({ x }) => ({ left: x, right: x }))];
  });
}
