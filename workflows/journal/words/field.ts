/** What a field of an event is called, and what its id stands for. */
import type { Text } from '../../effects/words.ts';

/**
 * What a field refers to: people and organisations of the store, codes of occupations and subjects, a free note, or what is
 * open in the journey, by its entry's number, key or month.
 */
export const refs = [
  ...['site', 'caseWorker', 'supporter', 'company', 'school', 'chamber', 'funder', 'provider'],
  ...['occupation', 'subject', 'note'],
  ...['internship', 'termination', 'goal', 'task', 'help', 'funding', 'month', 'meeting', 'effect'],
] as const;
export type Ref = (typeof refs)[number];

/** What a form says beside a field. */
export interface FieldWords {
  readonly label: Text;
  readonly help?: Text;
  readonly ref?: Ref;
  /** What its codes are called; for a yes and no `true` and `false`, where more than that is to be said. */
  readonly values?: { readonly [value: string]: Text };
}

/** A text in both languages. Pure. */
export const say = (de: string, en: string): Text => ({ de, en });
