/** Region `absence`: whether the participant is there. */
import { and } from 'xstate';
import { machineSetup } from './setup.ts';
import { note } from './transitions.ts';

export const absence = machineSetup.createStateConfig({
  meta: { label: { de: 'Anwesenheit', en: 'Attendance' } },
  initial: 'off',
  states: {
    off: {
      meta: { label: { de: 'Wird nicht geführt', en: 'Not kept' }, atRest: true },
      always: [
        { guard: and(['accompanied', 'isAbsent']), target: 'absent' },
        { guard: 'accompanied', target: 'present' },
      ],
    },
    present: {
      meta: { label: { de: 'Anwesend', en: 'Present' }, atRest: true },
      always: { guard: 'notAccompanied', target: 'off' },
      on: { 'absence.began': { target: 'absent', ...note } },
    },
    absent: {
      meta: { label: { de: 'Abwesend', en: 'Absent' } },
      always: { guard: 'notAccompanied', target: 'off' },
      on: { 'absence.ended': { target: 'present', ...note } },
    },
  },
});
