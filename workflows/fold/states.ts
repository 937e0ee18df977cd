/** The states of the machine as a table: path, label, deadlines, events. Read once from the statechart itself. */
import type { AnyStateNode, StateValue } from 'xstate';
import { machine } from '../machine/machine.ts';
import type { StateMeta } from '../machine/setup.ts';
import type { DeadlineKey } from '../policy/policy.ts';

export interface StateRow {
  /** Region first, dots between: `phase.accompanied.training`. */
  readonly path: string;
  readonly label: { readonly de: string; readonly en: string };
  readonly deadlines: readonly DeadlineKey[];
  /** Nothing goes on here that somebody should read of. */
  readonly atRest: boolean;
  /** Types of the events that the state itself takes. */
  readonly events: readonly string[];
}

function rows(node: AnyStateNode): StateRow[] {
  const meta = node.meta as StateMeta | undefined;
  const below = Object.values(node.states).flatMap((child) => rows(child as AnyStateNode));
  if (!meta) return below;
  const row = {
    path: node.path.join('.'),
    label: meta.label,
    deadlines: meta.deadlines ?? [],
    atRest: meta.atRest ?? false,
    events: node.ownEvents as string[],
  };
  return [row, ...below];
}

/** Every state of the statechart by its path. */
export const states: ReadonlyMap<string, StateRow> = new Map(
  rows(machine.root).map((row) => [row.path, row]),
);

/** The paths of all active states, parents before children. */
export function activePaths(value: StateValue, above = ''): string[] {
  if (typeof value === 'string') return [above + value];
  return Object.entries(value).flatMap(([key, inner]) =>
    inner === undefined ? [] : [above + key, ...activePaths(inner, `${above}${key}.`)],
  );
}
