/** The commands that need no server: the catalogue, the policy, a journal file folded. */
import type { Command } from 'commander';
import { fold } from '../../workflows/fold/fold.ts';
import { newestVersions, rulebookOf } from '../../workflows/fold/rulebook.ts';
import { fullViewOf } from '../../workflows/fold/view.ts';
import { describeEvents } from '../../workflows/journal/describe.ts';
import { parseJournal } from '../../workflows/journal/file.ts';
import { Day, endOfGermanDay, germanDay } from '../../workflows/policy/calendar.ts';
import { newestPolicy, type Policy, policies } from '../../workflows/policy/policy.ts';
import { noSuchDay } from '../errors.ts';
import { print, table } from '../output.ts';
import { policyVersionOf, readJson } from '../statement.ts';
import { fullViewText } from '../texts.ts';

interface Options {
  json?: boolean;
  policy?: string;
  until?: string;
}

/** Adds the commands to a program. */
export function addOfflineCommands(program: Command): void {
  program
    .command('events')
    .summary('list the events: type, roles, label, fields')
    .option('--json', 'print JSON; fields as JSON Schema')
    .action(({ json }: Options) => print(describeEvents(), json, eventsText));
  program
    .command('policy')
    .summary('list the rows of the policy with their sources')
    .option('--policy <version>', 'another version', newestPolicy)
    .option('--json', 'print JSON')
    .action(({ json, policy }: Options) =>
      print(policyRows(policies[policyVersionOf(policy)]), json, policyText),
    );
  program
    .command('fold')
    .summary('fold a journal file: state, facts, deadlines, effects')
    .argument('<file>', 'a JSON array of entries')
    .option('--until <date>', 'the day that is its now', germanDay(new Date().toISOString()))
    .option('--policy <version>', 'another version', newestPolicy)
    .option('--json', 'print JSON')
    .action(foldFile);
}

function foldFile(file: string, { json, policy, until = '' }: Options): void {
  const day = Day.safeParse(until);
  if (!day.success) throw noSuchDay(until);
  const now = endOfGermanDay(day.data);
  const folded = fold(
    rulebookOf({ ...newestVersions, policyVersion: policyVersionOf(policy) }),
    parseJournal(readJson(file), now),
    now,
  );
  const { places, facts, open, due, overdue, effects, next, ...rest } = fullViewOf(folded);
  const fired = folded.fired.map(({ key, dueOn, at }) => ({ key, dueOn, at }));
  const result = {
    until: day.data,
    ...rest,
    state: folded.snapshot.value,
    places,
    facts,
    open,
    due,
    overdue,
    fired,
    effects,
    next,
  };
  print(result, json, () =>
    [
      fullViewText(fullViewOf(folded)),
      `Fired:\n${fired.map(({ key, dueOn, at }) => `  ${dueOn}  ${key} (fired ${at})`).join('\n') || '  none'}`,
      `Facts:\n${JSON.stringify(facts, null, 2)}`,
    ].join('\n'),
  );
}

const eventsText = (events: ReturnType<typeof describeEvents>): string =>
  table(
    ['event', 'roles', 'label', 'fields'],
    events.map(({ type, roles, label, fields }) => {
      const { properties = {}, required = [] } = fields as { properties?: object; required?: string[] };
      const names = Object.keys(properties).map((name) => (required.includes(name) ? name : `[${name}]`));
      return [type, roles.join(','), `${label.en} · ${label.de}`, names.join(' ')];
    }),
  );

const policyRows = ({ deadlines, limits }: Policy) =>
  Object.entries({ ...deadlines, ...limits }).map(([key, row]) => ({ key, ...row }));

const policyText = (rows: ReturnType<typeof policyRows>): string =>
  table(
    ['key', 'value', 'reckoned', 'label', 'source'],
    rows.map((row) => [
      row.key,
      typeof row.value === 'object' && row.value !== null
        ? Object.entries(row.value).flat().reverse().join(' ')
        : String(row.value ?? '–'),
      'reckon' in row
        ? [row.reckon, row.kind, ...(row.holidays === 'none' ? [] : [row.holidays])].join(', ')
        : '',
      `${row.label.en} · ${row.label.de}`,
      row.source,
    ]),
  );
