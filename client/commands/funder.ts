/** The command `funder`: what the funder is owed word of, and what has been transmitted, marked by hand. */
import type { Command } from 'commander';
import type { Store } from '../../activities/store/read.ts';
import type { Course } from '../../workflows/fold/papers/course.ts';
import { isOwed } from '../../workflows/fold/papers/owed.ts';
import { ClientError } from '../errors.ts';
import { print, table } from '../output.ts';
import { csvOf } from '../papers/csv.ts';
import { type MarkFault, markTransmitted, type OwedRow, owedCells, owedIn } from '../papers/funder.ts';
import { dayOf, speakerOf } from '../papers/options.ts';
import { formatOf, writeOut } from '../papers/out.ts';
import { readCourse, readCourses, withStore } from '../papers/source.ts';

interface Options {
  readonly site?: string;
  readonly journey?: string;
  readonly open?: boolean;
  readonly json?: boolean;
}

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
    const [head = [], ...lines] = owedCells(rows);
    return table(head, lines);
  });
}

async function exportAll(options: Options & { out: string }): Promise<void> {
  const { out, json } = options;
  formatOf(out, ['csv']);
  const rows = await withStore((db) => rowsOf(db, options));
  writeOut(out, csvOf(owedCells(rows)));
  print(
    { out, messages: rows.length },
    json,
    () => `Geschrieben nach ${out}. Written to ${out}. (${rows.length})`,
  );
}

async function rowsOf(db: Store, { site, journey, open }: Options): Promise<OwedRow[]> {
  const courses =
    journey === undefined ? onlyCourses(readCourses(db, site)) : [await readCourse(db, journey)];
  const rows = await owedIn(db, courses);
  return open ? rows.filter(isOwed) : rows;
}

async function* onlyCourses(read: ReturnType<typeof readCourses>): AsyncGenerator<Course> {
  for await (const { course } of read) yield course;
}

async function transmitted(
  journey: string,
  key: string,
  { on, as, json }: { on: string; as: string; json?: boolean },
): Promise<void> {
  const transmittedOn = dayOf('--on', on);
  const by = speakerOf(as);
  await withStore(async (db) => {
    const course = await readCourse(db, journey);
    const fault = await markTransmitted(db, course, { key, transmittedOn, by });
    if (fault) throw badMark(fault);
    print({ journey, key, transmittedOn, by }, json, () =>
      [
        `${journey}: ${key} ist am ${transmittedOn} übermittelt worden.`,
        `${journey}: ${key} was transmitted on ${transmittedOn}.`,
      ].join('\n'),
    );
  });
}

function badMark({ field, de, en }: MarkFault): ClientError {
  const option = field === 'on' ? '--on' : field;
  return new ClientError('bad-input', { de: `${option}: ${de}`, en: `${option}: ${en}` });
}
