/** Pages of the board in a real browser, opened as somebody, and what every one of them has to be. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { axeViolations, launchBrowser, newPage, pageErrors, type Size } from './browser.ts';
import type { Web } from './webServer.ts';

export interface Opening {
  readonly size?: Size;
  readonly lang?: 'de' | 'en';
  readonly theme?: 'light' | 'dark';
}

export type Open = (person: string, path: string, how?: Opening) => Promise<Page>;

/** A browser for the tests of one file, in which people open addresses; a page ends with the next one. */
export function usePages(web: () => Web): Open {
  let browser: Browser | undefined;
  let last: Page | undefined;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });
  return async (person, path, { size = 'desktop', lang = 'de', theme = 'light' } = {}) => {
    if (!browser) throw new Error('The browser has not started yet.');
    await last?.context().close();
    const page = await newPage(browser, size);
    last = page;
    const [name = '', value = ''] = (await web().signIn(person)).split('=');
    await page.context().addCookies([{ name, value, url: web().url }]);
    await page.addInitScript(
      `localStorage.setItem('wegbegleiter.lang', '${lang}');localStorage.setItem('wegbegleiter.theme', '${theme}')`,
    );
    await page.goto(web().url + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await loaded(page);
    return page;
  };
}

/** Waits until nothing says any more that it is loading. */
export async function loaded(page: Page): Promise<void> {
  await page.locator('.loading').first().waitFor({ state: 'detached' });
}

/** Whoever opens it can use it: no violation of WCAG 2.2 AA, nothing beyond the edge, no error in the browser. */
export async function expectFine(page: Page): Promise<void> {
  expect(await axeViolations(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  expect(pageErrors.get(page)?.filter((error) => !isRefusal(error))).toEqual([]);
}

/** The browser tells of every answer that is no success; what the page makes of it is looked at by the tests. */
const isRefusal = (error: string): boolean => /status of 40[03] /.test(error);

/** Sizes, languages and themes other than those that pages open in here: a desktop, in German and light. */
export const looks = [
  { size: 'desktop', lang: 'en', theme: 'dark' },
  { size: 'phone', lang: 'de', theme: 'dark' },
  { size: 'phone', lang: 'en', theme: 'light' },
] as const satisfies readonly Opening[];
