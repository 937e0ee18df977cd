/** Builds the board once for each state of its sources. `node client/board/build.ts` does it and says where. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { InlineConfig } from 'vite';
import { guideFiles } from '../guide.ts';
import { filesIn } from './usedStyles.ts';
import { boardConfig, boardRoot } from './vite.config.ts';

/**
 * Builds the board unless these sources are built already, and gives the folder with its files. Two that build at once do not
 * disturb each other.
 */
export async function buildBoard(): Promise<string> {
  const folder = join(boardRoot, 'dist', stampOf(boardRoot));
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  await buildInto(unfinished, withGuide(boardConfig));
  await compress(unfinished);
  await removeOld(join(boardRoot, 'dist'));
  try {
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** The board is one page; the guide is another, for it is read before one has signed in, and printed. */
const withGuide = ({ build, ...config }: InlineConfig): InlineConfig => ({
  ...config,
  build: {
    ...build,
    rolldownOptions: {
      ...build?.rolldownOptions,
      input: [join(boardRoot, 'index.html'), join(boardRoot, 'leitfaden.html')],
    },
  },
});

/** Builds for use, whatever this process runs for: libraries would else take a test for somebody who develops them. */
export async function buildInto(outDir: string, config: InlineConfig): Promise<void> {
  const { build } = await import('vite');
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await build({ ...config, build: { ...config.build, outDir, emptyOutDir: true } });
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

/** What was built of other sources is kept for a while, as a server may still serve it. */
async function removeOld(folder: string): Promise<void> {
  const aDayAgo = Date.now() - 86_400_000;
  for (const name of await readdir(folder)) {
    // Another that builds may have removed it meanwhile.
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (found && found.mtimeMs < aDayAgo) await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** Puts a packed file beside each that gets smaller by it, for browsers on slow lines. */
async function compress(folder: string): Promise<void> {
  const files = (await readdir(folder, { recursive: true })).filter((file) =>
    /\.(js|css|html|svg)$/.test(file),
  );
  for (const file of files.map((one) => join(folder, one))) {
    const content = await readFile(file);
    await writeFile(`${file}.br`, brotliCompressSync(content));
    await writeFile(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}

/** A digest of everything the result depends on: the sources, and the versions of what they import. */
function stampOf(root: string): string {
  const lock = join(root, '../../package-lock.json');
  const hash = createHash('sha256').update(readFileSync(lock));
  for (const file of filesIn(root)) hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  for (const file of guideFiles()) hash.update(`${file}\n`).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(await buildBoard());
}
