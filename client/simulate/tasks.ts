/** A case worker's tasks in training and beside it, and all of them together. Pure. */
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import { dateOf, datesOf } from '../../workflows/machine/deadlines.ts';
import type { Facts } from '../../workflows/machine/facts.ts';
import { reportDeadline } from '../../workflows/machine/rules/support.ts';
import { addDays, earlier, later } from '../../workflows/policy/calendar.ts';
import type { DeadlineKey } from '../../workflows/policy/policy.ts';
import { dutyOf } from '../stories.ts';
import type { Situation } from './person.ts';
import { type Task, type TasksOf, task } from './task.ts';
import { extension, intake, placement, preparation } from './tasksBefore.ts';

/** All that a journey asks of its case worker now or later, but for meetings and everyday support. */
export const tasksOf = (situation: Situation): Task[] => matters.flatMap((matter) => matter(situation));

const formalities: TasksOf = ({ facts, policy, since, scenario: { office } }) => {
  const formality = (key: DeadlineKey, from: string | undefined, events: Task['events']): Task[] => {
    const dueOn = dateOf(key, facts, policy);
    const { formality: minutes } = office.minutes;
    return dueOn === undefined
      ? []
      : [task({ key, kind: 'placement', minutes, from, dueOn, deadline: key, events })];
  };
  const { contract } = facts;
  const register = examRegistration(facts);
  return [
    ...(since('registration.missing')
      ? formality('contractRegistrationEscalation', contract && addDays(contract.signedOn, 3), () => [
          { type: 'contract.registered' },
        ])
      : []),
    ...(since('phase.accompanied.contracted')
      ? formality('firstDayConfirmation', contract?.start, () => [{ type: 'training.started' }]).map(
          // Nobody can confirm a first day that has not come, however early it was due.
          (one) => ({ ...one, from: contract?.start ?? one.from }),
        )
      : []),
    ...(since('phase.accompanied.training.established')
      ? formality('examRegistrationEscalation', dateOf('examRegistrationReminder', facts, policy), register)
      : []),
  ];
};

/** The exam lies six weeks before the contract ends; registered late it is a month ahead. */
const examRegistration =
  ({ contract }: Situation['facts']): Task['events'] =>
  (day) => {
    const planned = contract ? addDays(contract.end, -42) : day;
    return [{ type: 'exam.registered', sittingOn: later(planned, addDays(day, 30)) }];
  };

/** After an exam that was not passed: the extension is demanded, the repeat exam registered. */
const repeats: TasksOf = ({ facts, policy, since, scenario: { office } }) => {
  const repeating = since('phase.accompanied.exam.repeating');
  const { contract, contractEndedOn, extensionOpen } = facts;
  if (repeating === undefined || !contract || contractEndedOn !== undefined) return [];
  const { formality: minutes } = office.minutes;
  const longest = dateOf('longestExtension', facts, policy) ?? contract.end;
  const newEnd = earlier(addDays(contract.end, 182), longest);
  if (extensionOpen && newEnd > contract.end) {
    return [
      task({
        key: 'extensionDemand',
        kind: 'placement',
        minutes,
        from: repeating,
        dueOn: dateOf('extensionDemand', facts, policy) ?? repeating,
        deadline: 'extensionDemand',
        events: () => [{ type: 'exam.extensionDemanded', newEnd }],
      }),
    ];
  }
  const [from, dueOn] = [addDays(repeating, 14), addDays(repeating, 42)];
  const events = examRegistration(facts);
  return [task({ key: 'repeatRegistration', kind: 'placement', minutes, from, dueOn, events })];
};

const conflicts: TasksOf = ({ facts, policy, since, chance, scenario: { life, office } }) => {
  const rung = (
    state: string,
    minutes: number,
    key: DeadlineKey,
    events: readonly JourneyEvent[],
  ): Task[] => {
    const from = since(state);
    const dueOn = dateOf(key, unalerted(facts), policy);
    return from && dueOn
      ? [task({ key: state, kind: 'conflicts', minutes, from, dueOn, deadline: key, events: () => events })]
      : [];
  };
  const settled = (purpose: string, share: number, otherwise: JourneyEvent): JourneyEvent[] =>
    chance(purpose, 'conflict.open') < share ? [{ type: 'conflict.resolved' }] : [otherwise];
  const { talk, mediation } = office.minutes;
  return [
    ...rung(
      'conflict.open.talk',
      talk,
      'conflictTalk',
      settled('talk', life.settledByTalk, { type: 'conflict.mediated' }),
    ),
    ...rung(
      'conflict.open.mediation',
      mediation,
      'conflictMediation',
      settled('mediation', life.settledByMediation, {
        type: 'conflict.adviserCalled',
        participantAgreed: true,
      }),
    ),
    ...rung('conflict.open.trainingAdviser', talk, 'conflictAlert', [{ type: 'conflict.resolved' }]),
  ];
};

/** Alerts move a rung's date on and on; being in time is measured by its first one. */
function unalerted(facts: Facts): Facts {
  if (!facts.conflict) return facts;
  const { alertedOn: _, ...conflict } = facts.conflict;
  return { ...facts, conflict: { ...conflict, alerts: 0 } };
}

/** A report may be written three weeks before it is due, a final one when the end is near. */
const reports: TasksOf = ({ facts, policy, since, scenario: { office } }) => {
  if (since('reports.kept') === undefined) return [];
  return Object.values(reportDeadline).flatMap((key) =>
    datesOf(key, facts, policy).flatMap(({ date, item }) => {
      const duty = dutyOf({ key, ...(item === undefined ? {} : { item }) });
      const ahead = key.endsWith('Final') ? -3 : -21;
      return duty
        ? task({
            key: `${key}/${item ?? 0}`,
            kind: 'reports',
            minutes: office.minutes.report,
            from: addDays(date, ahead),
            dueOn: date,
            deadline: key,
            events: () => [duty],
          })
        : [];
    }),
  );
};

const matters: readonly TasksOf[] = [
  intake,
  preparation,
  extension,
  placement,
  formalities,
  repeats,
  conflicts,
  reports,
];
