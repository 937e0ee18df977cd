/** The page of figures in a real browser: what each role sees of them, as the API gives it, and how it is gone through. */
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildBoard } from '../../client/board/build.ts';
import { addDays, germanDay } from '../../workflows/policy/calendar.ts';
import { entered, journalOf, leftEarly, type Row, raised, training } from '../support/journal.ts';
import { keepJourney } from '../support/keptJourneys.ts';
import { expectFine, loaded, looks, usePages } from '../support/officePages.ts';
import { useStage } from '../support/playhouse.ts';
import { useWeb } from '../support/webServer.ts';

const stage = useStage();
const web = useWeb(stage, buildBoard);
const open = usePages(web);
const today = germanDay(new Date().toISOString());
const year = 'from=2024-01-01&to=2024-12-31';

beforeAll(async () => {
  await stage().hirePeople();
  let count = 0;
  const keep = async (rows: readonly Row[], caseWorker = 'w-1'): Promise<void> => {
    count += 1;
    await keepJourney(stage().db, `p-${count}`, journalOf(...rows), { caseWorker });
  };
  for (const month of [1, 2, 3, 4, 5, 6]) await keep(entered(`2024-0${month}-10`, { caseWorker: 'w-1' }));
  await keep(entered('2024-05-10', { caseWorker: 'w-2' }), 'w-2');
  for (const day of ['2024-02-01', '2024-02-02'])
    await keep([...entered(day, { caseWorker: 'w-1' }), ['2024-06-01', leftEarly]]);
  await keep([...training(), ['2024-10-01', raised]]);
});

const chart = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const rowsOf = async (table: Locator): Promise<string[][]> => {
  const rows = await table.locator('tbody tr').all();
  return await Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
};

test.each(looks)('can be used on $size in $lang and $theme', async (look) => {
  await expectFine(await open(look.theme === 'light' ? 'l-1' : 'f-1', `/cohort?${year}`, look));
});

describe('a team lead', () => {
  test('sees the figures of the API as columns, and as a table behind a button', async () => {
    const page = await open('l-1', `/cohort?${year}`);
    const phases = chart(page, 'Phasen im Verlauf');
    await phases.getByRole('button', { name: 'Als Tabelle' }).press('Enter');
    const { body } = await web().call('l-1', 'GET', `/api/cohort?${year}`);
    const shown = await rowsOf(phases.getByRole('table'));
    type Counted = { rows: { figure: number }[]; total: number };
    const told = body.months.map(({ phases: { rows, total } }: { phases: Counted }) =>
      [...rows.map(({ figure }) => figure), total].map(String),
    );
    expect(shown.map(([, ...figures]) => figures)).toEqual(told);
    expect(shown.map(([on]) => on)).toContain('29.02.2024');
    await expectFine(page);
  });

  test('sees how journeys ended, and who has how much to do', async () => {
    const page = await open('l-1', `/cohort?${year}`);
    const results = await chart(page, 'Ergebnisse').getByRole('listitem').allInnerTexts();
    expect(results.map((text) => text.replace(/\s+/g, ' '))).toContain('Vorzeitige Beendigung 2');
    const workload = chart(page, 'Auslastung');
    const { workers } = (await web().call('l-1', 'GET', `/api/cohort?${year}`)).body;
    const own = workers.find(({ id }: { id: string }) => id === 'w-1');
    const line = workload.getByRole('listitem').filter({ hasText: own.name });
    expect(await line.innerText()).toContain(`${own.journeys} von ${own.capacity}`);
    expect(await line.innerText()).toMatch(new RegExp(`${own.overdue} Frist(en)? überfällig`));
    const links = await line
      .getByRole('link')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(links).toEqual(['/participants?caseWorker=w-1', '/participants?caseWorker=w-1&attention=overdue']);
  });

  test('goes from a count of today to those who are counted', async () => {
    const page = await open('l-1', '/cohort');
    const phases = chart(page, 'Phasen im Verlauf');
    await phases.getByRole('link', { name: 'Vorphase' }).click();
    await page.waitForURL('**/participants?phase=preparation');
  });

  test('chooses the span by a preset or by days, and the address keeps it', async () => {
    const page = await open('l-1', '/cohort');
    await page.getByRole('link', { name: 'Letztes Jahr' }).press('Enter');
    const last = Number(today.slice(0, 4)) - 1;
    expect(new URL(page.url()).search).toBe(`?from=${last}-01-01&to=${last}-12-31`);
    await page.getByLabel('Von', { exact: true }).fill('2024-03-01');
    await page.getByLabel('Bis', { exact: true }).fill('2024-02-01');
    await page.getByRole('button', { name: 'Anzeigen' }).click();
    await page.getByText('Der letzte Tag liegt vor dem ersten.').waitFor();
    await page.getByLabel('Bis', { exact: true }).fill('2024-05-31');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/cohort?from=2024-03-01&to=2024-05-31');
    await page.reload();
    await loaded(page);
    expect(await page.getByLabel('Bis', { exact: true }).inputValue()).toBe('2024-05-31');
    await chart(page, 'Phasen im Verlauf').getByRole('button', { name: 'Als Tabelle' }).click();
    expect(await rowsOf(chart(page, 'Phasen im Verlauf').getByRole('table'))).toHaveLength(3);
  });

  test('takes the funder’s figures along as a table and as a paper', async () => {
    const page = await open('l-1', `/cohort?${year}`);
    for (const [name, ending] of [
      ['Als Tabelle (CSV) herunterladen', '.csv'],
      ['Als PDF herunterladen', '.pdf'],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`statistics-2024-01-01-2024-12-31${ending}`);
      expect(await download.failure()).toBeNull();
    }
  });
});

