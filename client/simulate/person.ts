/** What a participant and the office are at a moment of the simulation: what tasks and fate are derived from. Pure. */
import type { Folded } from '../../workflows/fold/folded.ts';
import type { Facts } from '../../workflows/machine/facts.ts';
import type { Day } from '../../workflows/policy/calendar.ts';
import type { Policy } from '../../workflows/policy/policy.ts';
import { draw } from './random.ts';
import type { Scenario } from './scenario.ts';

export interface Person {
  readonly id: string;
  readonly seed: number;
  readonly scenario: Scenario;
}

/** A participant as the fold knows them. */
export interface Situation {
  readonly person: Person;
  readonly scenario: Scenario;
  readonly facts: Facts;
  readonly policy: Policy;
  /** The day a state was entered, where the journey is in it. */
  readonly since: (path: string) => Day | undefined;
  /** Chance for a purpose; with a state's path anew for each stay in it. */
  readonly chance: (purpose: string, path?: string) => number;
}

export function situationOf({ snapshot, visits, rulebook, stays }: Folded, person: Person): Situation {
  const { facts } = snapshot.context;
  return {
    person,
    scenario: person.scenario,
    facts,
    policy: rulebook.policy,
    // All that is played happens between five and fifteen o'clock UTC, when the day is the same in Germany.
    since: (path) => visits[path]?.since.slice(0, 10),
    chance: (purpose, path) =>
      draw(person.seed, person.id, purpose, path === undefined ? 0 : (stays[path] ?? 0)),
  };
}
