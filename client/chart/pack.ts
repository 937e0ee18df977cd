/** Puts pieces of different sizes on one sheet. Pure. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Sheet<T> extends Size {
  readonly placed: readonly { readonly piece: T; readonly x: number; readonly y: number }[];
}

/** A sheet of paper lying down is this much wider than high. */
const shape = Math.SQRT2;

/** The sheet on which the pieces are seen largest when it is printed on paper lying down. */
export function pack<T extends Size>(pieces: readonly T[], gap: number): Sheet<T> {
  const widest = Math.max(0, ...pieces.map(({ width }) => width));
  const all = pieces.reduce((sum, { width }) => sum + width + gap, 0);
  const tries = Array.from({ length: 60 }, (_, index) => widest + ((all - widest) * index) / 59);
  const sheets = tries.map((width) => fill(pieces, gap, width));
  const extent = (sheet: Size): number => Math.max(sheet.width, sheet.height * shape);
  return sheets.reduce((best, sheet) => (extent(sheet) < extent(best) ? sheet : best));
}

/** The first piece lies in the corner; then the highest first, each as far up, then as far left, as it fits. */
function fill<T extends Size>([first, ...others]: readonly T[], gap: number, width: number): Sheet<T> {
  const rest = others.toSorted((a, b) => b.height - a.height);
  const placed: { piece: T; x: number; y: number }[] = [];
  for (const piece of first ? [first, ...rest] : []) {
    const spots = [
      { x: 0, y: 0 },
      ...placed.flatMap((one) =>
        placed.flatMap((two) => [
          { x: one.x + one.piece.width + gap, y: two.y },
          { x: two.x, y: one.y + one.piece.height + gap },
          { x: one.x + one.piece.width + gap, y: two.y + two.piece.height + gap },
        ]),
      ),
    ].sort((a, b) => a.y - b.y || a.x - b.x);
    const free = spots.find(
      (spot) => spot.x + piece.width <= width && !placed.some((one) => touch({ piece, ...spot }, one, gap)),
    );
    placed.push({ piece, ...(free ?? { x: 0, y: bottom(placed) + gap }) });
  }
  return {
    placed,
    width: Math.max(0, ...placed.map(({ piece, x }) => x + piece.width)),
    height: bottom(placed),
  };
}

type Placed = Sheet<Size>['placed'][number];

const bottom = (placed: readonly Placed[]): number =>
  Math.max(0, ...placed.map(({ piece, y }) => y + piece.height));

const touch = (a: Placed, b: Placed, gap: number): boolean =>
  a.x < b.x + b.piece.width + gap &&
  b.x < a.x + a.piece.width + gap &&
  a.y < b.y + b.piece.height + gap &&
  b.y < a.y + a.piece.height + gap;
