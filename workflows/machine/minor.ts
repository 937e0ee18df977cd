/** Region `minor`: medical examination and its follow-up (§§32, 33 JArbSchG), until the participant comes of age. */
import { meetingAnew } from './requests/meetings.ts';
import { notice } from './requests/wish.ts';
import { effect, machineSetup, needs } from './setup.ts';
import { note, remind } from './transitions.ts';

export const minor = machineSetup.createStateConfig({
  meta: { label: { de: 'Jugendarbeitsschutz', en: 'Protection of minors' } },
  initial: 'adult',
  states: {
    adult: {
      meta: { label: { de: 'Volljährig', en: 'Adult' }, atRest: true },
      always: { guard: 'isMinor', target: 'minor' },
    },
    minor: {
      meta: {
        label: { de: 'Minderjährig', en: 'Minor' },
        deadlines: ['majority', 'minorExamination', 'minorFollowUp', 'minorBan'],
      },
      always: { guard: 'closed', target: 'over' },
      on: {
        'minor.examined': { guard: needs('examinedByNow'), ...note },
        'minor.reexamined': { guard: needs('everEmployed', 'reexaminedByNow', 'reexaminedInTime'), ...note },
        'deadline.minorExamination': remind,
        'deadline.minorFollowUp': remind,
        'deadline.minorBan': remind,
        'deadline.majority': { target: 'adult', actions: ['note', effect(notice), effect(meetingAnew)] },
      },
    },
    over: {
      meta: { label: { de: 'Abgeschlossen', en: 'Closed' }, atRest: true },
      always: { guard: 'notClosed', target: 'adult' },
    },
  },
});
