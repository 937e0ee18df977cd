/** The commands `tell-each` and `handover`: the same said of several journeys, each of which answers for itself. */
import type { Command } from 'commander';
import { parseId, type Statement } from '../../workflows/journal/entry.ts';
import { germanDay } from '../../workflows/policy/calendar.ts';
import { ClientError } from '../errors.ts';
import type { Journeys } from '../journeys.ts';
import { print } from '../output.ts';
import { wordsIn } from '../papers/options.ts';
import { withStore } from '../papers/source.ts';
import { caseloadOf, exitCodeOf, previewEach, type Told, tellEach } from '../several.ts';
import { readStatements, type StatementOptions } from '../statement.ts';
import { changesText, differenceLines } from '../texts.ts';
import { speaking, withJourneys } from './journeys.ts';

interface Options {
  readonly journeys?: string;
  readonly dryRun?: boolean;
  readonly requestId?: string;
  readonly json?: boolean;
}

/** Adds the commands to a program. */
export function addSeveralCommands(program: Command): void {
  answering(speaking(program.command('tell-each')))
    .summary('tell several journeys the same')
    .description(
      'Enters an event in several journeys: tell-each meeting.held attended=participant --journeys p-1,p-2. ' +
        'Each answers for itself; exits with 2 where one refuses, with 1 where one does not answer.',
    )
    .argument('[event]', 'its type (see "events"), or JSON')
    .argument('[fields...]', 'fields as name=value; lists with commas')
    .option('--journeys <ids>', 'which ones, with commas')
    .option('--case-worker <id>', "or all of a case worker's that still run")
    .action(sayToEach);
  answering(program.command('handover'))
    .summary("propose a case worker's journeys to another")
    .description(
      'Proposes every journey of one case worker to another, in the name of the team lead. ' +
        'Each answers for itself; exits with 2 where one refuses, with 1 where one does not answer.',
    )
    .argument('<from>', "the case worker's opaque id")
    .argument('<to>', 'who is to take them over')
    .option('--journeys <ids>', 'only these, with commas')
    .option('--as <id>', "the team lead's opaque id")
    .action(handOver);
}

const answering = (command: Command): Command =>
  command
    .option('--dry-run', 'show what it would do; nothing is entered')
    .option('--request-id <id>', 'the same id twice is entered once')
    .option('--json', 'print JSON');

async function sayToEach(
  type: string | undefined,
  fields: string[],
  options: Options & StatementOptions & { readonly caseWorker?: string },
): Promise<void> {
  const { journeys: named, caseWorker } = options;
  if ((named === undefined) === (caseWorker === undefined)) {
    throw new ClientError('bad-input', {
      de: 'Nennen Sie Begleitungen (--journeys p-1,p-2) oder wessen es sind (--case-worker), nicht beides.',
      en: 'Name journeys (--journeys p-1,p-2) or whose they are (--case-worker), not both.',
    });
  }
  const statements = readStatements(type, fields, options);
  const all =
    caseWorker === undefined ? idsIn(named ?? '') : await caseload(parseId(caseWorker, 'caseWorker'));
  report(await withJourneys((journeys) => say(journeys, all, statements, options)), options);
}

async function handOver(
  from: string,
  to: string,
  options: Options & { readonly as?: string },
): Promise<void> {
  const [lead, named] = [options.as, options.journeys && idsIn(options.journeys)];
  const actor = { role: 'teamLead', ...(lead === undefined ? {} : { id: parseId(lead, 'as') }) } as const;
  const event = { type: 'handover.proposed', to: parseId(to, 'to') };
  const theirs = await caseload(parseId(from, 'from'));
  const all = named || theirs;
  const told = await withJourneys((journeys) =>
    say(
      journeys,
      all.filter((journey) => theirs.includes(journey)),
      [{ event, actor }],
      options,
    ),
  );
  report(
    all.map((journey) => told.find((one) => one.journey === journey) ?? notTheirs(journey, from)),
    options,
  );
}

const say = (
  journeys: Journeys,
  named: readonly string[],
  statements: readonly Statement[],
  { dryRun, requestId }: Options,
): Promise<Told[]> =>
  dryRun ? previewEach(journeys, named, statements) : tellEach(journeys, named, statements, requestId);

function report(told: readonly Told[], { json }: Options): void {
  print(told, json, toldText);
  process.exitCode = exitCodeOf(told);
}

/** @throws Refusal, or ClientError where there is none */
const idsIn = (text: string): string[] => [
  ...new Set(wordsIn('--journeys', text).map((id) => parseId(id, 'journeys'))),
];

const caseload = (caseWorker: string): Promise<string[]> =>
  withStore((db) =>
    caseloadOf(db, { everything: true, today: germanDay(new Date().toISOString()) }, caseWorker),
  );

const notTheirs = (journey: string, from: string): Told => ({
  ...{ journey, done: false },
  reasons: [
    {
      code: 'not-theirs',
      de: `Die Begleitung ${journey} ist keine laufende von ${from}.`,
      en: `The journey ${journey} is none of ${from}'s that still run.`,
    },
  ],
});

/** What became of each, or would. */
const toldText = (told: readonly Told[]): string =>
  told.length === 0
    ? 'There are no such journeys. Es gibt keine solchen Begleitungen.'
    : told.flatMap(toldLines).join('\n');

function toldLines({ journey, done, seqs = [], preview, reasons }: Told): string[] {
  if (!done) {
    const sign = reasons.some(({ code }) => code === 'no-answer') ? '?' : '✗';
    return [`${sign} ${journey}`, ...reasons.flatMap(({ de, en }) => [`    de: ${de}`, `    en: ${en}`])];
  }
  if (!preview) return [`✓ ${journey}  entered as · eingetragen als ${seqs.join(', ')}`];
  const lines = [...differenceLines(preview.difference), ...changesText(preview.changes).split('\n')];
  return [`✓ ${journey}  possible · möglich`, ...lines.map((line) => `    ${line.trim()}`)];
}
