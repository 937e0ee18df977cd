/** The states of the machine as a table: path, label, deadlines, events. Read once from the statechart itself. */
import type { AnyStateNode, StateValue } from 'xstate';
import { type JourneyMachine, machine } from '../machine/machine.ts';
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

/** Every state of a statechart by its path. */
export type States = ReadonlyMap<string, StateRow>;

const known = new WeakMap<JourneyMachine, States>();

/** The states of a machine; read once. */
export function statesOf(machine: JourneyMachine): States {
  const read = known.get(machine) ?? new Map(rows(machine.root).map((row) => [row.path, row]));
  known.set(machine, read);
  return read;
}

/** The states of the product's own machine. */
export const states = statesOf(machine);

/** The paths of all active states, parents before children. */
export function activePaths(value: StateValue, above = ''): string[] {
  if (typeof value === 'string') return [above + value];
  return Object.entries(value).flatMap(([key, inner]) =>
    inner === undefined ? [] : [above + key, ...activePaths(inner, `${above}${key}.`)],
  );
}
