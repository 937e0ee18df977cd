/** What is counted at the end of a month, of a journey and of the simulation. */
import { phaseIn, stillWaiting } from '../../workflows/fold/view.ts';
import { addDays, type Day } from '../../workflows/policy/calendar.ts';
import type { DeadlineKey } from '../../workflows/policy/policy.ts';
import type { Desk, Today } from './desk.ts';
import { dutiesOf } from './duties.ts';
import type { Journey } from './journey.ts';
import { count } from './tally.ts';

/** A month ends: who is accompanied, what is overdue, what was left undone. */
export function countMonth(desk: Desk, today: Today): void {
  const { tally } = desk;
  const { month } = today;
  for (const journey of desk.journeys) {
    const { kept, person } = journey;
    const { deadlines } = kept.rulebook.policy;
    if (kept.visits['phase.closed'] === undefined) count(tally, `active/${month}`);
    count(tally, `overdue/${month}`, overdueIn(desk, journey, today).length);
    count(
      tally,
      `waiting/${month}`,
      stillWaiting(kept).filter(({ key }) => deadlines[key].kind === 'until').length,
    );
    for (const { key, kind, minutes } of dutiesOf(desk, journey, today)) {
      if (kind === 'everyday')
        count(tally, `leftOut/${month}`, minutes - (desk.begun.get(`${person.id}/${key}`) ?? 0));
    }
  }
}

/** What was due before today and has not been done; a meeting counts from the day it should have been held by. */
function overdueIn(desk: Desk, journey: Journey, today: Today): (DeadlineKey | undefined)[] {
  const late = dutiesOf(desk, journey, today).filter(
    ({ kind, dueOn }) => kind !== 'everyday' && dueOn < today.day,
  );
  const keys = late.map(({ deadline }) => deadline);
  return isMeetingLate(desk, journey, today.day) ? [...keys, 'reflectionDue'] : keys;
}

function isMeetingLate({ scenario }: Desk, { kept, unrecorded }: Journey, day: Day): boolean {
  const { meetingDueOn } = kept.snapshot.context.facts;
  const isOpen = kept.visits['reflection.due'] ?? kept.visits['reflection.scheduled'];
  if (!isOpen || unrecorded || meetingDueOn === undefined) return false;
  return addDays(meetingDueOn, scenario.office.meetingDays) < day;
}

/** A journey is over, or the simulation is: what became of it. */
export function countOutcome({ tally }: Desk, { kept, told }: Journey): void {
  const { facts } = kept.snapshot.context;
  const [closed] = Object.keys(kept.visits).filter((path) => path.startsWith('phase.closed.'));
  const last = told.findLast(({ event }) => event?.type === 'journey.leftEarly')?.event;
  const reason = last?.type === 'journey.leftEarly' ? last.reason : undefined;
  count(tally, 'journeys');
  count(tally, 'entries', told.length);
  count(tally, `outcome/${closed?.split('.')[2] ?? phaseIn(kept)}`);
  if (reason !== undefined) count(tally, `reason/${reason}`);
  if (facts.trainingEndedOn !== undefined) count(tally, 'examPassed');
  if (facts.trainingSince !== undefined) count(tally, 'begunTraining');
  count(tally, 'examsFailed', facts.examsFailed);
  count(tally, 'conflicts', facts.conflicts);
  // Silence climbs to mediation by itself: the talk that never took place leaves no task behind.
  count(tally, 'undone/conflictTalk', kept.fired.filter(({ key }) => key === 'conflictTalk').length);
  count(tally, 'contractsEnded', told.filter(({ event }) => event?.type === 'contract.ended').length);
}

/** The simulation ends: what is overdue now was not done in time. */
export function countUndone(desk: Desk, today: Today): void {
  for (const journey of desk.journeys) {
    for (const key of overdueIn(desk, journey, today)) {
      if (key !== undefined) count(desk.tally, `undone/${key}`);
    }
  }
}
