/** What one event changes in what is known: for tests of the facts alone, without a statechart. */
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import { factsAfter } from '../../workflows/machine/changes.ts';
import type { DeadlineEvent, EntryEvent } from '../../workflows/machine/event.ts';
import { type Facts, noFacts } from '../../workflows/machine/facts.ts';

/** The day on which everything here happens. */
export const day = '2024-10-01';
/** The last day of a deadline that has fired on it. */
export const dueOn = '2024-09-21';

/** The facts after an event of entry 9 on that day. */
export const after = (event: JourneyEvent, facts: Partial<Facts> = {}): Facts =>
  factsAfter({ ...noFacts, ...facts }, {
    ...{ ...event, at: `${day}T12:00:00.000Z`, day, entry: 9 },
    actor: { role: 'caseWorker' },
  } as EntryEvent);

/** The facts after a deadline has fired. */
export const fired = (key: string, facts: Partial<Facts> = {}, on = day, item?: number): Facts =>
  factsAfter({ ...noFacts, ...facts }, {
    ...{ type: `deadline.${key}`, at: `${on}T05:00:00.000Z`, day: on, entry: 9, dueOn },
    ...(item === undefined ? {} : { item }),
  } as DeadlineEvent);

const changed = (before: Partial<Facts>, next: Facts): Partial<Facts> => {
  const known: Partial<Facts> = { ...noFacts, ...before };
  return Object.fromEntries(
    Object.entries(next).filter(([key, value]) => value !== known[key as keyof Facts]),
  );
};

/** What an event changes, and nothing else. */
export const changedBy = (event: JourneyEvent, facts: Partial<Facts> = {}): Partial<Facts> =>
  changed(facts, after(event, facts));

/** What a fired deadline changes, and nothing else. */
export const changedWith = (key: string, facts: Partial<Facts> = {}): Partial<Facts> =>
  changed(facts, fired(key, facts));
