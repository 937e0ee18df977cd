/**
 * An entry of the journal: what happened, when, and who says so. This file checks what comes from outside and turns it
 * into entries; whether the machine takes them is the fold's business.
 */
import { z } from 'zod';
import { Role } from '../effects/words.ts';
import { Day, germanDay, Instant, noon } from '../policy/calendar.ts';
import { catalogue, type EventType, eventTypes, Id, isEventType, type JourneyEvent } from './events.ts';
import { fieldReasons } from './fieldErrors.ts';
import { Refusal } from './refusal.ts';

const Actor = z.strictObject({ role: Role, id: Id.optional() });
export type Actor = z.infer<typeof Actor>;

/** What a sender says: an entry without what the journal adds. */
const Statement = z
  .strictObject({
    event: z.looseObject({ type: z.string() }).optional(),
    /** A day or an instant. */
    effectiveAt: z.union([Day, Instant]).optional(),
    actor: Actor,
    replaces: z.int().min(1).optional(),
    voids: z.int().min(1).optional(),
    /** Why something is replaced or voided: a code or the id of a note. */
    reason: Id.optional(),
  })
  .refine((said) => (said.voids === undefined) === (said.event !== undefined), {
    error: 'is needed unless the entry voids another, and must be left out then',
    params: { de: 'ist nötig, außer der Eintrag nimmt einen anderen zurück; dann muss es fehlen' },
    path: ['event'],
  })
  .refine((said) => said.replaces === undefined || said.voids === undefined, {
    error: 'cannot stand beside "voids"',
    params: { de: 'kann nicht neben »voids« stehen' },
    path: ['replaces'],
  });
export type Statement = z.input<typeof Statement>;

/** An entry as the journal keeps it. */
export interface Entry {
  readonly seq: number;
  readonly requestId: string;
  readonly recordedAt: Instant;
  /** When it happened, only where given. A day stands for its noon, or for the recording instant if it is that very day. */
  readonly effectiveAt?: Day | Instant;
  readonly actor: Actor;
  /** Absent where the entry voids another. */
  readonly event?: JourneyEvent;
  readonly replaces?: number;
  readonly voids?: number;
  readonly reason?: string;
}

/** Checks an event's type and fields. Refuses with `unknown-event` or `invalid-field`, naming every field. */
export function parseEvent(raw: { type: string }, at: readonly PropertyKey[] = []): JourneyEvent {
  const { type, ...fields } = raw;
  if (!isEventType(type)) {
    const near = closest(type).join(', ');
    throw new Refusal('unknown-event', [
      {
        code: 'unknown-event',
        field: [...at, 'type'].map(String).join('.'),
        de: `Das Ereignis »${type}« gibt es nicht. Ähnlich: ${near}.`,
        en: `There is no event "${type}". Similar: ${near}.`,
      },
    ]);
  }
  const parsed = catalogue[type].fields.safeParse(fields);
  if (!parsed.success) throw new Refusal('invalid-field', fieldReasons(parsed.error, fields, at));
  return { type, ...parsed.data } as JourneyEvent;
}

/** Checks an opaque id, such as a journey's. Refuses with `invalid-field`. */
export function parseId(raw: unknown, field: string): Id {
  const parsed = Id.safeParse(raw);
  if (!parsed.success) throw new Refusal('invalid-field', fieldReasons(parsed.error, raw, [field]));
  return parsed.data;
}

const RequestId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/);

/** Whether a sender may name a request so. The journey's own ids hold a slash, so that nobody takes one of them. */
export const isRequestId = (raw: unknown): raw is string => RequestId.safeParse(raw).success;

/** Checks a request's id. Refuses with `invalid-field`; what was sent is not repeated, it may be anything. */
export function parseRequestId(raw: unknown): string {
  if (isRequestId(raw)) return raw;
  throw new Refusal('invalid-field', [
    {
      code: 'invalid_format',
      field: 'requestId',
      de: 'Feld »requestId« muss eine Kennung aus Buchstaben, Ziffern, Punkten, Binde- und Unterstrichen sein, höchstens 100 Zeichen; das erste ein Buchstabe oder eine Ziffer.',
      en: 'Field "requestId" must be an id of letters, digits, dots, hyphens and underscores, at most 100 long; the first a letter or a digit.',
    },
  ]);
}

