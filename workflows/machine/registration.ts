/**
 * Region `registration`: whether the chamber has the contract (§§11, 36 BBiG). It may lag behind the first day of training,
 * so it follows the contract and not the phase.
 */
import { and } from 'xstate';
import { machineSetup } from './setup.ts';
import { remind } from './transitions.ts';

export const registration = machineSetup.createStateConfig({
  meta: { label: { de: 'Eintragung', en: 'Registration' } },
  initial: 'none',
  states: {
    none: {
      meta: { label: { de: 'Kein Vertrag', en: 'No contract' }, atRest: true },
      always: [
        { guard: and(['accompanied', 'contractUnregistered']), target: 'missing' },
        { guard: and(['accompanied', 'contractRegistered']), target: 'registered' },
      ],
    },
    missing: {
      meta: {
        label: { de: 'Noch nicht eingetragen', en: 'Not registered yet' },
        deadlines: ['contractRegistration', 'contractRegistrationEscalation'],
      },
      always: [
        { guard: 'noContract', target: 'none' },
        { guard: 'notAccompanied', target: 'none' },
      ],
      on: {
        'contract.registered': { target: 'registered', actions: 'note' },
        'deadline.contractRegistration': remind,
        'deadline.contractRegistrationEscalation': remind,
      },
    },
    registered: {
      meta: { label: { de: 'Eingetragen', en: 'Registered' }, atRest: true },
      always: [
        { guard: 'noContract', target: 'none' },
        { guard: 'notAccompanied', target: 'none' },
      ],
    },
  },
});
