/**
 * What is open when a journey leaves: what shall exist in the world and does not, because the transfer called it off. Who
 * hands the journey over says what it is, who receives it makes just that. Pure.
 */
import type { Effect } from '../../workflows/effects/effects.ts';
import { fold } from '../../workflows/fold/fold.ts';
import { rulebookOf, type Versions } from '../../workflows/fold/rulebook.ts';
import { canonicalJson } from '../../workflows/journal/canonical.ts';
import type { Entry } from '../../workflows/journal/entry.ts';
import type { Handed } from '../../workflows/messages.ts';

/** An effect that is not carried out. */
export type Open = Pick<Effect, 'key' | 'kind' | 'params' | 'at'>;

/** A journal whose last entry is the transfer, and what was last handed out for each effect. */
export interface Left extends Versions {
  readonly journal: readonly Entry[];
  readonly handed: Readonly<Record<string, Pick<Handed, 'rev' | 'op'>>>;
}

/** An order that the sender's store knows. */
export interface Deed {
  readonly key: string;
  readonly rev: number;
  readonly status: 'begun' | 'done';
}

/**
 * What is open of a journey that has left. A notice may have been sent just before it was called off; who has it needs no
 * second one, so it is not open. What ended with the journey, such as a meeting to come, is called anew where it goes on.
 */
export function openAt(left: Left, deeds: readonly Deed[]): Open[] {
  const done = new Set(deeds.flatMap(({ key, rev, status }) => (status === 'done' ? [`${key} ${rev}`] : [])));
  const isSent = (key: string): boolean => done.has(`${key} ${(left.handed[key]?.rev ?? 0) - 1}`);
  return calledOff(left).flatMap(({ open, ended }) => (ended || !isSent(open.key) ? [open] : []));
}

/** What was handed out, so that the receiver makes what is open and takes all else for done. */
export function handedWith(left: Left, open: readonly Open[]): Left['handed'] {
  const isOpen = new Set(open.map(({ key }) => key));
  const asMade = calledOff(left).flatMap(({ open: { key }, ended }) =>
    ended || isOpen.has(key)
      ? []
      : [[key, { rev: left.handed[key]?.rev ?? 0, op: 'make' as const }] as const],
  );
  return { ...left.handed, ...Object.fromEntries(asMade) };
}

/** Whether all of it follows from the journal: nobody is written to because a bundle says so. */
export function follows(left: Left, open: readonly unknown[]): boolean {
  const all = new Set(calledOff(left).map((one) => canonicalJson(one.open)));
  return open.every((one) => all.has(canonicalJson(one)));
}

/** What would be there, had the journey stayed, and was called off; `ended` where the journey's end itself did so. */
function calledOff({ journal, handed, ...versions }: Left): { open: Open; ended: boolean }[] {
  const last = journal.at(-1);
  if (!last) return [];
  const away = transferIn(journal);
  const rulebook = rulebookOf(versions);
  const stayed = fold(
    rulebook,
    journal.filter(({ seq }) => !away.has(seq)),
    last.recordedAt,
  );
  const ended = fold(rulebook, journal, last.recordedAt);
  return Object.values(stayed.effects).flatMap((effect) => {
    const { key, kind, params, at } = effect;
    if (!isAlive(effect) || handed[key]?.op !== 'withdraw') return [];
    return [{ open: { key, kind, params, at } as Open, ended: !isAlive(ended.effects[key]) }];
  });
}

const isAlive = (effect: Effect | undefined): boolean =>
  effect !== undefined && effect.withdrawnAt === undefined;

/** The last entry with all that it replaces: a transfer may have been corrected. */
function transferIn(journal: readonly Entry[]): ReadonlySet<number> {
  const chain = new Set<number>();
  for (let entry = journal.at(-1); entry; entry = journal[(entry.replaces ?? 0) - 1]) chain.add(entry.seq);
  return chain;
}
