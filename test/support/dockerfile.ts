/**
 * Names what is wrong with the worker's Dockerfile: files it copies that are not there or are kept out, and files or
 * packages the worker reaches at run time that its image would lack. It reads sources; it builds nothing.
 */
import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';

const Package = z.looseObject({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});

interface Instruction {
  word: string;
  rest: string;
}

/** Faults of a Dockerfile's text; `ignore` is the text of .dockerignore, `root` the folder both stand in. */
export function dockerfileFaults(text: string, ignore: string, root: string): string[] {
  const steps = instructions(text);
  const sources = valuesOf(steps, 'COPY').flatMap((rest) => rest.split(' ').slice(0, -1));
  const user = valuesOf(steps, 'USER').at(-1) ?? 'root';
  return [
    ...sources.filter((source) => !existsSync(join(root, source))).map((source) => `${source} is not there`),
    ...sources
      .filter((source) => isIgnored(source, ignore))
      .map((source) => `.dockerignore keeps out ${source}`),
    ...(user === 'root' ? ['runs as root'] : []),
    ...baseFaults(valuesOf(steps, 'FROM')[0] ?? '', readPackage(root)),
    ...(text.includes('npm ci --omit=dev') ? [] : ['installs what only developers need']),
    ...startFaults(valuesOf(steps, 'CMD').at(-1) ?? '[]', { sources, ignore, root }),
    ...startFaults('["node","client/web/main.ts"]', { sources, ignore, root }),
  ];
}

interface Image {
  sources: string[];
  ignore: string;
  root: string;
}

/** Faults of what CMD starts: the file, and every file and package that it reaches. */
function startFaults(command: string, image: Image): string[] {
  const [program, entry = ''] = z.array(z.string()).parse(JSON.parse(command));
  if (program !== 'node' || !existsSync(join(image.root, entry)))
    return [`CMD names ${entry}, which is not there`];
  const { files, packages } = reach(entry, image.root);
  const { dependencies } = readPackage(image.root);
  return [
    ...files.filter((file) => !isInImage(file, image)).map((file) => `the worker needs ${file}`),
    ...packages
      .filter((name) => !(name in dependencies))
      .map((name) => `the worker needs the package ${name}, which is no dependency of production`),
  ];
}

function isInImage(file: string, { sources, ignore }: Image): boolean {
  const copied = sources.some((source) => file === source || file.startsWith(`${source}/`));
  return copied && !isIgnored(file, ignore);
}

/** Node's version is the one that npm scripts run on; musl (Alpine) cannot load the native core of Temporal's SDK. */
function baseFaults(base: string, { devDependencies }: z.infer<typeof Package>): string[] {
  const major = /\d+/.exec(devDependencies.node ?? '')?.[0];
  return base === `node:${major}-slim` ? [] : [`stands on ${base}, not on node:${major}-slim`];
}

function readPackage(root: string): z.infer<typeof Package> {
  return Package.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
}

function instructions(text: string): Instruction[] {
  const lines = text.split('\n').filter((line) => !/^\s*(#|$)/.test(line));
  return lines
    .join('\n')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => {
      const [word = '', ...rest] = line.trim().split(/\s+/);
      return { word: word.toUpperCase(), rest: rest.join(' ') };
    });
}

function valuesOf(steps: Instruction[], word: string): string[] {
  return steps.filter((step) => step.word === word).map((step) => step.rest);
}

/** Reads .dockerignore as far as ours goes: `*`, and plain paths with or without `!`; the last match counts. */
function isIgnored(path: string, ignore: string): boolean {
  const rules = ignore.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const matches = rules.filter((rule) => {
    const pattern = rule.replace(/^!/, '');
    return pattern === '*' || path === pattern || path.startsWith(`${pattern}/`);
  });
  return matches.at(-1)?.startsWith('!') === false;
}

/** Files (relative to `root`) and packages that a source file imports, directly or not, types aside. */
function reach(entry: string, root: string): { files: string[]; packages: string[] } {
  const files = new Set([entry]);
  const packages = new Set<string>();
  for (const file of files) {
    if (!existsSync(join(root, file))) continue;
    for (const target of targetsOf(readFileSync(join(root, file), 'utf8'))) {
      if (target.startsWith('.')) files.add(relative(root, join(root, dirname(file), target)));
      else if (!target.startsWith('node:') && !builtinModules.includes(target))
        packages.add(packageOf(target));
    }
  }
  return { files: [...files], packages: [...packages] };
}

function targetsOf(source: string): string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const values = code.replaceAll(/^\s*(?:import|export) type [^;=]*?from '[^']+'/gm, '');
  const imports = values.matchAll(/\bfrom '([^']+)'|\bimport '([^']+)'|\bimport\('([^']+)'\)/g);
  const urls = values.matchAll(/\bnew URL\(\s*'([^']+\.ts)',\s*import\.meta\.url/g);
  return [...imports, ...urls].flatMap(([, ...found]) => found.filter((target) => target !== undefined));
}

function packageOf(target: string): string {
  return target.split('/', target.startsWith('@') ? 2 : 1).join('/');
}
