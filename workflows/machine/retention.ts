/** Region `retention`: records of a closed journey are kept, and erased in time, unless on legal hold. */
import { and } from 'xstate';
import { machineSetup, needs } from './setup.ts';
import { note, remind } from './transitions.ts';

const reopened = { guard: 'notClosed', target: 'running' } as const;
const hold = { 'legalHold.placed': { target: 'onHold', ...note } } as const;

export const retention = machineSetup.createStateConfig({
  meta: { label: { de: 'Aufbewahrung', en: 'Retention' } },
  initial: 'running',
  states: {
    running: {
      meta: { label: { de: 'In Gebrauch', en: 'In use' }, atRest: true },
      always: [
        { guard: and(['closed', 'onHold']), target: 'onHold' },
        { guard: 'closed', target: 'kept' },
      ],
      on: {
        'legalHold.placed': { guard: needs('referralRecorded'), ...note },
        'legalHold.released': { guard: needs('holdPlaced'), ...note },
      },
    },
    kept: {
      meta: { label: { de: 'Wird aufbewahrt', en: 'Kept' }, deadlines: ['recordsErased'] },
      always: reopened,
      on: { ...hold, 'deadline.recordsErased': { target: 'over', ...remind } },
    },
    onHold: {
      meta: { label: { de: 'Löschung ausgesetzt', en: 'On legal hold' } },
      always: reopened,
      on: { 'legalHold.released': { target: 'kept', ...note } },
    },
    over: {
      meta: { label: { de: 'Zu löschen', en: 'To be erased' } },
      always: reopened,
      on: hold,
    },
  },
});
