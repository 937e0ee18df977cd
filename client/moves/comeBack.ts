/** What is here of a journey that comes from another provider, and how one that left from here goes on. */
import { WorkflowNotFoundError } from '@temporalio/client';
import { readJournal, type Store } from '../../activities/store/read.ts';
import type { Entry } from '../../workflows/journal/entry.ts';
import * as messages from '../../workflows/messages.ts';
import { asRefusal } from '../errors.ts';
import { handleOf, type Journeys, readJourney } from '../journeys.ts';

/** A journey's journal here: in its workflow where that runs, else in the store. */
export interface Kept {
  readonly runs: boolean;
  readonly journal: readonly Entry[];
}

/** Gives nothing where neither knows the journey. */
export async function keptHere(journeys: Journeys, db: Store, journey: string): Promise<Kept | undefined> {
  if (await runs(journeys, journey)) return { runs: true, journal: await readJourney(journeys, journey) };
  const journal = await readJournal(db, journey);
  return journal.length === 0 ? undefined : { runs: false, journal };
}

async function runs(journeys: Journeys, journey: string): Promise<boolean> {
  try {
    const { status } = await handleOf(journeys, journey).describe();
    return status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

/** Lets the workflow that was left go on. @throws Refusal `journey-exists` if it was told something in the meantime */
export async function comeBack(journeys: Journeys, input: messages.JourneyInput): Promise<void> {
  try {
    await handleOf(journeys, input.journey).executeUpdate(messages.comeBack, { args: [input] });
  } catch (error) {
    throw asRefusal(error, input.journey);
  }
}
