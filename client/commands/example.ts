/** `example`: starts the example cohort, with its history; nothing is sent for the past. */
import type { Command } from 'commander';
import { Roster, savePeople } from '../../activities/store/people.ts';
import { Refusal } from '../../workflows/journal/refusal.ts';
import { addDays, germanDay } from '../../workflows/policy/calendar.ts';
import { findInstallation } from '../installation.ts';
import { connect, startJourney } from '../journeys.ts';
import { print } from '../output.ts';
import { withStore } from '../papers/source.ts';
import { cohort, historyOf } from '../stories.ts';

/** Adds the command to a program. */
export function addExampleCommand(program: Command): void {
  program
    .command('example')
    .summary('start the example cohort')
    .option('--json', 'print JSON')
    .action(async ({ json }: { json?: boolean }) =>
      print(await startCohort(), json, (started) => `Started ${started.join(', ')}.`),
    );
}

async function startCohort(): Promise<string[]> {
  await withStore((db) => savePeople(db, exampleRoster()));
  const journeys = await connect(findInstallation());
  const today = germanDay(new Date().toISOString());
  const started: string[] = [];
  try {
    for (const { journey, days, story } of cohort) {
      const start = addDays(today, -days);
      const history = historyOf(story(start), start, today);
      try {
        await startJourney(journeys, journey, history, { past: true });
        started.push(journey);
      } catch (error) {
        // A first start that was broken off goes on where it was.
        if (!(error instanceof Refusal) || error.code !== 'journey-exists') throw error;
      }
    }
  } finally {
    await journeys.close();
  }
  return started;
}

/** Who takes part in these journeys, and a second case worker of the site, to hand over to. */
function exampleRoster(): Roster {
  const participants = cohort.map(({ journey, name }) => ({
    ...{ id: journey.replace('p-', 't-'), name, email: `${journey}@example.org` },
    journey,
  }));
  return Roster.parse({
    people: participants.map(({ journey: _, ...person }) => person),
    involvements: [
      { scope: 'site', scopeId: 'site-1', role: 'caseWorker', personId: 'w-2' },
      ...participants.map(({ id, journey }) => ({
        ...{ scope: 'journey', scopeId: journey, role: 'participant', personId: id },
      })),
    ],
  });
}
