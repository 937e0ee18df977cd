/**
 * One participant's journey while it is played: told entry by entry and kept as a fold. A meeting that is recorded later than it
 * took place is a late entry, as in life: everything since is folded again.
 */
import { advance, begin, foldOn } from '../../workflows/fold/fold.ts';
import type { Folded } from '../../workflows/fold/folded.ts';
import type { Rulebook } from '../../workflows/fold/rulebook.ts';
import { buildEntry, type Entry } from '../../workflows/journal/entry.ts';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import { type Day, type Instant, later, noon } from '../../workflows/policy/calendar.ts';
import { actorOf } from '../stories.ts';
import { type Happening, nextHappening } from './fate.ts';
import { type Person, situationOf } from './person.ts';
import type { Task } from './task.ts';
import { tasksOf } from './tasks.ts';

/** A journey as it has come; only the functions of this file change it. */
export interface Journey {
  readonly person: Person;
  readonly place: number;
  kept: Folded;
  told: readonly Entry[];
  /** What may be derived from the fold, once it was asked for. */
  tasks: readonly Task[] | undefined;
  next: Happening | undefined;
  /** The meeting that took place and is not in the journal yet, and how all stood then. */
  unrecorded: { readonly on: Day; readonly kept: Folded; readonly told: number } | undefined;
}

/** Desk work is entered in the afternoon, after what has happened at noon. */
const afternoon = (day: Day): Instant => `${day}T15:00:00.000Z`;

/** Opens a journey by its referral. */
export function openJourney(
  person: Person,
  place: number,
  { rulebook, caseWorker, on }: { rulebook: Rulebook; caseWorker: string; on: Day },
): Journey {
  const kept = begin(rulebook, noon(on));
  const journey: Journey = {
    person,
    place,
    kept,
    told: [],
    tasks: undefined,
    next: undefined,
    unrecorded: undefined,
  };
  happen(
    journey,
    { type: 'intake.referred', source: 'funder', site: 'site-1', federalState: 'BW', caseWorker },
    on,
  );
  return journey;
}

/** Lets everything fire and happen that does until noon of a day. */
export function liveOn(journey: Journey, day: Day, until: Instant): void {
  for (;;) {
    const [due] = journey.kept.open;
    if (due && due.at <= until) keep(journey, advance(journey.kept, due.at));
    else if (journey.next && journey.next.on <= day) happen(journey, journey.next.event, day);
    else return;
  }
}

/** All that the journey asks of its case worker, now or later. */
export function tasksIn(journey: Journey): readonly Task[] {
  journey.tasks ??= tasksOf(situationOf(journey.kept, journey.person));
  return journey.tasks;
}

/** Something happens at noon and is told at once. */
export function happen(journey: Journey, event: JourneyEvent, day: Day): void {
  tell(journey, event, later(noon(day), journey.kept.now));
}

/** A task is done: the journal has its entries. */
export function complete(journey: Journey, { events }: Task, day: Day): void {
  for (const event of events(day)) tell(journey, event, later(afternoon(day), journey.kept.now));
}

/** The meeting takes place at noon; the journal does not know yet. */
export function meet(journey: Journey, on: Day): void {
  journey.unrecorded = { on, kept: journey.kept, told: journey.told.length };
}

/** The record of the meeting is written: an entry for its own day, in front of all that was told since. */
export function recordMeeting(journey: Journey, today: Day): void {
  const { unrecorded, told } = journey;
  if (!unrecorded) return;
  const now = later(afternoon(today), journey.kept.now);
  const held: JourneyEvent = { type: 'meeting.held', attended: ['participant', 'caseWorker'] };
  const entry = entryOf(journey, held, now, noon(unrecorded.on));
  const [before, since] = [told.slice(0, unrecorded.told), told.slice(unrecorded.told)];
  journey.told = [...told, entry];
  journey.unrecorded = undefined;
  keep(journey, foldOn(unrecorded.kept, before, [...since, entry], now));
}

function tell(journey: Journey, event: JourneyEvent, at: Instant): void {
  const entry = entryOf(journey, event, at);
  const kept = foldOn(journey.kept, journey.told, [entry], at);
  journey.told = [...journey.told, entry];
  keep(journey, kept);
}

function entryOf({ told, person }: Journey, event: JourneyEvent, now: Instant, effectiveAt?: Instant): Entry {
  const actor = event.type === 'meeting.scheduled' ? { role: 'system' } : actorOf(event);
  const stamp = { seq: told.length + 1, requestId: `${person.id}-${told.length + 1}`, recordedAt: now };
  return buildEntry({ event, actor, ...(effectiveAt === undefined ? {} : { effectiveAt }) }, stamp, now);
}

function keep(journey: Journey, kept: Folded): void {
  journey.kept = kept;
  journey.tasks = undefined;
  journey.next = nextHappening(situationOf(kept, journey.person));
}
