/** Where everything lies: Graphviz places it, and its answer is read here. */
import { z } from 'zod';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  /** The left edge. */
  readonly x: number;
  readonly width: number;
  readonly height: number;
  /** By path, or by the name of a start. */
  readonly boxes: ReadonlyMap<string, Box>;
  readonly lines: ReadonlyMap<string, Line>;
}

/** A curve of Bézier pieces, the tip of its arrow, and the middle of its text. */
export interface Line {
  readonly curve: readonly Point[];
  readonly tip: Point;
  readonly label: Point | undefined;
}

const Thing = z.object({
  name: z.string(),
  pos: z.string().optional(),
  width: z.string().optional(),
  height: z.string().optional(),
  bb: z.string().optional(),
});
/** Edges without id only keep things apart. */
const Edge = z.object({ id: z.string().default(''), pos: z.string(), lp: z.string().optional() });
const Answer = z.object({
  bb: z.string(),
  objects: z.array(Thing).default([]),
  edges: z.array(Edge).default([]),
});

/** Lays graphs out. The library is a megabyte, so it is loaded when somebody wants a picture. */
export async function layouter(): Promise<(dot: string) => Layout> {
  const { Graphviz } = await import('@hpcc-js/wasm-graphviz');
  const graphviz = await Graphviz.load();
  return (dot) => read(Answer.parse(JSON.parse(graphviz.layout(dot, 'json', 'dot', { yInvert: true }))));
}

function read({ bb, objects, edges }: z.infer<typeof Answer>): Layout {
  const whole = corners(bb);
  return {
    x: 0,
    width: whole.width,
    height: whole.height,
    boxes: new Map(objects.map((thing) => [thing.name.replace(/^cluster /, ''), boxOf(thing)])),
    lines: new Map(edges.map((edge) => [edge.id, lineOf(edge)])),
  };
}

function boxOf({ pos, bb, width = '0', height = '0' }: z.infer<typeof Thing>): Box {
  if (pos === undefined) return corners(bb ?? '');
  const [w, h, { x, y }] = [72 * Number(width), 72 * Number(height), pointOf(pos)];
  return { x: x - w / 2, y: y - h / 2, width: w, height: h };
}

function corners(bb: string): Box {
  const [left = 0, one = 0, right = 0, other = 0] = bb.split(',').map(Number);
  const [y, bottom] = [Math.min(one, other), Math.max(one, other)];
  return { x: left, y, width: right - left, height: bottom - y };
}

/** Graphviz writes the tip first: `e,x,y` at the end of the curve, or `s,x,y` at its beginning where it is drawn backwards. */
function lineOf({ pos, lp }: z.infer<typeof Edge>): Line {
  const parts = pos.split(' ');
  const tip = parts.find((part) => /^[es],/.test(part));
  const drawn = parts.filter((part) => part !== tip).map(pointOf);
  const curve = tip?.startsWith('s') ? drawn.toReversed() : drawn;
  return {
    curve,
    tip: tip === undefined ? (curve.at(-1) ?? { x: 0, y: 0 }) : pointOf(tip.slice(2)),
    label: lp === undefined ? undefined : pointOf(lp),
  };
}

function pointOf(text: string): Point {
  const [x = 0, y = 0] = text.split(',').map(Number);
  return { x, y };
}
