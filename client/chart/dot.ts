/** A region in Graphviz' language: only sizes and connections, since what is seen is drawn from the layout it gives back. Pure. */
import { type ArrowKind, flat, isWithin, type State } from './model.ts';
import type { Block } from './text.ts';

/** What is written in each state and along each arrow; the layout only needs to know how large it is. */
export interface Texts {
  readonly state: (state: State) => Block;
  readonly link: (link: Link) => Block;
  readonly anywhere: Block;
}

/** A line of the picture: an arrow, or what leads from a start to the first state. */
export interface Link {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: ArrowKind | 'start';
  readonly labels: readonly string[];
  /** Against the order in which the machine names its states: that of a journey. */
  readonly back: boolean;
}

export const padding = { x: 10, y: 7 } as const;
export const startSize = 11;

/** The name of the dot from which a state's first state is entered. */
export const startOf = (path: string): string => `${path}#start`;
/** The name of the box that stands for every state inside a state. */
export const anywhereIn = (path: string): string => `${path}#anywhere`;

/** The lines of a region. What leads from a state to one inside it begins at the box for all of them. */
export function linksOf(region: State): readonly Link[] {
  const states = flat(region);
  const targets = new Set(states.flatMap(({ arrows }) => arrows.map(({ to }) => to)));
  const starts = startsIn(region, true, targets);
  const moves = states.flatMap(({ path, arrows }) =>
    arrows.map((arrow) => ({ ...arrow, from: isWithin(arrow.to, path) ? anywhereIn(path) : path })),
  );
  const order = (name: string): number => states.findIndex(({ path }) => path === name);
  return [...starts, ...moves].map((link, index) => {
    return { ...link, id: `link-${index}`, back: order(link.to) < order(link.from) };
  });
}

/** Only where something enters a state as a whole does it matter which state inside comes first. */
function startsIn(state: State, entered: boolean, targets: ReadonlySet<string>): Omit<Link, 'id' | 'back'>[] {
  const { path, initial, parallel, inside: children } = state;
  const shown = entered && initial !== undefined;
  const start = { from: startOf(path), to: initial ?? '', kind: 'start', labels: [] } as const;
  const below = children.flatMap((child) => {
    const byParent = entered && (parallel || child.path === initial);
    return startsIn(child, byParent || targets.has(child.path), targets);
  });
  return shown ? [start, ...below] : below;
}

/** The region's inside as a `digraph`; its own frame is drawn around it. */
export function dotOf(region: State, links: readonly Link[], texts: Texts): string {
  const states = flat(region);
  const from = new Set(links.map((link) => link.from));
  return [
    'digraph {',
    `graph [compound=true, nodesep=0.32, ranksep=0.42, labeljust=l]`,
    'node [shape=box, fixedsize=true, label=""]',
    ...inside(region, from, texts),
    ...links.map((link) => edge(link, states, from, texts)),
    ...states.flatMap((state) => rows(state, links)),
    '}',
  ].join('\n');
}

const quoted = (text: string): string => JSON.stringify(text);
const inches = (points: number): string => (points / 72).toFixed(4);

const sized = (name: string, width: number, height: number, more = ''): string =>
  `${quoted(name)} [width=${inches(width)}, height=${inches(height)}${more}]`;

const space = (width: number, height: number): string =>
  `<<table border="0" fixedsize="true" width="${width}" height="${height}"><tr><td></td></tr></table>>`;

function inside(state: State, from: ReadonlySet<string>, texts: Texts): string[] {
  const { path, inside: children } = state;
  const { width, height } = texts.anywhere;
  return [
    ...(from.has(startOf(path)) ? [sized(startOf(path), startSize, startSize, ', shape=circle')] : []),
    ...(from.has(anywhereIn(path)) ? [sized(anywhereIn(path), width + 2 * padding.x, height + 8)] : []),
    ...(children.length === 0
      ? [node(state, texts)]
      : children.flatMap((child) => place(child, from, texts))),
  ];
}

function node(state: State, texts: Texts): string {
  const { width, height } = texts.state(state);
  return sized(state.path, Math.max(60, width + 2 * padding.x), height + 2 * padding.y);
}

function place(state: State, from: ReadonlySet<string>, texts: Texts): string[] {
  if (state.inside.length === 0) return [node(state, texts)];
  const { width, height } = texts.state(state);
  return [
    `subgraph ${quoted(`cluster ${state.path}`)} {`,
    `graph [label=${space(width + 2 * padding.x, height + padding.y)}, margin=14]`,
    ...inside(state, from, texts),
    '}',
  ];
}

/**
 * The order of a journey leads from top to bottom: what leads back is laid out the other way round. An arrow to or from a frame needs a node inside it all the same.
 */
function edge(link: Link, states: readonly State[], from: ReadonlySet<string>, texts: Texts): string {
  const [above, below] = link.back ? [link.to, link.from] : [link.from, link.to];
  const upper = states.find(({ path }) => path === above);
  const lower = states.find(({ path }) => path === below);
  const { rows, width, height } = texts.link(link);
  const attributes = [
    `id=${quoted(link.id)}`,
    ...(link.back ? ['dir=back'] : []),
    ...framed('ltail', upper, below),
    ...framed('lhead', lower, above),
    ...(rows.length === 0 ? [] : [`label=${space(width + 8, height + 4)}`]),
  ];
  const start = upper ? lastIn(upper) : above;
  const end = lower ? firstIn(lower, from) : below;
  return `${quoted(start)} -> ${quoted(end)} [${attributes.join(', ')}]`;
}

/** Many states that nothing connects would stand in one long line. */
function rows({ inside: children }: State, links: readonly Link[]): string[] {
  const paths = children.map(({ path }) => path);
  const connected = links.some(({ from, to }) => paths.includes(from) && paths.includes(to));
  if (connected || children.length < 5 || children.some((child) => child.inside.length > 0)) return [];
  const columns = Math.ceil(Math.sqrt(children.length));
  return paths.slice(columns).map((path, index) => {
    return `${quoted(paths[index] ?? path)} -> ${quoted(path)} [style=invis]`;
  });
}

function framed(attribute: 'ltail' | 'lhead', state: State | undefined, other: string): string[] {
  if (!state || state.inside.length === 0 || isWithin(other, state.path)) return [];
  return [`${attribute}=${quoted(`cluster ${state.path}`)}`];
}

function firstIn({ path, inside: [child] }: State, from: ReadonlySet<string>): string {
  if (from.has(startOf(path))) return startOf(path);
  return child ? firstIn(child, from) : path;
}

const lastIn = ({ path, inside: children }: State): string => {
  const last = children.at(-1);
  return last ? lastIn(last) : path;
};
