/** Region `briefing`: a company whose contract existed at entry is informed in depth soon afterwards. */
import { notice } from './requests.ts';
import { effect, machineSetup } from './setup.ts';

export const briefing = machineSetup.createStateConfig({
  meta: { label: { de: 'Information des Betriebs', en: 'Briefing of the company' } },
  initial: 'notDue',
  states: {
    notDue: {
      meta: { label: { de: 'Nicht fällig', en: 'Not due' } },
      always: { guard: 'briefingDue', target: 'due' },
    },
    due: {
      meta: { label: { de: 'Fällig', en: 'Due' }, deadlines: ['companyInformed'] },
      always: [
        { guard: 'briefingGiven', target: 'given' },
        { guard: 'notAccompanied', target: 'given' },
      ],
      on: { 'deadline.companyInformed': { actions: effect(notice) } },
    },
    given: { meta: { label: { de: 'Erledigt', en: 'Done' } } },
  },
});
