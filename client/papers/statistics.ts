/** Figures of a cohort as a paper with charts and as rows of a table. No number below five is shown. */
import type { Content } from 'pdfmake';
import { rungWords } from '../../workflows/effects/words.ts';
import type { LengthName, Statistics, TableName } from '../../workflows/fold/papers/statistics.ts';
import { stages } from '../../workflows/fold/papers/stretches.ts';
import type { Figure, Table } from '../../workflows/fold/papers/suppress.ts';
import type { Day } from '../../workflows/policy/calendar.ts';
import { el } from '../chart/svg.ts';
import { barChart } from '../simulate/chart/bars.ts';
import { dateText, facts, type Paper, pageOf, section } from './page.ts';
import { lengthWords, rowWords, tableWords } from './words.ts';

/** A figure as it is shown: `<5` for a small one, `*` for one that would give a small one away. */
export const figureText = (figure: Figure): string =>
  figure === 'few' ? '<5' : figure === 'withheld' ? '*' : String(figure);

const words: {
  readonly [T in TableName]: { readonly [key: string]: { readonly de: string; readonly en: string } };
} = {
  ...rowWords,
  phases: stages,
  conflicts: rungWords,
};

/** What the tables, their rows and the lengths are called. */
export const figureWords = { tables: tableWords, rows: words, lengths: lengthWords };

interface Line {
  readonly table: TableName;
  readonly de: string;
  readonly en: string;
  readonly figure: Figure;
}

const total = { de: 'zusammen', en: 'together' } as const;

/** All figures of a table, the total last. */
function linesOf(name: TableName, { rows, total: sum }: Table): Line[] {
  const lines = rows.map(({ key, figure }): Line => {
    const { de = key, en = key } = words[name][key] ?? {};
    return { table: name, de, en, figure };
  });
  return sum === undefined ? lines : [...lines, { table: name, ...total, figure: sum }];
}

const tablesOf = ({ tables }: Statistics): [TableName, Table][] =>
  Object.entries(tables) as [TableName, Table][];

/** Rows for a table: both languages, so that nobody has to guess. */
export function statisticsRows(statistics: Statistics): string[][] {
  const lengths = Object.entries(statistics.lengths) as [LengthName, Statistics['lengths'][LengthName]][];
  return [
    ['Tabelle', 'Zeile', 'table', 'row', 'Wert'],
    ['Zeitraum', 'erster Tag', 'span', 'first day', statistics.from],
    ['Zeitraum', 'letzter Tag', 'span', 'last day', statistics.to],
    ...tablesOf(statistics).flatMap(([name, table]) =>
      linesOf(name, table).map(({ de, en, figure }) => [
        ...[tableWords[name].de, de, tableWords[name].en, en, figureText(figure)],
      ]),
    ),
    ...lengths.flatMap(([name, length]) => {
      const { de, en } = lengthWords[name];
      return quartiles(length).map(([part, partEn, days]) => [
        `Dauer in Tagen: ${de}`,
        part,
        `Length in days: ${en}`,
        partEn,
        days,
      ]);
    }),
  ];
}

function quartiles(length: Statistics['lengths'][LengthName]): [string, string, string][] {
  const all = typeof length === 'string' ? undefined : length;
  const text = (days: number | undefined): string =>
    days === undefined ? (length === 'few' ? '*' : '–') : String(days);
  return [
    ['unteres Quartil', 'lower quartile', text(all?.lower)],
    ['Median', 'median', text(all?.median)],
    ['oberes Quartil', 'upper quartile', text(all?.upper)],
  ];
}

/** The figures as a paper. */
export function statisticsPaper(
  statistics: Statistics,
  { provider, site, madeOn }: { provider: string | undefined; site: string | undefined; madeOn: Day },
): Paper {
  const title = 'Statistik der assistierten Ausbildung';
  return pageOf({ title, provider, site, madeOn }, [
    { text: title, style: 'title' },
    facts([
      ['Zeitraum', `${dateText(statistics.from)} – ${dateText(statistics.to)}`],
      ['Standort', site ?? 'alle'],
      [
        'Lesart',
        '<5: eins bis vier, aus Datenschutz nicht gezeigt. *: zurückgehalten, weil sich sonst eine kleine Zahl errechnen ließe, oder weil weniger als fünf zugrunde liegen.',
      ],
    ]),
    ...tablesOf(statistics).map(([name, table]) => tableSection(name, table)),
    section(
      'Dauer in Tagen',
      ['', 'unteres Quartil', 'Median', 'oberes Quartil'],
      (Object.entries(statistics.lengths) as [LengthName, Statistics['lengths'][LengthName]][]).map(
        ([name, length]) => [lengthWords[name].de, ...quartiles(length).map(([, , days]) => days)],
      ),
      ['*', 80, 60, 80],
    ),
  ]);
}

/** A table as a chart; a figure that is not shown has no bar, and says so. */
function tableSection(name: TableName, table: Table): Content {
  const sum = table.total === undefined ? '' : ` (zusammen ${figureText(table.total)})`;
  const bars = linesOf(name, { rows: table.rows }).map(({ de, figure }) => ({
    label: typeof figure === 'number' ? de : `${de}: ${figureText(figure)}`,
    values: [typeof figure === 'number' ? figure : undefined],
  }));
  const { svg, width, height } = barChart(`${tableWords[name].de}${sum}`, bars, {
    width: 483,
    number: String,
  });
  const picture = el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      'font-family': 'Roboto',
    },
    svg,
  );
  return { svg: picture, width: 483, margin: [0, 14, 0, 0] };
}
