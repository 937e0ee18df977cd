/** The table of states that every reader of a journey uses: which deadlines run where, spelled a second time on purpose, and where nothing goes on. */
import { describe, expect, test } from 'vitest';
import { activePaths, states } from '../../workflows/fold/states.ts';
import { deadlineKeys } from '../../workflows/policy/policy.ts';

/** States in which deadlines run; all others name none. */
const running = {
  'phase.intake': 'intakeDecision intakeEscalation',
  'phase.accompanied.preparation': 'preparationEndNear preparationEnd',
  'phase.accompanied.entryQualification': 'entryQualificationEnd',
  'phase.accompanied.contracted': 'firstDayConfirmation',
  'phase.accompanied.training.probation': 'probationReview probationEnd',
  'phase.accompanied.training': 'examRegistrationReminder examRegistrationEscalation',
  'phase.accompanied.training.established': 'contractEnd',
  'phase.accompanied.training.betweenContracts': 'betweenContractsReminder betweenContractsEscalation',
  'phase.accompanied.exam':
    'firstDayConfirmation probationReview probationEnd extensionDemand contractEnd longestExtension bridgingEnd',
  'phase.accompanied.exam.repeating':
    'examRegistrationReminder examRegistrationEscalation betweenContractsReminder betweenContractsEscalation',
  'phase.followUp': 'followUpAfterJob followUpAfterTraining',
  'assignment.handover.unapproved': 'handoverAnswer',
  'assignment.handover.unanswered': 'handoverAnswer',
  'deputy.planned': 'deputyBegins',
  'deputy.covering': 'deputyEnds',
  'minor.minor': 'majority minorExamination minorFollowUp minorBan',
  'registration.missing': 'contractRegistration contractRegistrationEscalation',
  'briefing.due': 'companyInformed',
  'pause.parentalLeave': 'leaveEnd',
  'reflection.waiting': 'reflectionDue',
  'reflection.scheduled': 'meetingRecord meetingUnrecorded',
  'conflict.open': 'settlementAction',
  'conflict.open.talk': 'conflictTalk',
  'conflict.open.mediation': 'conflictMediation conflictAlert',
  'conflict.open.trainingAdviser': 'conflictAlert',
  'conflict.open.conciliation': 'conflictAlert',
  'conflict.open.conciliation.proposed': 'settlementAcceptance',
  'conflict.open.court': 'conflictAlert',
  'termination.reasonKnown': 'terminationNotice',
  'termination.received': 'terminationAction',
  'termination.givingUp': 'givingUpNotice',
  'damages.running': 'damagesClaim',
  'supportPlan.kept': 'goalReview taskDue',
  'hours.negotiating.offered': 'hoursOfferReminder hoursOfferEscalation',
  'hours.negotiating.countered': 'hoursOfferReminder hoursOfferEscalation',
  'usedHours.reported': 'usedHoursDue usedHoursReport',
  'reports.kept':
    'luvPreparationStart luvPreparationProgress luvPreparationFinal luvTrainingStart luvTrainingProgress luvProbation luvTrainingYear luvTrainingFinal',
  'funding.approved': 'fundingEnd fundingOver',
  'retention.kept': 'recordsErased',
};
const resting = {
  assignment: 'assigned ended',
  deputy: 'none possible',
  consent: 'company.given school.given chamber.given',
  minor: 'adult over',
  registration: 'none registered',
  briefing: 'notDue given',
  pause: 'none',
  absence: 'off present',
  reflection: 'off',
  conflict: 'off calm',
  termination: 'off none',
  damages: 'none',
  supportPlan: 'none kept over',
  help: 'off none',
  hours: 'off none',
  usedHours: 'none reported',
  learningSupport: 'off none',
  reports: 'none kept',
  funding: 'off',
  retention: 'running',
  operation: 'running',
};

describe('the table of states', () => {
  test('names the deadlines that run in each state, and leaves none out', () => {
    const found = [...states.values()].filter(({ deadlines }) => deadlines.length > 0);
    expect(Object.fromEntries(found.map(({ path, deadlines }) => [path, deadlines.join(' ')]))).toEqual(
      running,
    );
    const named = new Set(found.flatMap(({ deadlines }) => deadlines));
    expect(deadlineKeys.filter((key) => !named.has(key))).toEqual([]);
  });

  test('says where nothing goes on that somebody should read of', () => {
    const found = [...states.values()].filter(({ atRest }) => atRest).map(({ path }) => path);
    const expected = Object.entries(resting).flatMap(([region, names]) =>
      names.split(' ').map((name) => `${region}.${name}`),
    );
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  test('holds every state by its path, with the events that it takes itself', () => {
    for (const [path, row] of states) expect(row.path).toBe(path);
    expect(states.get('phase.new')).toEqual({
      path: 'phase.new',
      label: { de: 'Noch kein Zugang', en: 'Not begun' },
      deadlines: [],
      atRest: false,
      events: ['intake.referred'],
    });
    expect(states.get('')).toBeUndefined();
    expect(states.get('phase.accompanied.resumed')).toBeUndefined();
  });
});

test('the active paths of a state name parents before children, region by region', () => {
  expect(activePaths('open')).toEqual(['open']);
  expect(
    activePaths({ phase: { accompanied: 'contracted' }, pause: 'none', deputy: {}, lost: undefined }),
  ).toEqual(['phase', 'phase.accompanied', 'phase.accompanied.contracted', 'pause', 'pause.none', 'deputy']);
});
