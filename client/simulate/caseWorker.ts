/**
 * A case worker's days over the whole simulation. The model, in full: on a working day a fifth of the week's hours is there. Meetings
 * promised for the day come first; what is left goes into the open tasks, the one due first before the others, and what is not
 * finished goes on the next day. In some weeks the case worker is away: nothing is done, meetings are put off. A meeting that has
 * become due is invited to for the first day, a week ahead or later, that still has room for one. Everyday support is a task
 * of each month: what is not done of it by the month's end falls away. When a journey closes, its place is filled again.
 */
import { addDays, type Day } from '../../workflows/policy/calendar.ts';
import { type Desk, type Employment, minutesADay, type Today } from './desk.ts';
import { finish, mostUrgent } from './duties.ts';
import { type Journey, liveOn, openJourney, tasksIn } from './journey.ts';
import { attend, invite, meetsOn, putOff } from './meetings.ts';
import { draw, within } from './random.ts';
import type { Kind } from './scenario.ts';
import { countMonth, countOutcome, countUndone } from './stock.ts';
import { count } from './tally.ts';

/** Plays all journeys of a case worker; the desk has what was counted on the way, and the journeys that are not over. */
export function playCaseWorker(employment: Employment, days: readonly Today[]): Desk {
  const desk = deskOf(employment, days[0]?.day ?? '');
  for (const today of days) playDay(desk, today);
  const last = days.at(-1);
  if (last) countUndone(desk, last);
  for (const journey of desk.journeys) countOutcome(desk, journey);
  return desk;
}

function deskOf(employment: Employment, first: Day): Desk {
  const { places, seed, scenario } = employment;
  const arrivals = places.map((place) => {
    const after = Math.floor(draw(seed, place, 'entry') * scenario.office.entryDays);
    return [place, { on: addDays(first, after), generation: 1 }] as const;
  });
  return {
    ...employment,
    tally: new Map(),
    journeys: new Set(),
    arrivals: new Map(arrivals),
    booked: new Map(),
    begun: new Map(),
    supported: new Map(),
  };
}

function playDay(desk: Desk, today: Today): void {
  arrive(desk, today);
  for (const journey of desk.journeys) {
    liveOn(journey, today.day, today.noon);
    invite(desk, journey, today);
  }
  if (today.isWorking) work(desk, today);
  if (today.endsMonth) countMonth(desk, today);
  for (const journey of desk.journeys) leave(desk, journey, today);
}

function arrive(desk: Desk, { day, month }: Today): void {
  const { arrivals, seed, scenario, rulebook } = desk;
  for (const [place, { on, generation }] of arrivals) {
    if (on !== day) continue;
    const person = { id: `${place}.${generation}`, seed, scenario };
    desk.journeys.add(openJourney(person, place, { rulebook, caseWorker: desk.id, on: day }));
    // Everyday support begins with the next month.
    desk.supported.set(person.id, month);
  }
}

/** A journey that has closed frees its place at once, and goes when nothing is left to do for it. */
function leave(desk: Desk, journey: Journey, { day }: Today): void {
  const { place, person, kept, unrecorded } = journey;
  if (kept.visits['phase.closed'] === undefined) return;
  const arrival = desk.arrivals.get(place);
  if (arrival && person.id === `${place}.${arrival.generation}`) {
    const vacant = within(desk.scenario.office.vacantDays, draw(desk.seed, person.id, 'vacant'));
    desk.arrivals.set(place, { on: addDays(day, vacant), generation: arrival.generation + 1 });
  }
  if (tasksIn(journey).length > 0 || unrecorded) return;
  countOutcome(desk, journey);
  desk.journeys.delete(journey);
}

function work(desk: Desk, today: Today): void {
  const { seed, id, scenario, tally } = desk;
  const isAway = draw(seed, id, 'away', today.week) < scenario.office.awayWeeks;
  const promised = [...desk.journeys].filter((journey) => meetsOn(journey, today.day));
  if (isAway) {
    for (const journey of promised) putOff(desk, journey, today);
    return;
  }
  let left = minutesADay(desk);
  count(tally, 'capacity', left);
  const spend = (kind: Kind, minutes: number): void => {
    left -= minutes;
    count(tally, `minutes/${today.month}/${kind}`, minutes);
  };
  for (const journey of promised) spend('meetings', attend(desk, journey, today));
  while (left > 0) {
    const next = mostUrgent(desk, today);
    if (!next) return;
    const { task, key } = next;
    const done = desk.begun.get(key) ?? 0;
    const minutes = Math.min(left, task.minutes - done);
    spend(task.kind, minutes);
    desk.begun.set(key, done + minutes);
    if (done + minutes >= task.minutes) finish(desk, next, today);
  }
}
