/** The commands that make papers: reports (LuV), month sheets, letters, statistics, and what was made before. */
import type { Command } from 'commander';

import { listDocuments, readDocument } from '../../activities/store/papers.ts';
import type { Store } from '../../activities/store/read.ts';
import type { Course } from '../../workflows/fold/papers/course.ts';
import { luvOf } from '../../workflows/fold/papers/luv.ts';
import { monthSheetOf } from '../../workflows/fold/papers/monthSheet.ts';
import { statisticsOf } from '../../workflows/fold/papers/statistics.ts';
import { parseId } from '../../workflows/journal/entry.ts';
import { reportKinds } from '../../workflows/journal/events.ts';
import { germanDay } from '../../workflows/policy/calendar.ts';
import { ClientError } from '../errors.ts';
import { print, table } from '../output.ts';
import { csvOf } from '../papers/csv.ts';
import { type Drafted, draftLetter, draftLuv, draftMonthSheet, keepPaper } from '../papers/drafts.ts';
import { letterKinds } from '../papers/letters.ts';
import { monthSheetRows } from '../papers/monthSheet.ts';
import { monthOf, oneOf, reportNameOf, spanOf } from '../papers/options.ts';
import { formatOf, writeOut } from '../papers/out.ts';
import { pdfOf } from '../papers/page.ts';
import { readCourse, readCourses, withStore } from '../papers/source.ts';
import { statisticsPaper, statisticsRows } from '../papers/statistics.ts';
import { progressBar } from '../simulate/progress.ts';

interface Options {
  readonly out?: string;
  readonly provider?: string;
  readonly json?: boolean;
}

/** The provider's name, as it stands at the head of papers. */
const providerOf = ({ provider }: Options): string | undefined => provider ?? process.env.PROVIDER_NAME;

const onPaper = (command: Command): Command =>
  command
    .option('--provider <name>', "the provider's name at the head; PROVIDER_NAME where left out")
    .option('--json', 'print JSON');

/** Adds the commands to a program. */
export function addPaperCommands(program: Command): void {
  onPaper(program.command('luv'))
    .summary('draft a report (LuV) to the funder')
    .argument('<journey>')
    .argument('<kind>', reportKinds.join(', '))
    .option('--year <number>', 'which training year, for trainingYear')
    .option('--out <file>', 'a .pdf, or the data as .json')
    .action(luv);
  onPaper(program.command('month-sheet'))
    .summary('list the support hours used in a month')
    .argument('<journey>')
    .argument('<month>', 'YYYY-MM')
    .option('--out <file>', 'a .pdf or .csv')
    .action(monthSheet);
  onPaper(program.command('letter'))
    .summary('write a letter about contract or exam, the data filled in')
    .argument('<journey>')
    .argument('<kind>', letterKinds.join(', '))
    .requiredOption('--out <file>', 'a .pdf')
    .action(letter);
  onPaper(program.command('statistics'))
    .summary('figures of all journeys for funders, small numbers hidden')
    .requiredOption('--from <date>', 'the first day')
    .requiredOption('--to <date>', 'the last day')
    .option('--site <site>', 'only of this site')
    .option('--out <file>', 'a .csv, .pdf or .json')
    .action(statistics);
  program
    .command('documents')
    .summary("list a journey's papers as they were made, or write one of them again")
    .argument('<journey>')
    .option('--id <id>', 'which paper')
    .option('--out <file>', 'where it goes')
    .option('--json', 'print JSON')
    .action(documents);
}

async function luv(journey: string, kind: string, options: Options & { year?: string }): Promise<void> {
  const name = reportNameOf(kind, options.year);
  const { out } = options;
  const format = out === undefined ? undefined : formatOf(out, ['pdf', 'json']);
  await withStore(async (db) => {
    const course = await readCourse(db, journey);
    if (out !== undefined && format === 'pdf')
      return await make(db, course, await draftLuv(db, course, name, providerOf(options)), out, options);
    const draft = luvOf(course, name);
    if (out === undefined) return print(draft, true, String);
    written(out, `${JSON.stringify(draft, null, 2)}\n`, options);
  });
}

