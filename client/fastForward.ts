/** Skips time for one journey on an embedded server, for demonstrations and tests. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Duration } from '@temporalio/common';
import { msToTs } from '@temporalio/common/lib/time.js';
import type { Instant } from '../workflows/policy/calendar.ts';
import { ClientError } from './errors.ts';
import { clockOf, handleOf, type Journeys } from './journeys.ts';

/** The server stops skipping silently after a number of skips; this is more than a journey of ten years needs. */
const mostSkips = 100_000;
/** If the virtual clock stands still for this long, something holds it. */
const patience = 60_000;

/** Lets a journey's time run to an instant; deadlines fire and effects are carried out on the way. Returns its now. */
export async function fastForward(journeys: Journeys, journey: string, until: Instant): Promise<Instant> {
  const handle = handleOf(journeys, journey);
  let now = await clockOf(handle);
  const left = Date.parse(until) - Date.parse(now);
  if (left <= 0) return now;
  await skip(journeys, handle.workflowId, left + 1000);
  let moved = Date.now();
  while (now < until) {
    await pause(50);
    const next = await clockOf(handle);
    if (next.slice(0, 16) > now.slice(0, 16)) moved = Date.now();
    now = next;
    if (Date.now() - moved > patience) {
      throw new ClientError('time-stands', {
        de: `Die Zeit der Begleitung steht bei ${now} und erreicht ${until} nicht.`,
        en: `The journey's time stands at ${now} and does not reach ${until}.`,
      });
    }
  }
  return now;
}

async function skip({ client }: Journeys, workflowId: string, duration: Duration): Promise<void> {
  await client.workflowService.updateWorkflowExecutionOptions({
    namespace: client.options.namespace,
    workflowExecution: { workflowId },
    workflowExecutionOptions: {
      timeSkippingConfig: {
        enabled: true,
        fastForwardConfig: { id: randomUUID(), duration: msToTs(duration) },
        maxSessionSkipCount: mostSkips,
      },
    },
    updateMask: { paths: ['time_skipping_config'] },
  });
}
