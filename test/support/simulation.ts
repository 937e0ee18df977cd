/** What a case worker's desk tells after a simulation. */
import type { Desk } from '../../client/simulate/desk.ts';
import { countedUnder } from '../../client/simulate/tally.ts';
import type { EventType } from '../../workflows/journal/events.ts';
import { germanDay } from '../../workflows/policy/calendar.ts';

/** The entries of one type in all journals on a desk, each with the day it happened. */
export const eventsOf = ({ journeys }: Desk, type: EventType): { on: string }[] =>
  [...journeys]
    .flatMap(({ told }) => told)
    .filter(({ event }) => event?.type === type)
    .map(({ effectiveAt, recordedAt }) => ({ on: germanDay(effectiveAt ?? recordedAt) }));

/** The sum of all that was counted under names that begin so. */
export const countOf = ({ tally }: Desk, beginning: string): number =>
  countedUnder(tally, beginning).reduce((sum, [, value]) => sum + value, 0);
