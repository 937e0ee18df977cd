/** Region `briefing`: a company whose contract existed at entry is informed in depth soon afterwards. */
import { and } from 'xstate';
import { machineSetup } from './setup.ts';
import { remind } from './transitions.ts';

export const briefing = machineSetup.createStateConfig({
  meta: { label: { de: 'Information des Betriebs', en: 'Briefing of the company' } },
  initial: 'notDue',
  states: {
    notDue: {
      meta: { label: { de: 'Nicht fällig', en: 'Not due' }, atRest: true },
      always: { guard: and(['accompanied', 'briefingDue']), target: 'due' },
    },
    due: {
      meta: { label: { de: 'Fällig', en: 'Due' }, deadlines: ['companyInformed'] },
      always: [
        { guard: 'briefingGiven', target: 'given' },
        { guard: 'notAccompanied', target: 'notDue' },
      ],
      on: { 'deadline.companyInformed': remind },
    },
    given: {
      meta: { label: { de: 'Erledigt', en: 'Done' }, atRest: true },
      always: { guard: and(['accompanied', 'briefingDue']), target: 'due' },
    },
  },
});
