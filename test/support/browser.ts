/** A real browser for tests: pages of two sizes, and whether they can be used by everybody. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, chromium as driver, type Page } from 'playwright-core';

const require = createRequire(import.meta.url);

/** Starts a browser; `CHROME_PATH` names another one than that which comes with the tests. Whoever starts it closes it. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROME_PATH ?? (await unpackedChromium());
  return await driver.launch({ executablePath, args: chromium.args.filter(isHarmless), headless: true });
}

/** The package means them for functions in a cloud: they would end the browser with its first page, and let pages do anything. */
const isHarmless = (arg: string): boolean =>
  !['--single-process', '--no-zygote', '--disable-web-security', '--allow-running-insecure-content'].includes(
    arg,
  );

/** Unpacks the browser once for all tests. The package would do so in place, where a second test meets half a file. */
async function unpackedChromium(): Promise<string> {
  const folder = join(tmpdir(), `wegbegleiter-chromium-${packed().size}`);
  if (!existsSync(folder)) {
    const unfinished = await mkdtemp(`${folder}-`);
    await unpackInto(unfinished);
    await rename(unfinished, folder).catch(async (error: unknown) => {
      await rm(unfinished, { recursive: true });
      if (!existsSync(folder)) throw error;
    });
  }
  return join(folder, 'chromium');
}

/** The packed browser; another version has another size. */
const packed = () => statSync(join(dirname(require.resolve('@sparticuz/chromium')), '../../bin/chromium.br'));

async function unpackInto(folder: string): Promise<void> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

export const sizes = {
  desktop: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
} as const satisfies Record<string, BrowserContextOptions>;
export type Size = keyof typeof sizes;

/** A page of its own, without cookies or memory of others. What goes wrong in it is kept in `pageErrors`. */
export async function newPage(
  browser: Browser,
  size: Size = 'desktop',
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    ...sizes[size],
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  pageErrors.set(page, errors);
  return page;
}

/** Errors of each page's scripts, and what the browser complains of: a file not found, something the page may not load. */
export const pageErrors = new WeakMap<Page, string[]>();

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Where a page, or a part of it, breaks WCAG 2.2 up to AA, as far as a program can see; none is what tests want. */
export async function axeViolations(page: Page, within = 'body'): Promise<string[]> {
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(axe);
  const options = JSON.stringify({ runOnly: standards });
  const found = await page.evaluate<Found>(`axe.run(${JSON.stringify(within)}, ${options})`);
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ''}`),
  );
}

interface Found {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}
