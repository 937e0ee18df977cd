/** Phases before training: intake, preparation with placement, entry-level qualification, a contract signed. */
import { and } from 'xstate';
import { machineSetup, needs } from '../setup.ts';
import { closing, ending, internships, note, offered, remind, signing, starting } from '../transitions.ts';
import { atAnyTime } from './after.ts';

const admission = needs(
  'notFoundIneligible',
  'guardiansAdmit',
  'admittedByLead',
  'preparationWithinLimit',
  'weeklyHoursFit',
);

export const intake = machineSetup.createStateConfig({
  id: 'intake',
  meta: { label: { de: 'Zugang', en: 'Intake' }, deadlines: ['intakeDecision', 'intakeEscalation'] },
  on: {
    'intake.eligibilityAssessed': note,
    'intake.admitted': [
      { guard: and(['directStart', admission]), target: '#directStart', ...note },
      { guard: admission, target: '#preparation', ...note },
    ],
    'intake.referredElsewhere': { target: '#closed.referred', guard: needs('abhStillPossible'), ...closing },
    'intake.declined': { target: '#closed.declined', ...closing },
    ...atAnyTime,
    'deadline.intakeDecision': remind,
    'deadline.intakeEscalation': remind,
  },
});

export const preparation = machineSetup.createStateConfig({
  id: 'preparation',
  meta: { label: { de: 'Vorphase', en: 'Preparation' }, deadlines: ['preparationEndNear', 'preparationEnd'] },
  initial: 'preparing',
  on: {
    'preparation.partRecorded': note,
    'preparation.extended': { ...note, guard: needs('notExtendedYet', 'extensionWithinLimit') },
    'occupation.agreed': note,
    'contract.signed': signing,
    'entryQualification.signed': {
      target: '#entryQualification',
      guard: needs('entryQualificationInOrder'),
      ...note,
    },
    ...internships,
    'deadline.preparationEndNear': remind,
    'deadline.preparationEnd': remind,
  },
  states: {
    preparing: {
      meta: { label: { de: 'Vorbereitung', en: 'Preparing' } },
      on: { 'placement.started': { target: 'placing', guard: needs('occupationAgreed'), ...note } },
    },
    placing: {
      id: 'placing',
      meta: { label: { de: 'Vermittlung', en: 'Placement' } },
      on: { 'placement.offered': { target: 'offered', ...offered } },
    },
    offered: {
      meta: { label: { de: 'Ausbildungsplatz angeboten', en: 'Training place offered' } },
      on: {
        'placement.offerDeclined': { target: 'placing', ...note },
      },
    },
  },
});

export const entryQualification = machineSetup.createStateConfig({
  id: 'entryQualification',
  meta: {
    label: { de: 'Einstiegsqualifizierung (EQ)', en: 'Entry-level qualification (EQ)' },
    deadlines: ['entryQualificationEnd'],
  },
  on: {
    'contract.signed': signing,
    'entryQualification.ended': { target: '#placing', ...note },
    'deadline.entryQualificationEnd': remind,
  },
});

export const directStart = machineSetup.createStateConfig({
  id: 'directStart',
  meta: { label: { de: 'Direkter Einstieg', en: 'Direct start' } },
  on: { 'contract.signed': signing },
});

export const contracted = machineSetup.createStateConfig({
  id: 'contracted',
  meta: { label: { de: 'Vertrag geschlossen', en: 'Contract signed' }, deadlines: ['firstDayConfirmation'] },
  on: {
    'training.started': { target: '#probation', ...starting },
    'preparation.partRecorded': note,
    'contract.ended': [
      { guard: 'hasTrained', ...ending },
      { target: '#placing', ...note },
    ],
    ...internships,
    'deadline.firstDayConfirmation': remind,
  },
});
