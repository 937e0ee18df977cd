/** The guide for case workers, followed from its first line to its last: what it says is there, and its pictures are taken on the way. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { buildBoard } from '../../client/board/build.ts';
import { pictureFolder } from '../../client/guide.ts';
import { createWeb } from '../../client/web/server.ts';
import { addDays } from '../../workflows/policy/calendar.ts';
import { axeViolations, launchBrowser, newPage, pageErrors, type Size, sizes } from '../support/browser.ts';
import { knownWords, picturesShown, promised, startScenes, takePicture } from '../support/guide.ts';
import { preview, section, today, told, toPreview } from '../support/participantPage.ts';
import { pagesOf } from '../support/pdf.ts';
import { useStage } from '../support/playhouse.ts';
import { useWeb } from '../support/webServer.ts';

const stage = useStage('guide');
const web = useWeb(stage, buildBoard);
let browser: Browser;
/** All that has been read on the way. */
let seen = '';

beforeAll(async () => {
  // Dates in the pictures are written as they are in Germany.
  for (const name of ['LANGUAGE', 'LC_ALL']) vi.stubEnv(name, 'de_DE.UTF-8');
  await stage().hirePeople();
  [browser] = await Promise.all([launchBrowser(), stage().startWorker()]);
  await startScenes(stage(), today);
  await vi.waitFor(async () => {
    const [list, ofLena] = await Promise.all(
      ['/api/journeys?caseWorker=w-1', '/api/journeys/p-120'].map((path) => web().call('w-1', 'GET', path)),
    );
    expect(list?.body.total).toBe(6);
    expect(ofLena?.body.view.facts.meeting).toBeDefined();
  }, 30_000);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await browser?.close();
});

