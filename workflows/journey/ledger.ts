/**
 * The books of one journey: its journal, the kept fold, what was handed out, what was answered. Pure: each function takes
 * a ledger and gives a new one, so the workflow around it stays thin. Nothing here knows Temporal.
 */
import { answerId, type Deed } from '../effects/deeds.ts';
import type { Answer, Order } from '../effects/effects.ts';
import { type Change, changesAtMigration, changesBetween, changesOfMove } from '../fold/changes.ts';
import { advance, fold, foldOn } from '../fold/fold.ts';
import type { Folded } from '../fold/folded.ts';
import { type Machines, machines, type Rulebook, rulebookOf, versionsOf } from '../fold/rulebook.ts';
import { bytesOf, bytesOfJournal, checkLength, checkRoom } from '../journal/capacity.ts';
import { buildEntry, type Entry, parseRequestId, type Statement } from '../journal/entry.ts';
import { catalogue } from '../journal/events.ts';
import { liveEntries, momentOf } from '../journal/live.ts';
import { Refusal } from '../journal/refusal.ts';
import { presentWorker } from '../machine/facts/people.ts';
import type { ChangeSummary, Handed, JourneyInput, Told } from '../messages.ts';
import { germanDay, type Instant } from '../policy/calendar.ts';
import { remembered } from './requests.ts';

export interface Ledger {
  readonly journey: string;
  readonly journal: readonly Entry[];
  readonly folded: Folded;
  readonly handed: Readonly<Record<string, Handed>>;
  /** What requests led to, where it was anything. */
  readonly told: Readonly<Record<string, Told>>;
  /** Since when it is under these rules; none where it always was. */
  readonly rulesSince?: Instant | undefined;
}

/** A ledger after a change, and what the change led to. */
export interface Step {
  readonly ledger: Ledger;
  readonly changes: readonly ChangeSummary[];
  /** What activities have to do now. */
  readonly orders: readonly Order[];
}

/** What a proposal would lead to; nothing is entered yet. */
export interface Proposal {
  readonly entries: readonly Entry[];
  readonly folded: Folded;
  readonly changes: readonly Change[];
}

/**
 * Opens the books. A first start makes the effects of its journal; one that has an `upTo` continues, and sends nothing of
 * what lies before it: only what was recorded afterwards is told anew. @throws Refusal where the journal is impossible.
 */
export function open(input: JourneyInput, now: Instant, known: Machines = machines): Step {
  const { journey, journal, handed = {}, told = {}, rulesSince } = input;
  const rulebook = rulebookOf(input, known);
  if (input.upTo !== undefined) {
    return continued({ journey, journal, handed, told, rulesSince }, rulebook, input.upTo, now);
  }
  const folded = fold(rulebook, journal, now);
  const nothing = { ...folded, effects: {} };
  const roots = new Set(liveEntries(journal).map(({ root }) => root));
  const changes = changesBetween(nothing, folded, { told: roots, skipped: new Set() });
  return hand({ journey, journal, folded, handed, told, rulesSince }, changes);
}

/** What was recorded after `upTo` is news: a journey from another provider brings the entry by which it was received. */
function continued(books: Omit<Ledger, 'folded'>, rulebook: Rulebook, upTo: Instant, now: Instant): Step {
  const { journal } = books;
  const known = journal.slice(0, journal.findLastIndex(({ recordedAt }) => recordedAt <= upTo) + 1);
  const ledger = { ...books, journal: known, folded: fold(rulebook, known, upTo) };
  const news = journal.slice(known.length);
  if (news.length === 0) return { ledger, changes: [], orders: [] };
  return commit(ledger, proposal(ledger, news, now));
}

/** Fires what is due by `now`. */
export function tick(ledger: Ledger, now: Instant): Step {
  const folded = advance(ledger.folded, now);
  return hand({ ...ledger, folded }, changesBetween(ledger.folded, folded, telling(ledger, new Set())));
}

/**
 * What telling these statements at `now` would lead to. The ledger must be ticked to `now`.
 * @throws Refusal with code and reasons; `later-entry-impossible` names the later entry that would lose its ground.
 */
