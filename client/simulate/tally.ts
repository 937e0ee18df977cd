/** Counts under names: cheap to add to, and summed over case workers. */
export type Tally = Map<string, number>;

export function count(tally: Tally, name: string, by = 1): void {
  if (by !== 0) tally.set(name, (tally.get(name) ?? 0) + by);
}

/** What was counted under a name. */
export const counted = (tally: Tally, name: string): number => tally.get(name) ?? 0;

/** All that was counted under names with a beginning, by what follows it. */
export function countedUnder(tally: Tally, beginning: string): [rest: string, count: number][] {
  return [...tally]
    .filter(([name]) => name.startsWith(beginning))
    .map(([name, value]): [string, number] => [name.slice(beginning.length), value])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}
