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
  constructor(code: ClientErrorCode, message: string) {
    super(message);
    this.name = 'ClientError';
    this.code = code;
  }
}

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
