/** The statechart of a journey: the phase, and beside it what goes on at any time. Version 1. */
import { absence } from './absence.ts';
import { assignment } from './assignment.ts';
import { briefing } from './briefing.ts';
import { conflict } from './conflict.ts';
import { consent } from './consent.ts';
import { damages } from './damages.ts';
import { deputy } from './deputy.ts';
import { funding } from './funding.ts';
import { help } from './help.ts';
import { hours } from './hours.ts';
import { learningSupport } from './learningSupport.ts';
import { minor } from './minor.ts';
import { operation } from './operation.ts';
import { pause } from './pause.ts';
import { phase } from './phase.ts';
import { reflection } from './reflection.ts';
import { registration } from './registration.ts';
import { reports } from './reports.ts';
import { retention } from './retention.ts';
import { initialContext, machineSetup } from './setup.ts';
import { supportPlan } from './supportPlan.ts';
import { termination } from './termination.ts';
import { usedHours } from './usedHours.ts';

export const machineVersion = 1;

type Regions = NonNullable<Parameters<typeof machineSetup.createMachine>[0]['states']>;

/** A machine of these regions. A region that changes facts for another comes before it. */
export const machineOf = (states: Regions) =>
  machineSetup.createMachine({ id: 'journey', type: 'parallel', context: initialContext, states });

export type JourneyMachine = ReturnType<typeof machineOf>;

export const regions = {
  phase,
  assignment,
  deputy,
  consent,
  minor,
  registration,
  briefing,
  pause,
  absence,
  reflection,
  conflict,
  termination,
  damages,
  supportPlan,
  help,
  hours,
  usedHours,
  learningSupport,
  reports,
  funding,
  retention,
  operation,
} as const;

export const machine = machineOf(regions);
