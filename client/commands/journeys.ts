/** The commands that talk to one running journey. */
import type { Command } from 'commander';
import { Role } from '../../workflows/effects/words.ts';
import type { FullView } from '../../workflows/fold/view.ts';
import { eventTypes, isEventType } from '../../workflows/journal/events.ts';
import { newestPolicy } from '../../workflows/policy/policy.ts';
import { ClientError } from '../errors.ts';
import { findInstallation } from '../installation.ts';
import * as api from '../journeys.ts';
import { refuseTwoProviders } from '../moves/takeBack.ts';
import { print } from '../output.ts';
import { policyVersionOf, readStatements, type StatementOptions } from '../statement.ts';
import { enteredText, explanationText, fullViewText, journalText, previewText } from '../texts.ts';

interface Json {
  json?: boolean;
}

/** Connects, works, and lets go again. */
export async function withJourneys<T>(work: (journeys: api.Journeys) => Promise<T>): Promise<T> {
  const journeys = await api.connect(findInstallation());
  try {
    return await work(journeys);
  } finally {
    await journeys.close();
  }
}

/** The options of whoever says something. */
export const speaking = (command: Command): Command =>
  command
    .option('--at <moment>', 'when it happened: a day or an instant; now where left out')
    .option('--as <role[:id]>', 'who says it', 'caseWorker')
    .option('--file <file>', 'statements as JSON, one or a list: all or nothing');

const correcting = (command: Command): Command =>
  command
    .option('--replaces <seq>', 'the entry this one corrects')
    .option('--voids <seq>', 'the entry this one takes back')
    .option('--reason <code>', 'why it is corrected or taken back');

const notReceived = ['--not-received', 'a transfer is taken back; nobody has received it'] as const;

/** Adds the commands to a program. */
export function addJourneyCommands(program: Command): void {
  addWriting(program);
  addReading(program);
}

function addWriting(program: Command): void {
  speaking(program.command('start'))
    .summary('start a journey')
    .description('Starts a journey with a referral: start p-100 source=funder site=site-1 federalState=BW')
    .argument('<journey>', "the participant's opaque id")
    .argument('[fields...]', 'fields of intake.referred as name=value')
    .option('--policy <version>', 'the version of the rules', newestPolicy)
    .option('--json', 'print JSON')
    .action((journey: string, fields: string[], options: StatementOptions & Json & { policy: string }) =>
      withJourneys(async (journeys) => {
        const journal = await api.startJourney(
          journeys,
          journey,
          readStatements('intake.referred', fields, options),
          { versions: { policyVersion: policyVersionOf(options.policy) } },
        );
        print({ journey, journal }, options.json, () => `Journey ${journey} has started.`);
      }),
    );
  correcting(speaking(program.command('tell')))
    .summary('tell a journey what happened')
    .description('Enters an event: tell p-100 intake.admitted caseWorker=w-1 --at 2026-09-01')
    .argument('<journey>')
    .argument('[event]', 'its type (see "events"), or JSON')
    .argument('[fields...]', 'fields as name=value; lists with commas')
    .option('--request-id <id>', 'the same id twice is entered once')
    .option(...notReceived)
    .option('--json', 'print JSON')
    .action(
      (
        journey: string,
        type: string | undefined,
        fields: string[],
        options: StatementOptions & Json & { requestId?: string; notReceived?: boolean },
      ) =>
        withJourneys(async (journeys) => {
          const statements = readStatements(type, fields, options);
          await refuseTwoProviders(journeys, journey, statements, options.notReceived);
          const result = await api.tellJourney(journeys, journey, statements, options.requestId);
          print(result, options.json, enteredText);
        }),
    );
  program
    .command('undo')
    .summary('take an entry back')
    .description('Like tell --voids. An undo can be undone: its own number is an entry too.')
    .argument('<journey>')
    .argument('<seq>', 'the entry, as "journal" numbers it')
    .requiredOption('--reason <code>', 'why')
    .option('--as <role[:id]>', 'who says it', 'caseWorker')
    .option('--dry-run', 'show what it would do; nothing is entered')
    .option('--request-id <id>', 'the same id twice is entered once')
    .option(...notReceived)
    .option('--json', 'print JSON')
    .action(undo);
  correcting(speaking(program.command('preview')))
    .summary('show what telling something would do')
    .description('Like tell, but nothing is entered.')
    .argument('<journey>')
    .argument('[event]')
    .argument('[fields...]')
    .option('--json', 'print JSON')
    .action((journey: string, type: string | undefined, fields: string[], options: StatementOptions & Json) =>
      withJourneys(async (journeys) => {
        const result = await api.previewJourney(journeys, journey, readStatements(type, fields, options));
        print(result, options.json, previewText);
      }),
    );
}

async function undo(
  journey: string,
  voids: string,
  options: StatementOptions & Json & { dryRun?: boolean; requestId?: string; notReceived?: boolean },
): Promise<void> {
  await withJourneys(async (journeys) => {
    const statements = readStatements(undefined, [], { ...options, voids });
    if (options.dryRun) {
      print(await api.previewJourney(journeys, journey, statements), options.json, previewText);
      return;
    }
    await refuseTwoProviders(journeys, journey, statements, options.notReceived);
    const result = await api.tellJourney(journeys, journey, statements, options.requestId);
    print(result, options.json, enteredText);
  });
}

function addReading(program: Command): void {
  program
    .command('view')
    .summary('show where a journey stands')
    .argument('<journey>')
    .option('--json', 'print JSON')
    .action((journey: string, { json }: Json) =>
      withJourneys(async (journeys) =>
        print<FullView>(await api.viewJourney(journeys, journey), json, fullViewText),
      ),
    );
  program
    .command('journal')
    .summary('show the entries of a journey')
    .argument('<journey>')
    .option('--json', 'print JSON, as "fold" reads it')
    .action((journey: string, { json }: Json) =>
      withJourneys(async (journeys) => print(await api.readJourney(journeys, journey), json, journalText)),
    );
  program
    .command('explain')
    .summary('say what is possible now and why other things are not')
    .argument('<journey>')
    .argument('[event]', 'only this one')
    .option('--role <role>', 'for this role')
    .option('--json', 'print JSON')
    .action((journey: string, type: string | undefined, { role, json }: Json & { role?: string }) =>
      withJourneys(async (journeys) => {
        if (type !== undefined && !isEventType(type))
          throw new ClientError('bad-input', {
            de: `Das Ereignis »${type}« gibt es nicht. Ereignisse: ${eventTypes.join(', ')}`,
            en: `There is no event "${type}". Events: ${eventTypes.join(', ')}`,
          });
        const known = role === undefined ? undefined : Role.safeParse(role);
        if (known && !known.success)
          throw new ClientError('bad-input', {
            de: `Es gibt keine Rolle »${role}«. Rollen: ${Role.options.join(', ')}`,
            en: `There is no role "${role}". Roles: ${Role.options.join(', ')}`,
          });
        const all = await api.explainJourney(journeys, journey, known?.data);
        print(
          all.filter((one) => type === undefined || one.type === type),
          json,
          explanationText,
        );
      }),
    );
}
