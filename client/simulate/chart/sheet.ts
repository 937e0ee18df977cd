/** All charts of a simulation on one sheet. Pure. */

import { deadlineKeys, newestPolicy, policies } from '../../../workflows/policy/policy.ts';
import { el, escaped } from '../../chart/svg.ts';
import { widthOf } from '../../chart/text.ts';
import { colours, font, type Lang } from '../../chart/theme.ts';
import type { Figures } from '../figures.ts';
import { kinds } from '../scenario.ts';
import { namesOf, numberText, standText } from '../summary.ts';
import { words } from '../words.ts';
import { type BarRow, barChart } from './bars.ts';
import { lineChart } from './lines.ts';
import { looks, type Panel } from './panel.ts';

const column = 560;
const edge = 28;
const between = 40;

/** The sheet. `setting` says under what it was reckoned. */
export function sheetOf(variants: readonly Figures[], setting: string, lang: Lang): string {
  const [lefts, rights] = panelsOf(variants, lang);
  const head = edge + 84;
  const leftSide = stacked(lefts, edge, head);
  const rightSide = stacked(rights, edge + column + between, head);
  const width = 2 * edge + 2 * column + between;
  const height = Math.max(leftSide.bottom, rightSide.bottom) + edge;
  const text = words[lang];
  const line = (y: number, size: number, ink: string, said: string, weight?: 'bold'): string =>
    el('text', { x: edge, y, 'font-size': size, 'font-weight': weight, fill: ink }, escaped(said));
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${Math.ceil(height)}`,
      width,
      height: Math.ceil(height),
      lang,
      role: 'img',
      'aria-labelledby': 'simulation-title simulation-description',
      'font-family': font,
    },
    el('title', { id: 'simulation-title' }, escaped(`${text.title}: ${namesOf(variants, lang).join(' / ')}`)),
    el('desc', { id: 'simulation-description' }, escaped(`${setting}. ${text.assumed}`)),
    el('rect', { width: '100%', height: '100%', fill: colours.paper }),
    line(edge + 18, 22, colours.ink, text.title, 'bold'),
    line(edge + 38, 12, colours.quiet, `${setting} · ${text.assumed}`),
    legend(variants, lang, edge + 62),
    leftSide.svg,
    rightSide.svg,
  );
}

function legend(variants: readonly Figures[], lang: Lang, y: number): string {
  let x = edge;
  return namesOf(variants, lang)
    .map((name, index) => {
      const at = x;
      x += widthOf(name, 13) + 92;
      return (
        el('rect', { x: at, y: y - 10, width: 22, height: 11, ...looks[index]?.bar }) +
        el('path', { d: `M${at + 28} ${y - 4.5}h26`, fill: 'none', ...looks[index]?.line }) +
        el('text', { x: at + 62, y, 'font-size': 13, fill: colours.ink }, escaped(name))
      );
    })
    .join('');
}

function panelsOf(variants: readonly Figures[], lang: Lang): [Panel[], Panel[]] {
  const text = words[lang];
  const months = variants[0]?.months.map(({ month }) => month) ?? [];
  const number = (value: number): string => numberText(value, value < 10 && value % 1 !== 0 ? 1 : 0, lang);
  const reading = { width: column, number };
  const work: BarRow[] = [
    ...kinds.map((kind) => ({ label: text.kinds[kind], values: variants.map(({ hours }) => hours[kind]) })),
    {
      label: `${text.total} (| ${text.available})`,
      values: variants.map(({ hours }) => hours.total),
      marks: variants.map(({ capacity }) => capacity),
    },
  ];
  const inMonths = (value: (month: Figures['months'][number], figures: Figures) => number): number[][] =>
    variants.map((figures) => figures.months.map((month) => value(month, figures)));
  return [
    [
      barChart(text.workload, work, reading),
      barChart(text.inTimeByKey, inTimeRows(variants, lang), { ...reading, most: 100 }),
    ],
    [
      lineChart(
        text.workloadByMonth,
        months,
        inMonths(({ hours }) => Object.values(hours).reduce((sum, one) => sum + one, 0)),
        reading,
      ),
      lineChart(
        text.overdueByMonth,
        months,
        inMonths(({ overdue }, { caseWorkers }) => overdue / caseWorkers),
        reading,
      ),
      barChart(text.outcomes, outcomeRows(variants, lang), reading),
    ],
  ];
}

function outcomeRows(variants: readonly Figures[], lang: Lang): BarRow[] {
  const percent = (figures: Figures, part: number): number => (part / figures.journeys) * 100;
  const stands = Object.keys(words[lang].stands).map((where) => ({
    label: standText(where, lang),
    values: variants.map((figures) => percent(figures, figures.outcomes.stands[where] ?? 0)),
  }));
  const passed = variants.map((figures) => percent(figures, figures.outcomes.examPassed));
  return [...stands, { label: words[lang].examPassed, values: passed }];
}

function inTimeRows(variants: readonly Figures[], lang: Lang): BarRow[] {
  const keys = deadlineKeys.filter((key) =>
    variants.some(({ deadlines }) => deadlines.some((one) => one.key === key)),
  );
  return keys.map((key) => ({
    label: policies[newestPolicy].deadlines[key].label[lang],
    values: variants.map(({ deadlines }) => {
      const kept = deadlines.find((one) => one.key === key);
      return kept && kept.inTime * 100;
    }),
  }));
}

function stacked(panels: readonly Panel[], x: number, top: number): { svg: string; bottom: number } {
  let bottom = top;
  const svg = panels.map((panel) => {
    const drawn = el('g', { transform: `translate(${x} ${bottom})` }, panel.svg);
    bottom += panel.height + 28;
    return drawn;
  });
  return { svg: svg.join(''), bottom };
}
