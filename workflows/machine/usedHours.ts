/** Region `usedHours`: on each first of a month last month's used hours are due to the funder. */
import { machineSetup, needs } from './setup.ts';
import { note, remind } from './transitions.ts';

export const usedHours = machineSetup.createStateConfig({
  meta: { label: { de: 'Verbrauchte Stunden', en: 'Used hours' } },
  initial: 'none',
  states: {
    none: {
      meta: { label: { de: 'Noch nichts vereinbart', en: 'Nothing agreed yet' }, atRest: true },
      always: { guard: 'hoursAgreed', target: 'reported' },
    },
    reported: {
      meta: {
        label: { de: 'Werden monatlich gemeldet', en: 'Reported monthly' },
        atRest: true,
        deadlines: ['usedHoursDue', 'usedHoursReport'],
      },
      on: {
        'hours.reported': { guard: needs('monthOver', 'monthCounts'), ...note },
        'deadline.usedHoursDue': remind,
        'deadline.usedHoursReport': remind,
      },
    },
  },
});
