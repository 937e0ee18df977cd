/** A participant's page in a real browser: journeys at any point of their story, and what everybody does on the page. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, vi } from 'vitest';
import { buildBoard } from '../../client/board/build.ts';
import { startJourney } from '../../client/journeys.ts';
import { historyOf, type Step } from '../../client/stories.ts';
import { addDays, type Day, germanDay } from '../../workflows/policy/calendar.ts';
import { launchBrowser, newPage, type Size } from './browser.ts';
import { type Stage, someone, useStage } from './playhouse.ts';
import { useWeb, type Web } from './webServer.ts';

export const today = germanDay(new Date().toISOString());

export interface Place {
  readonly stage: () => Stage;
  readonly web: () => Web;
  /** Starts a journey that has come so many days of a story, and waits until the board knows it. */
  journeyOf(story: (start: Day) => Step[], days: number): Promise<string>;
  /** Opens a journey's page, or what lies below it, as somebody. */
  open(journey: string, how?: Opening): Promise<Page>;
}

export interface Opening {
  readonly as?: string;
  readonly size?: Size;
  readonly lang?: 'de' | 'en';
  readonly dark?: boolean;
  /** What follows the journey's address. */
  readonly rest?: string;
}

/** Sets the stage, the server with its board, and a browser for the tests of one file. */
export function usePlace(): Place {
  const stage = useStage();
  const web = useWeb(stage, buildBoard);
  let browser: Browser | undefined;
  beforeAll(async () => {
    await stage().hirePeople();
    await Promise.all([
      stage().startWorker(),
      launchBrowser().then((launched) => {
        browser = launched;
      }),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
  });
  const journeyOf: Place['journeyOf'] = async (story, days) => {
    const journey = someone();
    const start = addDays(today, -days);
    await startJourney(stage().journeys, journey, historyOf(story(start), start, today));
    await vi.waitFor(async () => {
      const { status, body } = await web().call('l-1', 'GET', `/api/journeys/${journey}`);
      if (status !== 200 || body.card.phase !== body.view.phase) throw new Error('not there yet');
    }, 30_000);
    return journey;
  };
  const open: Place['open'] = async (journey, how = {}) => {
    if (!browser) throw new Error('The browser has not started yet.');
    const { as = 'w-1', size = 'desktop', lang = 'de', dark = false, rest = '' } = how;
    const page = await newPage(browser, size, { colorScheme: dark ? 'dark' : 'light' });
    const [name = '', value = ''] = (await web().signIn(as)).split('=');
    await page.context().addCookies([{ name, value, url: web().url }]);
    await page.addInitScript(`localStorage.setItem('wegbegleiter.lang', '${lang}')`);
    await page.goto(`${web().url}/participants/${journey}${rest}`);
    await page.getByRole('region', { name: /Meilensteine|Milestones/ }).waitFor();
    return page;
  };
  return { stage, web, journeyOf, open };
}

/** The preview that is open. */
export const preview = (page: Page): Locator => page.getByRole('dialog');

/** Goes from a filled form to its preview, and enters it. */
export async function enter(page: Page, lang: 'de' | 'en' = 'de'): Promise<void> {
  await toPreview(page, lang);
  await preview(page)
    .getByRole('button', { name: lang === 'de' ? 'Eintragen' : 'Enter', exact: true })
    .click();
  await preview(page).waitFor({ state: 'detached' });
}

export async function toPreview(page: Page, lang: 'de' | 'en' = 'de'): Promise<void> {
  const name = lang === 'de' ? 'Weiter zur Vorschau' : 'Continue to the preview';
  await page.getByRole('button', { name }).click();
  await preview(page)
    .getByRole('button', { name: lang === 'de' ? 'Eintragen' : 'Enter', exact: true })
    .waitFor();
}

/** What the page has told somebody since it was opened. */
export const told = (page: Page, text: string): Promise<void> =>
  page
    .getByRole('status', { name: /Meldungen|Messages/ })
    .getByText(text)
    .waitFor();

/** Opens a section of the page. */
export const section = (page: Page, name: string): Promise<void> => page.getByRole('tab', { name }).click();

/** How many entries a journey's journal has. */
export async function entriesOf({ web }: Place, journey: string): Promise<number> {
  const { body } = await web().call('l-1', 'GET', `/api/journeys/${journey}/journal`);
  return body.entries.length;
}

/** Whether the focus is there. */
export const isFocused = (one: Locator): Promise<boolean> =>
  one.evaluate((element) => element === (globalThis as unknown as Focused).document.activeElement);
type Focused = { readonly document: { readonly activeElement: unknown } };

/** Goes on with the Tab key until the focus is there, as somebody without a mouse does. */
export async function tabTo(page: Page, one: Locator, most = 40): Promise<void> {
  for (let step = 0; step < most && !(await isFocused(one)); step++) await page.keyboard.press('Tab');
  if (!(await isFocused(one))) throw new Error('The Tab key does not lead there.');
}
