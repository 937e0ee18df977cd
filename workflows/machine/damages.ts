/** Region `damages`: after an early end either side may claim damages for three months (§23(2) BBiG). */
import { machineSetup } from './setup.ts';
import { remind } from './transitions.ts';

export const damages = machineSetup.createStateConfig({
  meta: { label: { de: 'Schadensersatz', en: 'Damages' } },
  initial: 'none',
  states: {
    none: {
      meta: { label: { de: 'Keine Frist', en: 'No period' }, atRest: true },
      always: { guard: 'endedEarly', target: 'running' },
    },
    running: {
      meta: { label: { de: 'Frist läuft', en: 'Period is running' }, deadlines: ['damagesClaim'] },
      always: { guard: 'nothingToClaim', target: 'none' },
      on: { 'deadline.damagesClaim': remind },
    },
  },
});
