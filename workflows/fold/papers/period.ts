/** The time that a paper covers, and what lies in it. Pure. */

import type { EventOf, EventType } from '../../journal/events.ts';
import type { Live } from '../../journal/live.ts';
import { type Day, earlier, germanDay, later } from '../../policy/calendar.ts';

/** First and last day, both counted. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

export const isWithin = (day: Day, { from, to }: Span): boolean => from <= day && day <= to;

/** The part of a time that lies in a span; what has no end lasts. None where they do not meet. */
export function clipped(
  time: { readonly from: Day; readonly to?: Day | undefined },
  span: Span,
): Span | undefined {
  const from = later(time.from, span.from);
  const to = time.to === undefined ? span.to : earlier(time.to, span.to);
  return from <= to ? { from, to } : undefined;
}

/** What happened by an event of one type, on which day, by its root. */
export interface Told<T extends EventType> {
  readonly event: EventOf<T>;
  readonly on: Day;
  readonly entry: number;
  readonly actor: Live['entry']['actor'];
  /** The day on which it was entered. */
  readonly recordedOn: Day;
}

/** All events of a type, oldest first; those in a span where one is given. */
export function toldIn<T extends EventType>(live: readonly Live[], type: T, span?: Span): Told<T>[] {
  return live.flatMap(({ event, at, root, entry: { actor, recordedAt } }) => {
    const on = germanDay(at);
    if (event.type !== type || (span && !isWithin(on, span))) return [];
    return [{ event: event as EventOf<T>, on, entry: root, actor, recordedOn: germanDay(recordedAt) }];
  });
}
