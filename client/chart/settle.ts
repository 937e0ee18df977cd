/** Decides which arrows of a region are drawn: one across half the picture leads the eye nowhere and keeps all others apart. */
import { dotOf, type Link, linksOf, type Texts } from './dot.ts';
import type { Layout } from './layout.ts';
import type { State } from './model.ts';
import { type Style, textsOf } from './texts.ts';

const longest = 1000;

interface Settled {
  readonly links: readonly Link[];
  /** Told, not drawn. */
  readonly jumps: readonly Link[];
  readonly texts: Texts;
  readonly layout: Layout;
}

/** Lays a region out; arrows that come out too long are told in the states they leave instead, and it is laid out again. */
export function settle(region: State, style: Style, layOut: (dot: string) => Layout): Settled {
  let links = linksOf(region);
  let jumps: readonly Link[] = [];
  for (;;) {
    const texts = textsOf(region, style, jumps);
    const layout = layOut(dotOf(region, links, texts));
    const far = farthest(links, layout);
    if (far.length === 0) return { links, jumps, texts, layout };
    jumps = [...jumps, ...far];
    links = links.filter((link) => !far.includes(link));
  }
}

/** Those that lead back go first, and the longest: without them others come out shorter. */
function farthest(links: readonly Link[], layout: Layout): Link[] {
  const far = links.filter((link) => link.kind !== 'start' && reach(link, layout) > longest);
  const back = far.filter((link) => link.back);
  const first = back.length > 0 ? back : far;
  const most = Math.max(...first.map((link) => reach(link, layout)));
  return first.filter((link) => reach(link, layout) > 0.9 * most);
}

function reach({ id }: Link, { lines }: Layout): number {
  const curve = lines.get(id)?.curve ?? [];
  const extent = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
  return curve.length === 0
    ? 0
    : Math.hypot(extent(curve.map(({ x }) => x)), extent(curve.map(({ y }) => y)));
}
