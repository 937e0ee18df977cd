import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { buildBoard } from '../../client/board/build.ts';

const sizeOf = async (folder: string, ending: RegExp): Promise<number> => {
  const files = (await readdir(folder, { recursive: true })).filter((file) => ending.test(file));
  const sizes = files.map(async (file) => gzipSync(await readFile(join(folder, file)), { level: 9 }).length);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
};

test("the board's script takes less than 250 kB on the line, all pages together, its styles less than 40", async () => {
  const folder = await buildBoard();
  const script = await sizeOf(folder, /\.js$/);
  expect(script).toBeGreaterThan(50_000);
  expect(script).toBeLessThan(250_000);
  expect(await sizeOf(folder, /\.css$/)).toBeLessThan(40_000);
});

test('nothing on the page comes from elsewhere, and no script or style stands in the page itself', async () => {
  const folder = await buildBoard();
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  const addresses = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address = '']) => address);
  expect(addresses.filter((address) => !address.startsWith('/'))).toEqual([]);
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
  expect(page).not.toMatch(/<style|style="/);
});

test('sources that are built already are not built again', async () => {
  const folder = await buildBoard();
  const start = performance.now();
  expect(await buildBoard()).toBe(folder);
  expect(performance.now() - start).toBeLessThan(1_000);
});
