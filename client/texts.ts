/** Views, changes and explanations as text for a terminal. */

import type { Difference } from '../workflows/fold/difference.ts';
import type { Explanation } from '../workflows/fold/explain.ts';
import type { HoursAccount } from '../workflows/fold/hoursAccount.ts';
import type { Milestone } from '../workflows/fold/milestones.ts';
import { type DeadlineView, type FullView, type Place, standing, type View } from '../workflows/fold/view.ts';
import type { Entry } from '../workflows/journal/entry.ts';
import { catalogue } from '../workflows/journal/events.ts';
import { endings, momentOf } from '../workflows/journal/live.ts';
import type { ChangeSummary, PreviewResult, TellResult } from '../workflows/messages.ts';
import { germanDay } from '../workflows/policy/calendar.ts';
import { table } from './output.ts';

const list = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  ${line}`)];
const deadline = ({ dueOn, label, key, item }: DeadlineView): string =>
  `${dueOn}  ${label.en} · ${label.de}  (${key}${item === undefined ? '' : ` ${item}`})`;

const milestone = ({ label, reachedOn, expectedOn }: Milestone): string[] => {
  const day = reachedOn ?? expectedOn;
  if (day === undefined) return [];
  return [`${day}  ${label.en} · ${label.de}${reachedOn === undefined ? '  (expected · erwartet)' : ''}`];
};

const hoursText = ({ per, from, to, agreedHours, usedMinutes }: HoursAccount): string =>
  `${(usedMinutes / 60).toFixed(1)} of ${agreedHours} hours used (${per}, ${from} to ${to})`;

/** Where a journey stands, what is due, and how far it has come. */
export function viewText(view: View): string {
  const { phase, attention, conflictRung, milestones, hours, open, due, overdue, now } = view;
  const conflict = conflictRung === 'none' ? '' : ` · conflict: ${conflictRung}`;
  return [
    `Phase: ${phase} · attention: ${attention}${conflict} · as of ${now}`,
    ...list(
      'Stands at',
      standing(view).map(
        ({ region, label, since }) =>
          `${region.en}: ${label.en} · ${region.de}: ${label.de} (since ${germanDay(since)})`,
      ),
    ),
    ...list('Milestones', milestones.flatMap(milestone)),
    ...list('Support hours', hours ? [hoursText(hours)] : []),
    ...list('Overdue', overdue.map(deadline)),
    ...list('Due', due.map(deadline)),
    ...list('Next deadlines', open.map(deadline)),
  ].join('\n');
}

/** The same with what has been caused and what may be done next. */
export function fullViewText(view: FullView): string {
  const { effects, next } = view;
  return [
    viewText(view),
    ...list(
      'Effects',
      effects.map(
        ({ key, at, withdrawnAt }) =>
          `${germanDay(at)}  ${key}${withdrawnAt === undefined ? '' : ` (withdrawn ${germanDay(withdrawnAt)})`}`,
      ),
    ),
    ...list(
      'May be entered next',
      next.map(({ type, label, roles }) => `${type}  ${label.en} · ${label.de}  (${roles.join(', ')})`),
    ),
  ].join('\n');
}

/** What was made, amended, withdrawn or skipped. */
export function changesText(changes: readonly ChangeSummary[]): string {
  return changes.length === 0
    ? 'Nothing is to be sent.'
    : changes
        .map(({ op, key, rev }) => `  ${op} ${key}${rev === undefined ? '' : ` (rev ${rev})`}`)
        .join('\n');
}

/** What telling something did: the entries' numbers, what is sent, and where the journey stands. */
export const enteredText = ({ seqs, changes, view }: TellResult): string =>
  [`Entered as ${seqs.join(', ')}.`, changesText(changes), viewText(view)].join('\n');

/** What telling something would do: what is sent, what changes, and where the journey would stand then. */
export const previewText = ({ changes, difference, view }: PreviewResult): string =>
  [changesText(changes), ...list('What changes', differenceLines(difference)), '', viewText(view)].join('\n');

/** What differs between two folds, a line each: states, deadlines that come, go or move. */
export function differenceLines({ left, entered, gained, lost, moved }: Difference): string[] {
  const place = ({ region, label }: Place): string => `${region.en}: ${label.en} · ${region.de}: ${label.de}`;
  return [
    ...left.map((one) => `− ${place(one)}`),
    ...entered.map((one) => `+ ${place(one)}`),
    ...lost.map((one) => `− ${deadline(one)}`),
    ...gained.map((one) => `+ ${deadline(one)}`),
    ...moved.map((one) => `${one.from} → ${deadline(one)}`),
  ];
}

/** A journal, a row for each entry; what no longer counts says since which entry. */
export function journalText(journal: readonly Entry[]): string {
  const ended = endings(journal);
  const rows = journal.map((entry) => {
    const { seq, recordedAt, actor, event, voids, replaces, reason } = entry;
    const what = event ? `${event.type}  ${catalogue[event.type].label.en}` : `takes back entry ${voids}`;
    const corrects = replaces === undefined ? '' : `, replaces ${replaces}`;
    const why = reason === undefined ? '' : ` (${reason})`;
    const by = ended.get(seq);
    const gone =
      by === undefined ? '' : `✗ ${by.voids === undefined ? 'replaced' : 'taken back'} by ${by.seq}`;
    const who = actor.id === undefined ? actor.role : `${actor.role}:${actor.id}`;
    const happened = germanDay(momentOf(journal, entry));
    return [String(seq), happened, recordedAt.slice(0, 16), who, what + corrects + why, gone];
  });
  return table(['seq', 'happened', 'recorded', 'by', 'event', 'counts'], rows);
}

/** For each event whether it is possible, or why not in both languages. */
export function explanationText(all: readonly Explanation[]): string {
  return all
    .map(({ type, label, possible, reasons }) =>
      [
        `${possible ? '✓' : '✗'} ${type}  ${label.en} · ${label.de}`,
        ...reasons.flatMap(({ de, en }) => [`    de: ${de}`, `    en: ${en}`]),
      ].join('\n'),
    )
    .join('\n');
}
