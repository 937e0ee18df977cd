/** Data protection, what the funder is owed, and cohort files in a real browser, each as those whose work it is. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { readIds } from '../../activities/store/read.ts';
import { buildBoard } from '../../client/board/build.ts';
import { writeLines } from '../../client/cohort/csv.ts';
import { addDays, germanDay } from '../../workflows/policy/calendar.ts';
import { entered, journalOf } from '../support/journal.ts';
import { keepJourney } from '../support/keptJourneys.ts';
import { expectFine, looks, usePages } from '../support/officePages.ts';
import { useStage } from '../support/playhouse.ts';
import { useWeb } from '../support/webServer.ts';

const stage = useStage();
const web = useWeb(stage, buildBoard);
const open = usePages(web);
const today = germanDay(new Date().toISOString());

beforeAll(async () => {
  await stage().hirePeople();
  await stage().startWorker();
  for (const id of ['p-1', 'p-2'])
    await keepJourney(stage().db, id, journalOf(...entered('2024-01-10', { caseWorker: 'w-1' })));
  for (let time = 0; time < 27; time += 1) await web().call('w-1', 'GET', '/api/stuck');
});

const pages = [
  ['d-1', '/protection?q=p-'],
  ['w-1', '/funder'],
  ['l-1', '/files'],
] as const;

test.each(looks)('every page can be used on $size in $lang and $theme', async (look) => {
  for (const [person, path] of pages) await expectFine(await open(person, path, look));
});

test.each([
  ['w-1', '/protection', 'Datenschutz'],
  ['d-1', '/funder', 'Teamleitung'],
  ['w-1', '/files', 'Teamleitung'],
])('%s learns that %s is for: %s', async (person, path, role) => {
  const page = await open(person, path);
  await page.getByRole('heading', { name: 'Diese Seite ist nicht für Ihre Rolle' }).waitFor();
  expect(await page.getByRole('main').innerText()).toContain(role);
});

describe('data protection', () => {
  test('sees who was refused what, page by page', async () => {
    const page = await open('d-1', '/protection');
    const refusals = page.getByRole('region', { name: 'Abgelehnte Zugriffe' });
    const rows = refusals.locator('tbody tr');
    expect(await rows.count()).toBe(25);
    await rows.first().getByText('Beispiel Begleitung Eins').waitFor();
    expect(await rows.first().innerText()).toMatch(/Beispiel Begleitung Eins.*GET \/api\/stuck.*kein Recht/s);
    await refusals.getByRole('button', { name: 'Ältere' }).press('Enter');
    await refusals.getByText('Seite 2 von 2, zusammen 27').waitFor();
    await vi.waitFor(async () => expect(await rows.count()).toBe(2));
    expect(new URL(page.url()).searchParams.get('page')).toBe('2');
  });

  test('finds a journey, and checks that its journal is as it was written', async () => {
    await stage()
      .db.updateTable('entries')
      .set({ hash: 'x' })
      .where('journeyId', '=', 'p-2')
      .where('seq', '=', 2)
      .execute();
    const page = await open('d-1', '/protection');
    await page.getByLabel('Name oder Kennung').fill('p-');
    await page.keyboard.press('Enter');
    const row = (id: string) =>
      page
        .getByRole('row')
        .filter({ has: page.getByText(id, { exact: true }) })
        .last();
    await row('p-1').getByRole('button', { name: 'Journal prüfen' }).click();
    await row('p-1').getByText('unverändert').waitFor();
    await row('p-2').getByRole('button', { name: 'Journal prüfen' }).click();
    await row('p-2').getByText('verändert ab Eintrag 2').waitFor();
    await expectFine(page);
    expect(await row('p-1').getByRole('link').getAttribute('href')).toBe('/participants/p-1');
  });
});

describe('what the funder is owed', () => {
  const stillOpen = async (): Promise<unknown[]> =>
    (await web().call('w-1', 'GET', '/api/funder-messages?open=true')).body.messages;

  test('is chosen and noted as transmitted on a day, by keyboard', async () => {
    const page = await open('w-1', '/funder');
    expect(await page.locator('tbody tr').count()).toBe((await stillOpen()).length);
    await page
      .getByRole('checkbox', { name: /^Eintritt auswählen/ })
      .first()
      .press('Space');
    await page.getByText('1 Meldung ausgewählt').waitFor();
    await page.getByLabel('Übermittelt am').fill(addDays(today, 1));
    await page.keyboard.press('Enter');
    await page.getByText('Dieser Tag kommt erst noch.').waitFor();
    await expectFine(page);
    await page.getByLabel('Übermittelt am').fill('2024-01-15');
    await page.keyboard.press('Enter');
    await page.getByText('1 Meldung als übermittelt vermerkt.').waitFor();
    const { messages } = (await web().call('w-1', 'GET', '/api/funder-messages')).body;
    expect(
      messages.filter((one: { transmittedOn?: string }) => one.transmittedOn === '2024-01-15'),
    ).toHaveLength(1);
  });

  test('shows what has gone too, where that is asked for, and comes as a table', async () => {
    const page = await open('w-1', '/funder');
    await page.getByLabel('Auch bereits übermittelte zeigen').check();
    await page.getByText('15.01.2024').waitFor();
    expect(new URL(page.url()).search).toBe('?all=true');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Als Tabelle (CSV) herunterladen' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('funder-messages.csv');
  });

  test('is noted for all at once, and then nothing is open', async () => {
    const page = await open('l-1', '/funder', { lang: 'en', size: 'phone' });
    const count = (await stillOpen()).length;
    await page.getByRole('button', { name: 'Choose all that are open' }).click();
    await page.getByRole('button', { name: 'Note as transmitted' }).click();
    await page.getByText(new RegExp(`^${count} messages? noted`)).waitFor();
    await page.getByText('All told: nothing is open.').waitFor();
  });
});

describe('cohort files', () => {
  const line = (id: string, more = {}) => ({
    ...{ id, name: `Beispiel ${id}`, site: 'site-1', federalState: 'BW' },
    ...{ source: 'funder', referredOn: addDays(today, -20), ...more },
  });
  const choose = async (page: Page, lines: Parameters<typeof writeLines>[0]): Promise<void> => {
    const buffer = Buffer.from(writeLines(lines, 'de'));
    await page
      .getByLabel('Datei', { exact: true })
      .setInputFiles({ name: 'kohorte.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: 'Prüfen' }).click();
  };

  test('with a bad line name it, and nothing begins', async () => {
    const page = await open('l-1', '/files');
    await page.getByRole('button', { name: 'Prüfen' }).click();
    await page.getByText('Bitte eine Datei wählen.').waitFor();
    await choose(page, [line('p-11'), line('p-12', { site: 'site-2' })]);
    const row = page.getByRole('table', { name: 'Was nicht stimmt' }).locator('tbody tr');
    await row.first().waitFor();
    expect(await row.allInnerTexts()).toEqual([
      expect.stringMatching(/^3\s+Spalte »Standort«: ist nicht Ihr Standort/),
    ]);
    await expectFine(page);
    expect(await page.getByRole('button', { name: /beginnen/ }).count()).toBe(0);
  });

  test('show where each line would stand, then begin all of them, and know them again', async () => {
    const page = await open('l-1', '/files');
    const lines = [line('p-11'), line('p-12')];
    await choose(page, lines);
    await page.getByRole('heading', { name: 'So würde »kohorte.csv« übernommen' }).waitFor();
    expect(await page.locator('tbody tr').first().innerText()).toMatch(/2\s+p-11\s+Zugang/);
    expect(await readIds(stage().db)).not.toContain('p-11');
    await expectFine(page);
    await page.getByRole('button', { name: '2 Begleitungen beginnen' }).click();
    await page.getByRole('heading', { name: '2 Begleitungen begonnen' }).waitFor();
    await vi.waitFor(
      async () => expect(await readIds(stage().db)).toEqual(expect.arrayContaining(['p-11', 'p-12'])),
      30_000,
    );
    await choose(page, lines);
    await page.getByText('2 Zeilen; davon gibt es 2 schon.').waitFor();
  });

  test('are taken out as a table', async () => {
    const page = await open('l-1', '/files');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tabelle (CSV) herunterladen' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('cohort.csv');
    await page.getByText('Heruntergeladen.').waitFor();
  });
});

test('what a team lead needs less often is behind one button, reached by keyboard', async () => {
  const page = await open('l-1', '/cohort', { size: 'phone' });
  const navigation = page.getByRole('navigation', { name: 'Hauptnavigation' });
  expect(await navigation.getByRole('listitem').count()).toBe(5);
  const more = navigation.getByRole('button', { name: 'Mehr' });
  await more.press('Enter');
  await expectFine(page);
  await page.keyboard.press('Escape');
  expect(await more.getAttribute('aria-expanded')).toBe('false');
  await more.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/funder');
});
