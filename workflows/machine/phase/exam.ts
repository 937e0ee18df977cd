/**
 * The phase of the exam: registered, admitted, sat; failed or missed, and to be repeated. It outlasts the contract under
 * which it was begun: one may end here and another begin, as long as a result is to come.
 */
import { and } from 'xstate';
import { machineSetup, needs } from '../setup.ts';
import { closing, ended, note, onProbation, remind, seeking, signing, starting } from '../transitions.ts';

const newContract = {
  ...signing,
  guard: needs('noContractRuns', ...signing.guard.params.rules),
} as const;

export const exam = machineSetup.createStateConfig({
  id: 'exam',
  meta: {
    label: { de: 'Prüfung', en: 'Exam' },
    deadlines: [
      'firstDayConfirmation',
      'probationReview',
      'probationEnd',
      'extensionDemand',
      'contractEnd',
      'longestExtension',
      'bridgingEnd',
    ],
  },
  initial: 'sitting',
  on: {
    'contract.ended': { ...ended, guard: needs('contractRuns') },
    'contract.signed': [{ guard: and(['sittingHolds', newContract.guard]), ...note }, newContract],
    'training.started': starting,
    ...onProbation,
    // Both also after the repeat exam has been registered: what they hang on is the exam that was not passed.
    'exam.extensionDemanded': {
      guard: needs('extensionOpen', 'contractRuns', 'extensionLaterThanEnd', 'withinLongestExtension'),
      ...note,
    },
    'exam.bridged': { guard: needs('repeatOpen', 'bridgingAhead'), ...note },
    'deadline.firstDayConfirmation': remind,
    'deadline.probationEnd': note,
    'deadline.extensionDemand': remind,
    'deadline.contractEnd': remind,
    'deadline.longestExtension': remind,
    'deadline.bridgingEnd': remind,
  },
  states: {
    sitting: {
      meta: { label: { de: 'Zur Prüfung', en: 'On the way to the exam' } },
      initial: 'registered',
      on: {
        'exam.passed': { target: '#followUp', guard: needs('sittingReached'), ...note },
        'exam.failed': [
          {
            guard: and(['lastAttempt', needs('sittingReached')]),
            target: '#closed.finallyFailed',
            ...closing,
          },
          { target: '#repeating', guard: needs('sittingReached'), ...note },
        ],
        'exam.missedByIllness': { target: '#repeating', guard: needs('sittingReached'), ...note },
      },
      states: {
        registered: {
          id: 'examRegistered',
          meta: { label: { de: 'Angemeldet', en: 'Registered' } },
          on: {
            'exam.admitted': { target: 'admitted', ...note },
            'exam.sat': { target: 'sat', guard: needs('sittingReached'), ...note },
          },
        },
        admitted: {
          meta: { label: { de: 'Zugelassen', en: 'Admitted to the exam' } },
          on: { 'exam.sat': { target: 'sat', guard: needs('sittingReached'), ...note } },
        },
        sat: { meta: { label: { de: 'Abgelegt, Ergebnis offen', en: 'Sat, result open' } } },
      },
    },
    repeating: {
      id: 'repeating',
      meta: {
        label: { de: 'Zu wiederholen', en: 'To be repeated' },
        deadlines: [
          'examRegistrationReminder',
          'examRegistrationEscalation',
          'betweenContractsReminder',
          'betweenContractsEscalation',
        ],
      },
      on: {
        'exam.registered': { target: '#examRegistered', guard: needs('sittingNotPast'), ...note },
        ...seeking,
        'deadline.examRegistrationReminder': remind,
        'deadline.examRegistrationEscalation': remind,
      },
    },
  },
});
