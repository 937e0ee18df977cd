/** What befalls a participant without the case worker's doing, derived from where the journey stands. Pure. */
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import { dateOf } from '../../workflows/machine/deadlines.ts';
import { addDays, type Day, later } from '../../workflows/policy/calendar.ts';
import type { Situation } from './person.ts';
import { daysUntil, within } from './random.ts';

export interface Happening {
  readonly on: Day;
  readonly event: JourneyEvent;
}

type Fate = (situation: Situation) => readonly (Happening | undefined)[];

/** What comes next, if anything does. */
export function nextHappening(situation: Situation): Happening | undefined {
  const all = fates.flatMap((fate) => fate(situation)).filter((one) => one !== undefined);
  return all.length === 0 ? undefined : all.reduce((first, one) => (one.on < first.on ? one : first));
}

const training = 'phase.accompanied.training';
const established = `${training}.established`;
const probation = `${training}.probation`;
const between = `${training}.betweenContracts`;

/** Something that happens so often a year while a state lasts. */
function at(
  { since, chance }: Situation,
  state: string,
  perYear: number,
  event: JourneyEvent,
  notBefore: Day = '',
): Happening | undefined {
  const entered = since(state);
  const from = entered && later(entered, notBefore);
  const days = daysUntil(perYear, chance(event.type, state));
  // Later than any simulation reaches is never.
  return from === undefined || days > 3650 ? undefined : { on: addDays(from, days), event };
}

const left = (reason: 'ownWish' | 'lackOfParticipation' | 'noPlacement' | 'moved'): JourneyEvent => ({
  type: 'journey.leftEarly',
  reason,
});

const leaving: Fate = (situation) => {
  const { scenario, chance } = situation;
  const reasons = ['ownWish', 'lackOfParticipation', 'moved'] as const;
  const reason = reasons[within([0, reasons.length - 1], chance('reason'))] ?? 'ownWish';
  return [
    at(situation, 'phase.accompanied.preparation', scenario.life.leavesPreparation, left(reason)),
    at(situation, training, scenario.life.leavesTraining, left(reason)),
  ];
};

/** Who finds no company leaves: when the preparation is over, or after five months between contracts. */
const unplaced: Fate = ({ facts, policy, since, chance, scenario: { life } }) => {
  const ends = dateOf('preparationEnd', facts, policy);
  const searching = since(between);
  return [
    since('phase.accompanied.preparation') !== undefined &&
    ends !== undefined &&
    chance('neverPlaced') < life.neverPlaced
      ? { on: addDays(ends, 1), event: left('noPlacement') }
      : undefined,
    searching !== undefined && chance('noNewCompany', between) < life.noNewCompany
      ? { on: addDays(searching, 150), event: left('noPlacement') }
      : undefined,
  ];
};

const contractEnds: Fate = (situation) => {
  const { life } = situation.scenario;
  return [
    at(situation, probation, life.endsInProbation, {
      type: 'contract.ended',
      by: 'company',
      reason: 'duringProbation',
    }),
    at(situation, established, life.endsLater, { type: 'contract.ended', by: 'both', reason: 'agreement' }),
  ];
};

/** A conflict breaks out, and may end the contract if nobody settles it in time. */
const conflict: Fate = (situation) => {
  const { since, chance, scenario } = situation;
  const { conflicts, breaking, patienceDays } = scenario.life;
  const open = since('conflict.open');
  const inContract = since(probation) ?? since(established);
  const raised: JourneyEvent = { type: 'conflict.raised', between: 'participantAndTrainer' };
  const adviser = since('conflict.open.trainingAdviser');
  const breaks = open && !adviser && inContract && chance('breaking', 'conflict.open') < breaking;
  return [
    inContract ? at(situation, 'conflict.calm', conflicts, raised, inContract) : undefined,
    breaks
      ? {
          on: addDays(open, within(patienceDays, chance('patience', 'conflict.open'))),
          event: { type: 'contract.ended', by: 'company', reason: 'importantReason' },
        }
      : undefined,
  ];
};

const absence: Fate = (situation) => {
  const { since, chance, scenario } = situation;
  const absent = since('absence.absent');
  const days = within(scenario.life.absentDays, chance('absentDays', 'absence.absent'));
  return [
    at(situation, 'absence.present', scenario.life.absences, { type: 'absence.began', reason: 'illness' }),
    absent === undefined ? undefined : { on: addDays(absent, days), event: { type: 'absence.ended' } },
  ];
};

const internships: Fate = ({ facts, since }) =>
  Object.entries(facts.internships)
    .filter(([, { status }]) => status === 'planned' && since('phase.accompanied.preparation'))
    .map(([entry, { from }]) => ({
      on: from,
      event: { type: 'internship.started', internship: Number(entry) },
    }));

const sitting = 'phase.accompanied.exam.sitting';

const exam: Fate = ({ facts, since, chance, scenario: { life } }) => {
  const { sittingOn } = facts;
  if (since(sitting) === undefined || sittingOn === undefined) return [];
  if (chance('examMissed', sitting) < life.examMissed)
    return [{ on: sittingOn, event: { type: 'exam.missedByIllness' } }];
  const failed = chance('exam', sitting) < life.examFailed;
  return [{ on: addDays(sittingOn, 7), event: { type: failed ? 'exam.failed' : 'exam.passed' } }];
};

const job: Fate = ({ facts, since, chance, scenario: { life } }) => {
  const followUp = since('phase.followUp');
  if (followUp === undefined || facts.jobSince !== undefined || chance('noJob') < life.noJob) return [];
  return [
    { on: addDays(followUp, within(life.jobAfterDays, chance('job'))), event: { type: 'job.started' } },
  ];
};

const fates: readonly Fate[] = [leaving, unplaced, contractEnds, conflict, absence, internships, exam, job];
