/** Region `phase`: where the journey stands, from the first contact to the end of follow-up support. */
import { notice } from './requests.ts';
import { effect, machineSetup, needs } from './setup.ts';

const note = { actions: 'note' } as const;
const remind = { actions: ['note', effect(notice)] } as const;

/** Internships are possible in preparation, in placement and between contracts. */
const internships = {
  'internship.planned': { ...note, guard: needs('internshipInOrder') },
  'internship.started': { ...note, guard: needs('internshipPlanned') },
  'internship.reviewed': { ...note, guard: needs('internshipRunning') },
  'internship.brokenOff': { ...note, guard: needs('internshipOpen') },
} as const;

const signing = {
  target: '#contracted',
  actions: 'note',
  guard: needs('companyInformed', 'internshipOrReason', 'contractInOrder', 'probationWithinLimits'),
} as const;

const intake = machineSetup.createStateConfig({
  meta: { label: { de: 'Zugang', en: 'Intake' }, deadlines: ['intakeDecision', 'intakeEscalation'] },
  on: {
    'intake.admitted': [
      { guard: 'directStart', target: '#directStart', ...note },
      { target: '#preparation', ...note },
    ],
    'intake.referredElsewhere': { target: '#closed.referred', ...note },
    'intake.declined': { target: '#closed.declined', ...note },
    'deadline.intakeDecision': remind,
    'deadline.intakeEscalation': remind,
  },
});

const preparation = machineSetup.createStateConfig({
  id: 'preparation',
  meta: { label: { de: 'Vorphase', en: 'Preparation' }, deadlines: ['preparationEndNear', 'preparationEnd'] },
  initial: 'preparing',
  on: {
    'preparation.partRecorded': note,
    'preparation.extended': { ...note, guard: needs('notExtendedYet', 'extensionWithinLimit') },
    'occupation.agreed': note,
    'contract.signed': signing,
    ...internships,
    'deadline.preparationEndNear': remind,
    'deadline.preparationEnd': remind,
  },
  states: {
    preparing: {
      meta: { label: { de: 'Vorbereitung', en: 'Preparing' } },
      on: { 'placement.started': { target: 'placing', guard: needs('occupationAgreed'), ...note } },
    },
    placing: { id: 'placing', meta: { label: { de: 'Vermittlung', en: 'Placement' } } },
  },
});

const contracted = machineSetup.createStateConfig({
  id: 'contracted',
  meta: { label: { de: 'Vertrag geschlossen', en: 'Contract signed' }, deadlines: ['firstDayConfirmation'] },
  on: {
    'training.started': { target: '#probation', guard: needs('firstDayReached'), ...note },
    'contract.ended': [
      { guard: 'hasTrained', target: '#betweenContracts', ...note },
      { target: '#placing', ...note },
    ],
    ...internships,
    'deadline.firstDayConfirmation': remind,
  },
});

const training = machineSetup.createStateConfig({
  meta: { label: { de: 'Begleitende Phase', en: 'Training' } },
  initial: 'probation',
  states: {
    probation: {
      id: 'probation',
      meta: { label: { de: 'Probezeit', en: 'Probation' }, deadlines: ['probationReview', 'probationEnd'] },
      on: {
        'contract.ended': { target: 'betweenContracts', ...note },
        'deadline.probationReview': remind,
        'deadline.probationEnd': { target: 'established', ...note },
      },
    },
    established: {
      meta: {
        label: { de: 'Ausbildung', en: 'Established' },
        deadlines: ['examRegistrationReminder', 'examRegistrationEscalation', 'contractEnd'],
      },
      on: {
        'contract.ended': { target: 'betweenContracts', ...note },
        'exam.registered': { target: '#exam', guard: needs('sittingNotPast'), ...note },
        'deadline.examRegistrationReminder': remind,
        'deadline.examRegistrationEscalation': remind,
        'deadline.contractEnd': remind,
      },
    },
    betweenContracts: {
      id: 'betweenContracts',
      meta: {
        label: { de: 'Ohne Betrieb', en: 'Between contracts' },
        deadlines: ['betweenContractsReminder', 'betweenContractsEscalation'],
      },
      on: {
        'occupation.agreed': note,
        'contract.signed': signing,
        ...internships,
        'deadline.betweenContractsReminder': remind,
        'deadline.betweenContractsEscalation': remind,
      },
    },
  },
});

