/** Many journeys asked for the same about their rules: some at a time, each answering for itself. */
import type { Versions } from '../workflows/fold/rulebook.ts';
import type { MigrateResult } from '../workflows/messages.ts';
import { policies } from '../workflows/policy/policy.ts';
import { inTurn } from './inTurn.ts';
import { countByVersion, type Journeys, migrateJourney, type previewMigration } from './journeys.ts';
import { type Figures, figuresOf, type Outcome, outcomeOf } from './outcomes.ts';

/** Journeys that are asked at the same time. */
const atOnce = 8;

/** What journeys are asked for: a migration, what one would do, or nothing but to wake. */
export type Asked = typeof migrateJourney | typeof previewMigration;

/** A command without content: what a journey has been waiting to do by itself, such as to move to newer workers, it does now. */
export const wake = (journeys: Journeys, journey: string): Promise<MigrateResult> =>
  migrateJourney(journeys, journey, {});

/** What became of each journey, in their order, and how many there are of what; `most` is how long one may take, in milliseconds. */
export async function askEach(
  journeys: Journeys,
  named: readonly string[],
  versions: Partial<Versions>,
  act: Asked,
  most = 30_000,
): Promise<{ figures: Figures; journeys: Outcome[] }> {
  const { connection } = journeys.client;
  const timely = (journey: string): Promise<MigrateResult> =>
    connection.withDeadline(Date.now() + most, () => act(journeys, journey, versions));
  const outcomes = await inTurn(named, (journey) => outcomeOf(journey, () => timely(journey)), atOnce);
  return { figures: figuresOf(outcomes), journeys: outcomes };
}

/** The versions of the rules that there are, and how many journeys run on each. */
export async function versionsInUse(journeys: Journeys) {
  const counts = await countByVersion(journeys);
  const machines = [...counts.machines].map(([version, count]) => ({ version, journeys: count }));
  return {
    policies: Object.values(policies).map(({ version, label }) => ({
      ...{ version, label },
      journeys: counts.policies.get(version) ?? 0,
    })),
    machines: machines.toSorted((a, b) => a.version - b.version),
  };
}
