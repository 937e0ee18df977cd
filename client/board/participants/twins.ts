/** Names that several people of a list have: only they need to be told apart by their ids. Pure. */
interface Called {
  readonly id: string;
  readonly name: string | null;
}

export function twinsAmong(people: readonly Called[]): ReadonlySet<string> {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const bearers = Map.groupBy(names.values(), (name) => name);
  return new Set([...bearers].flatMap(([name, all]) => (name !== null && all.length > 1 ? [name] : [])));
}