test('a funder sees figures only, small ones hidden as the API hides them, with the reason beside them', async () => {
  const page = await open('f-1', `/cohort?${year}`, { lang: 'en' });
  await page.getByText('Small numbers are hidden so that they give nobody away').waitFor();
  expect(await page.getByRole('region', { name: 'Workload' }).count()).toBe(0);
  const { body } = await web().call('f-1', 'GET', `/api/cohort?${year}`);
  const results = await chart(page, 'Results').getByRole('listitem').allInnerTexts();
  const words = { few: '1–4', withheld: '*' } as Record<string, string>;
  type Row = { label: { en: string }; figure: number | string };
  expect(results.map((text) => text.replace(/\s+/g, ' '))).toEqual(
    body.results.rows.map(({ label, figure }: Row) => `${label.en} ${words[figure] ?? figure}`),
  );
  expect(results.join(' ')).toContain('1–4');
  expect(await page.getByRole('main').innerText()).not.toMatch(/p-\d|Begleitung Eins/);
  expect(await page.locator('main a[href^="/participants"]').count()).toBe(0);
});

test('a case worker sees the figures of their own journeys, and none of the funder’s', async () => {
  const page = await open('w-1', `/cohort?${year}`);
  expect(await page.getByRole('heading', { name: 'Zahlen für den Bedarfsträger' }).count()).toBe(0);
  const names = await chart(page, 'Auslastung').getByRole('listitem').allInnerTexts();
  expect(names).toHaveLength(1);
});

test('an empty span says so in words', async () => {
  const page = await open('l-1', `/cohort?from=${addDays(today, -3000)}&to=${addDays(today, -2990)}`);
  await page.getByText('In diesem Zeitraum ist keine Begleitung zu Ende gegangen.').waitFor();
  await expectFine(page);
});

test('whose page it is not learns for whom it is, and nothing is asked', async () => {
  const page = await open('u-1', '/cohort');
  await page.getByRole('heading', { name: 'Diese Seite ist nicht für Ihre Rolle' }).waitFor();
  await page.getByText('»Kohorte« ist da für').waitFor();
  await expectFine(page);
  const { body } = await web().call('d-1', 'GET', '/api/refusals');
  expect(body.items.filter(({ person }: { person: string }) => person === 'u-1')).toEqual([]);
});
