/** What a reminder's letter consists of, and how it names the one of several things it is about. */
import { germanMonth } from '../german.ts';

export interface ReminderText {
  /** Names nobody. */
  readonly subject: string;
  readonly matter: string;
  /** Who must do what. */
  readonly todo: string;
  /** What the letter's date is; `Stichtag` unless another word fits better. */
  readonly date?: string;
  /** Words for `{item}` in subject and matter; without an item they are left out. */
  readonly item?: (item: number) => string;
}

/** An entry of the journal, by its number. */
export const entryNumber = (item: number): string => `(Eintrag Nr. ${item})`;

/** A month such as 202409. */
export const month = (item: number): string => `für ${germanMonth(item)}`;

export const trainingYear = (item: number): string => `(${item}. Ausbildungsjahr)`;

/** News without a date of its own tells when it happened. */
export const occasion = 'Anlass vom';
