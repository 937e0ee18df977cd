/**
 * Region `registration`: whether the chamber has the contract (§§11, 36 BBiG). It may lag behind the first day of training,
 * so it follows the contract and not the phase.
 */
import { notice } from './requests.ts';
import { effect, machineSetup } from './setup.ts';

const remind = { actions: effect(notice) } as const;

export const registration = machineSetup.createStateConfig({
  meta: { label: { de: 'Eintragung', en: 'Registration' } },
  initial: 'none',
  states: {
    none: {
      meta: { label: { de: 'Kein Vertrag', en: 'No contract' } },
      always: { guard: 'contractUnregistered', target: 'missing' },
    },
    missing: {
      meta: {
        label: { de: 'Noch nicht eingetragen', en: 'Not registered yet' },
        deadlines: ['contractRegistration', 'contractRegistrationEscalation'],
      },
      always: { guard: 'noContract', target: 'none' },
      on: {
        'contract.registered': { target: 'registered', actions: 'note' },
        'deadline.contractRegistration': remind,
        'deadline.contractRegistrationEscalation': remind,
      },
    },
    registered: {
      meta: { label: { de: 'Eingetragen', en: 'Registered' } },
      always: { guard: 'noContract', target: 'none' },
    },
  },
});
