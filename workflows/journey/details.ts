/** A journey in Markdown, for the Temporal UI: where it stands, what is due, what it waits for. Codes, dates, opaque ids. */
import { standing, viewOf } from '../fold/view.ts';
import { catalogue } from '../journal/events.ts';
import type { Instant } from '../policy/calendar.ts';
import type { Ledger } from './ledger.ts';

/** An order that activities have failed to carry out, and why. */
export interface Stuck {
  readonly key: string;
  /** When it was handed out. */
  readonly since: Instant;
  readonly attempts: number;
  readonly reason: string;
}

/** At most 20 kB, whatever the journal holds. */
export function detailsOf({ journal, folded, handed }: Ledger, stuck: readonly Stuck[]): string {
  const view = viewOf(folded);
  const waiting = Object.entries(handed).filter(([, { order }]) => order !== undefined);
  const lines = [
    `**Phase:** ${view.phase} · **Attention:** ${view.attention} · **Conflict:** ${view.conflictRung}`,
    section(
      'Where it stands',
      standing(view).map(
        ({ region, label, since }) => `${region.en}: **${label.en}** (since ${since.slice(0, 10)})`,
      ),
    ),
    section(
      'Overdue',
      view.overdue.map(({ dueOn, label }) => `${dueOn} — ${label.en}`),
    ),
    section(
      'Due',
      view.due.map(({ dueOn, label }) => `${dueOn} — ${label.en}`),
    ),
    section(
      'Next deadlines',
      view.open.slice(0, 8).map(({ dueOn, label }) => `${dueOn} — ${label.en}`),
    ),
    section(
      'Waiting for',
      waiting.map(([key, { rev, op }]) => `${op} ${key} (rev ${rev})`),
    ),
    section(
      'Stuck',
      stuck.map(({ key, attempts, reason }) => `${key}: ${reason} (${attempts} attempts)`),
    ),
    section(
      'Last entries',
      journal
        .slice(-8)
        .toReversed()
        .map(({ seq, recordedAt, event, voids }) => {
          const what = event ? catalogue[event.type].label.en : `entry ${voids} taken back`;
          return `${seq}. ${what} (recorded ${recordedAt.slice(0, 10)})`;
        }),
    ),
  ];
  return lines
    .filter((line) => line !== '')
    .join('\n\n')
    .slice(0, 19_000);
}

const section = (title: string, items: readonly string[]): string =>
  items.length === 0 ? '' : `### ${title}\n${items.map((item) => `- ${item}`).join('\n')}`;
