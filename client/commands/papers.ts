/** The commands that make papers: reports (LuV), month sheets, letters, statistics, and what was made before. */
import type { Command } from 'commander';

import { listDocuments, type Names, readDocument, saveDocument } from '../../activities/store/papers.ts';
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
import { type LetterKind, letterKinds, letterPaper, mayBeWritten } from '../papers/letters.ts';
import { luvPaper } from '../papers/luv.ts';
import { monthSheetPaper, monthSheetRows } from '../papers/monthSheet.ts';
import { monthOf, oneOf, reportNameOf, spanOf } from '../papers/options.ts';
import { formatOf, writeOut } from '../papers/out.ts';
import { type Paper, pdfOf } from '../papers/page.ts';
import { namesOf, readCourse, readCourses, withStore } from '../papers/source.ts';
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
    const draft = luvOf(course, name);
    const text = JSON.stringify(draft, null, 2);
    if (out === undefined) return print(draft, true, String);
    if (format === 'json') return written(out, `${text}\n`, options);
    const paper = luvPaper(draft, await namesOf(db, course), providerOf(options));
    await keepPaper({ db, course, kind: `luv-${name.report}${name.year ?? ''}`, out }, paper, options);
  });
}

async function monthSheet(journey: string, monthText: string, options: Options): Promise<void> {
  const month = monthOf(monthText);
  const { out, json } = options;
  const format = out === undefined ? undefined : formatOf(out, ['pdf', 'csv']);
  await withStore(async (db) => {
    const course = await readCourse(db, journey);
    const sheet = monthSheetOf(course, month);
    const [head = [], ...rows] = monthSheetRows(sheet);
    if (out === undefined) return print(sheet, json, () => table(head, rows));
    if (format === 'csv') return written(out, csvOf([head, ...rows]), options);
    const paper = monthSheetPaper(sheet, await namesOf(db, course), providerOf(options));
    await keepPaper({ db, course, kind: `month-sheet-${month}`, out }, paper, options);
  });
}

async function letter(journey: string, kindText: string, options: Options & { out: string }): Promise<void> {
  const kind = oneOf('kind', kindText, letterKinds);
  formatOf(options.out, ['pdf']);
  await withStore(async (db) => {
    const course = await readCourse(db, journey);
    const { facts } = course.folded.snapshot.context;
    mayBeWritten(kind, facts);
    const names = readableNames(kind, course, await namesOf(db, course));
    const madeOn = germanDay(course.folded.now);
    const paper = letterPaper(kind, { journey, facts, names, provider: providerOf(options), madeOn });
    await keepPaper({ db, course, kind: `letter-${kind}`, out: options.out }, paper, options);
  });
}

/** To the chamber nobody is named without the participant's consent: blanks take the place of names. */
function readableNames(kind: LetterKind, { folded }: Course, names: Names): Names {
  const isToChamber = kind !== 'extensionDemand';
  if (!isToChamber || folded.snapshot.context.facts.consents.chamber === 'given') return names;
  process.stderr.write(
    'Ohne Einwilligung zur Weitergabe an die Kammer bleiben die Namen der Person leer. Without consent to tell the chamber the names of the person are left blank.\n',
  );
  const { participant: _, guardian: __, ...others } = names;
  return others;
}

async function statistics(options: Options & { from: string; to: string; site?: string }): Promise<void> {
  const span = spanOf(options);
  const site = options.site === undefined ? undefined : parseId(options.site, 'site');
  const { out, json } = options;
  const format = out === undefined ? undefined : formatOf(out, ['csv', 'pdf', 'json']);
  const cohort = await withStore((db) => cohortOf(db, site));
  const figures = statisticsOf(cohort, span);
  const [head = [], ...rows] = statisticsRows(figures);
  if (out === undefined) return print(figures, json, () => table(head, rows));
  if (format === 'csv') return written(out, csvOf([head, ...rows]), options);
  if (format === 'json') return written(out, `${JSON.stringify(figures, null, 2)}\n`, options);
  const madeOn = germanDay(new Date().toISOString());
  const paper = statisticsPaper(figures, { provider: providerOf(options), site, madeOn });
  written(out, await pdfOf(paper), options);
}

async function cohortOf(db: Store, site: string | undefined): Promise<Course[]> {
  const cohort: Course[] = [];
  let bar: ReturnType<typeof progressBar> | undefined;
  for await (const { course, of } of readCourses(db, site)) {
    cohort.push(course);
    bar ??= progressBar(of);
    bar.show(0, cohort.length);
  }
  bar?.end();
  return cohort;
}

interface Making {
  readonly db: Store;
  readonly course: Course;
  readonly kind: string;
  readonly out: string;
}

/** Writes a paper and keeps it in the store as it was made. */
async function keepPaper({ db, course, kind, out }: Making, paper: Paper, options: Options): Promise<void> {
  const content = await pdfOf(paper);
  writeOut(out, content);
  const { journey, folded } = course;
  const document = await saveDocument(db, {
    ...{ journeyId: journey, kind, madeAt: folded.now },
    ...{ mediaType: 'application/pdf', content },
  });
  told({ out, document }, options);
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
