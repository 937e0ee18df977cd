/** Messages that the funder is owed, across journeys: as rows, as a table, and marked by hand as transmitted. */
import { readTransmissions, saveTransmission } from '../../activities/store/papers.ts';
import type { Store } from '../../activities/store/read.ts';
import type { Course } from '../../workflows/fold/papers/course.ts';
import { type FunderMessage, funderMessagesOf } from '../../workflows/fold/papers/funderMessages.ts';
import { callBackOf, type OwedMessage, owedOf } from '../../workflows/fold/papers/owed.ts';
import { type Day, germanDay } from '../../workflows/policy/calendar.ts';
import { statusWords } from './words.ts';

/** A message and whose journey it is about. */
export type OwedRow = OwedMessage & { readonly journey: string };

/** A journey's messages to its funder. */
export interface Messages {
  readonly journey: string;
  readonly messages: readonly FunderMessage[];
}

/** The messages of some journeys with what has become of them, one journey after another. */
export async function owedAmong(db: Store, all: readonly Messages[]): Promise<OwedRow[]> {
  const sent = await readTransmissions(
    db,
    all.map(({ journey }) => journey),
  );
  const sentOf = Map.groupBy(sent, ({ journeyId }) => journeyId);
  return all.flatMap(({ journey, messages }) =>
    owedOf(messages, sentOf.get(journey) ?? []).map((message) => ({ journey, ...message })),
  );
}

/** The same of some courses. */
export async function owedIn(
  db: Store,
  courses: Iterable<Course> | AsyncIterable<Course>,
): Promise<OwedRow[]> {
  const all: Messages[] = [];
  for await (const course of courses)
    all.push({ journey: course.journey, messages: funderMessagesOf(course) });
  return await owedAmong(db, all);
}

/** Rows as a table: the words in both languages, so that nobody has to guess. Pure. */
export const owedCells = (rows: readonly OwedRow[]): string[][] => [
  ['Kennung', 'Schlüssel', 'Tag', 'Meldung', 'message', 'Angaben', 'Stand', 'status', 'übermittelt am'],
  ...rows.map(({ journey, key, on, label, fields, status, transmittedOn = '' }) => [
    ...[journey, key, on, label.de, label.en],
    Object.entries(fields)
      .map(([name, value]) => `${name}=${value}`)
      .join(' '),
    ...[statusWords[status].de, statusWords[status].en, transmittedOn],
  ]),
];

/** That a message has gone out, on which day, by whose word. */
export interface Mark {
  readonly key: string;
  readonly transmittedOn: Day;
  /** `role[:id]` */
  readonly by: string;
}

/** Why a message cannot be marked. */
export interface MarkFault {
  readonly field: 'on' | 'key';
  readonly de: string;
  readonly en: string;
}

/** Notes that a message has gone to the funder; noted again, the later word counts. Gives what keeps it from being noted. */
export async function markTransmitted(
  db: Store,
  course: Course,
  { key, transmittedOn, by }: Mark,
): Promise<MarkFault | undefined> {
  const today = germanDay(course.folded.now);
  if (transmittedOn > today) return inFuture(transmittedOn, today);
  const known = (await owedIn(db, [course])).map((message) => message.key);
  if (!known.includes(key)) return noSuchMessage(key, known);
  await saveTransmission(db, { journeyId: course.journey, key, transmittedOn, by }, callBackOf(key));
  return undefined;
}

const inFuture = (on: Day, today: Day): MarkFault => ({
  field: 'on',
  de: `Übermittelt ist nur, was geschehen ist: ${on} liegt nach ${today}.`,
  en: `only what has happened is transmitted: ${on} lies after ${today}.`,
});

function noSuchMessage(key: string, known: readonly string[]): MarkFault {
  const keys = known.join(', ') || '–';
  return {
    field: 'key',
    de: `Es gibt keine Meldung »${key}« zu dieser Begleitung. Es gibt: ${keys}.`,
    en: `there is no message "${key}" of this journey. Keys: ${keys}.`,
  };
}
