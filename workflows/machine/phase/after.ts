/** The end of a journey: follow-up support, and the ways in which it closes and may be reopened. */
import { machineSetup, needs } from '../setup.ts';
import { closing, note } from '../transitions.ts';

/**
 * What is open at any time: the ways out, and to go on at another provider. There the entry replaces the transfer, so that
 * everything stands as it stood before.
 */
export const atAnyTime = {
  'journey.received': note,
  'journey.transferred': { target: '#closed.transferred', ...closing },
  'journey.deceased': { target: '#closed.deceased', ...closing },
} as const;

export const followUp = machineSetup.createStateConfig({
  id: 'followUp',
  meta: {
    label: { de: 'Nachbetreuung', en: 'Follow-up support' },
    deadlines: ['followUpAfterJob', 'followUpAfterTraining'],
  },
  on: {
    ...atAnyTime,
    'job.started': { guard: needs('jobAfterTraining'), ...note },
    'job.ended': { guard: needs('inJob'), ...note },
    'followUp.ended': { target: '#closed.completed', ...closing },
    'deadline.followUpAfterJob': { target: '#closed.completed', ...closing },
    'deadline.followUpAfterTraining': { target: '#closed.completed', ...closing },
  },
});

/** Back to intake, to follow-up support, or to where the accompaniment was left. */
const reopened = {
  'journey.reopened': [
    { guard: 'neverEntered', target: '#intake', ...note },
    { guard: 'trainingCompleted', target: '#followUp', ...note },
    { target: '#resumed', ...note },
  ],
} as const;

const toIntake = { 'journey.reopened': { target: '#intake', ...note } } as const;

export const closed = machineSetup.createStateConfig({
  id: 'closed',
  meta: { label: { de: 'Abgeschlossen', en: 'Closed' } },
  initial: 'completed',
  states: {
    completed: {
      meta: { label: { de: 'Reguläre Beendigung', en: 'Completed' } },
      on: { 'journey.reopened': { target: '#followUp', guard: needs('followUpStillRuns'), ...note } },
    },
    finallyFailed: {
      meta: { label: { de: 'Endgültig nicht bestanden', en: 'Finally failed' } },
      on: { 'journey.reopened': { target: '#resumed', ...note } },
    },
    leftEarly: {
      meta: { label: { de: 'Vorzeitige Beendigung', en: 'Ended early' } },
      on: { 'journey.reopened': { target: '#resumed', ...note } },
    },
    transferred: {
      meta: { label: { de: 'Träger gewechselt', en: 'Moved to another provider' } },
      on: reopened,
    },
    deceased: { meta: { label: { de: 'Tod', en: 'Death' } }, on: reopened },
    referred: { meta: { label: { de: 'Weiterverwiesen', en: 'Referred elsewhere' } }, on: toIntake },
    declined: { meta: { label: { de: 'Nicht aufgenommen', en: 'Declined' } }, on: toIntake },
  },
});
