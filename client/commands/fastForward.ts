/** The command that skips a journey's time. */
import type { Command } from 'commander';
import { Day, Instant, noon } from '../../workflows/policy/calendar.ts';
import { ClientError } from '../errors.ts';
import { fastForward } from '../fastForward.ts';
import { findInstallation } from '../installation.ts';
import { viewJourney } from '../journeys.ts';
import { print } from '../output.ts';
import { viewText } from '../texts.ts';
import { withJourneys } from './journeys.ts';

/** Adds the command to a program. */
export function addFastForwardCommand(program: Command): void {
  program
    .command('fast-forward')
    .summary("skip a journey's time (embedded only)")
    .argument('<journey>')
    .argument('<until>', 'a day or an instant to come')
    .option('--json', 'print JSON')
    .action((journey: string, until: string, { json }: { json?: boolean }) =>
      withJourneys(async (journeys) => {
        if (!findInstallation().embedded)
          throw new ClientError('not-embedded', {
            de: 'Zeit lässt sich nur in einer eingebetteten Installation überspringen.',
            en: 'Only an embedded installation skips time.',
          });
        const moment = Day.safeParse(until).success ? noon(until) : Instant.safeParse(until).data;
        if (moment === undefined)
          throw new ClientError('bad-input', {
            de: `»${until}« ist weder ein Tag (JJJJ-MM-TT) noch ein Zeitpunkt.`,
            en: `"${until}" is no day (YYYY-MM-DD) and no instant.`,
          });
        const now = await fastForward(journeys, journey, moment);
        const view = await viewJourney(journeys, journey);
        print({ now, view }, json, () => `It is ${now} now.\n${viewText(view)}`);
      }),
    );
}
