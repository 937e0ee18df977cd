/** What a journey's books say that the store should hold: the journal, the board's row, what was carried out. Pure. */
import type { Board, Summary } from '../../activities/index.ts';
import { answerId, type Deed, type Deeds, kindOf, type MeetingDeed } from '../effects/deeds.ts';
import { openNotices } from '../fold/openNotices.ts';
import { versionsOf } from '../fold/rulebook.ts';
import { type DeadlineView, viewOf } from '../fold/view.ts';
import type { Books } from '../messages.ts';
import type { Ledger } from './ledger.ts';

/** All of it. */
export const booksOf = (ledger: Ledger): Books => ({
  journal: ledger.journal,
  summary: summaryOf(ledger),
  asOf: ledger.folded.now,
  deeds: deedsOf(ledger),
  open: openDeeds(ledger),
});

/** The board's row. */
export function summaryOf({ folded, rulesSince }: Ledger): Summary {
  const { phase, attention, conflictRung, places, open } = viewOf(folded);
  const { facts } = folded.snapshot.context;
  return {
    site: facts.site ?? '',
    federalState: facts.federalState,
    phase,
    attention,
    caseWorker: facts.caseWorker,
    nextDeadline: open[0]?.at,
    ...versionsOf(folded.rulebook),
    rulesSince,
    summary: {
      conflictRung,
      places: places.map(({ path }) => path),
      // Whose people have to do with the journey.
      company: facts.contract?.company,
      school: facts.attends,
      chamber: facts.contract?.chamber,
      funder: facts.funder,
      supporter: facts.learningSupport?.supporter,
      supportWanted: folded.visits['learningSupport.requested'] !== undefined || undefined,
      // Who else may see it.
      deputy: facts.deputy,
      handoverTo: facts.handover?.to,
    },
  };
}

/** The board's lists, without words, which the policy knows; `stuck` is what the workflow itself has to complain of. */
export function boardOf({ folded }: Ledger, stuck: Board['stuck']): Board {
  const { open, due, overdue } = viewOf(folded);
  const dated = (all: readonly DeadlineView[], status: Board['deadlines'][number]['status']) =>
    all.map(({ key, item, dueOn, at }) => ({
      key,
      dueOn,
      at,
      status,
      ...(item === undefined ? {} : { item }),
    }));
  return {
    deadlines: [...dated(open, 'open'), ...dated(due, 'due'), ...dated(overdue, 'overdue')],
    notices: openNotices(folded),
    stuck,
  };
}

/** What is carried out; an open order is not. What was skipped never was, or had been taken back before. */
export function deedsOf(ledger: Ledger): Deeds {
  const { handed, folded, journal } = ledger;
  const said = journal.filter(({ actor }) => actor.role === 'system');
  const answers = new Map(said.map(({ requestId, event }) => [requestId, event]));
  const effects = Object.entries(handed).flatMap(([key, { rev, op, order }]): Deed[] => {
    if (order || rev === 0) return [];
    const { params = {}, at = folded.now } = folded.effects[key] ?? {};
    const answer = answers.get(answerId(key, rev)) ?? null;
    const last = op === 'skip' ? 'withdraw' : op;
    return [{ key, rev, op: last, kind: kindOf(key), params, at, late: false, done: true, answer }];
  });
  return { effects, meetings: meetingsOf(ledger) };
}

/** What was handed out and is not carried out yet. */
const openDeeds = ({ handed }: Ledger): Deed[] =>
  Object.values(handed).flatMap(({ order }): Deed[] => {
    if (!order) return [];
    const { key, rev, op, kind, params, at, late } = order;
    return [{ key, rev, op, kind, params, at, late, done: false, answer: null }];
  });

/** The last slot each meeting was given. */
function meetingsOf({ journal, handed, folded }: Ledger): MeetingDeed[] {
  const { facts } = folded.snapshot.context;
  const meetings = new Map<string, MeetingDeed>();
  for (const { actor, event } of journal) {
    if (actor.role !== 'system' || event?.type !== 'meeting.scheduled') continue;
    const { meeting: key, rev, startsAt, endsAt } = event;
    const known = handed[key];
    const effect = folded.effects[key];
    const params = effect?.kind === 'reflectionMeeting' ? effect.params : undefined;
    const isCancelled = known?.op === 'withdraw' && known.order === undefined;
    meetings.set(key, {
      ...{ key, startsAt, endsAt },
      rev: isCancelled ? known.rev : rev,
      status: isCancelled ? 'cancelled' : 'scheduled',
      byHand: params?.startsAt !== undefined,
      attendees: params?.attendees ?? [],
      caseWorker: params?.caseWorker ?? facts.caseWorker ?? null,
    });
  }
  return [...meetings.values()];
}
