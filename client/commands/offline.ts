/** The commands that need no server: the catalogue, the policy, a journal file folded, the statechart. */
import type { Command } from 'commander';
import { fold } from '../../workflows/fold/fold.ts';
import { viewOf } from '../../workflows/fold/view.ts';
import { describeEvents } from '../../workflows/journal/events.ts';
import { parseJournal } from '../../workflows/journal/file.ts';
import { Day, endOfGermanDay, germanDay } from '../../workflows/policy/calendar.ts';
import { newestPolicy, policies, policyVersions } from '../../workflows/policy/policy.ts';
import { chartOf } from '../chart.ts';
import { ClientError } from '../errors.ts';
import { print, table } from '../output.ts';
import { readJson } from '../statement.ts';
import { viewText } from '../texts.ts';

interface Options {
  json?: boolean;
  policy?: string;
  until?: string;
  lang?: string;
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
    .action(({ json, policy }: Options) => print(policyRows(policyOf(policy)), json, policyText));
  program
    .command('fold')
    .summary('fold a journal file: state, facts, deadlines, effects')
    .argument('<file>', 'a JSON array of entries')
    .option('--until <date>', 'the day that is its now', germanDay(new Date().toISOString()))
    .option('--policy <version>', 'another version', newestPolicy)
    .option('--json', 'print JSON')
    .action(foldFile);
  program
    .command('chart')
    .summary('print the statechart as Mermaid')
    .option('--lang <de|en>', 'language of the labels', 'de')
    .option('--json', 'print JSON')
    .action(({ json, lang }: Options) => {
      if (lang !== 'de' && lang !== 'en')
        throw new ClientError('bad-input', `The chart speaks de or en, not "${lang}".`);
      print({ mermaid: chartOf(lang) }, json, ({ mermaid }) => mermaid);
    });
}

function policyOf(version = newestPolicy as string) {
  const known = policyVersions.find((one) => one === version);
  if (known === undefined)
    throw new ClientError(
      'bad-input',
      `There is no policy "${version}". Versions: ${policyVersions.join(', ')}`,
    );
  return policies[known];
}

function foldFile(file: string, { json, policy, until = '' }: Options): void {
  const day = Day.safeParse(until);
  if (!day.success)
    throw new ClientError('bad-input', `--until "${until}" is no day that exists (YYYY-MM-DD).`);
  const now = endOfGermanDay(day.data);
  const folded = fold(policyOf(policy), parseJournal(readJson(file), now), now);
  const { places, facts, open, due, overdue, effects, ...rest } = viewOf(folded);
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
  };
  print(result, json, () =>
    [
      viewText(viewOf(folded)),
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

const policyRows = ({ deadlines, limits }: ReturnType<typeof policyOf>) =>
  Object.entries({ ...deadlines, ...limits }).map(([key, row]) => ({ key, ...row }));

const policyText = (rows: ReturnType<typeof policyRows>): string =>
  table(
    ['key', 'value', 'reckoned', 'label', 'source'],
    rows.map((row) => [
      row.key,
      typeof row.value === 'object' && row.value !== null
        ? Object.entries(row.value).flat().reverse().join(' ')
        : String(row.value ?? '–'),
      'reckon' in row ? `${row.reckon}, ${row.kind}` : '',
      `${row.label.en} · ${row.label.de}`,
      row.source,
    ]),
  );
