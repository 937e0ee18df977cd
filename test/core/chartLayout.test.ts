/** Where things lie in a picture: nothing on anything else, arrows from and to what they connect, the sheet well filled. */
import { describe, expect, test } from 'vitest';
import type { Link, Texts } from '../../client/chart/dot.ts';
import { layouter } from '../../client/chart/layout.ts';
import { regionsOf, type State } from '../../client/chart/model.ts';
import { pack } from '../../client/chart/pack.ts';
import { roomy } from '../../client/chart/room.ts';
import { drawn, type Element } from '../support/svg.ts';

const regions = regionsOf('de');
interface Edges {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The boxes of a region's states; its own is drawn elsewhere. */
const boxesIn = (elements: readonly Element[], region: string): Map<string, Edges> =>
  new Map(
    elements.flatMap(({ attributes, inside }) => {
      const rect = inside.find(({ name }) => name === 'rect')?.attributes;
      const path = attributes['data-state'];
      if (path === undefined || path === region || !rect) return [];
      const [x = 0, y = 0, width = 0, height = 0] = [rect.x, rect.y, rect.width, rect.height].map(Number);
      return [[path, { left: x, right: x + width, top: y, bottom: y + height }] as const];
    }),
  );

const apart = (one: Edges, two: Edges): boolean =>
  one.right <= two.left || two.right <= one.left || one.bottom <= two.top || two.bottom <= one.top;

const contains = (one: Edges, two: Edges, slack = 0): boolean =>
  one.left - slack < two.left &&
  two.right < one.right + slack &&
  one.top - slack < two.top &&
  two.bottom < one.bottom + slack;

describe.each(regions.map(({ path }) => path))('in the region %s', (region) => {
  test('no state lies on another, and each lies inside its own', async () => {
    const boxes = boxesIn(await drawn(regionsOf('de', region), { lang: 'de' }), region);
    expect(boxes.size).toBeGreaterThan(0);
    for (const [path, box] of boxes) {
      for (const [other, against] of boxes) {
        if (path === other || path.startsWith(`${other}.`)) continue;
        const right = other.startsWith(`${path}.`) ? contains(box, against) : apart(box, against);
        expect(right, `${path} and ${other}`).toBe(true);
      }
    }
  });

  test('every arrow begins at the state it leaves and points to the one it enters', async () => {
    const elements = await drawn(regionsOf('de', region), { lang: 'de' });
    const boxes = boxesIn(elements, region);
    const arrows = elements.filter(({ attributes }) => attributes.class?.startsWith('arrow'));
    expect(arrows).not.toHaveLength(0);
    for (const { attributes } of arrows) {
      const points = [...(attributes.d ?? '').matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => {
        return { left: Number(x), right: Number(x), top: Number(y), bottom: Number(y) };
      });
      const [first, last] = [points[0], points.at(-1)];
      const [from, to] = [boxes.get(attributes['data-from'] ?? ''), boxes.get(attributes['data-to'] ?? '')];
      const said = `${attributes['data-from']} to ${attributes['data-to']}`;
      expect(to && last && contains(to, last, 4), said).toBe(true);
      if (!attributes['data-from']?.includes('#'))
        expect(from && first && contains(from, first, 4), said).toBe(true);
    }
  });
});

describe('a frame', () => {
  const leaf = (path: string): State => {
    return {
      path,
      label: path,
      parallel: false,
      initial: undefined,
      deadlines: [],
      notes: [],
      arrows: [],
      inside: [],
    };
  };
  const region = {
    ...leaf('r'),
    inside: [{ ...leaf('r.f'), inside: [leaf('r.f.a'), leaf('r.f.b')] }, leaf('r.n')],
  };
  const link: Link = { id: 'l', from: 'r.f.a', to: 'r.f.b', kind: 'entry', labels: ['text'], back: false };
  const block = { rows: [], width: 60, height: 10 };
  const texts: Texts = { state: () => block, link: () => block, anywhere: block };
  /** The frame with a text in the middle of its right edge, at 100, and a neighbour. */
  const frame = (neighbour: { x: number; y: number }) => {
    const size = { width: 20, height: 20 };
    const boxes = new Map([
      ['r.f', { x: 0, y: 0, width: 100, height: 100 }],
      ['r.f.a', { x: 10, y: 10, ...size }],
      ['r.f.b', { x: 10, y: 60, ...size }],
      ['r.n', { ...neighbour, ...size }],
    ]);
    const lines = new Map([['l', { curve: [], tip: { x: 20, y: 60 }, label: { x: 100, y: 50 } }]]);
    return roomy({ x: 0, width: 200, height: 100, boxes, lines }, region, [link], texts).boxes.get('r.f');
  };

  test('takes in the text of an arrow between its states', () => {
    expect(frame({ x: 150, y: 200 })).toEqual({ x: 0, y: 0, width: 138, height: 100 });
  });

  test('stays inside the frame around it, where that has a neighbour', () => {
    const inner = { ...region.inside[0], path: 'r.o.f', inside: [leaf('r.o.f.a'), leaf('r.o.f.b')] } as State;
    const outer = { ...leaf('r'), inside: [{ ...leaf('r.o'), inside: [inner] }, leaf('r.n')] };
    const boxes = new Map([
      ['r.o', { x: 0, y: 0, width: 110, height: 120 }],
      ['r.o.f', { x: 10, y: 10, width: 90, height: 100 }],
      ['r.n', { x: 125, y: 115, width: 20, height: 20 }],
    ]);
    const lines = new Map([['l', { curve: [], tip: { x: 0, y: 0 }, label: { x: 100, y: 50 } }]]);
    const own = { ...link, from: 'r.o.f.a', to: 'r.o.f.b' };
    const grown = roomy({ x: 0, width: 200, height: 120, boxes, lines }, outer, [own], texts).boxes;
    expect(grown.get('r.o')).toMatchObject({ x: 0, width: 117 });
    expect(grown.get('r.o.f')).toMatchObject({ x: 10, width: 99 });
  });

  test('leaves its neighbour its place', () => {
    expect(frame({ x: 120, y: 50 })).toEqual({ x: 0, y: 0, width: 112, height: 100 });
  });
});

test('on the sheet no piece lies on another, and none outside', () => {
  const pieces = Array.from({ length: 18 }, (_, n) => ({
    width: 60 + ((n * 37) % 90),
    height: 40 + ((n * 53) % 120),
  }));
  const { placed, width, height } = pack(pieces, 10);
  expect(placed.map(({ piece }) => piece)).toEqual(expect.arrayContaining(pieces));
  const edges = placed.map(({ piece, x, y }) => ({
    left: x,
    right: x + piece.width,
    top: y,
    bottom: y + piece.height,
  }));
  edges.forEach((one, index) => {
    expect(contains({ left: 0, right: width, top: 0, bottom: height }, one, 0.1)).toBe(true);
    const wide = { left: one.left - 10, right: one.right + 10, top: one.top - 10, bottom: one.bottom + 10 };
    for (const two of edges.slice(index + 1))
      expect(apart(wide, two), `${JSON.stringify([one, two])}`).toBe(true);
  });
});

test('the layout reads arrows that are laid out backwards the right way round', async () => {
  const layOut = await layouter();
  const { lines, boxes } = layOut('digraph { a -> b [id=down]; a -> b [id=up, dir=back] }');
  const [a, b] = [boxes.get('a'), boxes.get('b')];
  const tip = (id: string): number => lines.get(id)?.tip.y ?? Number.NaN;
  expect(a && b && a.y < b.y).toBe(true);
  expect(tip('up')).toBeLessThan(tip('down'));
  const up = lines.get('up')?.curve.map(({ y }) => y) ?? [];
  expect(up.length).toBeGreaterThan(3);
  expect(up).toEqual(up.toSorted((one, two) => two - one));
});
