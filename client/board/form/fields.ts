/** What a form shows for an event: its fields, read from their JSON Schema and words. Pure. */
import type { EventDescription } from '../../../workflows/journal/describe.ts';
import type { FieldWords, Ref } from '../../../workflows/journal/words/field.ts';
import type { Text } from '../words.ts';

/** How a field is asked for. */
export type Kind =
  | 'id'
  | 'note'
  | 'number'
  | 'yesNo'
  | 'confirm'
  | 'choice'
  | 'choices'
  | 'ref'
  | 'day'
  | 'instant'
  | 'month'
  | 'group'
  | 'rows';

export interface Option {
  readonly value: string;
  readonly label: Text;
}

export interface FieldSpec {
  readonly name: string;
  /** As the event's words name it: `blocks.from`. */
  readonly wordsPath: string;
  readonly kind: Kind;
  readonly label: Text;
  readonly help?: Text | undefined;
  readonly required: boolean;
  readonly ref?: Ref | undefined;
  /** Codes to choose from; of a yes and no too. */
  readonly options: readonly Option[];
  /** What it is where nobody says: `directStart`. */
  readonly preset?: string | undefined;
  readonly least?: number | undefined;
  readonly most?: number | undefined;
  /** The value is a number: a quantity, or an entry that is referred to. */
  readonly isNumber: boolean;
  /** The value is a list: of codes, of notes, of rows. */
  readonly isList: boolean;
  /** Of a group, or of each row. */
  readonly fields: readonly FieldSpec[];
}

interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
  readonly items?: Schema;
}

/** The fields of an event, in their order. */
export const fieldsOf = ({ fields, words }: Pick<EventDescription, 'fields' | 'words'>): FieldSpec[] =>
  fieldsIn(fields as Schema, words, '');

function fieldsIn(schema: Schema, words: EventDescription['words'], prefix: string): FieldSpec[] {
  return Object.entries(schema.properties ?? {}).map(([name, field]) =>
    fieldSpec(name, prefix + name, field, schema.required?.includes(name) ?? false, words),
  );
}

function fieldSpec(
  name: string,
  wordsPath: string,
  schema: Schema,
  required: boolean,
  words: EventDescription['words'],
): FieldSpec {
  const said: FieldWords = words[wordsPath] ?? { label: { de: name, en: name } };
  const inner = schema.items ?? schema;
  const kind = kindOf(schema, said.ref);
  return {
    name,
    wordsPath,
    kind,
    label: said.label,
    help: said.help,
    required: kind === 'choices' || kind === 'rows' ? (schema.minItems ?? 0) > 0 : required,
    ref: said.ref,
    options: optionsOf(inner, said),
    preset: schema.default === undefined ? undefined : String(schema.default),
    least: schema.minimum,
    most: schema.maximum !== undefined && schema.maximum < 1_000_000 ? schema.maximum : undefined,
    isNumber: schema.type === 'integer' || schema.type === 'number',
    isList: schema.type === 'array',
    fields: kind === 'rows' || kind === 'group' ? fieldsIn(inner, words, `${wordsPath}.`) : [],
  };
}

function kindOf(schema: Schema, ref: Ref | undefined): Kind {
  const { type, format, items } = schema;
  if (items?.properties) return 'rows';
  if (schema.properties) return 'group';
  if (items?.enum) return 'choices';
  if (ref === 'note') return 'note';
  if (schema.const === true) return 'confirm';
  if (type === 'boolean') return 'yesNo';
  if (schema.enum) return 'choice';
  if (format === 'date') return 'day';
  if (format === 'date-time') return 'instant';
  if (ref === 'month') return 'month';
  if (ref) return 'ref';
  return type === 'integer' || type === 'number' ? 'number' : 'id';
}

const yesNo = { true: { de: 'ja', en: 'yes' }, false: { de: 'nein', en: 'no' } } as const;

function optionsOf({ type, enum: codes }: Schema, { values = {} }: FieldWords): Option[] {
  if (type === 'boolean') {
    return (['true', 'false'] as const).map((value) => ({ value, label: values[value] ?? yesNo[value] }));
  }
  return (codes ?? []).map((value) => ({ value, label: values[value] ?? { de: value, en: value } }));
}
