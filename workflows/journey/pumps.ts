/** One pump for each effect's key: it carries out the newest order and lets go of older ones, so that an amend overtakes. */
import { CancellationScope } from '@temporalio/workflow';
import { type Answer, activityOf, type Order } from '../effects/effects.ts';
import { later } from '../policy/calendar.ts';
import type { Stuck } from './details.ts';
import { activities, persistently } from './persistently.ts';

export interface Pumps {
  give(order: Order): void;
  idle(): boolean;
  stuck(): Stuck[];
}

/** `answered` is called once for every order that was carried out, `troubled` whenever one fails again or no longer does. */
export function openPumps(
  answered: (order: Order, answer: Answer) => void,
  troubled: (order: Order) => void,
): Pumps {
  const wishes = new Map<string, Order>();
  const running = new Map<string, CancellationScope>();
  const troubles = new Map<string, Stuck>();

  async function pump(key: string): Promise<void> {
    for (let order = wishes.get(key); order; order = wishes.get(key)) {
      const newest = order;
      const scope = new CancellationScope();
      running.set(key, scope);
      const done = await persistently(
        () => scope.run(() => carryOut(newest)),
        () => wishes.get(key) !== newest,
        (trouble) => {
          if (trouble) troubles.set(key, { key, since: newest.now, ...trouble });
          else if (!troubles.delete(key)) return;
          troubled(newest);
        },
      );
      if (!done) continue;
      // It may have been done before it could be let go of: then the wish that overtook it still waits.
      if (wishes.get(key) === newest) wishes.delete(key);
      answered(newest, done.result);
    }
    running.delete(key);
  }

  return {
    give(order) {
      wishes.set(order.key, order);
      const scope = running.get(order.key);
      if (scope) scope.cancel();
      else void pump(order.key);
    },
    idle: () => wishes.size === 0,
    stuck: () => [...troubles.values()],
  };
}

function carryOut(order: Order): Promise<Answer> {
  const summary = `${order.op} ${order.key} (rev ${order.rev})`;
  const activity = activities[activityOf[order.kind]];
  // After a long wait the day has changed, and with it the slots that are still to come.
  const now = later(order.now, new Date(Date.now()).toISOString());
  return (activity as typeof activities.remind).executeWithOptions({ summary }, [
    { ...(order as Order<'reminder'>), now },
  ]);
}
