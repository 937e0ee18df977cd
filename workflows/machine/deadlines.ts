/** The date of a deadline: the policy's row reckoned from its anchor by §§186–193 BGB, and the instant it fires. Pure. */
import {
  type Day,
  dayBefore,
  earlier,
  extended,
  type Instant,
  lastDayAfter,
  lastDayWith,
  orNextWorkingDay,
  type Period,
  periodEndInstant,
  reminderInstant,
} from '../policy/calendar.ts';
import type { FederalState } from '../policy/holidays.ts';
import type { DeadlineKey, Policy } from '../policy/policy.ts';
import type { Anchor } from './anchors/anchor.ts';
import { anchors } from './anchors.ts';
import type { Facts } from './facts.ts';

/** A deadline's date; `item` tells what it is about, where several run at once. */
export interface Dated {
  readonly date: Day;
  readonly item?: number;
}

/**
 * The dates of a deadline: a reminder's day, or the last day that still counts. None while the fact it hangs on is
 * unknown; several where it runs for several things. Reckoned from days, never from when somebody typed them.
 */
export function datesOf(key: DeadlineKey, facts: Facts, policy: Policy): Dated[] {
  const found = anchors[key](facts, policy, (other, known) => dateOf(other, known, policy));
  const all = 'length' in found ? found : [found];
  return all.flatMap((anchor) => {
    const date = reckon(policy.deadlines[key], anchor, facts.federalState);
    if (date === undefined) return [];
    return [anchor.item === undefined ? { date } : { date, item: anchor.item }];
  });
}

/** The date of a deadline that runs for one thing only. */
export function dateOf(key: DeadlineKey, facts: Facts, policy: Policy): Day | undefined {
  return datesOf(key, facts, policy)[0]?.date;
}

type Row = Policy['deadlines'][DeadlineKey];

function reckon(row: Row, anchor: Anchor, place: FederalState): Day | undefined {
  const { from, extension, notAfter, unlessBefore, unlessAfter, period = row.value ?? undefined } = anchor;
  if (from === undefined) return undefined;
  const date = plain(row, from, period, place);
  const lengthened = extension ? extended(date, extension, place) : date;
  const limited = notAfter === undefined ? lengthened : earlier(lengthened, notAfter);
  if (limited > (unlessAfter ?? limited) || limited < (unlessBefore ?? limited)) return undefined;
  return row.holidays === 'none' ? limited : orNextWorkingDay(limited, place);
}

function plain({ reckon: way }: Row, from: Day, period: Period | undefined, place: FederalState): Day {
  if (!period) return from;
  if (way === 'before') return dayBefore(from, period);
  return way === 'with' ? lastDayWith(from, period, place) : lastDayAfter(from, period, place);
}

/** When a deadline fires: reminders on their date, periods the morning after their last day; 05:00 UTC. */
export function dueInstant(key: DeadlineKey, date: Day, policy: Policy): Instant {
  return policy.deadlines[key].kind === 'remind' ? reminderInstant(date) : periodEndInstant(date);
}
