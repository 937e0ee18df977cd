/** Under what a journey is folded: a version of the machine and a version of the policy. Pure. */
import { Refusal } from '../journal/refusal.ts';
import { type JourneyMachine, machine, machineVersion } from '../machine/machine.ts';
import { newestPolicy, type Policy, type PolicyVersion, policies } from '../policy/policy.ts';

/** The names of a rulebook: what a journey keeps of it. */
export interface Versions {
  readonly machineVersion: number;
  readonly policyVersion: PolicyVersion;
}

export interface Rulebook {
  readonly machineVersion: number;
  readonly machine: JourneyMachine;
  readonly policy: Policy;
}

/** Machines by their version. A machine stays while a journey runs on it. */
export type Machines = ReadonlyMap<number, JourneyMachine>;
export const machines: Machines = new Map([[machineVersion, machine]]);

export const newestVersions: Versions = { machineVersion, policyVersion: newestPolicy };

/** The rulebook of these versions. @throws Refusal `unknown-version` naming those there are. */
export function rulebookOf(
  { machineVersion, policyVersion }: Versions,
  known: Machines = machines,
): Rulebook {
  const found = known.get(machineVersion);
  if (!found) throw unknown('machineVersion', machineVersion, [...known.keys()]);
  if (!Object.hasOwn(policies, policyVersion)) {
    throw unknown('policyVersion', policyVersion, Object.keys(policies));
  }
  return { machineVersion, machine: found, policy: policies[policyVersion] };
}

export const versionsOf = ({ machineVersion, policy }: Rulebook): Versions => ({
  machineVersion,
  policyVersion: policy.version,
});

function unknown(field: keyof Versions, version: unknown, known: readonly unknown[]): Refusal {
  return new Refusal('unknown-version', [
    {
      code: 'unknown-version',
      field,
      de: `Die Fassung »${version}« der Regeln gibt es nicht. Es gibt: ${known.join(', ')}.`,
      en: `There is no version "${version}" of the rules. Versions: ${known.join(', ')}.`,
    },
  ]);
}
