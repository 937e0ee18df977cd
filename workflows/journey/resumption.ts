/**
 * How a journey goes on from what the store holds of it: nothing that was sent is sent again, what was open goes on, and
 * revisions rise from where they stood. Pure.
 */
import { answerId, type Deed, type Deeds } from '../effects/deeds.ts';
import { type Effect, lasting, type Order } from '../effects/effects.ts';
import { fold } from '../fold/fold.ts';
import type { Folded } from '../fold/folded.ts';
import { type Machines, machines, rulebookOf, type Versions, versionsOf } from '../fold/rulebook.ts';
import { asBuilt, commonLength, onlyAnswers } from '../journal/canonical.ts';
import type { Entry } from '../journal/entry.ts';
import type { Handed, JourneyInput, Told } from '../messages.ts';
import { type Instant, later } from '../policy/calendar.ts';
import { addressed, type Ledger, open, type Step } from './ledger.ts';

/** What the store holds of a journey. */
export interface Kept extends Versions, Deeds {
  readonly journey: string;
  readonly journal: readonly Entry[];
  /** The journey's clock when it was last recorded. */
  readonly asOf: Instant | null;
}

export interface Resumption {
  readonly input: JourneyInput;
  /** Effects that should be there and of which the store knows nothing: they are not sent, and a person should look. */
  readonly skipped: readonly string[];
}

/** What a run is started with that goes on from the store. @throws Refusal where the journal is impossible. */
export function resumptionOf(kept: Kept, known: Machines = machines): Resumption {
  const { journey, effects } = kept;
  const journal = kept.journal.map(asBuilt);
  const rulebook = rulebookOf(kept, known);
  const folded = reached(kept, (now) => fold(rulebook, journal, now));
  const deeds = new Map(effects.map((deed) => [deed.key, deed]));
  const isStray = (deed: Deed): boolean => deed.op === 'withdraw' || !isAlive(folded.effects[deed.key]);
  const done = [...deeds.values()].map((deed): [string, Handed] => [
    deed.key,
    isStray(deed) ? takenBack(deed, journey, folded) : handedOf(deed, journey, folded, journal),
  ]);
  const handed = new Map(done);
  const unknown = Object.values(folded.effects).filter((effect) => {
    const deed = deeds.get(effect.key);
    return isAlive(effect) && (!deed || deed.op === 'withdraw');
  });
  for (const { key } of unknown) handed.set(key, { rev: deeds.get(key)?.rev ?? 0, op: 'skip' });
  // What lies before the first record is the past that a journey was imported with: nothing of it was ever sent.
  const begun = journal[0]?.recordedAt ?? '';
  return {
    skipped: unknown.flatMap(({ key, at }) => (at > begun ? [key] : [])),
    input: {
      ...{ journey, ...versionsOf(rulebook), journal, upTo: folded.now },
      ...{ handed: Object.fromEntries(handed), told: toldIn(journal), recorded: journal.length },
    },
  };
}

const isAlive = (effect: Effect | undefined): boolean =>
  effect !== undefined && effect.withdrawnAt === undefined;

/**
 * The fold at the moment up to which the store knows: effects that were begun after the last record count too, so that
 * they are not made a second time.
 */
function reached({ journal, asOf, effects }: Kept, at: (now: Instant) => Folded): Folded {
  const recorded = journal.reduce((last, { recordedAt }) => later(last, recordedAt), asOf ?? '');
  const furthest = at(effects.reduce((last, deed) => later(last, deed.at), recorded));
  const begun = effects.filter(({ key }) => furthest.effects[key] !== undefined);
  return at(begun.reduce((last, deed) => later(last, deed.at), recorded));
}

/** Done is done; an order that broke off, or whose answer was not entered, is carried out to its end. */
function handedOf(deed: Deed, journey: string, folded: Folded, journal: readonly Entry[]): Handed {
  const { key, rev, op, done, answer } = deed;
  const isEntered = journal.some(({ requestId }) => requestId === answerId(key, rev));
  if (done && (answer === null || isEntered)) return { rev, op };
  return { rev, op, order: orderOf(deed, journey, folded) };
}

/** What exists in the world and not in the journal goes: a meeting is cancelled, a notice is let be. */
function takenBack(deed: Deed, journey: string, folded: Folded): Handed {
  const { key, rev, op, kind, done } = deed;
  const slot = deed.answer?.type === 'meeting.scheduled' ? deed.answer.startsAt : undefined;
  const isOver = slot !== undefined && slot <= folded.now;
  if (op === 'withdraw' && !done) return { rev, op, order: orderOf(deed, journey, folded) };
  if (op === 'withdraw' || !lasting[kind] || isOver) return { rev, op };
  const withdrawal = { ...deed, rev: rev + 1, op: 'withdraw' } as const;
  return { rev: rev + 1, op: 'withdraw', order: orderOf({ ...withdrawal, key }, journey, folded) };
}

function orderOf({ key, rev, op, kind, params, at, late }: Deed, journey: string, folded: Folded): Order {
  const { site = '', caseWorker } = addressed({ params }, folded);
  return { journey, site, caseWorker, key, rev, op, kind, params, at, now: folded.now, late } as Order;
}

/** Request ids stay known; what changed then is not. */
function toldIn(journal: readonly Entry[]): Record<string, Told> {
  const requests = Map.groupBy(journal, ({ requestId }) => requestId);
  const told = [...requests].map(([requestId, entries]): [string, Told] => [
    requestId,
    { seqs: entries.map(({ seq }) => seq), changes: [] },
  ]);
  return Object.fromEntries(told);
}

/** Whether a journal can give way to the store's: it adds nothing that anybody said, and lacks something. Pure. */
export function givesWay(own: readonly Entry[], kept: readonly Entry[]): boolean {
  const common = commonLength(own, kept);
  return common < kept.length && onlyAnswers(own.slice(common));
}

/**
 * The books of a journey that had fallen behind, as the store kept them. What was handed out since in a higher revision
 * stays. Gives nothing where an entry of its own would be lost. @throws Refusal where the journal is impossible.
 */
export function restored(
  ledger: Ledger,
  input: JourneyInput,
  now: Instant,
  known: Machines,
): Step | undefined {
  if (!givesWay(ledger.journal, input.journal)) return undefined;
  const opened = open(input, now, known).ledger;
  const own = Object.entries(ledger.handed).filter(([key, { rev }]) => rev > (opened.handed[key]?.rev ?? 0));
  const handed = { ...opened.handed, ...Object.fromEntries(own) };
  const orders = Object.values(handed).flatMap(({ order }) => order ?? []);
  return { ledger: { ...opened, handed }, changes: [], orders };
}
