/** What somebody has typed so far, and the event that comes of it. Pure. */
import { dayOf, instantOf, timeOf } from '../parts/dates.ts';
import type { Gaps, WordKey } from '../words.ts';
import type { FieldSpec } from './fields.ts';

/** Texts as typed, by field; an instant as `2026-11-26T14:30` on German clocks. */
export interface Draft {
  readonly [name: string]: DraftValue;
}
export type DraftValue = string | readonly string[] | Draft | readonly Draft[];

/** Something at a field that has to be put right. */
export interface Fault {
  /** As in the problems of the API: `blocks.0.from`. */
  readonly path: string;
  readonly word: WordKey;
  readonly gaps?: Gaps;
}

/** A note that is yet to be kept; its id then stands at `path` in the event. */
export interface NoteDraft {
  readonly path: string;
  readonly text: string;
}

/** An event's fields as far as they could be read. */
export interface Read {
  readonly values: Readonly<Record<string, unknown>>;
  readonly notes: readonly NoteDraft[];
  readonly faults: readonly Fault[];
}

/** Stands for a note that is not kept yet; the preview is made with it. */
export const unkeptNote = 'unkept-note';

const idPattern = /^[A-Za-z0-9][A-Za-z0-9-]{0,62}$/;

/** An empty form, or one that shows what an event says. */
export function draftOf(specs: readonly FieldSpec[], values: Readonly<Record<string, unknown>> = {}): Draft {
  return Object.fromEntries(specs.map((spec) => [spec.name, draftValue(spec, values[spec.name])]));
}

function draftValue(spec: FieldSpec, value: unknown): DraftValue {
  const { kind, fields, preset = '' } = spec;
  if (kind === 'rows')
    return (Array.isArray(value) ? value : []).map((row) => draftOf(fields, row as object as Draft));
  if (kind === 'group') return draftOf(fields, (value ?? {}) as Draft);
  if (kind === 'choices') return Array.isArray(value) ? value.map(String) : [];
  if (value === undefined || value === null) return preset;
  if (kind === 'instant') return `${dayOf(String(value))}T${timeOf(String(value))}`;
  return Array.isArray(value) ? value.join(', ') : String(value);
}

/** Reads a form. What is left empty is left out. */
export function readDraft(specs: readonly FieldSpec[], draft: Draft, prefix = ''): Read {
  const parts = specs.map((spec) => readField(spec, draft[spec.name], prefix + spec.name));
  return {
    values: Object.assign({}, ...parts.map(({ values }) => values)),
    notes: parts.flatMap(({ notes }) => notes),
    faults: parts.flatMap(({ faults }) => faults),
  };
}

const nothing: Read = { values: {}, notes: [], faults: [] };

function readField(spec: FieldSpec, value: DraftValue | undefined, path: string): Read {
  const { kind, name } = spec;
  const found = (content: unknown): Read => ({ ...nothing, values: { [name]: content } });
  if (kind === 'rows') return readRows(spec, isList(value) ? value : [], path);
  if (kind === 'group') {
    const inner = readDraft(spec.fields, isDraft(value) ? value : {}, `${path}.`);
    return { ...inner, values: Object.keys(inner.values).length > 0 ? { [name]: inner.values } : {} };
  }
  if (kind === 'choices') {
    const chosen = isList(value) ? value : [];
    return chosen.length === 0 && spec.required ? missing(path) : found(chosen);
  }
  const text = typeof value === 'string' ? value.trim() : '';
  if (text === '' || (kind === 'confirm' && text !== 'true')) return spec.required ? missing(path) : nothing;
  const fault = faultIn(spec, text);
  if (fault) return { ...nothing, faults: [{ path, ...fault }] };
  if (kind === 'note') return noteIn(spec, text, path);
  return found(valueIn(spec, text));
}

const isList = (value: DraftValue | undefined): value is readonly string[] & readonly Draft[] =>
  Array.isArray(value);
const isDraft = (value: DraftValue | undefined): value is Draft =>
  typeof value === 'object' && !Array.isArray(value);
const missing = (path: string): Read => ({ ...nothing, faults: [{ path, word: 'faultMissing' }] });

function readRows({ name, fields, required }: FieldSpec, rows: readonly Draft[], path: string): Read {
  if (rows.length === 0) return required ? missing(path) : nothing;
  const read = rows.map((row, at) => readDraft(fields, row, `${path}.${at}.`));
  return {
    values: { [name]: read.map(({ values }) => values) },
    notes: read.flatMap(({ notes }) => notes),
    faults: read.flatMap(({ faults }) => faults),
  };
}

function noteIn({ name, isList: inList }: FieldSpec, text: string, path: string): Read {
  const values = { [name]: inList ? [unkeptNote] : unkeptNote };
  return { values, notes: [{ path: inList ? `${path}.0` : path, text }], faults: [] };
}

function valueIn({ kind, isNumber }: FieldSpec, text: string): unknown {
  if (kind === 'yesNo' || kind === 'confirm') return text === 'true';
  if (kind === 'instant') return instantOf(text.slice(0, 10), text.slice(11));
  return isNumber ? Number(text) : text;
}

function faultIn({ kind, isNumber, least, most }: FieldSpec, text: string): Omit<Fault, 'path'> | undefined {
  if (isNumber) {
    const isWhole = /^-?\d+$/.test(text);
    const isWithin = Number(text) >= (least ?? -Infinity) && Number(text) <= (most ?? Infinity);
    if (isWhole && isWithin) return undefined;
    return most === undefined
      ? { word: 'faultNumberFrom', gaps: { least: least ?? 0 } }
      : { word: 'faultNumber', gaps: { least: least ?? 0, most } };
  }
  if (kind === 'day') return /^\d{4}-\d\d-\d\d$/.test(text) ? undefined : { word: 'faultDay' };
  if (kind === 'instant') {
    return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? undefined : { word: 'faultInstant' };
  }
  if (kind === 'month') return /^20\d\d-(0[1-9]|1[0-2])$/.test(text) ? undefined : { word: 'faultMonth' };
  if (kind === 'note') return text.length <= 10_000 ? undefined : { word: 'faultLong' };
  if (kind !== 'id' && kind !== 'ref') return undefined;
  return idPattern.test(text) || text.includes('/') ? undefined : { word: 'faultId' };
}
