/** A journal as a file: a JSON array of entries, as people write it and as `journal --json` prints it. Pure. */
import { z } from 'zod';
import { Day, Instant, noon } from '../policy/calendar.ts';
import { buildEntry, type Entry } from './entry.ts';
import { catalogue, isEventType } from './events.ts';
import { type Reason, Refusal } from './refusal.ts';

const Row = z.looseObject({
  seq: z.int().min(1).optional(),
  requestId: z.string().optional(),
  recordedAt: z.union([Day, Instant]).optional(),
  effectiveAt: z.unknown().optional(),
  event: z.unknown().optional(),
  actor: z.unknown().optional(),
});

/**
 * Reads a journal file's content. `seq` is the position where missing, `recordedAt` is `effectiveAt`, `actor` a role that
 * may say it. @throws Refusal naming the entry and the field
 */
export function parseJournal(raw: unknown, now: Instant): Entry[] {
  if (!Array.isArray(raw))
    throw malformed({
      de: 'Die Datei muss eine Liste von Einträgen sein.',
      en: 'The file must be a list of entries.',
    });
  return raw.map((row, index) => parseRow(row, index, now));
}

function malformed(text: Pick<Reason, 'de' | 'en'> & { entry?: number; field?: string }): Refusal {
  return new Refusal('invalid-entry', [{ code: 'invalid-entry', ...text }]);
}

function parseRow(raw: unknown, index: number, now: Instant): Entry {
  const seq = index + 1;
  const parsed = Row.safeParse(raw);
  if (!parsed.success) {
    const field = String(parsed.error.issues[0]?.path[0] ?? 'entry');
    throw malformed({
      entry: seq,
      field: `${index}.${field}`,
      de: `Eintrag ${seq} ist ungültig (${field}).`,
      en: `Entry ${seq} is malformed (${field}).`,
    });
  }
  const { seq: given, requestId = `file-${seq}`, recordedAt, actor, ...said } = parsed.data;
  if (given !== undefined && given !== seq) {
    throw malformed({
      entry: seq,
      field: `${index}.seq`,
      de: `Eintrag ${seq} trägt die Nummer ${given}; die Nummern folgen der Reihe.`,
      en: `Entry ${seq} is numbered ${given}; numbers follow the order.`,
    });
  }
  const moment =
    recordedAt ??
    said.effectiveAt ??
    (said.voids === undefined && said.replaces === undefined ? undefined : now);
  if (typeof moment !== 'string') {
    throw malformed({
      entry: seq,
      field: `${index}.effectiveAt`,
      de: `Eintrag ${seq} sagt nicht, wann es geschah (Feld »effectiveAt«).`,
      en: `Entry ${seq} does not say when it happened (field "effectiveAt").`,
    });
  }
  const stamp = { seq, requestId, recordedAt: instantOf(moment) };
  const entry = buildEntry({ ...said, actor: actor ?? speaker(said.event) }, stamp, now, [index]);
  return entry;
}

const instantOf = (moment: string): Instant => (moment.length === 10 ? noon(moment) : safeInstant(moment));

const safeInstant = (text: string): Instant => {
  const millis = Date.parse(text);
  return Number.isNaN(millis) ? text : new Date(millis).toISOString();
};

/** Somebody who may say it: files written by hand need not name anybody. */
function speaker(event: unknown): { role: string } {
  const type = (event as { type?: unknown } | undefined)?.type;
  return { role: (isEventType(type) ? catalogue[type].roles[0] : undefined) ?? 'caseWorker' };
}
