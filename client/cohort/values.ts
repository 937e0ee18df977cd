/** How a field's value is written in a cell, by the event's own schema, and read back. Pure. */
import { z } from 'zod';
import { schoolWeekdays } from '../../workflows/effects/words.ts';
import { catalogue, type EventType } from '../../workflows/journal/events.ts';

interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
}

const schemas = new Map<EventType, Readonly<Record<string, Schema>>>();

/** The fields of an event as JSON Schema. */
export function schemaOf(type: EventType): Readonly<Record<string, Schema>> {
  const known = schemas.get(type);
  if (known) return known;
  const { properties = {} } = z.toJSONSchema(catalogue[type].fields, { io: 'input' });
  schemas.set(type, properties as Record<string, Schema>);
  return properties as Record<string, Schema>;
}

/** The value that a cell's text stands for; a text that stands for none is left for the schema to refuse. */
export function readValue(text: string, schema: Schema | undefined): unknown {
  switch (schema?.type) {
    case 'array':
      return text
        .split(/[,\s]+/)
        .filter((part) => part !== '')
        .map((part) => readValue(part, schema.items));
    case 'object':
      return readPeriod(text);
    case 'boolean':
      return readBoolean(text);
    case 'integer':
    case 'number':
      return readNumber(text);
    default:
      if (schema?.format === 'date') return readDay(text);
      return schema?.enum?.includes(schoolWeekdays[0]) ? (weekday(text) ?? text) : text;
  }
}

/** A value as a cell's text. */
export function writeValue(value: unknown): string {
  if (Array.isArray(value)) return value.map(writeValue).join(',');
  if (typeof value !== 'object' || value === null) return String(value);
  const { from, to } = value as { from?: unknown; to?: unknown };
  return `${from}..${to}`;
}

const readPeriod = (text: string): unknown => {
  const [from = '', to = '', ...rest] = text.split('..');
  return rest.length > 0 ? text : { from: readDay(from), to: readDay(to) };
};

const booleans: Readonly<Record<string, boolean>> = {
  ...{ ja: true, yes: true, true: true, x: true, wahr: true },
  ...{ nein: false, no: false, false: false, falsch: false },
};

/** Yes or no in either language. */
export const readBoolean = (text: string): unknown => booleans[text.toLowerCase()] ?? text;

/** A number with a point or, as in German, a comma. */
export const readNumber = (text: string): unknown =>
  /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : text;

/** A day as `YYYY-MM-DD`, also where it is written as `DD.MM.YYYY`. */
export function readDay(text: string): string {
  const [, day = '', month = '', year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  return year === undefined ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const germanWeekdays = ['mo', 'di', 'mi', 'do', 'fr'];
const weekday = (text: string): string | undefined =>
  schoolWeekdays[germanWeekdays.indexOf(text.toLowerCase())];
