/** The statechart of a journey: the phase, and beside it what goes on at any time. Version 1. */
import { briefing } from './briefing.ts';
import { conflict } from './conflict.ts';
import { phase } from './phase.ts';
import { reflection } from './reflection.ts';
import { registration } from './registration.ts';
import { initialContext, machineSetup } from './setup.ts';

export const machineVersion = 1;

export const machine = machineSetup.createMachine({
  id: 'journey',
  type: 'parallel',
  context: initialContext,
  states: { phase, registration, briefing, reflection, conflict },
});

export type JourneyMachine = typeof machine;
