/** The catalogue as programs and forms read it: each event with its fields as JSON Schema, and with words for all of it. Pure. */
import { z } from 'zod';
import type { Role, Text } from '../effects/words.ts';
import { catalogue, type EventType, eventTypes } from './events.ts';
import { common } from './words/common.ts';
import { conflictWords } from './words/conflicts.ts';
import { examWords } from './words/exam.ts';
import type { FieldWords } from './words/field.ts';
import type { WordsFor } from './words/form.ts';
import { fundingWords } from './words/funding.ts';
import { journeyWords } from './words/journey.ts';
import { meetingWords } from './words/meetings.ts';
import { peopleWords } from './words/people.ts';
import { planWords } from './words/plan.ts';
import { preparationWords } from './words/preparation.ts';
import { trainingWords } from './words/training.ts';
import { yesOrNo } from './words/values.ts';

const spoken = {
  ...journeyWords,
  ...preparationWords,
  ...trainingWords,
  ...examWords,
  ...meetingWords,
  ...conflictWords,
  ...planWords,
  ...fundingWords,
  ...peopleWords,
} as const satisfies WordsFor<typeof catalogue>;

/** One row of the catalogue. */
export interface EventDescription {
  type: EventType;
  roles: readonly Role[];
  label: Text;
  /** When it is entered, and what follows from it. */
  help: Text;
  /** The fields as JSON Schema. */
  fields: unknown;
  /** By field, in their order; a field of what a field lists as `blocks.from`. Yes and no are values too. */
  words: { readonly [path: string]: FieldWords };
}

/** The whole catalogue. */
export const describeEvents = (): EventDescription[] => eventTypes.map(wordsOfEvent);

const known = new Map<EventType, EventDescription>();

/** What an event is called and for, and what its fields are called. */
export function wordsOfEvent(type: EventType): EventDescription {
  const described = known.get(type) ?? describe(type);
  known.set(type, described);
  return described;
}

/** What a code in an event's field is called; nothing where the field holds no codes. */
export function labelOfValue(type: EventType, path: string, value: unknown): Text | undefined {
  const { values = {} } = wordsOfEvent(type).words[path] ?? {};
  return Object.hasOwn(values, String(value)) ? values[String(value)] : undefined;
}

function describe(type: EventType): EventDescription {
  const { roles, label, fields: shape } = catalogue[type];
  const { help, fields: own = {} }: Spoken = spoken[type];
  const fields = z.toJSONSchema(shape, { io: 'input' });
  const words = pathsIn(fields as Schema).map(([path, schema]) => [path, wordsOfField(path, schema, own)]);
  return { type, roles, label, help, fields, words: Object.fromEntries(words) };
}

interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly properties?: { readonly [name: string]: Schema };
  readonly items?: Schema;
}

interface Spoken {
  readonly help: Text;
  readonly fields?: { readonly [path: string]: Partial<FieldWords> | undefined };
}

const shared: { readonly [path: string]: FieldWords | undefined } = common;

function wordsOfField(path: string, schema: Schema, own: NonNullable<Spoken['fields']>): FieldWords {
  // The tables' types see to a label for every path.
  const { ref, values = yesOrNo, ...said } = { ...shared[path], ...own[path] } as FieldWords;
  const codes = codesOf(schema);
  return { ...said, ...(codes ? { values: picked(values, codes) } : ref ? { ref } : {}) };
}

/** The fields of a schema, and those of what they list. */
function pathsIn({ properties = {} }: Schema, prefix = ''): [string, Schema][] {
  return Object.entries(properties).flatMap(([name, field]) => [
    [prefix + name, field],
    ...pathsIn(field.items ?? field, `${prefix}${name}.`),
  ]);
}

/** The codes that a field takes, or each of what it lists; none where it takes anything else. */
function codesOf({ type, enum: codes, items }: Schema): readonly string[] | undefined {
  if (items) return codesOf(items);
  return type === 'boolean' ? Object.keys(yesOrNo) : codes;
}

const picked = (values: NonNullable<FieldWords['values']>, codes: readonly string[]) =>
  Object.fromEntries(Object.entries(values).filter(([code]) => codes.includes(code)));