/** Opens a place of the board as the example's first case worker, as wide as a picture of it shall be. */
async function open(at: string, width: number, size: Size = 'desktop'): Promise<Page> {
  // Tall: what stays at the bottom of a narrow page lies over nothing of which a picture is taken.
  const viewport = { width, height: size === 'phone' ? sizes.phone.viewport.height : 1500 };
  const page = await newPage(browser, size, { colorScheme: 'light', viewport, deviceScaleFactor: 2 });
  const [name = '', value = ''] = (await web().signIn('w-1')).split('=');
  await page.context().addCookies([{ name, value, url: web().url }]);
  await page.goto(web().url + at);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** Reads what a page shows. */
async function read(page: Page): Promise<string> {
  const text = (await page.locator('body').innerText()).replaceAll(/\s+/g, ' ');
  seen += `${text}\n`;
  return text;
}

/** Leaves a page on which nothing went wrong. */
async function leave(page: Page): Promise<void> {
  await read(page);
  expect(pageErrors.get(page)).toEqual([]);
  await page.context().close();
}

/** For a picture: nothing has the focus, and everything is there. */
async function calm(page: Page, ...there: Locator[]): Promise<void> {
  for (const one of there) await one.first().waitFor();
  await page.mouse.move(0, 0);
  await page.evaluate('document.activeElement?.blur(), scrollTo(0, 0), document.fonts.ready');
}

/** Not tomorrow: whoever was called today is given a little time. */
function nextTuesday(): string {
  const days = [2, 3, 4, 5, 6, 7, 8].map((ahead) => addDays(today, ahead));
  return days.find((day) => new Date(day).getUTCDay() === 2) ?? today;
}

test('what stands in bold are words of the board', () => {
  const known = knownWords();
  expect(promised().filter((word) => !known.has(word))).toEqual([]);
  expect(promised().length).toBeGreaterThan(30);
});

describe('a first hour:', () => {
  test('signing in, with the guide at hand', async () => {
    const page = await newPage(browser);
    await page.goto(web().url);
    await page.getByRole('heading', { name: 'Als Beispielperson anmelden' }).waitFor();
    await page.getByRole('button', { name: 'Konto und Darstellung' }).click();
    expect(await page.getByRole('link', { name: /Leitfaden/ }).getAttribute('href')).toBe('/leitfaden');
    await read(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Beispiel Begleitung Eins' }).click();
    await page.getByRole('heading', { name: 'Heute', exact: true }).waitFor();
    await page.context().close();
  });

  test('today, the most urgent first, each settled where it stands', async () => {
    const page = await open('/today', 1000);
    const overdue = page.getByRole('heading', { name: /^Überfällig/ });
    await calm(page, overdue, page.getByRole('button', { name: 'Annehmen' }));
    await takePicture(page, 'heute', 700);
    expect(await read(page)).toMatch(
      /Ihnen angeboten.*Überfällig.*Jetzt fällig.*Wartet auf Ihre Antwort.*In den nächsten 14 Tagen/,
    );
    await page.getByRole('button', { name: /Aufnahme entscheiden, Ben/ }).click();
    await page.getByRole('radio', { name: 'Aufgenommen', exact: true }).check();
    await page.getByRole('button', { name: 'Weiter zur Vorschau' }).click();
    await page.getByRole('dialog', { name: 'Vorschau' }).getByRole('button', { name: 'Eintragen' }).click();
    await told(page, 'Eingetragen: Aufgenommen');
    await overdue.waitFor({ state: 'detached' });
    await leave(page);
  });

  test('a page for each, with what can be said, what cannot and why, and deadlines with what they rest on', async () => {
    const page = await open('/participants/p-105', 1000);
    await calm(page, page.getByText('Was ist geschehen?'), page.getByText('Grundlage: Praxiswert'));
    await takePicture(page, 'begleitung', 740);
    await page.getByText(/^Was jetzt nicht geht, und warum/).click();
    await page.getByText('Für einen früheren Tag eintragen').first().waitFor();
    await leave(page);
  });

  test('meetings that invite by themselves, a conflict on its ladder, consents', async () => {
    const page = await open('/participants/p-120#meetings', 1080);
    await page.getByText('noch keine Antwort').first().waitFor();
    await read(page);
    await page.goto(`${web().url}/participants/p-106#conflict`);
    await page.getByRole('link', { name: 'Konflikt entschärft' }).waitFor();
    expect(await read(page)).toMatch(
      /Gespräch der Beteiligten.*Vermittlung.*Ausbildungsberatung.*Schlichtungsausschuss.*Arbeitsgericht/,
    );
    await page.goto(`${web().url}/participants/p-110#people`);
    await page.getByRole('link', { name: 'Einwilligung erteilt' }).first().waitFor();
    await read(page);
    await page.goto(`${web().url}/calendar`);
    await page.getByRole('button', { name: 'Kalender abonnieren' }).waitFor();
    await leave(page);
  });

  test('something that happened earlier: seen before it is said, and taken back again', async () => {
    const page = await open('/participants/p-120?do=meeting.held#now', 760);
    const form = page.getByRole('form', { name: 'Reflexionsgespräch geführt' });
    for (const name of ['Teilnehmende Person', 'Ausbildungsbegleitung']) await form.getByLabel(name).check();
    await form.getByRole('group', { name: 'Wann war das?' }).getByLabel('Tag').fill(addDays(today, -3));
    await read(page);
    await toPreview(page);
    expect(await read(page)).toMatch(
      /Wird zurückgenommen.*Einladung zum Reflexionsgespräch.*Reflexionsgespräch fällig/,
    );
    await calm(page, preview(page).getByText('Wird zurückgenommen'));
    await takePicture(preview(page), 'vorschau');
    await preview(page).getByRole('button', { name: 'Eintragen', exact: true }).click();
    await told(page, 'Eingetragen: Reflexionsgespräch geführt');
    await section(page, 'Verlauf');
    await page
      .getByRole('link', { name: /^Berichtigen/ })
      .first()
      .waitFor();
    await read(page);
    await page
      .getByRole('link', { name: /^Zurücknehmen.*Reflexionsgespräch geführt/ })
      .first()
      .click();
    await page.getByLabel('Warum?').selectOption({ label: 'Hat so nicht stattgefunden' });
    await toPreview(page);
    await leave(page);
  });

  test('a contact in ten seconds', async () => {
    const page = await open('/participants/p-105#plan', 760);
    const form = page.getByRole('form', { name: 'Kontakt eintragen' });
    await form.getByLabel('erreicht').uncheck();
    await form.getByLabel(/Wieder versuchen am/).fill(nextTuesday());
    await form.getByLabel(/Worum ging es/).fill('nicht erreicht, Dienstag wieder versuchen');
    await calm(page, page.getByText('Unterstützungsstunden'));
    await takePicture(form, 'kontakt');
    await read(page);
    await form.getByLabel(/Worum ging es/).press('Enter');
    await told(page, 'Kontakt und Aufgabe eingetragen');
    await leave(page);
  });

  test('handing over, several at once, and the list on the phone', async () => {
    const page = await open('/participants', 390, 'phone');
    await page.getByRole('button', { name: 'Filter und Sortierung' }).click();
    await page.getByLabel('Phase').selectOption({ label: 'Begleitende Phase' });
    await calm(page, page.getByText('Fatma Beispiel'));
    await page.getByText('Ben Beispiel').waitFor({ state: 'detached' });
    expect(page.url()).toContain('phase=training');
    await takePicture(page, 'telefon');
    await page.getByLabel('Emil Beispiel auswählen').check();
    await page.getByRole('button', { name: 'Übergeben', exact: true }).waitFor();
    await leave(page);
  });
});

test('whatever stands in bold has been met on the way', () => {
  // Where one signs in at a provider this stands instead of the example people.
  const elsewhere = ['Weiter zur Anmeldung'];
  const missing = promised().filter((word) => !seen.includes(word) && !elsewhere.includes(word));
  expect(missing).toEqual([]);
});

describe('the guide itself', () => {
  test('is a page with all its pictures, for everybody to use, and prints as two sheets of A4', async () => {
    const board = await buildBoard();
    const app = createWeb({ ...stage(), board, env: {}, log: () => undefined, temporalUi: undefined });
    const url = await app.listen({ host: '127.0.0.1', port: 0 });
    const page = await newPage(browser);
    await page.goto(`${url}/leitfaden`);
    const widths = await page.evaluate<number[]>('Array.from(document.images, (one) => one.naturalWidth)');
    expect(widths.filter((width) => width > 0).length).toBe(picturesShown().length);
    expect(await axeViolations(page)).toEqual([]);
    const content = await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true });
    await writeFile(join(pictureFolder, '..', 'leitfaden.pdf'), content);
    const pages = await pagesOf(content);
    expect(pages.length).toBe(2);
    expect(pages[0]).toContain('Ihre erste Stunde mit Wegbegleiter');
    expect(pages[1]).toContain('Wer sieht was');
    expect(pageErrors.get(page)).toEqual([]);
    await page.context().close();
    await app.close();
  });
});