const closest = (type: string): EventType[] => {
  const [region = ''] = type.split('.');
  const sameRegion = eventTypes.filter((known) => known.startsWith(`${region}.`));
  return sameRegion.length > 0 ? sameRegion : eventTypes.slice(0, 5);
};

/** What the journal adds to a statement. */
export interface Stamp {
  seq: number;
  requestId: string;
  recordedAt: Instant;
}

/**
 * Turns a statement into an entry. Refuses a malformed one, a moment after `now`, a sender whose role may not say it, and a
 * replacement or voiding without a reason. `at` names where the statement lies in what the sender wrote.
 */
export function buildEntry(raw: unknown, stamp: Stamp, now: Instant, at: readonly PropertyKey[] = []): Entry {
  const parsed = Statement.safeParse(raw);
  if (!parsed.success) throw new Refusal('invalid-entry', fieldReasons(parsed.error, raw, at));
  const { event: rawEvent, ...said } = parsed.data;
  const event = rawEvent && parseEvent(rawEvent, [...at, 'event']);
  const entry = withoutUndefined({ ...stamp, ...said, event }) as Entry;
  checkMoment(entry, now, at);
  checkRole(entry, at);
  checkReason(entry, at);
  return entry;
}

const withoutUndefined = (value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));

const fieldOf = (at: readonly PropertyKey[], name: string): string => [...at, name].map(String).join('.');

function checkMoment(entry: Entry, now: Instant, at: readonly PropertyKey[]): void {
  const moment = ownInstant(entry);
  if (moment <= now) return;
  throw new Refusal('effective-in-future', [
    {
      code: 'effective-in-future',
      field: fieldOf(at, entry.effectiveAt === undefined ? 'recordedAt' : 'effectiveAt'),
      entry: entry.seq,
      de: `Was eingetragen wird, muss geschehen sein: ${entry.effectiveAt ?? entry.recordedAt} liegt nach ${now}.`,
      en: `An entry tells what has happened: ${entry.effectiveAt ?? entry.recordedAt} lies after ${now}.`,
    },
  ]);
}

function checkRole(entry: Entry, at: readonly PropertyKey[]): void {
  if (!entry.event) return;
  const { roles, label } = catalogue[entry.event.type];
  if ((roles as readonly Role[]).includes(entry.actor.role)) return;
  throw new Refusal('role-not-allowed', [
    {
      code: 'role-not-allowed',
      field: fieldOf(at, 'actor.role'),
      entry: entry.seq,
      de: `»${label.de}« kann die Rolle ${entry.actor.role} nicht eintragen, nur ${roles.join(', ')}.`,
      en: `"${label.en}" cannot be entered by the role ${entry.actor.role}, only by ${roles.join(', ')}.`,
    },
  ]);
}

function checkReason(entry: Entry, at: readonly PropertyKey[]): void {
  if ((entry.replaces === undefined && entry.voids === undefined) || entry.reason !== undefined) return;
  throw new Refusal('reason-missing', [
    {
      code: 'reason-missing',
      field: fieldOf(at, 'reason'),
      entry: entry.seq,
      de: 'Wer einen Eintrag berichtigt oder zurücknimmt, nennt einen Grund (Feld »reason«).',
      en: 'Replacing or voiding an entry takes a reason (field "reason").',
    },
  ]);
}

/** The instant an entry stands for by itself, without looking at what it replaces. */
export function ownInstant({ effectiveAt, recordedAt }: Pick<Entry, 'effectiveAt' | 'recordedAt'>): Instant {
  if (effectiveAt === undefined) return recordedAt;
  if (effectiveAt.length > 10) return effectiveAt;
  return effectiveAt === germanDay(recordedAt) ? recordedAt : noon(effectiveAt);
}
