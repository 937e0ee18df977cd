/** A second machine beside the product's own, until the product needs one: help is no longer looked after by it. */
import { type Machines, machines } from '../../../workflows/fold/rulebook.ts';
import { machineOf, regions } from '../../../workflows/machine/machine.ts';

const { help: _, ...withoutHelp } = regions;

/** The product's machines, and the second one. */
export const twoMachines: Machines = new Map([...machines, [2, machineOf(withoutHelp)]]);
