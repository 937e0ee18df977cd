/** The command `cohort`: how many journeys there were in which phase, how they ended, and who has how much to do. */
import type { Command } from 'commander';
import { namesOf } from '../../activities/store/directory.ts';
import type { Store } from '../../activities/store/read.ts';
import { addDays, germanDay } from '../../workflows/policy/calendar.ts';
import { type CohortFigures, type CountTable, cohortFigures, workloads } from '../figures/cohort.ts';
import { type Digest, digestOf } from '../figures/digest.ts';
import { named, print, tables } from '../output.ts';
import { dayOf, spanOf } from '../papers/options.ts';
import { withStore } from '../papers/source.ts';
import { figureText } from '../papers/statistics.ts';
import { fromEach } from './papers.ts';

interface Options {
  readonly from?: string;
  readonly to?: string;
  readonly site?: string;
  readonly hideSmall?: boolean;
  readonly json?: boolean;
}

/** Adds the command to a program. */
export function addFiguresCommand(program: Command): void {
  program
    .command('cohort')
    .summary('phases and conflicts by month, results, workload')
    .description('The figures of the board’s charts. "statistics" gives those that funders ask for.')
    .option('--from <date>', 'the first day; eleven months before the last where left out')
    .option('--to <date>', 'the last day; today where left out')
    .option('--site <site>', 'only of this site')
    .option('--hide-small', 'hide small numbers, and name nobody')
    .option('--json', 'print JSON')
    .action(cohort);
}

async function cohort(options: Options): Promise<void> {
  const { site, hideSmall: hidden = false, json } = options;
  const today = germanDay(new Date().toISOString());
  const to = options.to === undefined ? today : dayOf('--to', options.to);
  const span = spanOf({ from: options.from ?? elevenMonthsBefore(to), to });
  const found = await withStore(async (db) => {
    const all = await fromEach(db, site, digestOf);
    const figures = cohortFigures(all, span, { today, hidden });
    return hidden ? figures : { ...figures, workers: await workersOf(db, all) };
  });
  print(found, json, cohortText);
}

const elevenMonthsBefore = (to: string): string => {
  const month = new Date(`${to.slice(0, 7)}-01T00:00:00Z`);
  month.setUTCMonth(month.getUTCMonth() - 11);
  return addDays(month.toISOString().slice(0, 10), 0);
};

async function workersOf(db: Store, all: readonly Digest[]): Promise<Worker[]> {
  const loads = workloads(all);
  const ids = loads.flatMap(({ caseWorker }) => caseWorker ?? []);
  const names = await namesOf(db, ids);
  return loads.map(({ caseWorker: id, journeys, overdue }) => {
    return { id, name: names.get(id ?? '') ?? null, journeys, overdue };
  });
}

interface Worker {
  readonly id: string | null;
  readonly name: string | null;
  readonly journeys: number;
  readonly overdue: number;
}

function cohortText({
  months,
  results,
  conflicts,
  workers = [],
}: CohortFigures & { workers?: Worker[] }): string {
  const byMonth = (title: string, of: (month: CohortFigures['months'][number]) => CountTable) => ({
    title,
    head: ['on', ...(months[0] ? of(months[0]).rows.map(({ key }) => key) : []), 'total'],
    rows: months.map((month) => [
      month.on,
      ...[...of(month).rows.map(({ figure }) => figure), of(month).total].map(figureText),
    ]),
  });
  const counted = (title: string, { rows, total }: CountTable) => ({
    title,
    head: ['', 'number'],
    rows: [
      ...rows.map(({ label, figure }) => [`${label.en} · ${label.de}`, figureText(figure)]),
      ['total · insgesamt', figureText(total)],
    ],
  });
  return tables([
    byMonth('Journeys by phase · Begleitungen nach Phase', ({ phases }) => phases),
    byMonth('Open conflicts by month · Offene Konflikte nach Monat', (month) => month.conflicts),
    counted('How journeys ended · Wie Begleitungen endeten', results),
    counted('Open conflicts now · Offene Konflikte jetzt', conflicts),
    {
      title: 'Case workers · Begleitende',
      head: ['case worker', 'journeys', 'overdue'],
      rows: workers.map(({ id, name, journeys, overdue }) => [
        ...[
          id === null ? 'nobody yet · noch niemand' : named({ id, name }),
          String(journeys),
          String(overdue),
        ],
      ]),
    },
  ]);
}
