/** Works through a list, some at a time; the results stand in its order. */
export async function inTurn<T, R>(
  all: readonly T[],
  work: (one: T) => Promise<R>,
  atOnce: number,
): Promise<R[]> {
  const results: R[] = [];
  const queue = [...all.entries()];
  const next = async (): Promise<void> => {
    for (let taken = queue.shift(); taken; taken = queue.shift()) results[taken[0]] = await work(taken[1]);
  };
  await Promise.all(Array.from({ length: atOnce }, next));
  return results;
}
