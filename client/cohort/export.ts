/** The journeys of the store as lines of a cohort file. Holds personal data. */
import { readOwnPeople } from '../../activities/store/people.ts';
import { type JourneyRow, readJournal, type Store } from '../../activities/store/read.ts';
import { rulebookOf } from '../../workflows/fold/rulebook.ts';
import { Refusal } from '../../workflows/journal/refusal.ts';
import { newestPolicy } from '../../workflows/policy/policy.ts';
import { policyVersionOf } from '../statement.ts';
import type { Cells } from './columns.ts';
import { writePersons } from './persons.ts';
import { cellsOf, itemsOf } from './writing.ts';

/** A journey that cannot be told as a line, and why. */
export interface Left {
  readonly journey: string;
  readonly de: string;
  readonly en: string;
}

/** A line for each of the board's rows, in their order. */
export async function exportCohort(
  db: Store,
  rows: readonly JourneyRow[],
  done: () => void = () => {},
): Promise<{ lines: Cells[]; left: Left[] }> {
  const people = await readOwnPeople(
    db,
    rows.map(({ id }) => id),
  );
  const lines: Cells[] = [];
  const left: Left[] = [];
  for (const [index, row] of rows.entries()) {
    const own = people[index];
    try {
      const told = await lineOf(db, row);
      lines.push({ id: row.id, ...told, ...(own ? writePersons(own) : {}) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      left.push(...error.reasons.map(({ de, en }) => ({ journey: row.id, de, en })));
    }
    done();
  }
  return { lines, left };
}

async function lineOf(db: Store, { id, policyVersion, machineVersion }: JourneyRow): Promise<Cells> {
  const journal = await readJournal(db, id);
  const now = new Date().toISOString();
  const items = itemsOf(
    journal,
    rulebookOf({ policyVersion: policyVersionOf(policyVersion), machineVersion }),
    now,
  );
  return { ...(policyVersion === newestPolicy ? {} : { policy: policyVersion }), ...cellsOf(items) };
}
