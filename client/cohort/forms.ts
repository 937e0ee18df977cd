/** Which columns make which event, in the order in which events of one day follow each other. */
import type { EventType } from '../../workflows/journal/events.ts';
import type { ColumnKey } from './columns.ts';

export interface Form {
  readonly type: EventType;
  /** The day on which it happened. */
  readonly on: ColumnKey;
  /** Which column holds which field. */
  readonly fields: { readonly [field: string]: ColumnKey };
  /** Fields that always have this value. */
  readonly fixed?: { readonly [field: string]: string };
  /** What an empty column stands for. */
  readonly otherwise?: { readonly [field: string]: string };
  /** Where `on` is empty: the latest of these days, if the first of them is known. */
  readonly since?: readonly [ColumnKey, ...ColumnKey[]];
}

const consent = (to: 'company' | 'school' | 'chamber', on: ColumnKey): Form => ({
  type: 'consent.given',
  on,
  fixed: { to },
  fields: { guardiansToo: 'guardiansAgreed' },
});

export const forms: readonly Form[] = [
  {
    type: 'intake.referred',
    on: 'referredOn',
    fields: {
      ...{ source: 'source', site: 'site', federalState: 'federalState', funder: 'funder' },
      ...{ caseWorker: 'intakeWorker', adultOn: 'adultOn' },
    },
  },
  {
    type: 'intake.eligibilityAssessed',
    on: 'assessedOn',
    fields: { eligible: 'eligible', barriers: 'barriers' },
    otherwise: { barriers: '' },
  },
  consent('company', 'consentCompanyOn'),
  consent('school', 'consentSchoolOn'),
  consent('chamber', 'consentChamberOn'),
  {
    type: 'intake.admitted',
    on: 'admittedOn',
    since: ['entryOn', 'referredOn'],
    fields: {
      ...{ caseWorker: 'caseWorker', qualified: 'qualified', entryOn: 'entryOn', directStart: 'directStart' },
      ...{ preparationMonths: 'preparationMonths', weeklyHours: 'weeklyHours', partTime: 'partTime' },
      guardiansToo: 'guardiansAgreed',
    },
    otherwise: { directStart: 'false' },
  },
  {
    type: 'minor.examined',
    on: 'examinationShownOn',
    since: ['examinedOn', 'referredOn'],
    fields: { on: 'examinedOn' },
  },
  {
    type: 'intensity.set',
    on: 'intensityOn',
    fields: { participant: 'intensity', company: 'companyIntensity' },
    since: ['admittedOn'],
  },
  {
    type: 'funding.approved',
    on: 'fundingApprovedOn',
    fields: {
      ...{ funder: 'funder', share: 'fundingShare', from: 'fundingFrom', to: 'fundingTo' },
      retentionYears: 'retentionYears',
    },
  },
  {
    type: 'hours.offered',
    on: 'hoursOfferedOn',
    fields: { hours: 'hours', from: 'hoursFrom', to: 'hoursTo' },
  },
  { type: 'hours.accepted', on: 'hoursAcceptedOn', fields: {} },
  {
    type: 'occupation.agreed',
    on: 'occupationAgreedOn',
    fields: { occupation: 'agreedOccupation' },
  },
  { type: 'preparation.extended', on: 'extendedOn', fields: { months: 'extensionMonths' } },
  { type: 'placement.started', on: 'placementOn', fields: {} },
  { type: 'company.informed', on: 'companyInformedOn', fields: { company: 'company' } },
  {
    type: 'contract.signed',
    on: 'contractOn',
    since: ['contractSignedOn', 'admittedOn'],
    fields: {
      ...{ company: 'company', chamber: 'chamber', occupation: 'occupation', start: 'contractStart' },
      ...{ end: 'contractEnd', probationMonths: 'probationMonths', signedOn: 'contractSignedOn' },
      ...{ registeredOn: 'registeredOn', partTimePercent: 'partTimePercent' },
      ...{ guardiansSigned: 'guardiansSigned', conciliationCommittee: 'conciliationCommittee' },
      withoutInternship: 'withoutInternship',
    },
  },
  { type: 'contract.registered', on: 'registeredOn', fields: {} },
  {
    type: 'training.started',
    on: 'firstDayConfirmedOn',
    since: ['firstDay', 'contractOn', 'admittedOn'],
    fields: { firstDay: 'firstDay' },
  },
  {
    type: 'school.timesSet',
    on: 'schoolTimesOn',
    since: ['contractOn'],
    fields: { weekdays: 'schoolDays', blocks: 'schoolBlocks', school: 'school' },
    otherwise: { weekdays: '' },
  },
  {
    type: 'minor.reexamined',
    on: 'reexaminationShownOn',
    since: ['reexaminedOn', 'referredOn'],
    fields: { on: 'reexaminedOn' },
  },
  {
    type: 'exam.intermediateTaken',
    on: 'intermediateExamOn',
    fields: { part: 'intermediateExamPart' },
    otherwise: { part: 'intermediate' },
  },
  { type: 'exam.registered', on: 'examRegisteredOn', fields: { sittingOn: 'examOn' } },
  {
    type: 'exam.admitted',
    on: 'examAdmittedOn',
    fields: { disadvantageCompensation: 'disadvantageCompensation' },
    otherwise: { disadvantageCompensation: 'false' },
  },
  {
    type: 'meeting.held',
    on: 'lastMeetingOn',
    fields: { attended: 'lastMeetingAttended', nextOn: 'nextMeetingOn' },
    otherwise: { attended: 'participant,caseWorker' },
  },
  { type: 'exam.passed', on: 'examPassedOn', fields: {} },
  { type: 'job.started', on: 'jobOn', since: ['jobFirstDay'], fields: { firstDay: 'jobFirstDay' } },
  { type: 'journey.leftEarly', on: 'leftEarlyOn', fields: { reason: 'leftEarlyReason' } },
];

/** Columns that say something on their own, not only beside others: of one form, and not its day. */
export const ownColumns = ({ fields }: Form): ColumnKey[] =>
  Object.values(fields).filter((column) => !isShared(column));

const isShared = (column: ColumnKey): boolean =>
  forms.filter(({ on, fields }) => on === column || Object.values(fields).includes(column)).length > 1;
