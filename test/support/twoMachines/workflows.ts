/** The journey as a worker offers it that knows two machines. */
import { journeyUnder } from '../../../workflows/journey/journey.ts';
import type { JourneyInput } from '../../../workflows/messages.ts';
import { twoMachines } from './machines.ts';

export const journey = (input: JourneyInput): Promise<void> => journeyUnder(twoMachines, input);
