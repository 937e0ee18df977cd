/** Deadlines that tell somebody: whom, and which state the notice speaks for. Data. */
import type { Role } from '../effects/words.ts';
import type { DeadlineKey } from '../policy/policy.ts';

interface Notice {
  readonly to: readonly Role[];
  /** The state that names the deadline, where left out. */
  readonly speaksFor?: string;
  /** The deadline whose date the notice speaks of, where it is not the one that fired. */
  readonly speaksOf?: DeadlineKey;
}

export const worker = ['caseWorker'] as const;
export const lead = ['teamLead'] as const;
export const both = ['caseWorker', 'teamLead'] as const;

export const notices = {
  intakeDecision: { to: worker, speaksFor: 'phase.intake' },
  intakeEscalation: { to: lead, speaksFor: 'phase.intake' },
  preparationEndNear: {
    to: worker,
    speaksFor: 'phase.accompanied.preparation',
    speaksOf: 'preparationEnd',
  },
  preparationEnd: { to: both, speaksFor: 'phase.accompanied.preparation' },
  entryQualificationEnd: { to: worker, speaksFor: 'phase.accompanied.entryQualification' },
  companyInformed: { to: both, speaksFor: 'briefing.due' },
  contractRegistration: { to: worker, speaksFor: 'registration.missing' },
  contractRegistrationEscalation: { to: lead, speaksFor: 'registration.missing' },
  firstDayConfirmation: { to: worker },
  probationReview: { to: worker, speaksOf: 'probationEnd' },
  leaveEnd: { to: worker, speaksFor: 'pause' },
  betweenContractsReminder: { to: worker },
  betweenContractsEscalation: { to: ['teamLead', 'funderAdviser'] },
  examRegistrationReminder: { to: worker, speaksOf: 'contractEnd' },
  examRegistrationEscalation: { to: lead, speaksOf: 'contractEnd' },
  contractEnd: { to: both, speaksFor: 'phase.accompanied' },
  extensionDemand: { to: both, speaksFor: 'phase.accompanied.exam' },
  longestExtension: { to: lead, speaksFor: 'phase.accompanied.exam' },
  bridgingEnd: { to: both, speaksFor: 'phase.accompanied.exam' },
  meetingRecord: { to: worker, speaksFor: 'reflection.scheduled' },
  meetingUnrecorded: { to: lead, speaksFor: 'reflection.waiting' },
  settlementAcceptance: { to: both, speaksFor: 'conflict.open.conciliation' },
  settlementAction: { to: both, speaksFor: 'conflict.open' },
  terminationNotice: { to: both, speaksFor: 'termination' },
  terminationAction: { to: both, speaksFor: 'termination' },
  givingUpNotice: { to: worker, speaksFor: 'termination' },
  damagesClaim: { to: worker, speaksFor: 'damages' },
  luvPreparationStart: { to: both, speaksFor: 'reports' },
  luvPreparationProgress: { to: both, speaksFor: 'reports' },
  luvPreparationFinal: { to: both, speaksFor: 'reports' },
  luvTrainingStart: { to: both, speaksFor: 'reports' },
  luvTrainingProgress: { to: both, speaksFor: 'reports' },
  luvProbation: { to: both, speaksFor: 'reports' },
  luvTrainingYear: { to: both, speaksFor: 'reports' },
  luvTrainingFinal: { to: both, speaksFor: 'reports' },
  goalReview: { to: worker, speaksFor: 'supportPlan.kept' },
  taskDue: { to: worker, speaksFor: 'supportPlan.kept' },
  handoverAnswer: { to: lead, speaksFor: 'assignment.handover' },
  deputyBegins: { to: worker, speaksFor: 'deputy.covering' },
  deputyEnds: { to: worker, speaksFor: 'deputy' },
  hoursOfferReminder: { to: worker, speaksFor: 'hours.negotiating' },
  hoursOfferEscalation: { to: lead, speaksFor: 'hours.negotiating' },
  usedHoursDue: { to: worker, speaksFor: 'usedHours', speaksOf: 'usedHoursReport' },
  usedHoursReport: { to: lead, speaksFor: 'usedHours' },
  fundingEnd: { to: both, speaksFor: 'funding.approved', speaksOf: 'fundingOver' },
  fundingOver: { to: both, speaksFor: 'funding.approved' },
  minorExamination: { to: both, speaksFor: 'minor.minor' },
  minorFollowUp: { to: both, speaksFor: 'minor.minor' },
  minorBan: { to: both, speaksFor: 'minor.minor' },
  majority: { to: worker, speaksFor: 'minor' },
  recordsErased: { to: ['dataProtection'], speaksFor: 'retention.over' },
} as const satisfies { readonly [K in DeadlineKey]?: Notice };

/** Deadlines that tell somebody. */
export type NoticeKey = keyof typeof notices;

export const noticeOf = (key: DeadlineKey): Notice | undefined =>
  (notices as { readonly [K in DeadlineKey]?: Notice })[key];
