/** Requests that were told before: the journal itself is the table of them, beside it stands only what they led to. Pure. */
import { buildEntry, type Entry, isRequestId } from '../journal/entry.ts';
import { Refusal } from '../journal/refusal.ts';
import type { ChangeSummary, TellRequest, Told } from '../messages.ts';
import type { Instant } from '../policy/calendar.ts';

interface Books {
  readonly journal: readonly Entry[];
  readonly told: Readonly<Record<string, Told>>;
}

/** The first answer to a request that has been told before. @throws Refusal `request-differs` if it says something else. */
export function toldBefore(
  { journal, told }: Books,
  { requestId, statements }: TellRequest,
  now: Instant,
): Told | undefined {
  if (!isRequestId(requestId)) return undefined;
  const first = journal.filter((entry) => entry.requestId === requestId);
  if (first.length === 0) return undefined;
  const again = statements.map((statement, index) => {
    const { seq = 0, recordedAt = now } = first[index] ?? {};
    return buildEntry(statement, { seq, requestId, recordedAt }, now, ['statements', index]);
  });
  if (JSON.stringify(again) !== JSON.stringify(first)) throw differs();
  const changes = Object.hasOwn(told, requestId) ? (told[requestId]?.changes ?? []) : [];
  return { seqs: first.map(({ seq }) => seq), changes };
}

function differs(): Refusal {
  return new Refusal('request-differs', [
    {
      code: 'request-differs',
      field: 'requestId',
      de: 'Unter dieser Kennung (»requestId«) wurde schon etwas anderes eingetragen.',
      en: 'Under this id ("requestId") something else was entered before.',
    },
  ]);
}

/** Keeps what a request led to. Most lead to nothing, and what the journey enters by itself nobody asks for again. */
export function remembered(
  { told }: Pick<Books, 'told'>,
  entries: readonly Entry[],
  changes: readonly ChangeSummary[],
): Books['told'] {
  const [first] = entries;
  if (!first || first.actor.role === 'system' || changes.length === 0) return told;
  return { ...told, [first.requestId]: { seqs: entries.map(({ seq }) => seq), changes } };
}
