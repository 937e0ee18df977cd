/** The world as a model: what exists after orders were carried out one after another. Pure. */
import type { Order } from '../../workflows/effects/effects.ts';

/** The last order of every key there ever was. */
export type World = Readonly<Record<string, Order>>;

const isAlive = (order: Order | undefined): order is Order => order !== undefined && order.op !== 'withdraw';

/** What exists: made and not taken back. */
export const alive = (world: World): Order[] => Object.values(world).filter(isAlive);

/**
 * Carries out an order. Throws where it makes what there is, or changes what there is not; meetings that were `held`
 * stay in the world when a correction takes them out of the journey.
 */
export function carriedOut(world: World, order: Order, held: ReadonlySet<string>): World {
  const { key, op, rev } = order;
  const known = world[key];
  const name = `${op} ${key} (rev ${rev})`;
  if (rev !== (known?.rev ?? 0) + 1) throw new Error(`${name} follows revision ${known?.rev ?? 0}`);
  if (!held.has(key) && isAlive(known) === (op === 'make')) throw new Error(`${name} after ${known?.op}`);
  return { ...world, [key]: order };
}
