/** The commands `rules` and `migrate`: which versions there are, what another one would do, and the move to it. */
import type { Command } from 'commander';
import type { Versions } from '../../workflows/fold/rulebook.ts';
import { type Reason, Refusal } from '../../workflows/journal/refusal.ts';
import type { MigrateResult } from '../../workflows/messages.ts';
import { policies } from '../../workflows/policy/policy.ts';
import { ClientError } from '../errors.ts';
import {
  countByVersion,
  type Journeys,
  migrateJourney,
  previewMigration,
  runningJourneys,
} from '../journeys.ts';
import { print, table } from '../output.ts';
import { policyVersionOf } from '../statement.ts';
import { differenceLines } from '../texts.ts';
import { withJourneys } from './journeys.ts';

/** Journeys that are asked at the same time. */
const atOnce = 8;
/** Milliseconds that one of them may take to answer. */
const patience = 30_000;

interface Options {
  to?: string[];
  all?: boolean;
  site?: string;
  json?: boolean;
}

/** What became of one journey, or would. */
type Outcome = { readonly journey: string } & (
  | ({ readonly refused: false } & MigrateResult)
  | { readonly refused: true; readonly reasons: Refusal['reasons'] }
);

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
    .description('All running journeys where none is named.')
    .action((named: string[], options: Options) => migrateAll(named, options, previewMigration));
  chosen(program.command('migrate'))
    .summary('put journeys under other versions of the rules')
    .description('Each journey answers for itself; "rules dry-run" shows before what would happen.')
    .option('--all', 'all running journeys')
    .action((named: string[], options: Options) => someNamed(named, options, migrateJourney));
  selected(program.command('wake'))
    .summary('have journeys look whether newer workers serve')
    .option('--all', 'all running journeys')
    .action((named: string[], options: Options) => someNamed(named, options, wake));
}

/** A command without content: what a journey has been waiting to do by itself, such as to move to newer workers, it does now. */
const wake = (journeys: Journeys, journey: string): Promise<MigrateResult> =>
  migrateJourney(journeys, journey, {});

const chosen = (command: Command): Command =>
  selected(command).requiredOption(
    '--to <version...>',
    'a version of the policy (2026-1), of the machine (2), or both',
  );

const selected = (command: Command): Command =>
  command
    .argument('[journeys...]')
    .option('--site <site>', 'all running journeys of this site')
    .option('--json', 'print JSON');

/** @throws ClientError where nobody is named: what changes journeys asks for `--all`. */
function someNamed(named: readonly string[], options: Options, act: typeof migrateJourney): Promise<void> {
  if (named.length === 0 && !options.all && options.site === undefined)
    throw new ClientError('bad-input', 'Name journeys, or give --site or --all.');
  return migrateAll(named, options, act);
}

async function migrateAll(
  named: readonly string[],
  { to = [], site, json }: Options,
  act: typeof migrateJourney,
): Promise<void> {
  const versions = versionsIn(to);
  const outcomes = await withJourneys(async (journeys) => {
    const all = named.length > 0 ? named : await runningJourneys(journeys, site);
    const { connection } = journeys.client;
    const timely = (journey: string): Promise<MigrateResult> =>
      connection.withDeadline(Date.now() + patience, () => act(journeys, journey, versions));
    return inTurn(all, (journey) => outcomeOf(journey, () => timely(journey)));
  });
  const figures = figuresOf(outcomes);
  print({ figures, journeys: outcomes }, json, () => outcomesText(outcomes, figures));
  if (figures.refused > 0) process.exitCode = 2;
}

/** A number is a version of the machine, all else one of the policy. */
function versionsIn(texts: readonly string[]): Partial<Versions> {
  const read = texts.map((text): Partial<Versions> => {
    if (/^\d+$/.test(text)) return { machineVersion: Number(text) };
    return { policyVersion: policyVersionOf(text) };
  });
  return Object.assign({}, ...read);
}