export function propose(
  ledger: Ledger,
  statements: readonly unknown[],
  requestId: string,
  now: Instant,
): Proposal {
  const stamp = { requestId: parseRequestId(requestId), recordedAt: now };
  checkLength(statements);
  const first = ledger.journal.length + 1;
  const entries = statements.map((statement, index) =>
    buildEntry(statement, { seq: first + index, ...stamp }, now, ['statements', index]),
  );
  const outsider = entries.findIndex(({ actor }) => actor.role === 'system');
  if (outsider >= 0) throw onlySystem(outsider);
  const proposed = proposal(ledger, entries, now);
  checkRoom(carriedBy(ledger) + bytesOfJournal(entries) + bytesOf(proposed.changes));
  return proposed;
}

function onlySystem(index: number): Refusal {
  return new Refusal('role-not-allowed', [
    {
      code: 'role-not-allowed',
      field: `statements.${index}.actor.role`,
      de: 'Als »system« trägt nur die Begleitung selbst ein.',
      en: 'Only the journey itself speaks as "system".',
    },
  ]);
}

function proposal(ledger: Ledger, entries: readonly Entry[], now: Instant): Proposal {
  const folded = laterNamed(ledger.journal, () => foldOn(ledger.folded, ledger.journal, entries, now));
  const seqs = new Set(entries.map(({ seq }) => seq));
  const whole = [...ledger.journal, ...entries];
  const roots = new Set(liveEntries(whole).flatMap(({ entry, root }) => (seqs.has(entry.seq) ? [root] : [])));
  const changes = changesBetween(ledger.folded, folded, telling(ledger, roots));
  return {
    entries,
    folded,
    changes: [...changes, ...changesOfMove(ledger.folded, folded, ledger.handed, changes)],
  };
}

/** A refusal that lies with an entry told before names that entry as the one that would lose its ground. */
function laterNamed(journal: readonly Entry[], run: () => Folded): Folded {
  try {
    return run();
  } catch (error) {
    const at = error instanceof Refusal ? error.reasons[0]?.entry : undefined;
    const later = journal.find(({ seq }) => seq === at);
    if (!(error instanceof Refusal) || !later) throw error;
    const name = nameOf(journal, later);
    throw new Refusal(
      'later-entry-impossible',
      error.reasons.map((reason) => ({
        ...reason,
        de: `Eintrag ${at} (${name.de}) würde unmöglich: ${reason.de}`,
        en: `Entry ${at} (${name.en}) would become impossible: ${reason.en}`,
      })),
    );
  }
}

/** What an entry says, and the day it speaks of. */
function nameOf(journal: readonly Entry[], entry: Entry): { de: string; en: string } {
  const { event, voids } = entry;
  const { de, en } = event
    ? catalogue[event.type].label
    : { de: `nimmt Eintrag ${voids} zurück`, en: `takes back entry ${voids}` };
  const day = germanDay(momentOf(journal, entry));
  return { de: `${de}, ${day}`, en: `${en}, ${day}` };
}

/** Enters a proposal. */
export function commit(ledger: Ledger, { entries, folded, changes }: Proposal): Step {
  const journal = [...ledger.journal, ...entries];
  const step = hand({ ...ledger, journal, folded }, changes);
  return { ...step, ledger: { ...step.ledger, told: remembered(ledger, entries, step.changes) } };
}

/**
 * The same journal under another rulebook. Nothing is done for what lies in the past; what lasts is made good.
 * @throws Refusal naming the entry that would become impossible. The ledger must be ticked to `now`.
 */
export function migrated(ledger: Ledger, rulebook: Rulebook, now: Instant): Step {
  const folded = laterNamed(ledger.journal, () => fold(rulebook, ledger.journal, now));
  const changes = changesAtMigration(ledger.folded, folded, skippedIn(ledger));
  const isOther = differs(ledger.folded.rulebook, rulebook);
  return hand({ ...ledger, folded, rulesSince: isOther ? now : ledger.rulesSince }, changes);
}

const differs = (one: Rulebook, other: Rulebook): boolean =>
  one.machineVersion !== other.machineVersion || one.policy.version !== other.policy.version;

/**
 * Takes what an activity answered: the order is done, and what the answer means to the journey becomes an entry by the
 * system. The answer to an older revision, or a second one, is dropped.
 */
