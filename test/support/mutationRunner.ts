/**
 * A Stryker test runner that takes the tests of the core through all mutants in one process. For each mutant the core and its tests
 * are loaded afresh, file by file until one fails, so tables made at loading are mutated too, and nothing kept in a module reaches the
 * next mutant; Node, Vitest, XState and the other libraries stay loaded. Stryker's own runner starts Vitest for each mutant, which
 * takes a hundred times as long.
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { collectTests, getFn, type Task, type Test, type VitestRunner } from '@vitest/runner';
import { configureGlobal } from 'fast-check';

/** Tests that take as long as all others together: they play whole journeys again and again, or draw them. */
const leftOut = new RegExp(
  [
    /^test.core.(bundle|chart\w*|cohortProperty|corrections|migration|moves\w*|paths|recovery|roles|undo)\.test\.ts/,
    /closed and reopened at once/,
    /what the generator writes today/,
    /what is possible has a way to be said/,
  ]
    .map(({ source }) => source)
    .join('|'),
);
/** How many random journals a property meets. */
const runs = '3';
/** A test that comes to a mutant so many times more often than it did before is in an endless loop. */
const endless = 20;
const often = 2_000;

/** What Stryker's instrumented code reads and writes. */
interface Instrumented {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}

interface MutantRun {
  readonly activeMutant: { readonly id: string; readonly fileName: string };
  readonly testFilter?: readonly string[];
}

interface Case {
  readonly id: string;
  readonly test: Test;
}

interface TestFile {
  readonly path: string;
  readonly took: number;
  readonly ids: readonly string[];
}

/** What the first run of all tests learns. */
interface Learnt {
  /** The cheapest first. */
  readonly files: readonly TestFile[];
  /** How often a test comes to a mutant, by both, where that is often. */
  readonly hits: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

interface Killer {
  readonly path: string;
  readonly id: string;
  readonly failureMessage: string;
}

const namespace = globalThis as { __stryker__?: Instrumented };
namespace.__stryker__ ??= {};
const stryker = namespace.__stryker__;

/** Each round has modules of its own. */
let round = 0;
const sources = new Map<string, string>();
const isOurs = (url: string): boolean => url.startsWith('file:') && !url.includes('/node_modules/');

function sourceOf(url: string): string {
  const source = sources.get(url) ?? stripTypeScriptTypes(readFileSync(fileURLToPath(url), 'utf8'));
  sources.set(url, source);
  return source;
}

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    const [url] = found.url.split('?');
    return round > 0 && isOurs(found.url) ? { ...found, url: `${url}?round=${round}` } : found;
  },
  load(url, context, next) {
    const [file = url] = url.split('?');
    return round > 0 && isOurs(file) && file.endsWith('.ts')
      ? { format: 'module', source: sourceOf(file), shortCircuit: true }
      : next(url, context);
  },
});

/** As much of Vitest as finds the tests of a file. */
const vitest = () => ({
  config: {
    root: process.cwd(),
    name: '',
    setupFiles: [],
    sequence: { shuffle: false, concurrent: false, hooks: 'stack', setupFiles: 'list', seed: 1 },
    testTimeout: 60_000,
    tags: [],
  },
  trace: (_name: string, ...[run, orRun]: (() => unknown)[]) => (orRun ?? run)?.(),
  importFile: (path: string) => import(path),
});

const casesOf = (task: Task, above: string): Case[] => {
  const id = `${above} > ${task.name}`;
  return task.type === 'suite' ? task.tasks.flatMap((inner) => casesOf(inner, id)) : [{ id, test: task }];
};

/** @throws what the file, or the core below it, throws while loading. */
async function load(path: string): Promise<Case[]> {
  const [file] = await collectTests([resolve(path)], vitest() as unknown as VitestRunner);
  const [error] = file?.result?.errors ?? [];
  if (error !== undefined) throw new Error(error.message);
  const cases = file?.tasks.flatMap((task) => casesOf(task, path)) ?? [];
  return cases.filter(({ id }) => !leftOut.test(id));
}

async function failureOf(run: () => unknown): Promise<string | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The first test of a file that fails; a file that cannot be loaded fails as a whole. */
async function killerIn(
  { path, ids: [first = path] }: TestFile,
  rank: (id: string) => number,
  wanted: (id: string) => boolean,
  hits: Readonly<Record<string, number>>,
): Promise<Killer | undefined> {
  let cases: readonly Case[] = [];
  expectHits(hits['']);
  const broken = await failureOf(async () => {
    cases = await load(path);
  });
  if (broken !== undefined) return { path, id: first, failureMessage: broken };
  for (const { id, test } of cases.filter((one) => wanted(one.id)).sort((a, b) => rank(a.id) - rank(b.id))) {
    expectHits(hits[id]);
    const failureMessage = await failureOf(getFn(test));
    if (failureMessage !== undefined) return { path, id, failureMessage };
    if (isHitTooOften()) return { path, id, failureMessage: 'hit too often' };
  }
  return undefined;
}

function expectHits(count: number = often): void {
  stryker.hitCount = 0;
  stryker.hitLimit = endless * count;
}

const isHitTooOften = (): boolean => (stryker.hitCount ?? 0) > (stryker.hitLimit ?? Number.POSITIVE_INFINITY);

class CoreRunner {
  /** Kept for the processes that run beside this one and after it. */
  private readonly kept = 'mutation-learnt.json';
  private learnt: Learnt | undefined;
  /** Which tests have killed mutants of a source, the latest first: neighbours die by the same test. */
  private readonly killers = new Map<string, readonly Killer[]>();
  /** How many mutants a file of tests has killed; kept as well. */
  private kills: Readonly<Record<string, number>> = {};
  private readonly keptKills = 'mutation-kills.json';

