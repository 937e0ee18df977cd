/** What is asked of somebody now, or of everybody: for the board, and for the command line. */
import { listCards, type Scope } from '../activities/store/cards.ts';
import type { Store } from '../activities/store/read.ts';
import {
  listDeadlines,
  listMeetings,
  listOffered,
  listTold,
  type OfferedJourney,
  type TodayMeeting,
} from '../activities/store/today.ts';
import { addDays, type Day, endOfGermanDay } from '../workflows/policy/calendar.ts';
import { labelOfDeadline, labelOfNotice } from './web/api/cards.ts';

/** Days to come whose deadlines are shown. */
const ahead = 14;

/** A journey that is offered; to whom, where it is not whoever asks. */
export type Offered = OfferedJourney & { readonly to?: string };

/** What is due, what was told, the meetings of the week, and the journeys offered, on the day of the scope. */
export async function readToday(db: Store, scope: Scope) {
  const { today } = scope;
  const [deadlines, told, meetings, handovers] = await Promise.all([
    listDeadlines(db, scope, { until: addDays(today, ahead) }),
    listTold(db, scope),
    readMeetings(db, scope, { from: today, to: addDays(today, 6) }),
    offeredIn(db, scope),
  ]);
  return {
    today,
    deadlines: deadlines.map((row) => ({ ...row, label: labelOfDeadline(row.key) })),
    notices: told.map((row) => ({ ...row, ...itemIn(row.key), to: [...row.to], label: labelOfNotice(row) })),
    meetings,
    handovers,
  };
}

/** The meetings from a day to a day. */
export function readMeetings(
  db: Store,
  scope: Scope,
  { from, to, cancelled }: { readonly from: Day; readonly to: Day; readonly cancelled?: boolean | undefined },
): Promise<TodayMeeting[]> {
  // The first day begins when the one before has ended.
  const span = { from: endOfGermanDay(addDays(from, -1)), to: endOfGermanDay(to), cancelled };
  return listMeetings(db, scope, span);
}

async function offeredIn(db: Store, scope: Scope): Promise<Offered[]> {
  if (!('everything' in scope)) return await listOffered(db, scope);
  const { items } = await listCards(db, scope, { sort: 'id', limit: 1_000_000, offset: 0 });
  return items.flatMap(({ id, name, caseWorker, whose: { handoverTo } }) =>
    handoverTo === undefined ? [] : [{ journey: id, name, from: caseWorker, to: handoverTo }],
  );
}

/** What a reminder is about, where several run at once: its key names it before the day (`reminder/taskDue/7/2026-11-25`). */
function itemIn(key: string): { item?: number } {
  const [, item] = /^reminder\/\w+\/(\d+)\/\d{4}-/.exec(key) ?? [];
  return item === undefined ? {} : { item: Number(item) };
}
