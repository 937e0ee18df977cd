/** The commands that need no server: the catalogue, the policy, a journal file folded. */
import type { Command } from 'commander';
import { fold } from '../../workflows/fold/fold.ts';
import { newestVersions, rulebookOf } from '../../workflows/fold/rulebook.ts';
import { fullViewOf } from '../../workflows/fold/view.ts';
import { describeEvents, type EventDescription, wordsOfEvent } from '../../workflows/journal/describe.ts';
import { type EventType, isEventType } from '../../workflows/journal/events.ts';
import { parseJournal } from '../../workflows/journal/file.ts';
import { Day, endOfGermanDay, germanDay } from '../../workflows/policy/calendar.ts';
import { newestPolicy, policies } from '../../workflows/policy/policy.ts';
import { ClientError, noSuchDay } from '../errors.ts';
import { print, table } from '../output.ts';
import { policyRows } from '../policyRows.ts';
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
    .summary('list the events: type, roles, label, fields; or explain one')
    .argument('[event]', 'the event to be explained, with its fields and their codes')
    .option('--json', 'print JSON; fields as JSON Schema')
    .action((event: string | undefined, { json }: Options) =>
      event === undefined
        ? print(describeEvents(), json, eventsText)
        : print(wordsOfEvent(eventTypeOf(event)), json, eventText),
    );
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

/** @throws ClientError `bad-input` */
function eventTypeOf(text: string): EventType {
  if (isEventType(text)) return text;
  throw new ClientError('bad-input', {
    de: `Es gibt kein Ereignis »${text}«; »events« nennt alle.`,
    en: `There is no event "${text}"; "events" lists them all.`,
  });
}

/** An event explained: what it is for, its fields, and the codes that they take. */
function eventText({ type, label, help, fields, words }: EventDescription): string {
  const { required = [] } = fields as { required?: string[] };
  const rows = Object.entries(words).flatMap(([path, field]) => {
    const name = required.includes(path) ? path : `[${path}]`;
    const helps = field.help ? ` (${field.help.en} · ${field.help.de})` : '';
    const codes = Object.entries(field.values ?? {});
    return [
      [name, `${field.label.en} · ${field.label.de}${helps}`],
      ...codes.map(([code, text]) => [`  ${code}`, `  ${text.en} · ${text.de}`]),
    ];
  });
  const form = rows.length === 0 ? [] : [table(['field', 'label'], rows)];
  return [`${type}  ${label.en} · ${label.de}`, help.en, help.de, ...form].join('\n');
}

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
