/** The command `funder`: what the funder is owed word of, and what has been transmitted, marked by hand. */
import type { Command } from 'commander';
import { readTransmissions, saveTransmission } from '../../activities/store/papers.ts';
import type { Store } from '../../activities/store/read.ts';
import type { Course } from '../../workflows/fold/papers/course.ts';
import { funderMessagesOf } from '../../workflows/fold/papers/funderMessages.ts';
import { callBackOf, isOwed, type OwedMessage, owedOf } from '../../workflows/fold/papers/owed.ts';
import { germanDay } from '../../workflows/policy/calendar.ts';
import { ClientError } from '../errors.ts';
import { print, table } from '../output.ts';
import { csvOf } from '../papers/csv.ts';
import { dayOf, speakerOf } from '../papers/options.ts';
import { formatOf, writeOut } from '../papers/out.ts';
import { readCourse, readCourses, withStore } from '../papers/source.ts';
import { statusWords } from '../papers/words.ts';

interface Options {
  readonly site?: string;
  readonly journey?: string;
  readonly open?: boolean;
  readonly json?: boolean;
}

type Row = OwedMessage & { readonly journey: string };

/** Adds the command to a program. */
export function addFunderCommand(program: Command): void {
  const funder = program.command('funder').summary('messages that the funder is owed');
  selecting(funder.command('list'))
    .description('Lists messages to the funder: entry, exit, interruptions, LuV reports, used hours.')
    .option('--json', 'print JSON')
    .action(list);
  funder
    .command('transmitted')
    .description('Notes that a message has gone to the funder; noted again, the later word counts.')
    .argument('<journey>')
    .argument('<key>', 'as "funder list" names it')
    .requiredOption('--on <date>', 'the day on which it went out')
    .option('--as <role[:id]>', 'who says it', 'caseWorker')
    .option('--json', 'print JSON')
    .action(transmitted);
  selecting(funder.command('export'))
    .description('Writes the messages as a table.')
    .requiredOption('--out <file>', 'a .csv')
    .option('--json', 'print JSON')
    .action(exportAll);
}

const selecting = (command: Command): Command =>
  command
    .option('--site <site>', 'only of this site')
    .option('--journey <id>', 'only of this journey')
    .option('--open', 'only what is still to be sent');

async function list(options: Options): Promise<void> {
  const rows = await withStore((db) => rowsOf(db, options));
  print(rows, options.json, () => {
    const [head = [], ...lines] = cellsOf(rows);
    return table(head, lines);
  });
}

async function exportAll(options: Options & { out: string }): Promise<void> {
  const { out, json } = options;
  formatOf(out, ['csv']);
  const rows = await withStore((db) => rowsOf(db, options));
  writeOut(out, csvOf(cellsOf(rows)));
  print(
    { out, messages: rows.length },
    json,
    () => `Geschrieben nach ${out}. Written to ${out}. (${rows.length})`,
  );
}

async function rowsOf(db: Store, { site, journey, open }: Options): Promise<Row[]> {
  const rows: Row[] = [];
  if (journey !== undefined) rows.push(...(await owedIn(db, await readCourse(db, journey))));
  else for await (const { course } of readCourses(db, site)) rows.push(...(await owedIn(db, course)));
  return open ? rows.filter(isOwed) : rows;
}

async function owedIn(db: Store, course: Course): Promise<Row[]> {
  const { journey } = course;
  const sent = await readTransmissions(db, [journey]);
  return owedOf(funderMessagesOf(course), sent).map((message) => ({ journey, ...message }));
}

const cellsOf = (rows: readonly Row[]): string[][] => [
  ['Kennung', 'Schlüssel', 'Tag', 'Meldung', 'message', 'Angaben', 'Stand', 'status', 'übermittelt am'],
  ...rows.map(({ journey, key, on, label, fields, status, transmittedOn = '' }) => [
    ...[journey, key, on, label.de, label.en],
    Object.entries(fields)
      .map(([name, value]) => `${name}=${value}`)
      .join(' '),
    ...[statusWords[status].de, statusWords[status].en, transmittedOn],
  ]),
];

async function transmitted(
  journey: string,
  key: string,
  { on, as, json }: { on: string; as: string; json?: boolean },
): Promise<void> {
  const transmittedOn = dayOf('--on', on);
  const by = speakerOf(as);
  await withStore(async (db) => {
    const course = await readCourse(db, journey);
    const today = germanDay(course.folded.now);
    if (transmittedOn > today) throw inFuture(on, today);
    const known = (await owedIn(db, course)).map((message) => message.key);
    if (!known.includes(key)) throw noSuchMessage(key, known);
    await saveTransmission(db, { journeyId: journey, key, transmittedOn, by }, callBackOf(key));
    print({ journey, key, transmittedOn, by }, json, () =>
      [
        `${journey}: ${key} ist am ${transmittedOn} übermittelt worden.`,
        `${journey}: ${key} was transmitted on ${transmittedOn}.`,
      ].join('\n'),
    );
  });
}

const inFuture = (on: string, today: string): ClientError =>
  new ClientError('bad-input', {
    de: `--on: Übermittelt ist nur, was geschehen ist: ${on} liegt nach ${today}.`,
    en: `--on: only what has happened is transmitted: ${on} lies after ${today}.`,
  });

function noSuchMessage(key: string, known: readonly string[]): ClientError {
  const keys = known.join(', ') || '–';
  return new ClientError('bad-input', {
    de: `key: Es gibt keine Meldung »${key}« zu dieser Begleitung. Es gibt: ${keys}.`,
    en: `key: there is no message "${key}" of this journey. Keys: ${keys}.`,
  });
}
