/** Why an entry is put right. The codes stand in the journal; in place of one a note may say it. Pure. */
import type { WordKey } from '../words.ts';

export const reasonCodes = {
  'typing-error': 'reasonTyping',
  'learned-later': 'reasonLearned',
  'did-not-happen': 'reasonNever',
  'wrong-person': 'reasonPerson',
  other: 'reasonOther',
} as const satisfies Record<string, WordKey>;
export type ReasonCode = keyof typeof reasonCodes;

export const isReasonCode = (text: string): text is ReasonCode => Object.hasOwn(reasonCodes, text);
