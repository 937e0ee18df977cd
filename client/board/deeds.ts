/**
 * What settles a matter of today: for every deadline, news and rung of a conflict the events that answer it, the likeliest first,
 * with what is known filled in; or that nothing is to be entered, and why. Which of the events are possible, the journey says.
 */
import type { NewsTopic, Rung } from '../../workflows/effects/words.ts';
import type { EventType, ReportKind } from '../../workflows/journal/events.ts';
import type { Facts } from '../../workflows/machine/facts.ts';
import type { DeadlineKey } from '../../workflows/policy/policy.ts';
import type { WordKey } from './words.ts';

/** What is known where something is settled. */
export interface Known {
  readonly facts: Facts;
  /** What it is about, where several run at once: a goal's entry, a month, a training year. */
  readonly item?: number | undefined;
  /** Who settles it. */
  readonly person: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** An event that settles the matter, and what its form shows at first. */
export interface Deed {
  readonly type: EventType;
  readonly fields?: (known: Known) => Fields;
}

/** What the button says, and what may be entered there. */
export interface Settling {
  readonly action: WordKey;
  readonly deeds: readonly Deed[];
}

/** Nothing settles it but time or others; the journey's page says more. */
export interface Looking {
  readonly why: WordKey;
}

export type Answer = Settling | Looking;

const settled = (action: WordKey, ...deeds: readonly (EventType | Deed)[]): Settling => ({
  action,
  deeds: deeds.map((deed) => (typeof deed === 'string' ? { type: deed } : deed)),
});
const looked = (why: WordKey): Looking => ({ why });
const withFields = (type: EventType, fields: (known: Known) => Fields): Deed => ({ type, fields });
const fixed = (type: EventType, fields: Fields): Deed => ({ type, fields: () => fields });
const ofItem = (type: EventType, field: string): Deed => withFields(type, ({ item }) => ({ [field]: item }));

const admission = settled(
  'deedDecideIntake',
  withFields('intake.admitted', ({ facts, person }) => ({ caseWorker: facts.caseWorker ?? person })),
  'intake.eligibilityAssessed',
  'intake.referredElsewhere',
  'intake.declined',
);
const afterPreparation = settled(
  'deedGoOn',
  'placement.started',
  'preparation.extended',
  'occupation.agreed',
  'contract.signed',
);
const registration = settled('deedRegistered', 'contract.registered');
const newCompany = settled(
  'deedNewCompany',
  'contract.signed',
  'placement.offered',
  'internship.planned',
  'journey.leftEarly',
);
const examRegistration = settled('deedExamRegistered', 'exam.registered');
const examResult = [
  ...(['exam.passed', 'exam.failed', 'exam.sat', 'exam.missedByIllness'] as const),
  ...(['exam.registered'] as const),
] as const;
const followUp = settled('deedFollowUp', 'job.started', 'followUp.ended', 'job.ended');
/** Without these two it would have been missed. Who was invited, the form itself knows. */
const held = withFields('meeting.held', ({ facts }) =>
  facts.meeting ? {} : { attended: ['participant', 'caseWorker'] },
);
const meeting = settled('deedMeeting', held, 'meeting.missed', 'meeting.moved', 'meeting.cancelled');
const conflict = settled(
  'deedConflict',
  ...(['conflict.resolved', 'conflict.mediated', 'conflict.deescalated'] as const),
  ...(['conflict.adviserCalled', 'conflict.conciliationRequested', 'conflict.conciliationEnded'] as const),
  ...(['conflict.settlementProposed', 'conflict.actionFiled'] as const),
);
const settlement = settled(
  'deedSettlement',
  fixed('conflict.settlementAnswered', { by: 'participant' }),
  'conflict.actionFiled',
  'conflict.resolved',
);
const termination = settled('deedTermination', 'termination.received', 'termination.dropped');
const dismissal = settled(
  'deedTermination',
  ofItem('termination.settled', 'termination'),
  fixed('conflict.actionFiled', { by: 'participant' }),
  fixed('conflict.conciliationRequested', { by: 'participant' }),
);
const givingUp = settled(
  'deedContractEnded',
  fixed('contract.ended', { by: 'participant', reason: 'givingUp' }),
  'termination.dropped',
);
const handover = settled(
  'deedHandover',
  'handover.accepted',
  'handover.approved',
  'handover.declined',
  'handover.withdrawn',
);
const hoursOffer = settled('deedHoursOffer', 'hours.accepted', 'hours.countered', 'hours.answered');
const usedHours = settled(
  'deedHoursReport',
  withFields('hours.reported', ({ item, facts }) => ({
    month:
      item === undefined
        ? facts.hoursOpen[0]
        : `${Math.floor(item / 100)}-${String(item % 100).padStart(2, '0')}`,
  })),
);
const funding = settled(
  'deedFunding',
  withFields('funding.approved', ({ facts, item = 0 }) => {
    const { funder, share } = facts.fundings[item] ?? {};
    return { funder, share };
  }),
  ofItem('funding.ended', 'funding'),
);
const reexamination = settled('deedReexamined', 'minor.reexamined');
const report = (kind: ReportKind): Settling => {
  const fields = ({ item }: Known): Fields => ({
    report: kind,
    year: kind === 'trainingYear' ? item : undefined,
  });
  return settled('deedReport', withFields('report.submitted', fields), withFields('report.drafted', fields));
};

const byDeadline = {
  intakeDecision: admission,
  intakeEscalation: admission,
  preparationEndNear: afterPreparation,
  preparationEnd: afterPreparation,
  entryQualificationEnd: settled('deedQualificationEnded', 'entryQualification.ended', 'contract.signed'),
  companyInformed: settled(
    'deedCompanyInformed',
    withFields('company.informed', ({ facts }) => ({ company: facts.contract?.company ?? facts.offer })),
  ),
  contractRegistration: registration,
  contractRegistrationEscalation: registration,
  firstDayConfirmation: settled('deedFirstDay', 'training.started', 'contract.ended'),
  probationReview: settled(
    'deedProbationReview',
    held,
    fixed('report.submitted', { report: 'probation' }),
    'probation.prolonged',
    'contract.ended',
  ),
  probationEnd: looked('deedByItself'),
  leaveEnd: settled('deedLeave', 'leave.changed'),
  betweenContractsReminder: newCompany,
  betweenContractsEscalation: newCompany,
  examRegistrationReminder: examRegistration,
  examRegistrationEscalation: examRegistration,
  contractEnd: settled('deedExamResult', ...examResult, 'contract.endChanged'),
  extensionDemand: settled('deedExtension', 'exam.extensionDemanded', 'exam.bridged'),
  longestExtension: settled('deedExamResult', ...examResult),
  bridgingEnd: settled('deedExamResult', ...examResult, 'exam.bridged'),
  followUpAfterJob: followUp,
  followUpAfterTraining: followUp,
  reflectionDue: meeting,
  meetingRecord: meeting,
  meetingUnrecorded: meeting,
  conflictTalk: conflict,
  conflictMediation: conflict,
  conflictAlert: conflict,
  settlementAcceptance: settlement,
  settlementAction: settled(
    'deedSettlement',
    fixed('conflict.actionFiled', { by: 'participant' }),
    'conflict.resolved',
  ),
  terminationNotice: termination,
  terminationAction: dismissal,
  givingUpNotice: givingUp,
  damagesClaim: looked('deedDamages'),
  luvPreparationStart: report('preparationStart'),
  luvPreparationProgress: report('preparationProgress'),
  luvPreparationFinal: report('preparationFinal'),
  luvTrainingStart: report('trainingStart'),
  luvTrainingProgress: report('trainingProgress'),
  luvProbation: report('probation'),
  luvTrainingYear: report('trainingYear'),
  luvTrainingFinal: report('trainingFinal'),
  goalReview: settled('deedGoal', ofItem('goal.reviewed', 'goal')),
  taskDue: settled('deedTask', ofItem('task.done', 'task'), ofItem('task.dropped', 'task')),
  handoverAnswer: handover,
  deputyBegins: looked('deedByItself'),
  deputyEnds: settled('deedDeputy', 'deputy.appointed', 'deputy.ended'),
  hoursOfferReminder: hoursOffer,
  hoursOfferEscalation: hoursOffer,
  usedHoursDue: usedHours,
  usedHoursReport: usedHours,
  fundingEnd: funding,
  fundingOver: funding,
  minorExamination: settled('deedExamined', 'minor.examined'),
  minorFollowUp: reexamination,
  minorBan: reexamination,
  majority: looked('deedByItself'),
  recordsErased: looked('deedErasure'),
} as const satisfies Record<DeadlineKey, Answer>;

const byNews = {
  meetingDeclined: settled('deedMeetingMoved', 'meeting.moved', 'meeting.cancelled', 'meeting.held'),
  meetingLate: settled('deedMeetingMoved', 'meeting.moved', 'meeting.held'),
  callWanted: settled('deedCall', fixed('contact.recorded', { with: 'participant', how: 'phone' })),
  meetingsMissed: settled('deedMeeting', held, 'contact.recorded', 'journey.leftEarly'),
  consentMissing: settled('deedConsent', 'consent.given', 'contact.recorded'),
  settlementProposed: settlement,
  terminationPossible: termination,
  terminationReceived: dismissal,
  trainingGivenUp: givingUp,
  damagesPossible: looked('deedDamages'),
  handoverToApprove: settled('deedHandoverApprove', 'handover.approved', 'handover.withdrawn'),
  handoverToAnswer: settled('deedHandover', 'handover.accepted', 'handover.declined', 'handover.withdrawn'),
  handoverDeclined: settled('deedHandoverAgain', 'handover.proposed'),
  effectStuck: looked('deedStuck'),
} as const satisfies Record<NewsTopic, Answer>;

/** Who was told that a conflict has climbed is asked to settle it, whatever the rung. */
const byRung = {
  talk: conflict,
  mediation: conflict,
  trainingAdviser: conflict,
  conciliation: settled('deedConflict', ...settlement.deeds, ...conflict.deeds),
  court: conflict,
} as const satisfies Record<Rung, Answer>;

const lessons = settled(
  'deedLessons',
  withFields('learningSupport.started', ({ person }) => ({ supporter: person })),
  'learningSupport.ended',
);

export const answers = { byDeadline, byNews, byRung } as const;

/** How something that is due, or that somebody was told, is settled. Keys of rules that are no longer known are looked at. Pure. */
export function answerTo({ kind, topic }: { readonly kind?: string; readonly topic: string }): Answer {
  if (kind === 'learningSupport') return lessons;
  const table: Readonly<Record<string, Answer>> =
    kind === 'conflictEscalation' ? byRung : { ...byNews, ...byDeadline };
  return Object.hasOwn(table, topic) ? (table[topic] ?? looked('deedUnknown')) : looked('deedUnknown');
}
