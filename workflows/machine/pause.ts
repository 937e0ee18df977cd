/**
 * Region `pause`: parental leave moves the contract's end by itself (§20(1) BEEG); any other interruption only by the
 * chamber's extension, whose new end is a fact of its own (§8(2) BBiG).
 */
import { and } from 'xstate';
import { machineSetup, needs } from './setup.ts';
import { note, remind } from './transitions.ts';

const over = [
  { guard: 'noContract', target: 'none' },
  { guard: 'notAccompanied', target: 'none' },
] as const;

const leave = {
  'leave.started': {
    target: 'parentalLeave',
    guard: needs('inTraining', 'leaveInOrder', 'leaveBegun', 'leaveInTraining', 'leaveApart'),
    ...note,
  },
} as const;

export const pause = machineSetup.createStateConfig({
  meta: { label: { de: 'Unterbrechung der Ausbildung', en: 'Pause of training' } },
  initial: 'none',
  states: {
    none: {
      meta: { label: { de: 'Keine', en: 'None' }, atRest: true },
      // A journey that is reopened goes on where it paused.
      always: [
        { guard: and(['accompanied', 'onLeave']), target: 'parentalLeave' },
        { guard: and(['accompanied', 'isInterrupted']), target: 'interrupted' },
      ],
      on: {
        ...leave,
        'training.interrupted': { target: 'interrupted', guard: needs('inTraining'), ...note },
      },
    },
    parentalLeave: {
      meta: { label: { de: 'Elternzeit', en: 'Parental leave' }, deadlines: ['leaveEnd'] },
      always: over,
      on: {
        'leave.changed': { guard: needs('leaveEndInOrder'), ...note },
        'deadline.leaveEnd': { target: 'none', ...remind },
      },
    },
    interrupted: {
      meta: { label: { de: 'Unterbrochen', en: 'Interrupted' } },
      always: over,
      on: { ...leave, 'training.resumed': { target: 'none', ...note } },
    },
  },
});
