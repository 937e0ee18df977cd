/** The one error of the pure core: why something is refused, readable by a case worker in German and English. */

export const refusalCodes = [
  'invalid-entry',
  'unknown-event',
  'invalid-field',
  'effective-in-future',
  'role-not-allowed',
  'wrong-phase',
  'rule',
  'entry-not-found',
  'reason-missing',
  'later-entry-impossible',
  'request-differs',
  'machine-error',
  'deadline-loop',
  'not-first-event',
  'unknown-version',
  'journal-full',
  'journal-differs',
  'journey-exists',
  'journey-not-found',
  'bundle-invalid',
  'not-addressed',
  'not-transferred',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** One reason: a code of its own, where it lies, and the two texts. */
export interface Reason {
  code: string;
  /** Dotted path of the field at fault. */
  field?: string;
  /** `seq` of the entry at fault. */
  entry?: number;
  de: string;
  en: string;
}

/** Thrown where an entry, a file or a command is refused. Nothing has changed when it is thrown. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly reasons: readonly Reason[];
  constructor(code: RefusalCode, reasons: readonly Reason[]) {
    super(`${code}: ${reasons.map((reason) => reason.en).join(' ')}`);
    this.name = 'Refusal';
    this.code = code;
    this.reasons = reasons;
  }
}