async function monthSheet(journey: string, monthText: string, options: Options): Promise<void> {
  const month = monthOf(monthText);
  const { out, json } = options;
  const format = out === undefined ? undefined : formatOf(out, ['pdf', 'csv']);
  await withStore(async (db) => {
    const course = await readCourse(db, journey);
    if (out !== undefined && format === 'pdf')
      return await make(
        db,
        course,
        await draftMonthSheet(db, course, month, providerOf(options)),
        out,
        options,
      );
    const sheet = monthSheetOf(course, month);
    const [head = [], ...rows] = monthSheetRows(sheet);
    if (out === undefined) return print(sheet, json, () => table(head, rows));
    written(out, csvOf([head, ...rows]), options);
  });
}

async function letter(journey: string, kindText: string, options: Options & { out: string }): Promise<void> {
  const kind = oneOf('kind', kindText, letterKinds);
  formatOf(options.out, ['pdf']);
  await withStore(async (db) => {
    const course = await readCourse(db, journey);
    const { nameless, ...drafted } = await draftLetter(db, course, kind, providerOf(options));
    if (nameless) process.stderr.write(`${namesLeftBlank}\n`);
    await make(db, course, drafted, options.out, options);
  });
}

const namesLeftBlank =
  'Ohne Einwilligung zur Weitergabe an die Kammer bleiben die Namen der Person leer. Without consent to tell the chamber the names of the person are left blank.';

async function statistics(options: Options & { from: string; to: string; site?: string }): Promise<void> {
  const span = spanOf(options);
  const site = options.site === undefined ? undefined : parseId(options.site, 'site');
  const { out, json } = options;
  const format = out === undefined ? undefined : formatOf(out, ['csv', 'pdf', 'json']);
  const cohort = await withStore((db) => fromEach(db, site, (course) => course));
  const figures = statisticsOf(cohort, span);
  const [head = [], ...rows] = statisticsRows(figures);
  if (out === undefined) return print(figures, json, () => table(head, rows));
  if (format === 'csv') return written(out, csvOf([head, ...rows]), options);
  if (format === 'json') return written(out, `${JSON.stringify(figures, null, 2)}\n`, options);
  const madeOn = germanDay(new Date().toISOString());
  const paper = statisticsPaper(figures, { provider: providerOf(options), site, madeOn });
  written(out, await pdfOf(paper), options);
}

/** What is made of each course, one after another, with a bar for whoever waits. */
export async function fromEach<T>(
  db: Store,
  site: string | undefined,
  make: (course: Course) => T,
): Promise<T[]> {
  const made: T[] = [];
  let bar: ReturnType<typeof progressBar> | undefined;
  for await (const { course, of } of readCourses(db, site)) {
    made.push(make(course));
    bar ??= progressBar(of);
    bar.show(0, made.length);
  }
  bar?.end();
  return made;
}

/** Writes a paper and keeps it in the store as it was made. */
async function make(
  db: Store,
  course: Course,
  { kind, paper }: Drafted,
  out: string,
  options: Options,
): Promise<void> {
  const content = await pdfOf(paper);
  writeOut(out, content);
  told({ out, document: await keepPaper(db, course, kind, content) }, options);
}

function written(out: string, content: string | Uint8Array, options: Options): void {
  writeOut(out, content);
  told({ out }, options);
}

const told = (result: { out: string; document?: string }, { json }: Options): void =>
  print(result, json, ({ out }) => `Geschrieben nach ${out}. Written to ${out}.`);

async function documents(
  journey: string,
  { id, out, json }: { id?: string; out?: string; json?: boolean },
): Promise<void> {
  const known = parseId(journey, 'journey');
  await withStore(async (db) => {
    if (id === undefined) {
      const papers = await listDocuments(db, known);
      const rows = papers.map((paper) => [paper.id, paper.kind, paper.madeAt]);
      return print(papers, json, () => table(['id', 'kind', 'made'], rows));
    }
    const paper = await readDocument(db, known, id);
    if (!paper || out === undefined) throw noSuchPaper(paper === undefined, id);
    written(out, paper.content, json === undefined ? {} : { json });
  });
}

const noSuchPaper = (isUnknown: boolean, id: string): ClientError =>
  new ClientError(
    'bad-input',
    isUnknown
      ? {
          de: `--id: Es gibt kein Papier »${id}« zu dieser Begleitung.`,
          en: `--id: There is no paper "${id}" of this journey.`,
        }
      : { de: '--out fehlt: Wohin soll das Papier?', en: '--out is missing: where is the paper to go?' },
  );
