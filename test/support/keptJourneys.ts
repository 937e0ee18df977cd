/** Journeys that lie in the store as if they had run: nobody plays them, so that a test may have many. */
import { record, type Summary } from '../../activities/record.ts';
import type { Store } from '../../activities/store/db.ts';
import { viewOf } from '../../workflows/fold/view.ts';
import type { Entry } from '../../workflows/journal/entry.ts';
import { germanDay } from '../../workflows/policy/calendar.ts';
import { courseIn } from './courses.ts';
import { emptyBoard } from './orders.ts';

export interface Keeping {
  readonly site?: string;
  readonly caseWorker?: string;
}

/** Writes a journal into the store as its journey would. */
export async function keepJourney(
  db: Store,
  journey: string,
  entries: readonly Entry[],
  { site = 'site-1', caseWorker = 'w-1' }: Keeping = {},
): Promise<void> {
  const { folded } = courseIn(entries, germanDay(new Date().toISOString()));
  const { machineVersion, policy } = folded.rulebook;
  const { phase, attention, conflictRung } = viewOf(folded);
  const summary: Summary = {
    ...{ site, phase, attention, caseWorker, federalState: 'BW', machineVersion },
    ...{ policyVersion: policy.version, summary: { conflictRung } },
  };
  await record(db, { journey, entries, journalLength: entries.length, summary, board: emptyBoard });
}
