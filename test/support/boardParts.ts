/** Serves the page with single parts of the board to a browser, and answers its requests; no server listens anywhere. */
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page, Route } from 'playwright-core';
import { buildInto } from '../../client/board/build.ts';
import { boardConfig } from '../../client/board/vite.config.ts';
import { newsLabels } from '../../workflows/effects/words.ts';
import { describeEvents } from '../../workflows/journal/describe.ts';
import { newestPolicy, policies } from '../../workflows/policy/policy.ts';

const root = fileURLToPath(new URL('./boardPage', import.meta.url));

/** On this machine a page may do all that it may over https. */
const origin = 'http://127.0.0.1:9';

/** Builds the page into a temporary folder. */
export async function buildParts(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'wegbegleiter-parts-'));
  // What stands alone is the board; the page around it is not.
  await buildInto(outDir, { ...boardConfig, root, plugins: [], logLevel: 'error' });
  return outDir;
}

/** What the API answers to a request, by method and path; a problem document where it names a status. */
export type Answers = Readonly<Record<string, unknown>>;

/** A request that the page has sent. */
export interface Sent {
  readonly path: string;
  readonly key: string | undefined;
  readonly body: unknown;
}

/** Opens the page at a part: `form/contact.recorded`. Gives what it has sent so far, newest last. */
export async function openParts(
  page: Page,
  folder: string,
  part: string,
  answers: Answers = {},
): Promise<Sent[]> {
  const sent: Sent[] = [];
  const known: Answers = { 'GET /api/catalogue': catalogue(), ...answers };
  await page.route(`${origin}/**`, async (route) => {
    const request = route.request();
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith('/api/')) return await serveFile(route, folder, pathname);
    const body: unknown = request.postDataJSON();
    if (body !== null) sent.push({ path: pathname, key: request.headers()['idempotency-key'], body });
    await answer(route, known[`${request.method()} ${pathname}`]);
  });
  await page.goto(`${origin}/#${part}`);
  return sent;
}

async function answer(route: Route, found: unknown): Promise<void> {
  const given = typeof found === 'function' ? (found as () => unknown)() : found;
  if (given === 'no connection') return await route.abort('connectionrefused');
  const status = given === undefined ? 404 : hasStatus(given) ? given.status : 200;
  await route.fulfill({ status, json: given ?? {} });
}

const hasStatus = (value: unknown): value is { status: number } =>
  typeof value === 'object' && value !== null && 'status' in value && typeof value.status === 'number';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

async function serveFile(route: Route, folder: string, pathname: string): Promise<void> {
  const file = pathname === '/' ? '/index.html' : pathname;
  const body = await readFile(join(folder, file)).catch(() => undefined);
  if (!body) return await route.fulfill({ status: 404 });
  await route.fulfill({ body, contentType: types[extname(file)] ?? 'application/octet-stream' });
}

function catalogue() {
  const { deadlines } = policies[newestPolicy];
  const labels = Object.entries(deadlines).map(([key, { label }]) => [key, label]);
  return { events: describeEvents(), deadlines: Object.fromEntries(labels), news: newsLabels };
}
