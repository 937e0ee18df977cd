/** What all fields of one form share. */
import { createContext, use } from 'react';
import type { Ref } from '../../../workflows/journal/words/field.ts';

export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** What a reference may point to, by its kind; a kind that is missing is typed in. */
export type Choices = { readonly [R in Ref]?: readonly Choice[] };

export interface FormShared {
  /** The element's id of a field, by its path. */
  readonly idOf: (path: string) => string;
  readonly errorOf: (path: string) => string | undefined;
  readonly choices: Choices;
  /** Which codes of a field make sense here, by its path; all where nothing is said. */
  readonly allowed: Readonly<Record<string, readonly string[]>>;
}

const Context = createContext<FormShared | undefined>(undefined);
export const FormContext = Context.Provider;

export function useForm(): FormShared {
  const form = use(Context);
  if (!form) throw new Error('useForm outside a form');
  return form;
}
