/** Papers as people get them: PDF read back, tables. */
import { describe, expect, test } from 'vitest';
import { csvOf } from '../client/papers/csv.ts';
import { luvPaper } from '../client/papers/luv.ts';
import { pdfOf } from '../client/papers/page.ts';
import { statisticsPaper } from '../client/papers/statistics.ts';
import { luvOf } from '../workflows/fold/papers/luv.ts';
import { statisticsOf } from '../workflows/fold/papers/statistics.ts';
import { course } from './support/courses.ts';
import { admitted, referral } from './support/journal.ts';
import { rows } from './support/paperCase.ts';
import { pagesOf, textOf } from './support/pdf.ts';

describe('a paper', () => {
  const draft = luvOf(course('2025-02-01', ...rows), { report: 'trainingProgress' });
  const names = { participant: 'Mara Beispiel', companies: {} };

  test('reads back as it was filled in, with a blank for what is not known', async () => {
    const pages = await pagesOf(await pdfOf(luvPaper(draft, names, 'Jugendhilfe Muster')));
    expect(pages[0]).toMatch(/Träger: Jugendhilfe Muster · Standort site-1/);
    expect(pages[0]).toMatch(/Kennung p-1/);
    expect(pages[0]).toMatch(/Teilnehmende Person\s+Mara Beispiel/);
    expect(pages[0]).toMatch(/Bedarfsträger\s+_{8,}/);
    expect(pages[0]).toMatch(/Berichtszeitraum\s+01\.09\.2024 – 30\.11\.2024/);
    expect(pages[0]).toMatch(new RegExp(`Seite 1 von ${pages.length}`));
    expect(pages.at(-1)).toMatch(new RegExp(`Seite ${pages.length} von ${pages.length}`));
    expect(pages.join()).toMatch(/Ausbilder:in im Betrieb\s+1\s+1\s+0:25/);
    expect(pages.join()).not.toMatch(/undefined|\[object|NaN/);
  });

  test('has the same bytes whenever it is made', async () => {
    const make = () => pdfOf(luvPaper(draft, names, undefined));
    expect(await make()).toEqual(await make());
  });

  test('of figures names nobody, draws charts, and shows no number below five', async () => {
    const cohort = Array.from({ length: 7 }, () => course('2025-02-01', ...rows));
    const three = Array.from({ length: 3 }, () =>
      course('2025-02-01', ['2024-03-01', referral()], ['2024-03-01', admitted()]),
    );
    const figures = statisticsOf([...cohort, ...three], { from: '2024-01-01', to: '2024-12-31' });
    const frame = { provider: 'Jugendhilfe Muster', site: undefined, madeOn: '2025-02-01' };
    const text = await textOf(await pdfOf(statisticsPaper(figures, frame)));
    expect(text).toMatch(/Eintritte \(zusammen 10\)/);
    expect(text).toMatch(/in die Vorphase: <5/);
    expect(text).toMatch(/direkt in die Ausbildung: \*/);
    expect(text).not.toMatch(/p-1\b|w-1|Beispiel/);
  });
});

test('a table is made for German spreadsheets, and no cell is taken for a formula', () => {
  expect(csvOf([['a;b', '=1+1', '+4', '-x', '@y', '\tz', 'Zoë "Q"']])).toBe(
    '\uFEFF"a;b";\'=1+1;\'+4;\'-x;\'@y;\'\tz;"Zoë ""Q"""\r\n',
  );
});
