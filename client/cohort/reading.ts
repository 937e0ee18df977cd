/** What a line of a cohort file tells: its columns as items in the order in which they happened. Pure. */
import { buildEntry, parseEvent } from '../../workflows/journal/entry.ts';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import { Refusal } from '../../workflows/journal/refusal.ts';
import { compare, Day, later, noon } from '../../workflows/policy/calendar.ts';
import type { Cells, ColumnKey } from './columns.ts';
import { type Form, forms, ownColumns } from './forms.ts';
import { type Item, type RawItem, readFurther, speakerOf } from './further.ts';
import { type Fault, fault, faultOf, missing } from './problems.ts';
import { readDay, readValue, schemaOf } from './values.ts';

/** An item, and the column that tells it. */
export interface Told extends Item {
  readonly column: ColumnKey;
}

type Days = Map<ColumnKey, Day>;

/** Reads a line's columns. What is wrong is told for each column; `items` are in order only where nothing is. */
export function readItems(cells: Cells): { items: Told[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const items: Told[] = [];
  const days: Days = new Map();
  const further = readFurther(cells.further ?? '');
  faults.push(...further.faults);
  for (const form of forms) {
    const day = dayOf(form, cells, days, further.items, faults);
    if (day === undefined || isInContract(form, cells, days)) continue;
    days.set(form.on, day);
    const event = fieldsOf(form, cells, day);
    take({ day, event, actor: speakerOf(form.type) }, form.on, columnIn(form));
  }
  for (const raw of further.items) take(raw, 'further', () => 'further');
  return { items: items.toSorted((a, b) => compare(a.day, b.day)), faults };

  function take(raw: RawItem, column: ColumnKey, columnFor: (field: string) => ColumnKey): void {
    try {
      items.push({ ...checked(raw), column });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      faults.push(...error.reasons.map((reason) => faultOf(reason, columnFor)));
    }
  }
}

/** The day a form's event happened; none where its columns are empty. */
function dayOf(
  form: Form,
  cells: Cells,
  days: Days,
  further: readonly RawItem[],
  faults: Fault[],
): Day | undefined {
  const own = readDay(cells[form.on] ?? '');
  if (own !== '') return checkedDay(own, form.on, faults);
  const isFirst =
    form.type === 'intake.referred' && !further.some(({ event }) => event.type === 'intake.referred');
  const because = ownColumns(form).find((column) => cells[column] !== undefined);
  if (because === undefined && !isFirst) return undefined;
  const known = (form.since ?? []).map((column) => days.get(column) ?? readDay(cells[column] ?? ''));
  if (known[0] === undefined || known[0] === '') {
    faults.push(missing(form.on, isFirst ? undefined : because));
    return undefined;
  }
  return checkedDay(known.reduce(later), form.since?.[0] ?? form.on, faults);
}

function checkedDay(text: string, column: ColumnKey, faults: Fault[]): Day | undefined {
  const parsed = Day.safeParse(text);
  if (parsed.success) return parsed.data;
  faults.push(
    fault(
      column,
      'invalid_format',
      'muss ein Tag sein, den es gibt (JJJJ-MM-TT oder TT.MM.JJJJ, ab 2008).',
      'must be a day that exists (YYYY-MM-DD or DD.MM.YYYY, from 2008 on).',
    ),
  );
  return undefined;
}

/** A registration that was before the journey's own day of the contract belongs to the contract. */
function isInContract({ type }: Form, cells: Cells, days: Days): boolean {
  const contract = days.get('contractOn');
  return type === 'contract.registered' && contract !== undefined && isBefore(cells.registeredOn, contract);
}

const isBefore = (text: string | undefined, day: Day): boolean => text !== undefined && readDay(text) < day;

function fieldsOf(form: Form, cells: Cells, day: Day): RawItem['event'] {
  const schema = schemaOf(form.type);
  const fields = Object.entries(form.fields).flatMap(([field, column]) => {
    const text = cells[column] ?? form.otherwise?.[field];
    const isLater = form.type === 'contract.signed' && field === 'registeredOn' && !isBefore(text, day);
    return text === undefined || isLater ? [] : [[field, readValue(text, schema[field])] as const];
  });
  return { ...form.fixed, ...Object.fromEntries(fields), type: form.type };
}

/** Checks an item as an entry would be, but for whether its day has come. */
function checked({ day, event, actor }: RawItem): Item {
  const entry = buildEntry({ event, effectiveAt: day, actor }, stamp, '9999');
  return { day, event: entry.event ?? parseEvent(event), actor: entry.actor };
}

const stamp = { seq: 1, requestId: 'import', recordedAt: noon('2008-01-01') };

const columnIn =
  ({ fields, on }: Form) =>
  (field: string): ColumnKey =>
    fields[field.replace(/^event\./, '').split('.')[0] ?? ''] ?? on;

/** Whether two items say the same. */
export const isSame = (one: Item | undefined, other: Item | undefined): boolean =>
  one !== undefined && other !== undefined && sameText(one) === sameText(other);

const sameText = ({ day, event, actor }: Item): string =>
  JSON.stringify([day, sorted(event), actor.role, actor.id]);

const sorted = (event: JourneyEvent): unknown =>
  Object.fromEntries(Object.entries(event).toSorted(([a], [b]) => compare(a, b)));