export function answered(ledger: Ledger, order: Order, answer: Answer, now: Instant): Step {
  const current = ledger.handed[order.key];
  // One that is done already was answered too: by the store, from which the journey was restored.
  if (current?.rev !== order.rev || !current.order) return { ledger, changes: [], orders: [] };
  const { rev, op } = current;
  const done = { ...ledger, handed: { ...ledger.handed, [order.key]: { rev, op } } };
  if (answer === null) return { ledger: done, changes: [], orders: [] };
  const requestId = answerId(order.key, order.rev);
  const stamp = { seq: ledger.journal.length + 1, requestId, recordedAt: now };
  const entry = buildEntry({ event: answer, actor: { role: 'system' } } satisfies Statement, stamp, now);
  return commit(done, proposal(done, [entry], now));
}

/**
 * Enters that an order cannot be carried out, once the policy's time is over: those who run the software are told of it. Once
 * for each revision, and never of the notice that tells them.
 */
export function complained(ledger: Ledger, order: Order, now: Instant): Step {
  const { key, rev } = order;
  const { days } = ledger.folded.rulebook.policy.limits.stuckTold.value;
  const requestId = `stuck/${key}/${rev}`;
  const isTold = ledger.journal.some((entry) => entry.requestId === requestId);
  const isOver = Date.parse(now) >= Date.parse(order.now) + days * 86_400_000;
  const isOwn = key.startsWith('reminder/effectStuck/');
  if (isTold || isOwn || !isOver || ledger.handed[key]?.rev !== rev)
    return { ledger, changes: [], orders: [] };
  const event = { type: 'effect.stuck', effect: key, rev } as const;
  const stamp = { seq: ledger.journal.length + 1, requestId, recordedAt: now };
  const entry = buildEntry({ event, actor: { role: 'system' } } satisfies Statement, stamp, now);
  return commit(ledger, proposal(ledger, [entry], now));
}

const telling = (ledger: Ledger, told: ReadonlySet<number>) => ({ told, skipped: skippedIn(ledger) });

/** Keys that were skipped when they were last looked at. */
const skippedIn = ({ handed }: Ledger): Set<string> =>
  new Set(Object.entries(handed).flatMap(([key, { op }]) => (op === 'skip' ? [key] : [])));

/** Hands out changes: each raises its key's revision, and becomes an order unless it is skipped. */
function hand(ledger: Ledger, changes: readonly Change[]): Step {
  const handed = { ...ledger.handed };
  const orders: Order[] = [];
  const summaries = changes.map(({ op, effect, late }): ChangeSummary => {
    const { key, kind } = effect;
    const known = handed[key]?.rev ?? 0;
    if (op === 'skip') {
      handed[key] = { rev: known, op };
      return { op, key, kind };
    }
    const { params, at } = effect;
    const { site = '', caseWorker } = addressed(effect, ledger.folded);
    const rev = known + 1;
    const base = {
      journey: ledger.journey,
      site,
      caseWorker,
      key,
      rev,
      op,
      at,
      now: ledger.folded.now,
      late,
    };
    const order = { ...base, kind, params } as Order;
    handed[key] = { rev, op, order };
    orders.push(order);
    return { op, key, kind, rev };
  });
  return { ledger: { ...ledger, handed }, changes: summaries, orders };
}

/** For whom an effect is carried out: the deputy, while there is one, stands in for the case worker. */
export function addressed(
  { params }: { readonly params: Deed['params'] },
  { snapshot, now }: Folded,
): Pick<Order, 'caseWorker'> & { site?: string } {
  const { facts } = snapshot.context;
  const { site } = facts;
  const meant = 'caseWorker' in params ? params.caseWorker : presentWorker(facts, germanDay(now));
  return { caseWorker: meant, ...(site === undefined ? {} : { site }) };
}

/** How many bytes the next run is started with. */
export const carriedBy = ({ journal, handed, told }: Omit<Ledger, 'folded'>): number =>
  bytesOfJournal(journal) + bytesOf(handed) + bytesOf(told);

/** What the next run is started with. */
export function carryOver(ledger: Ledger, input: JourneyInput, recorded: number): JourneyInput {
  const { journal, handed, told, folded, rulesSince } = ledger;
  const versions = versionsOf(folded.rulebook);
  return { ...input, ...versions, rulesSince, journal, upTo: folded.now, handed, told, recorded };
}