  capabilities = () => ({ reloadEnvironment: true });

  init() {
    process.env.RUNS ??= runs;
    configureGlobal({ seed: 1, endOnFailure: true });
    if (existsSync(this.keptKills)) this.kills = JSON.parse(readFileSync(this.keptKills, 'utf8'));
    console.log = () => undefined;
  }

  async dryRun() {
    const tests = [];
    const files: TestFile[] = [];
    const atLoading: Loading[] = [];
    round += 1;
    for (const path of globSync('workflows/{machine,policy,fold,journal}/**/*.ts'))
      await import(resolve(path));
    for (const path of globSync('test/core/**/*.test.ts').filter((name) => !leftOut.test(name))) {
      const before = { ...stryker.mutantCoverage?.static };
      const cases = await load(path);
      const reached = Object.entries(stryker.mutantCoverage?.static ?? {})
        .filter(([id, count]) => count > (before[id] ?? 0))
        .map(([id]) => id);
      const fileBegan = performance.now();
      for (const { id, test } of cases) {
        const began = performance.now();
        stryker.currentTestId = id;
        const failureMessage = await failureOf(getFn(test));
        stryker.currentTestId = undefined;
        const about = { id, name: id, fileName: resolve(path), timeSpentMs: performance.now() - began };
        tests.push(
          failureMessage === undefined ? { ...about, status: 0 } : { ...about, status: 1, failureMessage },
        );
      }
      const ids = cases.map(({ id }) => id);
      files.push({ path, took: performance.now() - fileBegan, ids });
      atLoading.push({ ids, reached });
    }
    this.learnt = { files: files.sort((a, b) => a.took - b.took), hits: frequentHits() };
    writeFileSync(this.kept, JSON.stringify(this.learnt));
    return { status: 'complete', tests, mutantCoverage: coverage(atLoading) };
  }

  async mutantRun({ activeMutant, testFilter }: MutantRun) {
    const { files, hits }: Learnt = this.learnt ?? JSON.parse(readFileSync(this.kept, 'utf8'));
    this.learnt = { files, hits };
    round += 1;
    stryker.activeMutant = activeMutant.id;
    const source = relative(process.cwd(), activeMutant.fileName);
    const filter = testFilter && new Set(testFilter);
    const killer = await this.killerOf(source, files, filter, hits[activeMutant.id]);
    stryker.activeMutant = undefined;
    const nrOfTests = testFilter?.length ?? files.flatMap(({ ids }) => ids).length;
    if (killer === undefined) return { status: 'survived', nrOfTests };
    this.kills = { ...this.kills, [killer.path]: (this.kills[killer.path] ?? 0) + 1 };
    writeFileSync(this.keptKills, JSON.stringify(this.kills));
    this.killers.set(source, [killer, ...this.killersOf(source, ({ id }) => id !== killer.id)].slice(0, 12));
    return isHitTooOften()
      ? { status: 'timeout', reason: 'an endless loop' }
      : { status: 'killed', killedBy: [killer.id], failureMessage: killer.failureMessage, nrOfTests };
  }

  private killersOf(source: string, which: (killer: Killer) => boolean = () => true): readonly Killer[] {
    return this.killers.get(source)?.filter(which) ?? [];
  }

  private async killerOf(
    source: string,
    all: readonly TestFile[],
    filter: ReadonlySet<string> | undefined,
    hits: Readonly<Record<string, number>> = {},
  ): Promise<Killer | undefined> {
    const known = this.killersOf(source);
    const rank = (which: (killer: Killer) => boolean) => {
      const at = known.findIndex(which);
      return at < 0 ? known.length : at;
    };
    const wanted = (id: string) => filter?.has(id) ?? true;
    const files = all.filter(({ ids }) => ids.some(wanted));
    const rankOfFile = (file: TestFile) => rank(({ path }) => path === file.path);
    const killsOf = ({ path }: TestFile) => this.kills[path] ?? 0;
    for (const file of files.sort((a, b) => rankOfFile(a) - rankOfFile(b) || killsOf(b) - killsOf(a))) {
      const killer = await killerIn(file, (id) => rank((one) => one.id === id), wanted, hits);
      if (killer) return killer;
    }
    return undefined;
  }
}

function frequentHits(): Learnt['hits'] {
  const { perTest = {}, static: loading = {} } = stryker.mutantCoverage ?? {};
  const hits: Record<string, Record<string, number>> = {};
  for (const [test, counts] of Object.entries({ ...perTest, '': loading }))
    for (const [id, count] of Object.entries(counts))
      if (count > often) hits[id] = { ...hits[id], [test]: count };
  return hits;
}

/** What a file of tests reaches in the core by being loaded: what it folds for all of its tests. */
interface Loading {
  readonly ids: readonly string[];
  readonly reached: readonly string[];
}

/**
 * Every mutant is there from loading on, so one that a test or its file reaches needs no other tests, though the core's own loading
 * reached it too. What only that reaches meets all tests.
 */
function coverage(atLoading: readonly Loading[]): Instrumented['mutantCoverage'] {
  const { perTest = {}, ...found } = stryker.mutantCoverage ?? { static: {} };
  const known = new Set(Object.values(perTest).flatMap((hits) => Object.keys(hits)));
  for (const { ids, reached } of atLoading) {
    const once = Object.fromEntries(reached.filter((id) => known.has(id)).map((id) => [id, 1]));
    for (const test of ids) perTest[test] = { ...once, ...perTest[test] };
  }
  const onlyAtLoading = Object.entries(found.static).filter(([id]) => !known.has(id));
  return { static: Object.fromEntries(onlyAtLoading), perTest };
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'core', injectableClass: CoreRunner }];
