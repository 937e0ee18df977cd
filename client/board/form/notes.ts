/** Notes in a statement: kept first, then named by their ids. Pure. */
import type { NoteDraft, Read } from './draft.ts';

/** Sets what stands at dotted paths of a value, leaving the value itself alone. */
export function placed<T>(value: T, at: readonly (readonly [path: string, content: unknown])[]): T {
  const copy = structuredClone(value);
  for (const [path, content] of at) {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    const holder = steps.reduce<unknown>((one, step) => (isHolder(one) ? one[step] : undefined), copy);
    if (isHolder(holder)) holder[last] = content;
  }
  return copy;
}

const isHolder = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** A note whose text was not changed stays the note it is. */
export function withKeptNotes(read: Read, noteTexts: Readonly<Record<string, string>>): Read {
  const known = (note: NoteDraft) =>
    Object.entries(noteTexts).find(([, text]) => text.trim() === note.text)?.[0];
  const kept = read.notes.flatMap((note) => {
    const id = known(note);
    return id === undefined ? [] : [[note.path, id] as const];
  });
  return {
    ...read,
    values: placed(read.values, kept),
    notes: read.notes.filter((note) => known(note) === undefined),
  };
}
