/** What the client itself has to complain of, and how refusals come back out of Temporal's failures. */
import {
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { type Reason, Refusal, type RefusalCode, refusalCodes } from '../workflows/journal/refusal.ts';

/** `bad-input`: the command line or a file is wrong; `not-running`: there is nothing to talk to; `not-embedded`, `time-stands`: time cannot be skipped. */
export type ClientErrorCode = 'bad-input' | 'not-running' | 'not-embedded' | 'time-stands';

export class ClientError extends Error {
  readonly code: ClientErrorCode;
  /** What is wrong and what to do, in both languages. */
  readonly text: Pick<Reason, 'de' | 'en'>;
  constructor(code: ClientErrorCode, text: Pick<Reason, 'de' | 'en'>) {
    super(text.en);
    this.name = 'ClientError';
    this.code = code;
    this.text = text;
  }
}

const codeOf = (error: unknown): string => String((error as NodeJS.ErrnoException).code);

/** A file that cannot be read, with the system's code for why. */
export const unreadable = (file: string, error: unknown): ClientError =>
  new ClientError('bad-input', {
    de: `${file} ist nicht lesbar (${codeOf(error)}).`,
    en: `${file} cannot be read (${codeOf(error)}).`,
  });

/** A file that cannot be written, with the system's code for why. */
export const unwritable = (file: string, error: unknown): ClientError =>
  new ClientError('bad-input', {
    de: `${file} lässt sich nicht schreiben (${codeOf(error)}).`,
    en: `${file} cannot be written (${codeOf(error)}).`,
  });

/** A day that the calendar does not have. */
export const noSuchDay = (until: string): ClientError =>
  new ClientError('bad-input', {
    de: `--until »${until}« ist kein Tag, den es gibt (JJJJ-MM-TT).`,
    en: `--until "${until}" is no day that exists (YYYY-MM-DD).`,
  });

/** Nobody said where the store is. */
export const storeUnknown = (): ClientError =>
  new ClientError('not-running', {
    de: 'Es ist nicht bekannt, wo der Speicher liegt. Bitte DATABASE_URL setzen.',
    en: 'It is not known where the store is. Set DATABASE_URL.',
  });

const isRefusalCode = (type: unknown): type is RefusalCode =>
  (refusalCodes as readonly unknown[]).includes(type);

/** Turns what Temporal threw about a journey into a `Refusal` where it is one; else returns the error as it is. */
export function asRefusal(error: unknown, journey: string): unknown {
  if (error instanceof WorkflowNotFoundError) {
    return new Refusal('journey-not-found', [
      {
        code: 'journey-not-found',
        de: `Die Begleitung ${journey} gibt es nicht.`,
        en: `There is no journey ${journey}.`,
      },
    ]);
  }
  if (error instanceof WorkflowExecutionAlreadyStartedError) {
    return new Refusal('journey-exists', [
      {
        code: 'journey-exists',
        de: `Die Begleitung ${journey} gibt es schon.`,
        en: `The journey ${journey} exists already.`,
      },
    ]);
  }
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : error;
  if (cause instanceof ApplicationFailure && isRefusalCode(cause.type)) {
    const [reasons] = cause.details ?? [];
    return new Refusal(cause.type, reasons as readonly Reason[]);
  }
  return error;
}
