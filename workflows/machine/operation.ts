/** Region `operation`: what those who run the software must know of. */
import { effectStuck } from './requests.ts';
import { effect, machineSetup } from './setup.ts';

export const operation = machineSetup.createStateConfig({
  meta: { label: { de: 'Betrieb', en: 'Operation' } },
  initial: 'running',
  states: {
    running: {
      meta: { label: { de: 'Läuft', en: 'Runs' }, atRest: true },
      on: { 'effect.stuck': { actions: effect(effectStuck) } },
    },
  },
});
