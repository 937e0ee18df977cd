/**
 * The column of what has no column: `DAY EVENT field=value … [as=role[:id]]`, parted by ` | `. An internship, goal, task,
 * help or approval is named by its number among its kind in the journey. Pure.
 */
import type { Actor } from '../../workflows/journal/entry.ts';
import { catalogue, type EventType, isEventType, type JourneyEvent } from '../../workflows/journal/events.ts';
import type { Day } from '../../workflows/policy/calendar.ts';
import { type Fault, fault } from './problems.ts';
import { readDay, readValue, schemaOf, writeValue } from './values.ts';

/** Something that happened, and who said so. Entries that others refer to are counted by their kind. */
export interface Item {
  readonly day: Day;
  readonly event: JourneyEvent;
  readonly actor: Actor;
}

/** An item as it was read, before its fields are checked. */
export interface RawItem {
  readonly day: string;
  readonly event: { readonly type: EventType } & Readonly<Record<string, unknown>>;
  readonly actor: Actor;
}

/** Which event's number stands in which field. */
const referents: { readonly [T in EventType]?: readonly [field: string, opener: EventType] } = {
  'internship.started': ['internship', 'internship.planned'],
  'internship.reviewed': ['internship', 'internship.planned'],
  'internship.brokenOff': ['internship', 'internship.planned'],
  'goal.reviewed': ['goal', 'goal.set'],
  'task.done': ['task', 'task.set'],
  'task.dropped': ['task', 'task.set'],
  'help.started': ['help', 'help.asked'],
  'help.ended': ['help', 'help.asked'],
  'funding.ended': ['funding', 'funding.approved'],
};

/** The event with its reference, if it has one, looked up: a number among its kind for an entry's, or the other way round. */
export function referring(
  event: JourneyEvent,
  lookUp: (opener: EventType, number: number) => number | undefined,
): JourneyEvent {
  const referent = referents[event.type];
  if (!referent) return event;
  const [field, opener] = referent;
  const number = (event as unknown as Readonly<Record<string, unknown>>)[field];
  if (typeof number !== 'number') return event;
  return { ...event, [field]: lookUp(opener, number) ?? 0 } as JourneyEvent;
}

/** Who says it where nobody is named. */
export const speakerOf = (type: EventType): Actor => ({ role: catalogue[type].roles[0] ?? 'caseWorker' });

const separator = ' | ';

/** Items as a cell's text. */
export const writeFurther = (items: readonly Item[]): string => items.map(written).join(separator);

function written({ day, event, actor }: Item): string {
  const { type, ...fields } = event as RawItem['event'];
  // The store keeps no order of fields.
  const pairs = Object.keys(schemaOf(type))
    .filter((field) => fields[field] !== undefined)
    .map((field) => `${field}=${writeValue(fields[field])}`);
  const { role, id } = actor;
  const isUsual = role === speakerOf(type).role && id === undefined;
  const said = isUsual ? [] : [`as=${role}${id === undefined ? '' : `:${id}`}`];
  return [day, type, ...pairs, ...said].join(' ');
}

/** Reads a cell's text; nothing of it is repeated in what is wrong with it. */
export function readFurther(text: string): { items: RawItem[]; faults: Fault[] } {
  const items: RawItem[] = [];
  const faults: Fault[] = [];
  text
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .forEach((part, index) => {
      const item = readItem(part);
      if (item) items.push(item);
      else faults.push(malformed(index + 1));
    });
  return { items, faults };
}

function readItem(text: string): RawItem | undefined {
  const [day = '', type = '', ...pairs] = text.split(/\s+/);
  if (!isEventType(type)) return undefined;
  const schema = schemaOf(type);
  const fields: Record<string, unknown> = {};
  let actor = speakerOf(type);
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    if (at <= 0) return undefined;
    const [field, value] = [pair.slice(0, at), pair.slice(at + 1)];
    if (field === 'as') actor = readActor(value);
    else fields[field] = readValue(value, schema[field]);
  }
  // Answers of the system belong to invitations of this installation.
  return actor.role === 'system' ? undefined : { day: readDay(day), event: { ...fields, type }, actor };
}

/** The role is checked with the entry. */
function readActor(text: string): Actor {
  const [role = '', id] = text.split(':');
  return { role, ...(id === undefined ? {} : { id }) } as Actor;
}

const malformed = (number: number): Fault =>
  fault(
    'further',
    'malformed',
    `Nr. ${number} ist nicht in der Form TAG EREIGNIS Feld=Wert … (siehe »events«).`,
    `no. ${number} is not of the form DAY EVENT field=value … (see "events").`,
  );
