/**
 * The tables of the core, spelled a second time and on purpose: a typing slip in a row of policy, notices or catalogue
 * would change whom the law's dates reach, and no other test reads every cell.
 */
import { describe, expect, test } from 'vitest';
import { catalogue, type EventType, eventTypes } from '../../workflows/journal/events.ts';
import { noticeOf, notices } from '../../workflows/machine/notices.ts';
import { deadlineKeys, newestPolicy, policies, policyVersions } from '../../workflows/policy/policy.ts';

const { deadlines, limits } = policies[newestPolicy];
const entriesOf = <T extends object>(table: T) => Object.entries(table) as [keyof T, T[keyof T]][];

/** Key, value, how it is reckoned, when it fires, and whether its last day moves off a holiday; in the order of firing. */
const deadlineTable = [
  ['intakeDecision', { days: 14 }, 'after', 'until', 'none'],
  ['intakeEscalation', { days: 7 }, 'after', 'until', 'none'],
  ['preparationEndNear', { weeks: 4 }, 'before', 'remind', 'none'],
  ['preparationEnd', { months: 6 }, 'with', 'until', 'none'],
  ['entryQualificationEnd', null, 'on', 'until', 'none'],
  ['companyInformed', { days: 14 }, 'after', 'until', 'none'],
  ['contractRegistration', { days: 14 }, 'after', 'remind', 'none'],
  ['contractRegistrationEscalation', { days: 28 }, 'after', 'until', 'none'],
  ['firstDayConfirmation', { days: 3 }, 'after', 'until', 'none'],
  ['probationReview', { weeks: 4 }, 'before', 'remind', 'none'],
  ['probationEnd', null, 'with', 'until', 'none'],
  ['leaveEnd', null, 'on', 'until', 'none'],
  ['betweenContractsReminder', { weeks: 4 }, 'after', 'remind', 'none'],
  ['betweenContractsEscalation', { weeks: 12 }, 'after', 'remind', 'none'],
  ['examRegistrationReminder', { months: 6 }, 'before', 'remind', 'none'],
  ['examRegistrationEscalation', { months: 4 }, 'before', 'remind', 'none'],
  ['contractEnd', null, 'on', 'until', 'none'],
  ['extensionDemand', null, 'on', 'until', 'none'],
  ['longestExtension', { years: 1 }, 'after', 'until', 'none'],
  ['bridgingEnd', null, 'on', 'until', 'none'],
  ['followUpAfterJob', { months: 6 }, 'with', 'until', 'none'],
  ['followUpAfterTraining', { years: 1 }, 'after', 'until', 'none'],
  ['reflectionDue', null, 'after', 'remind', 'none'],
  ['meetingRecord', { days: 2 }, 'after', 'remind', 'none'],
  ['meetingUnrecorded', { days: 7 }, 'after', 'until', 'none'],
  ['conflictTalk', { days: 7 }, 'after', 'until', 'none'],
  ['conflictMediation', { days: 14 }, 'after', 'until', 'none'],
  ['conflictAlert', { days: 7 }, 'after', 'until', 'none'],
  ['settlementAcceptance', { weeks: 1 }, 'after', 'until', 'court'],
  ['settlementAction', { weeks: 2 }, 'after', 'until', 'court'],
  ['terminationNotice', { weeks: 2 }, 'after', 'until', 'place'],
  ['terminationAction', { weeks: 3 }, 'after', 'until', 'court'],
  ['givingUpNotice', { weeks: 4 }, 'after', 'until', 'none'],
  ['damagesClaim', { months: 3 }, 'after', 'until', 'none'],
  ['luvPreparationStart', { weeks: 4 }, 'with', 'until', 'none'],
  ['luvPreparationProgress', { weeks: 2 }, 'before', 'until', 'none'],
  ['luvPreparationFinal', null, 'on', 'until', 'none'],
  ['luvTrainingStart', { weeks: 4 }, 'with', 'until', 'none'],
  ['luvTrainingProgress', { months: 3 }, 'with', 'until', 'none'],
  ['luvProbation', { weeks: 4 }, 'before', 'until', 'none'],
  ['luvTrainingYear', null, 'with', 'until', 'none'],
  ['luvTrainingFinal', null, 'on', 'until', 'none'],
  ['goalReview', null, 'on', 'remind', 'none'],
  ['taskDue', null, 'on', 'remind', 'none'],
  ['handoverAnswer', { workingDays: 5 }, 'after', 'until', 'place'],
  ['deputyBegins', null, 'on', 'remind', 'none'],
  ['deputyEnds', null, 'on', 'until', 'none'],
  ['hoursOfferReminder', { days: 10 }, 'after', 'remind', 'none'],
  ['hoursOfferEscalation', { days: 20 }, 'after', 'remind', 'none'],
  ['usedHoursDue', null, 'on', 'remind', 'none'],
  ['usedHoursReport', { workingDays: 5 }, 'after', 'until', 'place'],
  ['fundingEnd', { weeks: 8 }, 'before', 'remind', 'none'],
  ['fundingOver', null, 'on', 'until', 'none'],
  ['minorExamination', { days: 1 }, 'before', 'until', 'none'],
  ['minorFollowUp', { years: 1 }, 'after', 'until', 'none'],
  ['minorBan', { months: 14 }, 'after', 'until', 'none'],
  ['majority', null, 'on', 'remind', 'none'],
  ['recordsErased', { years: 2 }, 'after', 'until', 'none'],
] as const;

