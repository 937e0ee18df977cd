/** What a journey's books say that the store should hold: the journal, the board's row, what was carried out. Pure. */
import type { Summary } from '../../activities/index.ts';
import { answerId, type Deed, type Deeds, kindOf, type MeetingDeed } from '../effects/deeds.ts';
import { versionsOf } from '../fold/rulebook.ts';
import { viewOf } from '../fold/view.ts';
import type { Books } from '../messages.ts';
import type { Ledger } from './ledger.ts';

/** All of it. */
export const booksOf = (ledger: Ledger): Books => ({
  journal: ledger.journal,
  summary: summaryOf(ledger),
  deeds: deedsOf(ledger),
});

/** The board's row. */
export function summaryOf({ folded }: Ledger): Summary {
  const { phase, attention, conflictRung, places, open, due, overdue } = viewOf(folded);
  const { facts } = folded.snapshot.context;
  return {
    site: facts.site ?? '',
    federalState: facts.federalState,
    phase,
    attention,
    caseWorker: facts.caseWorker,
    nextDeadline: open[0]?.at,
    ...versionsOf(folded.rulebook),
    summary: { conflictRung, places: places.map(({ path }) => path), open: open.slice(0, 5), due, overdue },
  };
}

/** What is carried out; an open order is not, and what was skipped never was. */
export function deedsOf(ledger: Ledger): Deeds {
  const { handed, folded, journal } = ledger;
  const answers = new Map(journal.map(({ requestId, event }) => [requestId, event]));
  const effects = Object.entries(handed).flatMap(([key, { rev, op, order }]): Deed[] => {
    if (order || op === 'skip') return [];
    const { params = {}, at = folded.now } = folded.effects[key] ?? {};
    const answer = answers.get(answerId(key, rev)) ?? null;
    return [{ key, rev, op, kind: kindOf(key), params, at, late: false, done: true, answer }];
  });
  return { effects, meetings: meetingsOf(ledger) };
}

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
