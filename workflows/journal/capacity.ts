/**
 * How much a journey holds. A run starts with all that was ever said and hands all of it to the next, so that it counts twice
 * in the run's history, which is to stay under 2 MB. Pure.
 */
import type { Entry } from './entry.ts';
import { Refusal } from './refusal.ts';

/**
 * Bytes, as JSON, of what a run hands to the next (journal, what was handed out, answers given); beyond it nobody's entries
 * are taken. What the journey enters by itself, deadlines and answers of activities, finds room above: in five years some
 * 30 kB. A run thus begins and ends with at most 530 kB, and is full when both and all between come to 1.4 MB
 * (`mostHistory`), of which 340 kB are left at least. It grows by 0.1 MB while it drains, and by its last task: ten commands,
 * entered, recorded and answered, 0.1 MB as people type them and 0.4 MB at most. One that is restored from the store just
 * before takes in its books a third time, 0.5 MB. Neither passes 2 MB.
 */
export const mostCarried = 500_000;
/** Bytes of one command, as JSON: some eighty statements. */
export const mostSaid = 20_000;

/** Every command asks for the size of the whole journal, whose entries never change: each is measured once. */
const sizes = new WeakMap<Entry, number>();

/** How many bytes a value takes as JSON; all that a journey carries is ASCII. */
export const bytesOf = (value: unknown): number => JSON.stringify(value).length;

/** The same for a journal. */
export function bytesOfJournal(journal: readonly Entry[]): number {
  const brackets = 2;
  return journal.reduce((sum, entry) => sum + sizeOf(entry) + 1, brackets);
}

function sizeOf(entry: Entry): number {
  const known = sizes.get(entry);
  if (known !== undefined) return known;
  const size = bytesOf(entry);
  sizes.set(entry, size);
  return size;
}

/** @throws Refusal `journal-full` where so many bytes are not to be carried. */
export function checkRoom(bytes: number): void {
  if (bytes <= mostCarried) return;
  throw new Refusal('journal-full', [
    {
      code: 'journal-full',
      de: `Das Journal ist voll: Es fasst ${mostCarried / 1_000} kB und nimmt diesen Eintrag nicht mehr auf.`,
      en: `The journal is full: it holds ${mostCarried / 1_000} kB and has no room for this entry.`,
    },
  ]);
}

/** @throws Refusal `invalid-field` where one command says too much at once. */
export function checkLength(statements: readonly unknown[]): void {
  if (bytesOf(statements) <= mostSaid) return;
  throw new Refusal('invalid-field', [
    {
      code: 'too-long',
      field: 'statements',
      de: `Feld »statements« darf höchstens ${mostSaid / 1_000} kB lang sein; was nicht zusammengehört, kommt nacheinander.`,
      en: `Field "statements" must be at most ${mostSaid / 1_000} kB long; what does not belong together comes one after another.`,
    },
  ]);
}