/**
 * Whom a fired deadline tells, the state it speaks for (its own, where several name it) and, where it is another's, whose date
 * it names.
 */
const noticeTable = [
  ['intakeDecision', ['caseWorker'], 'phase.intake'],
  ['intakeEscalation', ['teamLead'], 'phase.intake'],
  ['preparationEndNear', ['caseWorker'], 'phase.accompanied.preparation', 'preparationEnd'],
  ['preparationEnd', ['caseWorker', 'teamLead'], 'phase.accompanied.preparation'],
  ['entryQualificationEnd', ['caseWorker'], 'phase.accompanied.entryQualification'],
  ['companyInformed', ['caseWorker', 'teamLead'], 'briefing.due'],
  ['contractRegistration', ['caseWorker'], 'registration.missing'],
  ['contractRegistrationEscalation', ['teamLead'], 'registration.missing'],
  ['firstDayConfirmation', ['caseWorker'], 'its own'],
  ['probationReview', ['caseWorker'], 'its own', 'probationEnd'],
  ['leaveEnd', ['caseWorker'], 'pause'],
  ['betweenContractsReminder', ['caseWorker'], 'its own'],
  ['betweenContractsEscalation', ['teamLead', 'funderAdviser'], 'its own'],
  ['examRegistrationReminder', ['caseWorker'], 'its own', 'contractEnd'],
  ['examRegistrationEscalation', ['teamLead'], 'its own', 'contractEnd'],
  ['contractEnd', ['caseWorker', 'teamLead'], 'phase.accompanied'],
  ['extensionDemand', ['caseWorker', 'teamLead'], 'phase.accompanied.exam'],
  ['longestExtension', ['teamLead'], 'phase.accompanied.exam'],
  ['bridgingEnd', ['caseWorker', 'teamLead'], 'phase.accompanied.exam'],
  ['meetingRecord', ['caseWorker'], 'reflection.scheduled'],
  ['meetingUnrecorded', ['teamLead'], 'reflection.waiting'],
  ['settlementAcceptance', ['caseWorker', 'teamLead'], 'conflict.open.conciliation'],
  ['settlementAction', ['caseWorker', 'teamLead'], 'conflict.open'],
  ['terminationNotice', ['caseWorker', 'teamLead'], 'termination'],
  ['terminationAction', ['caseWorker', 'teamLead'], 'termination'],
  ['givingUpNotice', ['caseWorker'], 'termination'],
  ['damagesClaim', ['caseWorker'], 'damages'],
  ['luvPreparationStart', ['caseWorker', 'teamLead'], 'reports'],
  ['luvPreparationProgress', ['caseWorker', 'teamLead'], 'reports'],
  ['luvPreparationFinal', ['caseWorker', 'teamLead'], 'reports'],
  ['luvTrainingStart', ['caseWorker', 'teamLead'], 'reports'],
  ['luvTrainingProgress', ['caseWorker', 'teamLead'], 'reports'],
  ['luvProbation', ['caseWorker', 'teamLead'], 'reports'],
  ['luvTrainingYear', ['caseWorker', 'teamLead'], 'reports'],
  ['luvTrainingFinal', ['caseWorker', 'teamLead'], 'reports'],
  ['goalReview', ['caseWorker'], 'supportPlan.kept'],
  ['taskDue', ['caseWorker'], 'supportPlan.kept'],
  ['handoverAnswer', ['teamLead'], 'assignment.handover'],
  ['deputyBegins', ['caseWorker'], 'deputy.covering'],
  ['deputyEnds', ['caseWorker'], 'deputy'],
  ['hoursOfferReminder', ['caseWorker'], 'hours.negotiating'],
  ['hoursOfferEscalation', ['teamLead'], 'hours.negotiating'],
  ['usedHoursDue', ['caseWorker'], 'usedHours', 'usedHoursReport'],
  ['usedHoursReport', ['teamLead'], 'usedHours'],
  ['fundingEnd', ['caseWorker', 'teamLead'], 'funding.approved', 'fundingOver'],
  ['fundingOver', ['caseWorker', 'teamLead'], 'funding.approved'],
  ['minorExamination', ['caseWorker', 'teamLead'], 'minor.minor'],
  ['minorFollowUp', ['caseWorker', 'teamLead'], 'minor.minor'],
  ['minorBan', ['caseWorker', 'teamLead'], 'minor.minor'],
  ['majority', ['caseWorker'], 'minor'],
  ['recordsErased', ['dataProtection'], 'retention.over'],
] as const;

