/** What the machine asks to exist in the world: the effects of its transitions, as data. Pure. */
import type { EffectRequest, Withdrawal } from '../effects/effects.ts';
import type { ReminderTopic, Role, Rung } from '../effects/words.ts';
import type { DeadlineKey, Policy } from '../policy/policy.ts';
import { dateOf } from './deadlines.ts';
import { type Facts, isEntryEvent, type MachineEvent } from './facts.ts';

/** What the machine knows when it transitions. */
export interface Situation<E = MachineEvent> {
  readonly facts: Facts;
  readonly policy: Policy;
  readonly event: E;
}

interface Notice {
  readonly topic: ReminderTopic;
  readonly to: readonly Role[];
  readonly speaksFor: string;
  /** The deadline whose date the notice speaks of, where it is not the one that fired. */
  readonly speaksOf?: DeadlineKey;
}

const worker = ['caseWorker'] as const;
const lead = ['teamLead'] as const;
const both = ['caseWorker', 'teamLead'] as const;

/** Deadlines that tell somebody. */
const notices = {
  intakeDecision: { topic: 'intakeUndecided', to: worker, speaksFor: 'phase.intake' },
  intakeEscalation: { topic: 'intakeOverdue', to: lead, speaksFor: 'phase.intake' },
  preparationEndNear: {
    topic: 'preparationEndNear',
    to: worker,
    speaksFor: 'phase.accompanied.preparation',
    speaksOf: 'preparationEnd',
  },
  preparationEnd: { topic: 'preparationOver', to: both, speaksFor: 'phase.accompanied.preparation' },
  companyInformed: { topic: 'companyUninformed', to: both, speaksFor: 'briefing.due' },
  contractRegistration: { topic: 'contractUnregistered', to: worker, speaksFor: 'registration.missing' },
  contractRegistrationEscalation: {
    topic: 'contractUnregisteredEscalated',
    to: lead,
    speaksFor: 'registration.missing',
  },
  firstDayConfirmation: {
    topic: 'firstDayUnconfirmed',
    to: worker,
    speaksFor: 'phase.accompanied.contracted',
  },
  probationReview: {
    topic: 'probationReview',
    to: worker,
    speaksFor: 'phase.accompanied.training.probation',
    speaksOf: 'probationEnd',
  },
  betweenContractsReminder: {
    topic: 'betweenContracts',
    to: worker,
    speaksFor: 'phase.accompanied.training.betweenContracts',
  },
  betweenContractsEscalation: {
    topic: 'betweenContractsLong',
    to: ['teamLead', 'funderAdviser'],
    speaksFor: 'phase.accompanied.training.betweenContracts',
  },
  examRegistrationReminder: {
    topic: 'examUnregistered',
    to: worker,
    speaksFor: 'phase.accompanied.training.established',
    speaksOf: 'contractEnd',
  },
  examRegistrationEscalation: {
    topic: 'examUnregisteredEscalated',
    to: lead,
    speaksFor: 'phase.accompanied.training.established',
    speaksOf: 'contractEnd',
  },
  contractEnd: { topic: 'contractEnded', to: both, speaksFor: 'phase.accompanied' },
  extensionDemand: {
    topic: 'extensionDemand',
    to: both,
    speaksFor: 'phase.accompanied.exam.repeating.undemanded',
  },
  longestExtension: { topic: 'longestExtension', to: lead, speaksFor: 'phase.accompanied.exam' },
  meetingRecord: { topic: 'meetingUnrecorded', to: worker, speaksFor: 'reflection.scheduled' },
  meetingUnrecorded: { topic: 'meetingGivenUp', to: lead, speaksFor: 'reflection.waiting' },
} as const satisfies { readonly [K in DeadlineKey]?: Notice };

/** Deadlines that tell somebody and change nothing else. */
export type NoticeKey = keyof typeof notices;

/** The notice that belongs to a deadline which has fired. */
export function notice({ facts, policy, event }: Situation): EffectRequest | undefined {
  if (isEntryEvent(event)) return undefined;
  const key = event.type.slice('deadline.'.length) as DeadlineKey;
  const spec: Notice | undefined = (notices as { readonly [K in DeadlineKey]?: Notice })[key];
  if (!spec) return undefined;
  const dueOn = (spec.speaksOf && dateOf(spec.speaksOf, facts, policy)) ?? event.dueOn;
  return {
    key: `reminder/${key}/${event.entry}`,
    kind: 'reminder',
    params: { topic: spec.topic, to: spec.to, dueOn },
    speaksFor: spec.speaksFor,
  };
}

/** The key of the meeting that the current cycle asks for. */
export function meetingKey({ cycle }: Pick<Facts, 'cycle'>): string {
  return `reflection/after-${cycle}`;
}

/** The invitation to the meeting that is due; who trains brings the trainer. */
export function meeting({ facts, policy, event }: Situation): EffectRequest {
  const attendees: Role[] = ['participant', 'caseWorker'];
  if (facts.stage !== 'preparation') attendees.push('trainer');
  return {
    key: meetingKey(facts),
    kind: 'reflectionMeeting',
    params: {
      dueOn: facts.meetingDueOn ?? event.day,
      noticeDays: policy.limits.invitationNotice.value.days,
      federalState: facts.federalState,
      attendees,
      ...(event.type === 'meeting.moved' ? { startsAt: event.startsAt } : {}),
    },
    speaksFor: 'reflection',
  };
}

/** Takes back the invitation of the current cycle; the fold keeps a meeting whose slot has passed. */
export function meetingWithdrawn({ facts }: Pick<Situation, 'facts'>): Withdrawal {
  return { withdraw: meetingKey(facts) };
}

/** Tells the team lead of meetings missed in a row, from the policy's number on. */
export function missedMeetings({ facts, policy, event }: Situation): EffectRequest | undefined {
  if (facts.missedInRow < policy.limits.missedInRow.value) return undefined;
  return {
    key: `reminder/meetingsMissed/${event.entry}`,
    kind: 'reminder',
    params: { topic: 'meetingsMissed', to: lead, dueOn: event.day },
    speaksFor: 'reflection',
  };
}

const rungRecipients = {
  talk: ['caseWorker'],
  mediation: ['caseWorker', 'teamLead'],
  trainingAdviser: ['caseWorker', 'trainingAdviser'],
  conciliation: ['caseWorker', 'teamLead'],
  court: ['caseWorker', 'teamLead'],
} as const satisfies Record<Rung, readonly Role[]>;

/** The step a conflict has taken, told to those whose turn it is. */
export function escalation({ facts, policy }: Situation): EffectRequest | undefined {
  const { conflict } = facts;
  if (!conflict) return undefined;
  const row =
    conflict.rung === 'talk'
      ? 'conflictTalk'
      : conflict.rung === 'mediation'
        ? 'conflictMediation'
        : 'conflictAlert';
  const alert = conflict.alerts > 0;
  const respondBy = dateOf(alert ? 'conflictAlert' : row, facts, policy) ?? conflict.rungSince;
  const { entry, ordinal, rung } = conflict;
  return {
    key: `conflict/${entry}/${rung}${alert ? `/alert-${conflict.alerts}` : ''}`,
    kind: 'conflictEscalation',
    params: { conflict: entry, ordinal, rung, to: alert ? lead : rungRecipients[rung], respondBy },
    speaksFor: `conflict.open.${rung}`,
  };
}
