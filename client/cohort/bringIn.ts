/** Brings planned journeys into an installation: all or nothing, and once only, however often it is asked. */
import { saveOwnPeople } from '../../activities/store/people.ts';
import { readJournal, type Store } from '../../activities/store/read.ts';
import { canonicalJson } from '../../workflows/journal/canonical.ts';
import type { Entry, Statement } from '../../workflows/journal/entry.ts';
import { Refusal } from '../../workflows/journal/refusal.ts';
import { type Journeys, readHanded, readJourney, startJourney } from '../journeys.ts';
import type { Planned } from './plan.ts';
import { fault, type Problem } from './problems.ts';

/** At once: more first folds of long journals than this could keep a worker from ending each within its two seconds. */
const hands = 2;
/** How long a worker may take for a first fold before the next journey is started all the same. */
const patience = 60_000;

export interface Compared {
  readonly fresh: readonly Planned[];
  /** Journeys that exist and begin with the same entries. */
  readonly known: readonly Planned[];
  readonly problems: readonly Problem[];
}

/** Which of the journeys exist; one that exists with another journal is a problem. */
export async function compareWith(
  journeys: Journeys,
  db: Store | undefined,
  planned: readonly Planned[],
  done: () => void,
): Promise<Compared> {
  const fresh: Planned[] = [];
  const known: Planned[] = [];
  const problems: Problem[] = [];
  await forEach(planned, async (one) => {
    const running = await journalOf(journeys, one.journey);
    const stored = running || !db ? [] : await readJournal(db, one.journey);
    if (running && beginsWith(running, one.entries)) known.push(one);
    else if (running) problems.push({ line: one.line, ...otherJournal });
    else if (stored.length > 0) problems.push({ line: one.line, ...onlyStored });
    else fresh.push(one);
    done();
  });
  return { fresh, known, problems: problems.toSorted((a, b) => a.line - b.line) };
}

const otherJournal = fault(
  'id',
  'journey-exists',
  'Diese Begleitung gibt es schon, mit einem anderen Journal.',
  'This journey exists already, with another journal.',
);

const onlyStored = fault(
  'id',
  'journey-exists',
  'Diese Begleitung steht im Speicher, läuft aber nicht: Bitte zuerst »reconcile«.',
  'This journey is in the store but does not run: "reconcile" first.',
);

async function journalOf(journeys: Journeys, journey: string): Promise<readonly Entry[] | undefined> {
  try {
    return await readJourney(journeys, journey);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'journey-not-found') return undefined;
    throw error;
  }
}

const beginsWith = (journal: readonly Entry[], told: readonly Entry[]): boolean =>
  told.every((entry, index) => {
    const there = journal[index];
    return there !== undefined && canonicalJson(statementOf(there)) === canonicalJson(statementOf(entry));
  });

/** What an entry said, without when it was told. */
const statementOf = ({ event, effectiveAt, actor, voids, replaces }: Entry): Statement => ({
  ...{ event, effectiveAt, actor, voids, replaces },
});

/**
 * First the people, all or nothing, then the journeys with their past. Broken off, it can be done again: those that have
 * started are known then.
 */
export async function bringIn(
  journeys: Journeys,
  db: Store | undefined,
  fresh: readonly Planned[],
  done: () => void,
): Promise<void> {
  if (db)
    await saveOwnPeople(
      db,
      fresh.map(({ own }) => own),
    );
  await forEach(fresh, async ({ journey, entries, versions }) => {
    const statements = entries.map(
      ({ event, effectiveAt, actor }) => ({ event, effectiveAt, actor }) as Statement,
    );
    await startJourney(journeys, journey, statements, { past: true, versions });
    await untilFolded(journeys, journey);
    done();
  });
}

/** A journey answers once a worker has folded it. It has started in any case: one that does not answer yet holds up nothing. */
async function untilFolded(journeys: Journeys, journey: string): Promise<void> {
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      await readHanded(journeys, journey);
      return;
    } catch (error) {
      if (error instanceof Refusal) throw error;
      if (Date.now() > deadline) return;
    }
  }
}

/** Several at once; the first failure ends it, when those under way are done. */
async function forEach<T>(list: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const queue = [...list];
  const hand = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(next);
  };
  const ended = await Promise.allSettled(Array.from({ length: hands }, hand));
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}