async function outcomeOf(journey: string, run: () => Promise<MigrateResult>): Promise<Outcome> {
  try {
    return { journey, refused: false, ...(await run()) };
  } catch (error) {
    return { journey, refused: true, reasons: error instanceof Refusal ? error.reasons : [silent(error)] };
  }
}

/** One journey that does not answer must not keep the others from theirs. */
function silent(error: unknown): Reason {
  const text = error instanceof Error ? error.message : String(error);
  return {
    code: 'no-answer',
    de: `Die Begleitung antwortet nicht; läuft ein Worker? (${text})`,
    en: `The journey does not answer; is a worker running? (${text})`,
  };
}

/** Works through a list, some at a time; the results stand in its order. */
async function inTurn<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = [...all.entries()];
  const next = async (): Promise<void> => {
    for (let taken = queue.shift(); taken; taken = queue.shift()) results[taken[0]] = await work(taken[1]);
  };
  await Promise.all(Array.from({ length: atOnce }, next));
  return results;
}

function figuresOf(outcomes: readonly Outcome[]) {
  const done = outcomes.flatMap((outcome) => (outcome.refused ? [] : [outcome]));
  const count = (having: (one: (typeof done)[number]) => readonly unknown[]): number =>
    done.filter((one) => having(one).length > 0).length;
  return {
    journeys: outcomes.length,
    unchanged: done.filter((one) => linesOf(one).length === 0).length,
    standingElsewhere: count(({ difference: { left, entered } }) => [...left, ...entered]),
    gainingDeadlines: count(({ difference }) => difference.gained),
    losingDeadlines: count(({ difference }) => difference.lost),
    movingDeadlines: count(({ difference }) => difference.moved),
    withEffects: count(({ changes }) => changes.filter(({ op }) => op !== 'skip')),
    refused: outcomes.length - done.length,
  };
}

const figureLabels: Record<keyof ReturnType<typeof figuresOf>, string> = {
  journeys: 'journeys · Begleitungen',
  unchanged: 'nothing changes · unverändert',
  standingElsewhere: 'stand elsewhere · stehen anders',
  gainingDeadlines: 'gain deadlines · bekommen Fristen dazu',
  losingDeadlines: 'lose deadlines · verlieren Fristen',
  movingDeadlines: 'deadlines move · Fristen verschieben sich',
  withEffects: 'make, amend or withdraw something · lösen etwas aus',
  refused: 'refused · abgelehnt',
};

function linesOf(outcome: Outcome): string[] {
  if (outcome.refused) return outcome.reasons.flatMap(({ de, en }) => [`✗ en: ${en}`, `  de: ${de}`]);
  const orders = outcome.changes.map(({ op, key }) => `${op} ${key}`);
  return [...differenceLines(outcome.difference), ...orders];
}

function outcomesText(outcomes: readonly Outcome[], figures: ReturnType<typeof figuresOf>): string {
  const touched = outcomes.flatMap((outcome) => {
    const lines = linesOf(outcome);
    return lines.length === 0 ? [] : [`${outcome.journey}`, ...lines.map((line) => `  ${line}`)];
  });
  const rows = Object.entries(figures).map(([key, value]) => [
    String(value).padStart(6),
    figureLabels[key as keyof typeof figures],
  ]);
  return [...touched, '', ...rows.map((row) => row.join('  '))].join('\n').trimStart();
}

async function list({ json }: { json?: boolean }): Promise<void> {
  const counts = await withJourneys(countByVersion);
  const rows = Object.values(policies).map(({ version, label }) => ({
    ...{ version, label },
    journeys: counts.policies.get(version) ?? 0,
  }));
  const machines = [...counts.machines].map(([version, journeys]) => ({ version, journeys }));
  const result = { policies: rows, machines: machines.toSorted((a, b) => a.version - b.version) };
  print(result, json, () =>
    [
      table(
        ['policy', 'journeys', 'label'],
        rows.map((row) => [row.version, String(row.journeys), `${row.label.en} · ${row.label.de}`]),
      ),
      '',
      table(
        ['machine', 'journeys'],
        result.machines.map((row) => [String(row.version), String(row.journeys)]),
      ),
    ].join('\n'),
  );
}
