/**
 * Keeps at a piece of work until it succeeds: the server makes a few attempts, then the workflow waits itself. Endless
 * retries of the server would hide the failure from the journey, and crawl where time is skipped.
 */
import {
  ActivityCancellationType,
  ActivityFailure,
  condition,
  isCancellation,
  proxyActivities,
} from '@temporalio/workflow';
import type { Activities } from '../../activities/index.ts';

/** The activities, with the few attempts that the server makes by itself. */
export const activities = proxyActivities<Activities>({
  startToCloseTimeout: '2 minutes',
  // A worker that dies is noticed by its silence, not by the timeout above.
  heartbeatTimeout: '3 seconds',
  cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumAttempts: 3 },
});

const minute = 60_000;
/** The waits between rounds of attempts; the last one goes on. */
const pauses = [minute, 10 * minute, 60 * minute, 6 * 60 * minute] as const;

/** Attempts that failed so far, and why the last one did. */
export interface Trouble {
  readonly attempts: number;
  readonly reason: string;
}

/** Runs until it succeeds, or `superseded` says that it no longer matters; then the result is `undefined`. */
export async function persistently<T>(
  run: () => Promise<T>,
  superseded: () => boolean,
  trouble: (trouble: Trouble | undefined) => void,
): Promise<{ result: T } | undefined> {
  for (let round = 0; !superseded(); round += 1) {
    try {
      const result = await run();
      trouble(undefined);
      return { result };
    } catch (error) {
      if (!(error instanceof ActivityFailure)) throw error;
      if (isCancellation(error)) continue;
      trouble({ attempts: 3 * (round + 1), reason: error.cause?.message ?? error.message });
      await condition(superseded, pauses[Math.min(round, pauses.length - 1)]);
    }
  }
  trouble(undefined);
  return undefined;
}
