/** A page with the charts and the table that needs nothing else. Pure. */
import { el, escaped } from '../../chart/svg.ts';
import { colours, font, type Lang } from '../../chart/theme.ts';
import type { Figures } from '../figures.ts';
import { summaryCells } from '../summary.ts';
import { words } from '../words.ts';
import { sheetOf } from './sheet.ts';

const style =
  `body{margin:0;font:14px ${font};color:${colours.ink};background:${colours.paper}}` +
  'svg{display:block;max-width:100%;height:auto}' +
  'table{margin:0 28px 28px;border-collapse:collapse;font-variant-numeric:tabular-nums}' +
  `th,td{padding:3px 28px 3px 0;border-bottom:1px solid ${colours.aroundPast.fill};text-align:right;font-weight:normal}` +
  'th:first-child{text-align:left;white-space:pre}thead th{font-weight:bold}';

/** The charts and, for whoever wants the numbers or cannot see the charts, the table. `setting` says under what they were reckoned. */
export function pageOf(variants: readonly Figures[], setting: string, lang: Lang): string {
  const { head, rows } = summaryCells(variants, lang);
  const row = (cells: readonly string[], rest: 'th' | 'td'): string =>
    el('tr', {}, ...cells.map((cell, index) => el(index === 0 ? 'th' : rest, {}, escaped(cell))));
  const body = rows.map((cells) => row(cells, 'td')).join('');
  return `<!DOCTYPE html>\n${el(
    'html',
    { lang },
    el(
      'head',
      {},
      '<meta charset="utf-8"><meta name="viewport" content="width=device-width">',
      el('title', {}, escaped(words[lang].title)),
      el('style', {}, style),
    ),
    el(
      'body',
      {},
      sheetOf(variants, setting, lang),
      el('table', {}, el('thead', {}, row(head, 'th')), el('tbody', {}, body)),
    ),
  )}`;
}
