/** Region `learningSupport`: subject-specific lessons by a learning supporter. */
import { and } from 'xstate';
import { learningSupportRequest } from './requests.ts';
import { effect, machineSetup } from './setup.ts';
import { note } from './transitions.ts';

const over = { guard: 'notAccompanied', target: 'off' } as const;

export const learningSupport = machineSetup.createStateConfig({
  meta: { label: { de: 'Stütz- und Förderunterricht', en: 'Learning support' } },
  initial: 'off',
  states: {
    off: {
      meta: { label: { de: 'Nicht in Begleitung', en: 'Not accompanied' }, atRest: true },
      always: [
        { guard: and(['accompanied', 'lessonsRunning']), target: 'running' },
        { guard: and(['accompanied', 'lessonsRequested']), target: 'requested' },
        { guard: 'accompanied', target: 'none' },
      ],
    },
    none: {
      meta: { label: { de: 'Keiner', en: 'None' }, atRest: true },
      always: over,
      on: {
        'learningSupport.requested': {
          target: 'requested',
          actions: ['note', effect(learningSupportRequest)],
        },
      },
    },
    requested: {
      meta: { label: { de: 'Angefordert', en: 'Requested' } },
      always: over,
      on: {
        'learningSupport.started': { target: 'running', ...note },
        'learningSupport.ended': { target: 'none', ...note },
      },
    },
    running: {
      meta: { label: { de: 'Läuft', en: 'Running' } },
      always: over,
      on: {
        'learningSupport.sessionHeld': note,
        'learningSupport.ended': { target: 'none', ...note },
      },
    },
  },
});
