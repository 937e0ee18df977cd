/** Many ways to say an event of a type, those at the edges of what is known too: to hold what is said of all of them against. */
import { refusalOf } from '../../workflows/fold/explain.ts';
import type { Folded } from '../../workflows/fold/folded.ts';
import {
  catalogue,
  type EventOf,
  type EventType,
  type JourneyEvent,
  type ReportKind,
  reportKinds,
} from '../../workflows/journal/events.ts';
import { dateOf } from '../../workflows/machine/deadlines.ts';
import type { EntryEvent } from '../../workflows/machine/event.ts';
import { monthOf } from '../../workflows/machine/facts/support.ts';
import type { Facts } from '../../workflows/machine/facts.ts';
import { addDays, type Day, germanDay } from '../../workflows/policy/calendar.ts';
import type { Policy } from '../../workflows/policy/policy.ts';
import { eventsOf } from './pathEvents.ts';
import { madeOf } from './randomJourney.ts';

type Edges = {
  readonly [T in EventType]?: (facts: Facts, day: Day, policy: Policy) => readonly Omit<EventOf<T>, 'type'>[];
};

const reports = () =>
  reportKinds.flatMap((report): { report: ReportKind; year?: number }[] =>
    report === 'trainingYear' ? [1, 2, 3, 4, 5].map((year) => ({ report, year })) : [{ report }],
  );

/** What is only just possible, and seldom said by chance. */
const edges: Edges = {
  'report.drafted': reports,
  'report.submitted': reports,
  'report.corrected': reports,
  'hours.reported': ({ allocations, hoursReported }) =>
    allocations.flatMap(({ from, to }) => {
      const days = Array.from({ length: 40 }, (_, count) => addDays(from, count * 28));
      const months = new Set(days.filter((day) => day <= to).map(monthOf));
      return [...months].filter((month) => !hoursReported.includes(month)).map((month) => ({ month }));
    }),
  'exam.extensionDemanded': ({ contract }, day) => [{ newEnd: addDays(contract?.end ?? day, 1) }],
  'probation.prolonged': (facts, day, policy) => [
    { until: addDays(dateOf('probationEnd', facts, policy) ?? day, 1) },
  ],
  'training.started': (_, day) => [{ firstDay: day }, { firstDay: addDays(day, -400) }],
};

/** Numbers that shape payloads: enough of them for every branch of the makers. */
const shapes = [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 13, 25, 61, 128, 299].flatMap((a) =>
  [0, 1, 2, 3, 4, 5, 7, 21, 40, 205, 998].map((b) => ({ a, b })),
);

/** Whether the journey takes an event of a type now, in any of these ways. */
export function canBeSaid(type: EventType, folded: Folded): boolean {
  for (const event of sayings(type, folded)) {
    if (refusalOf(folded, event).length === 0) return true;
  }
  return false;
}

/** Events of a type as somebody who may might say them now; the likely ones first. */
function* sayings(type: EventType, folded: Folded): Generator<EntryEvent> {
  const { facts, policy } = folded.snapshot.context;
  const { now: at, entry } = folded;
  const day = germanDay(at);
  const known = edges[type]?.(facts, day, policy) ?? [];
  const all = function* (): Generator<JourneyEvent> {
    yield* eventsOf(type, at, facts);
    for (const fields of known) yield { type, ...fields } as JourneyEvent;
    for (const { a, b } of shapes) yield madeOf(type, { day, a, b, folded });
  };
  for (const event of all()) {
    for (const role of catalogue[type].roles) {
      const actor = { role, id: facts.handover?.to ?? 'w-1' };
      yield { ...event, at, day, entry: entry + 1, actor } as EntryEvent;
    }
  }
}
