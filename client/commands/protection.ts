/** The commands `verify` and `refusals`: what data protection looks at. */
import type { Command } from 'commander';
import { verifyChain } from '../../activities/store/read.ts';
import { listRefusals } from '../../activities/store/refusals.ts';
import { addDays, endOfGermanDay } from '../../workflows/policy/calendar.ts';
import { moment, print, table } from '../output.ts';
import { dayOf, numberOf } from '../papers/options.ts';
import { knownRow, withStore } from '../papers/source.ts';

/** Adds the commands to a program. */
export function addProtectionCommands(program: Command): void {
  program
    .command('verify')
    .summary('check that a journal is as it was written')
    .description(
      'Follows the chain of hashes through a journal. Exits with 1 where it is broken; nothing is changed.',
    )
    .argument('<journey>')
    .option('--json', 'print JSON')
    .action(verify);
  program
    .command('refusals')
    .summary('list who was refused what on the web')
    .description('Lists refusals of the API, newest first, as they are kept for data protection.')
    .option('--site <site>', 'only of journeys and staff of this site')
    .option('--since <date>', 'only from this day on')
    .option('--limit <count>', 'at most this many', '100')
    .option('--offset <count>', 'leave out this many in front', '0')
    .option('--json', 'print JSON')
    .action(refusals);
}

async function verify(journey: string, { json }: { json?: boolean }): Promise<void> {
  const { entries, brokenAt } = await withStore(async (db) => ({
    entries: (await knownRow(db, journey)).entries,
    brokenAt: await verifyChain(db, journey),
  }));
  print({ journey, whole: brokenAt === null, brokenAt, entries }, json, () =>
    brokenAt === null
      ? `✓ ${journey}: the chain of its ${entries} entries is whole · die Kette der ${entries} Einträge ist ganz`
      : `✗ ${journey}: the chain is broken at entry ${brokenAt} · die Kette ist bei Eintrag ${brokenAt} gebrochen`,
  );
  if (brokenAt !== null) process.exitCode = 1;
}

interface RefusalOptions {
  readonly site?: string;
  readonly since?: string;
  readonly limit: string;
  readonly offset: string;
  readonly json?: boolean;
}

async function refusals({ site, since, limit, offset, json }: RefusalOptions): Promise<void> {
  const filter = {
    sites: [site ?? '*'],
    since: since === undefined ? undefined : endOfGermanDay(addDays(dayOf('--since', since), -1)),
    limit: numberOf('--limit', limit, 1, 100_000),
    offset: numberOf('--offset', offset, 0, 1_000_000),
  };
  const page = await withStore((db) => listRefusals(db, filter));
  print(page, json, ({ items, total }) =>
    items.length === 0
      ? `No refusals (of ${total}). Keine Ablehnungen (von ${total}).`
      : table(
          ['at', 'person', 'roles', 'asked', 'journey', 'refused'],
          items.map(({ at, person, roles, method, route, journeyId, code }) => [
            ...[moment(at), person, roles.join(', '), `${method} ${route}`, journeyId ?? '–', code],
          ]),
        ),
  );
}