const exam = machineSetup.createStateConfig({
  id: 'exam',
  meta: { label: { de: 'Prüfung', en: 'Exam' }, deadlines: ['contractEnd', 'longestExtension'] },
  initial: 'registered',
  on: {
    'contract.ended': { target: '#betweenContracts', ...note },
    'deadline.contractEnd': remind,
    'deadline.longestExtension': remind,
  },
  states: {
    registered: {
      id: 'registered',
      meta: { label: { de: 'Angemeldet', en: 'Registered' } },
      on: {
        'exam.passed': { target: '#followUp', ...note },
        'exam.failed': [
          { guard: 'lastAttempt', target: '#closed.finallyFailed', ...note },
          { target: 'repeating', ...note },
        ],
      },
    },
    repeating: {
      meta: { label: { de: 'Nicht bestanden, Wiederholung', en: 'Failed, to be repeated' } },
      initial: 'undemanded',
      on: { 'exam.registered': { target: 'registered', guard: needs('sittingNotPast'), ...note } },
      states: {
        undemanded: {
          meta: {
            label: { de: 'Verlängerung nicht verlangt', en: 'Extension not demanded' },
            deadlines: ['extensionDemand'],
          },
          on: {
            'exam.extensionDemanded': {
              target: 'extended',
              guard: needs('extensionLaterThanEnd', 'withinLongestExtension'),
              ...note,
            },
            'deadline.extensionDemand': remind,
          },
        },
        extended: { meta: { label: { de: 'Ausbildung verlängert', en: 'Training extended' } } },
      },
    },
  },
});

const accompanied = machineSetup.createStateConfig({
  meta: { label: { de: 'In Begleitung', en: 'Accompanied' } },
  initial: 'preparation',
  on: {
    'company.informed': note,
    'intensity.set': note,
    'journey.leftEarly': { target: '#closed.leftEarly', ...note },
  },
  states: {
    preparation,
    directStart: {
      id: 'directStart',
      meta: { label: { de: 'Direkter Einstieg', en: 'Direct start' } },
      on: { 'contract.signed': signing },
    },
    contracted,
    training,
    exam,
  },
});

const followUp = machineSetup.createStateConfig({
  id: 'followUp',
  meta: {
    label: { de: 'Nachbetreuung', en: 'Follow-up support' },
    deadlines: ['followUpAfterJob', 'followUpAfterTraining'],
  },
  on: {
    'job.started': note,
    'followUp.ended': { target: '#closed.completed', ...note },
    'deadline.followUpAfterJob': { target: '#closed.completed', ...note },
    'deadline.followUpAfterTraining': { target: '#closed.completed', ...note },
  },
});

const closed = machineSetup.createStateConfig({
  id: 'closed',
  meta: { label: { de: 'Abgeschlossen', en: 'Closed' } },
  initial: 'completed',
  states: {
    completed: { meta: { label: { de: 'Reguläre Beendigung', en: 'Completed' } } },
    finallyFailed: { meta: { label: { de: 'Endgültig nicht bestanden', en: 'Finally failed' } } },
    leftEarly: { meta: { label: { de: 'Vorzeitige Beendigung', en: 'Left early' } } },
    referred: { meta: { label: { de: 'Weiterverwiesen', en: 'Referred elsewhere' } } },
    declined: { meta: { label: { de: 'Nicht aufgenommen', en: 'Declined' } } },
  },
});

export const phase = machineSetup.createStateConfig({
  meta: { label: { de: 'Phase', en: 'Phase' } },
  initial: 'new',
  states: {
    new: {
      meta: { label: { de: 'Noch kein Zugang', en: 'Not begun' } },
      on: { 'intake.referred': { target: 'intake', ...note } },
    },
    intake,
    accompanied,
    followUp,
    closed,
  },
});
