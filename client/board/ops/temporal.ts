/** Addresses within the Temporal UI. Opaque ids and codes only. Pure. */
import { withQuery } from '../api.ts';

/** The workflow of a journey. */
export const workflowPath = (base: string, journey: string): string =>
  `${base}/${encodeURIComponent(`journey-${journey}`)}`;

/** Workflows that a query over the search attributes finds. */
export const searchPath = (base: string, query: string): string => withQuery(base, { query });

const running = 'ExecutionStatus = "Running"';

/** What is worth looking for, by what it is called here. */
export const searches = {
  opsSearchAll: () => running,
  opsSearchStuck: () => `${running} AND Attention = "stuck"`,
  opsSearchOverdue: () => `${running} AND Attention = "overdue"`,
  opsSearchLate: (now: string) => `${running} AND NextDeadline < "${now}"`,
  opsSearchConflict: () => `${running} AND Attention = "conflict"`,
  opsSearchTraining: () => `${running} AND Phase = "training"`,
  opsSearchFailed: () =>
    'ExecutionStatus = "Failed" OR ExecutionStatus = "TimedOut" OR ExecutionStatus = "Terminated"',
} as const satisfies Record<string, (now: string) => string>;
