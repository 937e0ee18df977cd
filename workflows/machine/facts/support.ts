/** What is known of support: goals, tasks, contacts, absences, help, hours. */
import type { EventOf } from '../../journal/events.ts';
import { type Day, earlier } from '../../policy/calendar.ts';

export interface Absence {
  readonly from: Day;
  /** Last day, once it has ended. */
  readonly to?: Day;
  readonly reason: EventOf<'absence.began'>['reason'];
}

export interface Help {
  readonly topic: EventOf<'help.asked'>['topic'];
  readonly for: EventOf<'help.asked'>['for'];
  readonly status: 'asked' | 'running' | 'ended';
}

/** The funder's offer of support hours, and how far the talk about it has come. */
export interface HoursOffer {
  readonly hours: number;
  readonly from: Day;
  readonly to: Day;
  /** What the provider could do instead. */
  readonly countered?: number;
  /** The day of the last word. */
  readonly since: Day;
}

export interface Allocation {
  readonly hours: number;
  readonly from: Day;
  readonly to: Day;
}

export interface SupportFacts {
  /** Goals under way and when each is reviewed, by root `seq` of the entry that set it. */
  readonly goals: { readonly [entry: string]: { readonly goal: string; readonly reviewOn: Day } };
  readonly goalsReached: number;
  /** Tasks to be done, by root `seq` of the entry that set it. */
  readonly tasks: { readonly [entry: string]: { readonly task: string; readonly dueOn: Day } };
  readonly lastContactOn?: Day;
  /** Minutes of contacts and lessons by calendar month. */
  readonly minutes: { readonly [month: string]: number };
  readonly absences: readonly Absence[];
  /** Help by root `seq` of the entry that asked for it. */
  readonly help: { readonly [entry: string]: Help };
  readonly hoursOffer?: HoursOffer | undefined;
  /** Support hours agreed with the funder, oldest first. */
  readonly allocations: readonly Allocation[];
  /** Months whose used hours are due and not reported. */
  readonly hoursOpen: readonly string[];
  readonly hoursReported: readonly string[];
  /** Months in which the journey was closed throughout: no hours were used, none become due. */
  readonly closedMonths: readonly string[];
  readonly learningSupport?: { readonly subject: string; readonly supporter?: string } | undefined;
}

export const noSupport: SupportFacts = {
  goals: {},
  goalsReached: 0,
  tasks: {},
  minutes: {},
  absences: [],
  help: {},
  allocations: [],
  hoursOpen: [],
  hoursReported: [],
  closedMonths: [],
};

/** The earliest month in which hours were agreed and that is none of these, `YYYY-MM`. */
function agreedMonthBut(known: readonly string[], { allocations }: SupportFacts): string | undefined {
  const taken = new Set(known);
  const months = allocations.flatMap(({ from, to }) => {
    let month = monthOf(from);
    while (taken.has(month)) month = monthAfter(month);
    return month <= monthOf(to) ? [month] : [];
  });
  return months.length === 0 ? undefined : months.reduce(earlier);
}

/** The next month in which hours were agreed and whose report has not become due yet, also where they were agreed late. */
export const nextHoursMonth = (facts: SupportFacts): string | undefined =>
  agreedMonthBut([...facts.hoursOpen, ...facts.hoursReported, ...facts.closedMonths], facts);

/** The first month in which hours were agreed and that has not been reported. */
export const unreportedMonth = (facts: SupportFacts): string | undefined =>
  agreedMonthBut(facts.hoursReported, facts);

/** The calendar months that lie wholly between two days. */
export function monthsBetween(from: Day, to: Day): string[] {
  const months: string[] = [];
  for (let month = monthAfter(monthOf(from)); month < monthOf(to); month = monthAfter(month)) {
    months.push(month);
  }
  return months;
}

/** The calendar month of a day, `YYYY-MM`. */
export const monthOf = (day: Day): string => day.slice(0, 7);

/** The calendar month after one, `YYYY-MM`. */
export function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
