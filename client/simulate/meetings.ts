/** A case worker's meetings: invited to, put off, held or missed. */
import { meetingKey } from '../../workflows/machine/requests/meetings.ts';
import { addDays, type Day, type Instant, isWorkingDay } from '../../workflows/policy/calendar.ts';
import { countDone } from './counting.ts';
import { type Desk, minutesADay, type Today } from './desk.ts';
import { happen, type Journey, meet } from './journey.ts';
import { draw } from './random.ts';
import { count } from './tally.ts';

const hour = (day: Day, at: string): Instant => `${day}T${at}:00:00.000Z`;

/** Answers for the calendar: a meeting that is due gets the next slot. The last one has to be recorded first. */
export function invite(desk: Desk, journey: Journey, { day }: Today): void {
  const { visits, snapshot, rulebook } = journey.kept;
  if (visits['reflection.due'] === undefined || journey.unrecorded) return;
  const slot = freeDay(desk, addDays(day, rulebook.policy.limits.invitationNotice.value.days));
  const meeting = meetingKey(snapshot.context.facts);
  const [startsAt, endsAt] = [hour(slot, '09'), hour(slot, '10')];
  happen(journey, { type: 'meeting.scheduled', meeting, rev: 1, startsAt, endsAt }, day);
}

/** The first working day from a day on that has room for another meeting; it is booked. */
function freeDay(desk: Desk, from: Day): Day {
  const { office } = desk.scenario;
  const room = minutesADay(desk) * office.bookable;
  for (let day = from; ; day = addDays(day, 1)) {
    const booked = desk.booked.get(day) ?? 0;
    const isFull = booked > 0 && booked + office.minutes.meeting > room;
    if (isFull || !isWorkingDay(day, 'BW')) continue;
    desk.booked.set(day, booked + office.minutes.meeting);
    return day;
  }
}

/** Whether a meeting has been promised for a day. */
export function meetsOn({ kept, unrecorded }: Journey, day: Day): boolean {
  const { meeting } = kept.snapshot.context.facts;
  const isPlanned = kept.visits['reflection.scheduled'] !== undefined && unrecorded === undefined;
  return isPlanned && meeting?.startsAt.startsWith(day) === true;
}

/** The case worker is away: the meeting moves. */
export function putOff(desk: Desk, journey: Journey, { day }: Today): void {
  happen(journey, { type: 'meeting.moved', startsAt: hour(freeDay(desk, addDays(day, 7)), '09') }, day);
  count(desk.tally, 'meetings/moved');
}

/** The meeting's hour has come. Gives the minutes it took. */
export function attend(desk: Desk, journey: Journey, { day }: Today): number {
  const { tally, seed, scenario } = desk;
  const { life, office } = scenario;
  const { kept, person, told } = journey;
  const before = told.filter(({ event }) => event?.type.startsWith('meeting.')).length;
  const isAbsent = kept.visits['absence.absent'] !== undefined;
  if (isAbsent || draw(seed, person.id, 'noShow', before) < life.noShow) {
    happen(journey, { type: 'meeting.missed', missing: ['participant'] }, day);
    count(tally, 'meetings/missed');
    return office.minutes.noShow;
  }
  const { meetingDueOn = day } = kept.snapshot.context.facts;
  countDone(tally, 'reflectionDue', addDays(meetingDueOn, office.meetingDays), day);
  count(tally, 'meetings/held');
  meet(journey, day);
  return office.minutes.meeting;
}