const limitTable = {
  preparationExtension: { months: 2 },
  weeklyHoursLeast: 22,
  weeklyHoursMost: 39,
  probationShortest: { months: 1 },
  probationLongest: { months: 4 },
  repeatExams: 2,
  settlementWithoutInstruction: { years: 1 },
  luvTrainingStartDirect: { weeks: 6 },
  luvOverlap: { days: 14 },
  examinationValid: { months: 14 },
  supportHours: 'budget',
  referralToAbh: false,
  invitationNotice: { days: 7 },
  stuckTold: { days: 1 },
  missedInRow: 2,
  reflectionPreparation: { months: 1 },
  reflectionProbation: { weeks: 4 },
  reflectionEstablished: { months: 3 },
  reflectionPreparationHigh: { days: 14 },
  reflectionProbationHigh: { days: 14 },
  reflectionEstablishedHigh: { weeks: 6 },
};

/** Everything that is not listed may be entered by the case worker and the team lead. */
const otherRoles: { readonly [T in EventType]?: readonly string[] } = {
  'journey.leftEarly': ['teamLead'],
  'journey.transferred': ['teamLead'],
  'journey.received': ['teamLead'],
  'journey.reopened': ['teamLead'],
  'meeting.scheduled': ['system'],
  'meeting.replied': ['participant', 'guardian', 'trainer', 'teacher', 'caseWorker', 'teamLead'],
  'effect.stuck': ['system'],
  'contact.recorded': ['caseWorker', 'teamLead', 'learningSupporter'],
  'learningSupport.started': ['caseWorker', 'teamLead', 'learningSupporter'],
  'learningSupport.sessionHeld': ['caseWorker', 'teamLead', 'learningSupporter'],
  'learningSupport.ended': ['caseWorker', 'teamLead', 'learningSupporter'],
  'handover.approved': ['teamLead'],
  'legalHold.placed': ['dataProtection', 'teamLead'],
  'legalHold.released': ['dataProtection', 'teamLead'],
};

describe('the policy', () => {
  test('holds every deadline as the rules give it, in the order in which they fire', () => {
    const rows = entriesOf(deadlines).map(([key, { value, reckon, kind, holidays }]) => [
      ...[key, value, reckon, kind, holidays],
    ]);
    expect(rows).toEqual(deadlineTable);
    expect(deadlineKeys).toEqual(deadlineTable.map(([key]) => key));
  });

  test('holds every limit as the rules give it', () => {
    expect(Object.fromEntries(entriesOf(limits).map(([key, { value }]) => [key, value]))).toEqual(limitTable);
  });

  test('has versions that differ in the hours account, in abH and in the cadence of training alone', () => {
    expect(policyVersions).toEqual(['2020-1', '2022-1', '2026-1', '2026-1-monthly']);
    expect(newestPolicy).toBe('2026-1');
    const differences = policyVersions.map((version) => {
      const older = policies[version];
      expect([older.version, older.deadlines]).toEqual([version, deadlines]);
      const values = entriesOf(older.limits).map(([key, { value }]) => [key, value] as const);
      return Object.fromEntries(values.filter(([key, value]) => value !== limits[key].value));
    });
    expect(differences).toEqual([
      { supportHours: 'monthly', referralToAbh: true },
      { supportHours: 'monthly' },
      {},
      { reflectionEstablished: { months: 1 }, reflectionEstablishedHigh: { weeks: 2 } },
    ]);
  });

  test.each(policyVersions)('names in version %s every row in both languages, and its source', (version) => {
    const { label, deadlines: periods, limits: others } = policies[version];
    const rows = [...entriesOf(periods), ...entriesOf(others)];
    for (const [key, row] of rows) {
      expect(row.source, key).toMatch(/\p{L}/u);
      expect(row.label, key).toEqual({
        de: expect.stringMatching(/\p{L}/u),
        en: expect.stringMatching(/\p{L}/u),
      });
    }
    expect(label).toEqual({ de: expect.stringMatching(/\p{L}/u), en: expect.stringMatching(/\p{L}/u) });
  });
});

test('every notice goes to those whom it concerns, and speaks for its state', () => {
  const rows = entriesOf(notices).map(([key]) => {
    const { to, speaksFor = 'its own', speaksOf } = noticeOf(key) ?? { to: [] };
    return [key, to, speaksFor, ...(speaksOf === undefined ? [] : [speaksOf])];
  });
  expect(rows).toEqual(noticeTable);
});

test('the team enters what happens; a few events are for others', () => {
  const rows = eventTypes.map((type) => [type, catalogue[type].roles]);
  expect(rows).toEqual(eventTypes.map((type) => [type, otherRoles[type] ?? ['caseWorker', 'teamLead']]));
  expect(Object.keys(otherRoles).filter((type) => !(eventTypes as string[]).includes(type))).toEqual([]);
});
