/** `import` and `export`: a cohort comes in from a spreadsheet, and goes out as one. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { listJourneys, openDatabase, type Store } from '../../activities/store/read.ts';
import { bringIn, type Compared, compareWith } from '../cohort/bringIn.ts';
import { decode, type Line, readLines, writeLines } from '../cohort/csv.ts';
import { exportCohort } from '../cohort/export.ts';
import { tellsOfPeople } from '../cohort/persons.ts';
import { type Planned, type PlannedSummary, planCohort, summaryOf } from '../cohort/plan.ts';
import { type Problem, problemText } from '../cohort/problems.ts';
import { withProgress } from '../cohort/progress.ts';
import { ClientError, storeUnknown, unreadable, unwritable } from '../errors.ts';
import { findInstallation } from '../installation.ts';
import { connect } from '../journeys.ts';
import { print } from '../output.ts';

interface ImportOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

interface ExportOptions {
  readonly site?: string;
  readonly out?: string;
  readonly lang: string;
}

/** Adds the commands to a program. */
export function addCohortCommands(program: Command): void {
  program
    .command('import')
    .summary('bring in participants from a spreadsheet')
    .description(
      'Starts a journey for each line of a CSV file, with its history. Nothing is sent for the past.',
    )
    .argument('<file>', 'CSV with a header, semicolons or commas; the README lists the columns')
    .option('--dry-run', 'only show where each would stand and what is due next')
    .option('--json', 'print JSON')
    .action(importFile);
  program
    .command('export')
    .summary('write the journeys as a spreadsheet that "import" reads')
    .option('--site <site>', 'only those of one site')
    .option('--out <file>', 'where to; else to standard output. It holds personal data')
    .option('--lang <lang>', 'header in German or English: de, en', 'de')
    .action(exportFile);
}

async function importFile(file: string, { dryRun, json }: ImportOptions): Promise<void> {
  const { lines, problems: malformed } = readLines(decode(readBytes(file)));
  const now = new Date().toISOString();
  const { planned, problems } = await withProgress('Prüfen · checking', lines.length, (done) =>
    planCohort(lines, now, done),
  );
  const wrong = [...malformed, ...problems];
  if (wrong.length > 0) return refuse(wrong, json);
  const outcome = await importPlanned(lines, planned, dryRun === true);
  if (outcome.problems.length > 0) return refuse(outcome.problems, json);
  const summaries = planned.map((one) => ({ ...summaryOf(one), isKnown: outcome.known.includes(one) }));
  const counts = { started: dryRun ? 0 : outcome.fresh.length, known: outcome.known.length };
  print({ ...counts, dryRun: dryRun === true, compared: outcome.compared, lines: summaries }, json, (said) =>
    [...(dryRun ? said.lines.map(lineText) : []), closing(said)].join('\n'),
  );
}

type Outcome = Compared & { readonly compared: boolean };

/** A dry run can do without an installation; it then compares with none. */
async function importPlanned(
  lines: readonly Line[],
  planned: readonly Planned[],
  dryRun: boolean,
): Promise<Outcome> {
  const installation = dryRun ? installationIfAny() : findInstallation();
  if (!installation) return { fresh: planned, known: [], problems: [], compared: false };
  const { databaseUrl } = installation;
  if (databaseUrl === undefined && lines.some(({ cells }) => tellsOfPeople(cells))) throw storeUnknown();
  const journeys = await connect(installation);
  const db = databaseUrl === undefined ? undefined : openDatabase(databaseUrl);
  try {
    const compared = await withProgress('Vergleichen · comparing', planned.length, (done) =>
      compareWith(journeys, db, planned, done),
    );
    if (!dryRun && compared.problems.length === 0)
      await withProgress('Starten · starting', compared.fresh.length, (done) =>
        bringIn(journeys, db, compared.fresh, done),
      );
    return { ...compared, compared: true };
  } finally {
    await db?.destroy();
    await journeys.close();
  }
}

function installationIfAny(): ReturnType<typeof findInstallation> | undefined {
  try {
    return findInstallation();
  } catch (error) {
    if (error instanceof ClientError && error.code === 'not-running') return undefined;
    throw error;
  }
}

/** Every bad line; nothing has started. */
function refuse(problems: readonly Problem[], json: boolean | undefined): void {
  process.exitCode = 2;
  const lines = new Set(problems.map(({ line }) => line)).size;
  const text = json
    ? JSON.stringify({ code: 'bad-input', problems }, null, 2)
    : [
        `refused (bad-input): ${lines} lines · Zeilen. Nothing was started. Es wurde nichts begonnen.`,
        ...problems.map(problemText),
      ].join('\n');
  process.stderr.write(`${text}\n`);
}

function lineText({
  line,
  journey,
  phase,
  next,
  overdue,
  meetingDueSince,
  isKnown,
}: PlannedSummary & { isKnown: boolean }): string {
  const dates = (list: PlannedSummary['next']): string =>
    list.map(({ dueOn, label }) => `${dueOn} ${label.de} · ${label.en}`).join('; ');
  return [
    `${String(line).padStart(4)}  ${journey}  ${phase}${isKnown ? '  gibt es schon · exists already' : ''}`,
    ...(next.length > 0 ? [`      ${dates(next)}`] : []),
    ...(overdue.length > 0 ? [`      überfällig · overdue: ${dates(overdue)}`] : []),
    ...(meetingDueSince ? [`      ${uninvited(meetingDueSince)}`] : []),
  ].join('\n');
}

const uninvited = (since: string): string =>
  `Gespräch fällig seit ${since}, niemand wird eingeladen: bitte verabreden · meeting due since ${since}, nobody is invited: please arrange it`;

function closing({
  started,
  known,
  dryRun,
  compared,
}: {
  started: number;
  known: number;
  dryRun: boolean;
  compared: boolean;
}): string {
  const skipped = known > 0 ? ` Known already · Schon da: ${known}.` : '';
  if (!dryRun) return `Started · Begonnen: ${started}.${skipped}`;
  const alone = compared ? '' : ' Not compared with an installation · Mit keiner Installation verglichen.';
  return `Nothing was started. Es wurde nichts begonnen.${skipped}${alone}`;
}

async function exportFile({ site, out, lang }: ExportOptions): Promise<void> {
  if (lang !== 'de' && lang !== 'en')
    throw new ClientError('bad-input', {
      de: `--lang kennt de und en, nicht »${lang}«.`,
      en: `--lang knows de and en, not "${lang}".`,
    });
  const { databaseUrl } = findInstallation();
  if (databaseUrl === undefined) throw storeUnknown();
  const db = openDatabase(databaseUrl);
  try {
    const rows = await rowsOf(db, site);
    const { lines, left } = await withProgress('Lesen · reading', rows.length, (done) =>
      exportCohort(db, rows, done),
    );
    writeOut(writeLines(lines, lang), out);
    process.stderr.write(`Exportiert · exported: ${lines.length}\n`);
    for (const { journey, de, en } of left)
      process.stderr.write(`  de ${journey}: ${de}\n  en ${journey}: ${en}\n`);
    if (left.length > 0) process.exitCode = 2;
  } finally {
    await db.destroy();
  }
}

const rowsOf = (db: Store, site: string | undefined) =>
  listJourneys(db, { site, limit: 1_000_000, offset: 0 });

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** Personal data: for its owner's eyes only. */
function writeOut(text: string, out: string | undefined): void {
  if (out === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(out, text, { mode: 0o600 });
  } catch (error) {
    throw unwritable(out, error);
  }
}
