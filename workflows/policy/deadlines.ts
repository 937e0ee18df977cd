/**
 * The deadlines of the policy: a row each. Every row carries its source; `practice` marks a default of ours, `check` what
 * was not fully verified. From which fact a row is reckoned says `machine/anchors.ts`.
 */
import { meetingDeadlines } from './deadlines/meetings.ts';
import { phaseDeadlines } from './deadlines/phase.ts';
import type { DeadlineRow } from './deadlines/row.ts';
import { supportDeadlines } from './deadlines/support.ts';

export { type DeadlineRow, practice, type Reckoning } from './deadlines/row.ts';

/** Each fires once for each date and each visit of the state that names it. Their order settles who fires first. */
export const deadlines = {
  ...phaseDeadlines,
  ...meetingDeadlines,
  ...supportDeadlines,
} as const satisfies Record<string, DeadlineRow>;

export type DeadlineKey = keyof typeof deadlines;

/** The deadlines' keys in the policy's order. */
export const deadlineKeys = Object.keys(deadlines) as DeadlineKey[];
