/**
 * What the funder is owed word of: entry, exit, interruptions, reports, used hours. Each message has a key by the root of the
 * entry behind it, so that it stays the same one through every correction. Pure.
 */
import type { Live } from '../../journal/live.ts';
import { type Day, germanDay, later } from '../../policy/calendar.ts';
import type { Course } from './course.ts';
import { monthSheetOf } from './monthSheet.ts';
import { type Told, toldIn } from './period.ts';

export const messageKinds = {
  entry: { de: 'Eintritt', en: 'Entry' },
  exit: { de: 'Austritt', en: 'Exit' },
  interruption: { de: 'Unterbrechung', en: 'Interruption' },
  interruptionChanged: { de: 'Unterbrechung: anderes Ende', en: 'Interruption: other end' },
  interruptionEnd: { de: 'Ende der Unterbrechung', en: 'End of the interruption' },
  luvSubmitted: { de: 'LuV abgegeben', en: 'LuV report submitted' },
  luvCorrected: { de: 'LuV berichtigt', en: 'LuV report corrected' },
  hours: { de: 'Verbrauchte Stunden', en: 'Used hours' },
  takenBack: { de: 'Rücknahme einer Meldung', en: 'Message taken back' },
} as const satisfies Record<string, { de: string; en: string }>;
export type MessageKind = keyof typeof messageKinds;

export interface FunderMessage {
  /** The kind and the root `seq` of the entry behind it. */
  readonly key: string;
  readonly kind: MessageKind;
  readonly label: { readonly de: string; readonly en: string };
  /** The day it speaks of. */
  readonly on: Day;
  /** What belongs to it, as codes, days and numbers. */
  readonly fields: { readonly [name: string]: string | number | boolean };
  /** The day on which the entry behind it was corrected last. */
  readonly correctedOn?: Day;
  /** Told before another provider handed the journey over: theirs to send. */
  readonly formerProvider?: true;
}

/** All messages of a journey, in the order of their days. */
export function funderMessagesOf(course: Course): FunderMessage[] {
  const all = [
    ...entries(course),
    ...exits(course),
    ...interruptions(course),
    ...reports(course),
    ...hours(course),
  ];
  const receivedBy = course.live.findLast(({ event }) => event.type === 'journey.received')?.entry.seq ?? 0;
  const byRoot = new Map(course.live.map((live) => [live.root, live]));
  return all
    .map(({ kind, entry, on, fields, changedOn }) => ({
      ...{ key: `${kind}/${entry}`, kind, label: messageKinds[kind], on },
      fields: Object.fromEntries(
        Object.entries(fields).filter(([, value]) => value !== undefined),
      ) as FunderMessage['fields'],
      ...marksOf(byRoot.get(entry), receivedBy, changedOn),
    }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

interface Draft {
  readonly kind: MessageKind;
  readonly entry: number;
  readonly on: Day;
  readonly fields: { readonly [name: string]: string | number | boolean | undefined };
  /** The day on which something else changed what it says. */
  readonly changedOn?: Day | undefined;
}

function marksOf(
  live: Live | undefined,
  receivedBy: number,
  changedOn: Day | undefined,
): Pick<FunderMessage, 'correctedOn' | 'formerProvider'> {
  if (!live) return {};
  const { seq, replaces, recordedAt } = live.entry;
  // Who hands a journey over is replaced by who receives it: that entry is a word of its own, not a correction.
  const isCorrected = replaces !== undefined && live.event.type !== 'journey.received';
  const changes = [...(isCorrected ? [germanDay(recordedAt)] : []), ...(changedOn ? [changedOn] : [])];
  return {
    ...(changes.length === 0 ? {} : { correctedOn: changes.reduce(later) }),
    ...(seq < receivedBy ? { formerProvider: true } : {}),
  };
}

function entries({ live, folded }: Course): Draft[] {
  const { funder, enteredOn } = folded.snapshot.context.facts;
  if (enteredOn === undefined) return [];
  return [
    ...toldIn(live, 'intake.admitted').map(({ event, entry, on }): Draft => {
      const { entryOn = on, directStart, weeklyHours, partTime } = event;
      return { kind: 'entry', entry, on: entryOn, fields: { funder, directStart, weeklyHours, partTime } };
    }),
    ...toldIn(live, 'journey.received').map(
      ({ event, entry, on }): Draft => ({ kind: 'entry', entry, on, fields: { funder, from: event.from } }),
    ),
    // Back from a closed intake nobody has entered anything.
    ...toldIn(live, 'journey.reopened')
      .filter(({ on }) => on >= enteredOn)
      .map(
        ({ event, entry, on }): Draft => ({
          kind: 'entry',
          entry,
          on,
          fields: { funder, reopened: event.reason },
        }),
      ),
  ];
}

function exits({ live, stretches, folded }: Course): Draft[] {
  if (folded.snapshot.context.facts.enteredOn === undefined) return [];
  const reasons = new Map(toldIn(live, 'journey.leftEarly').map(({ entry, event }) => [entry, event.reason]));
  return stretches.flatMap(({ closing, entry, from }): Draft[] => {
    if (closing === undefined || closing === 'referred' || closing === 'declined') return [];
    const fields =
      closing === 'completed' ? { way: 'regular' } : { way: 'early', reason: reasons.get(entry) ?? closing };
    return [{ kind: 'exit', entry, on: from, fields }];
  });
}

function interruptions({ live, pauses }: Course): Draft[] {
  const reasons = new Map(
    toldIn(live, 'training.interrupted').map(({ entry, event }) => [entry, event.reason]),
  );
  const begun = pauses.flatMap(({ entry, kind, from, overOn }): Draft[] => {
    const reason = reasons.get(entry) ?? kind;
    const end: Draft[] =
      overOn === undefined ? [] : [{ kind: 'interruptionEnd', entry, on: overOn, fields: { reason } }];
    return [
      { kind: 'interruption', entry, on: from, fields: { reason, until: plannedEnd(live, entry) } },
      ...end,
    ];
  });
  const changed = toldIn(live, 'leave.changed').map(
    ({ event, entry, on }): Draft => ({
      kind: 'interruptionChanged',
      entry,
      on,
      fields: { until: event.until },
    }),
  );
  return [...begun, ...changed];
}

/** The end as it was first told; later ends are messages of their own. */
const plannedEnd = (live: readonly Live[], entry: number): Day | undefined =>
  toldIn(live, 'leave.started').find((told) => told.entry === entry)?.event.until;

function reports({ live }: Course): Draft[] {
  const named =
    (kind: MessageKind) =>
    ({ event, entry, on }: Told<'report.submitted'> | Told<'report.corrected'>): Draft => ({
      ...{ kind, entry, on },
      fields: { report: event.report, year: event.year },
    });
  return [
    ...toldIn(live, 'report.submitted').map(named('luvSubmitted')),
    ...toldIn(live, 'report.corrected').map(named('luvCorrected')),
  ];
}

/** A contact or a lesson entered after its month was reported changes what was said. */
const hours = (course: Course): Draft[] =>
  toldIn(course.live, 'hours.reported').map(({ event: { month }, entry, on, recordedOn }): Draft => {
    const { usedMinutes, account, contacts, lessons } = monthSheetOf(course, month);
    const afterwards = [...contacts, ...lessons]
      .map((spent) => spent.recordedOn)
      .filter((day) => day > recordedOn);
    return {
      ...{ kind: 'hours', entry, on },
      fields: { month, minutes: usedMinutes, agreedMinutes: account?.agreedMinutes },
      changedOn: afterwards.length === 0 ? undefined : afterwards.reduce(later),
    };
  });
