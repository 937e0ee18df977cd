/** How a refusal of the pure core crosses to a client: one application failure, its type the code, its details the reasons. */
import { ApplicationFailure } from '@temporalio/common';
import { Refusal } from '../journal/refusal.ts';
import type { Refused } from '../messages.ts';

/** Runs a pure function; a `Refusal` leaves as a failure that nothing retries. Other errors pass through. */
export function asFailure<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw ApplicationFailure.create({
      type: error.code,
      message: error.message,
      details: [error.reasons],
      nonRetryable: true,
    });
  }
}

/** Runs a pure function; a `Refusal` becomes its result. */
export function asResult<T>(run: () => T): T | Refused {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { refusal: { code: error.code, reasons: error.reasons } };
  }
}
