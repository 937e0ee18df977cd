/** Which task a case worker takes next, and what finishing it does. */
import { addDays, type Day } from '../../workflows/policy/calendar.ts';
import { countDone } from './counting.ts';
import type { Desk, Today } from './desk.ts';
import { complete, type Journey, recordMeeting, tasksIn } from './journey.ts';
import type { Office } from './scenario.ts';
import type { Task } from './task.ts';

export interface Chosen {
  readonly journey: Journey;
  readonly task: Task;
  /** The task's identity on this desk. */
  readonly key: string;
}

/** Of all that can be done today what is due first. */
export function mostUrgent(desk: Desk, today: Today): Chosen | undefined {
  let best: Chosen | undefined;
  for (const journey of desk.journeys) {
    for (const task of dutiesOf(desk, journey, today)) {
      if (task.from > today.day || (best && task.dueOn >= best.task.dueOn)) continue;
      best = { journey, task, key: `${journey.person.id}/${task.key}` };
    }
  }
  return best;
}

/** What the journey asks for, and beside it the record of a meeting and the month's everyday support. */
export function dutiesOf(desk: Desk, journey: Journey, { month }: Today): Task[] {
  const { kept, person, unrecorded } = journey;
  const { minutes } = desk.scenario.office;
  const weekly = desk.supported.get(person.id) === month ? 0 : everyday(kept.visits, minutes);
  return [
    ...tasksIn(journey),
    ...(unrecorded ? [recordOf(unrecorded.on, minutes.record)] : []),
    ...(weekly > 0 ? [supportIn(month, (weekly * 52) / 12)] : []),
  ];
}

const recordOf = (on: Day, minutes: number): Task => ({
  key: `record/${on}`,
  kind: 'records',
  minutes,
  from: on,
  dueOn: addDays(on, 2),
  deadline: 'meetingRecord',
  events: () => [],
});

const supportIn = (month: string, minutes: number): Task => ({
  key: `everyday/${month}`,
  kind: 'everyday',
  minutes,
  from: `${month}-01`,
  dueOn: `${month}-28`,
  events: () => [],
});

/** Minutes of everyday support a week. */
function everyday(visits: Journey['kept']['visits'], minutes: Office['minutes']): number {
  if (visits['phase.accompanied.preparation']) return minutes.preparing;
  if (visits['phase.accompanied']) return minutes.training;
  return visits['phase.followUp'] ? minutes.followUp : 0;
}

/** The work on a task is done. */
export function finish(desk: Desk, { journey, task, key }: Chosen, { day, month }: Today): void {
  desk.begun.delete(key);
  if (task.deadline) countDone(desk.tally, task.deadline, task.dueOn, day);
  if (task.kind === 'records') recordMeeting(journey, day);
  else if (task.kind === 'everyday') desk.supported.set(journey.person.id, month);
  else complete(journey, task, day);
}
