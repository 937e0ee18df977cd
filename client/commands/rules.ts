/** The commands `rules` and `migrate`: which versions there are, what another one would do, and the move to it. */
import type { Command } from 'commander';
import type { Versions } from '../../workflows/fold/rulebook.ts';
import { ClientError } from '../errors.ts';
import { migrateJourney, previewMigration, runningJourneys } from '../journeys.ts';
import { type Asked, askEach, versionsInUse, wake } from '../migrations.ts';
import { exitCodeOf, outcomesText } from '../outcomes.ts';
import { print, table } from '../output.ts';
import { policyVersionOf } from '../statement.ts';
import { withJourneys } from './journeys.ts';

interface Options {
  to?: string[];
  all?: boolean;
  site?: string;
  patience: string;
  json?: boolean;
}

/** Adds the commands to a program. */
export function addRulesCommands(program: Command): void {
  const rules = program.command('rules').summary('the versions of the rules, and what another would do');
  rules
    .command('list')
    .summary('list the versions, and how many journeys run on each')
    .option('--json', 'print JSON')
    .action(list);
  chosen(rules.command('dry-run'))
    .summary('say what a migration would do; nothing is changed')
    .description(
      'All running journeys where none is named. Exits with 2 where one would refuse, with 1 where one does not answer.',
    )
    .action((named: string[], options: Options) => migrateAll(named, options, previewMigration));
  chosen(program.command('migrate'))
    .summary('put journeys under other versions of the rules')
    .description(
      'Each journey answers for itself; "rules dry-run" shows before what would happen. Exits with 2 where one refuses, ' +
        'with 1 where one does not answer: then it may have moved or not, and the command can be given again.',
    )
    .option('--all', 'all running journeys')
    .action((named: string[], options: Options) => someNamed(named, options, migrateJourney));
  selected(program.command('wake'))
    .summary('have journeys look whether newer workers serve')
    .option('--all', 'all running journeys')
    .action((named: string[], options: Options) => someNamed(named, options, wake));
}

const chosen = (command: Command): Command =>
  selected(command).requiredOption(
    '--to <version...>',
    'a version of the policy (2026-1), of the machine (2), or both',
  );

const selected = (command: Command): Command =>
  command
    .argument('[journeys...]')
    .option('--site <site>', 'all running journeys of this site')
    .option('--patience <seconds>', 'how long one journey may take to answer', '30')
    .option('--json', 'print JSON');

/** @throws ClientError where nobody is named: what changes journeys asks for `--all`. */
function someNamed(named: readonly string[], options: Options, act: Asked): Promise<void> {
  if (named.length === 0 && !options.all && options.site === undefined)
    throw new ClientError('bad-input', {
      de: 'Nennen Sie Begleitungen, oder --site oder --all.',
      en: 'Name journeys, or give --site or --all.',
    });
  return migrateAll(named, options, act);
}

async function migrateAll(
  named: readonly string[],
  { to = [], site, patience, json }: Options,
  act: Asked,
): Promise<void> {
  const versions = versionsIn(to);
  const most = (Number(patience) || 30) * 1_000;
  const told = await withJourneys(async (journeys) => {
    const all = named.length > 0 ? named : await runningJourneys(journeys, site);
    return await askEach(journeys, all, versions, act, most);
  });
  const { figures } = told;
  print(told, json, () => outcomesText(told.journeys, figures));
  process.exitCode = exitCodeOf(figures);
}

/** A number is a version of the machine, all else one of the policy. */
function versionsIn(texts: readonly string[]): Partial<Versions> {
  const read = texts.map((text): Partial<Versions> => {
    if (/^\d+$/.test(text)) return { machineVersion: Number(text) };
    return { policyVersion: policyVersionOf(text) };
  });
  return Object.assign({}, ...read);
}

async function list({ json }: { json?: boolean }): Promise<void> {
  const result = await withJourneys(versionsInUse);
  print(result, json, () =>
    [
      table(
        ['policy', 'journeys', 'label'],
        result.policies.map((row) => [
          row.version,
          String(row.journeys),
          `${row.label.en} · ${row.label.de}`,
        ]),
      ),
      '',
      table(
        ['machine', 'journeys'],
        result.machines.map((row) => [String(row.version), String(row.journeys)]),
      ),
    ].join('\n'),
  );
}
