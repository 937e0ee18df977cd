/** A journey as a line of a cohort file: what has a column stands there, the rest in the last one. Pure. */
import { fold } from '../../workflows/fold/fold.ts';
import type { Rulebook } from '../../workflows/fold/rulebook.ts';
import type { Actor, Entry } from '../../workflows/journal/entry.ts';
import type { EventType, JourneyEvent } from '../../workflows/journal/events.ts';
import { type Live, liveEntries } from '../../workflows/journal/live.ts';
import { Refusal } from '../../workflows/journal/refusal.ts';
import { germanDay, type Instant } from '../../workflows/policy/calendar.ts';
import type { Cells, ColumnKey } from './columns.ts';
import { type Form, forms } from './forms.ts';
import { type Item, referring, speakerOf, writeFurther } from './further.ts';
import { isSame, readItems } from './reading.ts';
import { writeValue } from './values.ts';

/**
 * What a journal tells, by day. Corrections are carried out, and what belongs to an invitation stays behind: the slot is one
 * of this installation's calendar.
 */
export function itemsOf(journal: readonly Entry[], rulebook: Rulebook, now: Instant): Item[] {
  let live = liveEntries(journal).filter(({ entry }) => entry.actor.role !== 'system');
  for (;;) {
    const items = counted(live);
    const lost = refusedAt(items, rulebook, now);
    if (lost === undefined) return items;
    live = live.filter((_, index) => index !== lost);
  }
}

/** Numbers of entries become numbers among their kind. */
function counted(live: readonly Live[]): Item[] {
  const order = (opener: EventType, root: number): number =>
    live.filter(({ event }) => event.type === opener).findIndex((one) => one.root === root) + 1;
  return live.map(({ event, at, entry: { actor } }) => ({
    day: germanDay(at),
    event: referring(event, order),
    actor: speaker(event, actor),
  }));
}

/** Who said it matters to the rules in a few cases only; everything else the importing provider says. */
function speaker(event: JourneyEvent, { role, id }: Actor): Actor {
  const usual = speakerOf(event.type);
  const isTheirOwn = event.type === 'handover.accepted' || event.type === 'handover.declined';
  if (isTheirOwn && role !== 'teamLead' && id !== undefined) return { role, id };
  const matters = /^(handover\.|meeting\.replied)/.test(event.type) || isUnqualified(event);
  return matters ? { role } : usual;
}

const isUnqualified = (event: JourneyEvent): boolean => 'qualified' in event && event.qualified === false;

/** Which item of an invitation cannot stand without its slot; none where all can be told. @throws Refusal for any other */
function refusedAt(items: readonly Item[], rulebook: Rulebook, now: Instant): number | undefined {
  try {
    fold(rulebook, journalOf(items, now), now);
    return undefined;
  } catch (error) {
    const seq = error instanceof Refusal ? error.reasons[0]?.entry : undefined;
    const item = seq === undefined ? undefined : items[seq - 1];
    if (seq === undefined || !item?.event.type.startsWith('meeting.')) throw error;
    return seq - 1;
  }
}

/** Items as a journal, recorded now. */
export function journalOf(items: readonly Item[], recordedAt: Instant): Entry[] {
  const seqs = new Map<EventType, number[]>();
  return items.map(({ day, event, actor }, index) => {
    const seq = index + 1;
    seqs.set(event.type, [...(seqs.get(event.type) ?? []), seq]);
    const said = referring(event, (opener, number) => seqs.get(opener)?.[number - 1]);
    return { seq, requestId: 'export', recordedAt, effectiveAt: day, actor, event: said };
  });
}

/** The columns that tell these items, in this order and no other. */
export function cellsOf(items: readonly Item[]): Cells {
  const apart = new Set<number>();
  for (;;) {
    const { cells, inColumns } = composed(items, apart);
    const read = readItems(cells).items;
    const differs = items.findIndex((item, index) => !isSame(item, read[index]));
    if (differs < 0 && read.length === items.length) return cells;
    // Columns follow each other in a fixed order within a day, before the rest: whatever comes too early is told apart.
    const early = [...inColumns].filter((index) => isSame(items[index], read[differs]));
    const movable = early.length > 0 ? early : [...inColumns];
    if (movable.length === 0) throw new Error('A journey cannot be told as a line.');
    for (const index of movable) apart.add(index);
  }
}

/** The last of each form goes into its columns, unless it was set apart. */
function composed(
  items: readonly Item[],
  apart: ReadonlySet<number>,
): { cells: Cells; inColumns: ReadonlySet<number> } {
  const cells: { [K in ColumnKey]?: string } = {};
  const inColumns = new Set<number>();
  const settled = new Map<ColumnKey, string>();
  for (const form of forms) {
    const at = items.findLastIndex((item, index) => !inColumns.has(index) && isOf(form, item));
    const item = items[at];
    const texts = item && !apart.has(at) ? textsOf(form, item) : undefined;
    if (!texts || texts.some(([column, text]) => (settled.get(column) ?? text) !== text)) continue;
    for (const [column, text] of texts) {
      settled.set(column, text);
      if (text !== '') cells[column] = text;
    }
    inColumns.add(at);
  }
  const further = writeFurther(items.filter((_, index) => !inColumns.has(index)));
  return { cells: further === '' ? cells : { ...cells, further }, inColumns };
}

function isOf({ type, fixed = {} }: Form, { event, actor }: Item): boolean {
  const fields = event as unknown as Readonly<Record<string, unknown>>;
  const isUsual = actor.role === speakerOf(type).role && actor.id === undefined;
  return (
    event.type === type && isUsual && Object.entries(fixed).every(([field, value]) => fields[field] === value)
  );
}

/** What goes into which column; nothing where a field has none. An empty text is a column that stays empty. */
function textsOf({ on, fields, fixed = {} }: Form, { day, event }: Item): [ColumnKey, string][] | undefined {
  const { type: _, ...said } = event as { type: EventType } & Readonly<Record<string, unknown>>;
  if (!Object.keys(said).every((field) => field in fields || field in fixed)) return undefined;
  const texts = Object.entries(fields)
    // A contract that was registered later leaves the column to the registration.
    .filter(([field]) => field !== 'registeredOn' || said[field] !== undefined)
    .map(([field, column]): [ColumnKey, string] => [
      column,
      said[field] === undefined ? '' : writeValue(said[field]),
    ]);
  return [[on, day], ...texts];
}
