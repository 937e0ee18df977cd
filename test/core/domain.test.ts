/** DOMAIN.md, the table of what the domain says and what does it: nothing in it is unknown, and nothing of the core is left out. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lasting } from '../../workflows/effects/effects.ts';
import { newsTopics, roles } from '../../workflows/effects/words.ts';
import { states } from '../../workflows/fold/states.ts';
import { catalogue, eventTypes } from '../../workflows/journal/events.ts';
import { notices } from '../../workflows/machine/notices.ts';
import { rules } from '../../workflows/machine/rules.ts';
import { deadlineKeys, newestPolicy, policies } from '../../workflows/policy/policy.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const { deadlines, limits } = policies[newestPolicy];
const document = read('DOMAIN.md');

interface Row {
  readonly section: string;
  readonly sentence: string;
  readonly references: readonly string[];
  readonly note: string;
  /** The whole line. */
  readonly text: string;
}

/** The rows of all tables but their heads; a reference is what stands in backticks in the second column. */
function rowsOf(markdown: string): Row[] {
  let section = '';
  const rows: Row[] = [];
  for (const text of markdown.split('\n')) {
    if (text.startsWith('#')) section = text.replace(/^#+ /, '');
    if (!text.startsWith('| ') || text.startsWith('| domain.md says |')) continue;
    const [, sentence = '', by = '', note = '', ...rest] = text.split('|').map((cell) => cell.trim());
    expect([text, rest], 'four bars, the last one at the end').toEqual([text, ['']]);
    const references = [...by.matchAll(/`([^`]+)`/g)].map(([, reference = '']) => reference);
    rows.push({ section, sentence, references, note, text });
  }
  return rows;
}

/** Names of everything that the core's modules export as a function. */
async function functionsOf(folders: readonly string[]): Promise<string[]> {
  const files = folders.flatMap((folder) =>
    readdirSync(new URL(`workflows/${folder}/`, root), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `../../workflows/${folder}/${name}`),
  );
  const modules = await Promise.all(
    files.map((file): Promise<Record<string, unknown>> => import(/* @vite-ignore */ file)),
  );
  return modules.flatMap((module) =>
    Object.keys(module).filter((name) => typeof module[name] === 'function'),
  );
}

const functions = await functionsOf(['journal', 'machine', 'policy', 'fold', 'effects']);

const fields = eventTypes.flatMap((type) =>
  Object.keys(catalogue[type].fields.shape).map((field) => `${type}.${field}`),
);

const known: Readonly<Record<string, readonly string[]>> = {
  state: [...states.keys()],
  event: eventTypes,
  field: fields,
  rule: Object.keys(rules),
  deadline: deadlineKeys,
  limit: Object.keys(limits),
  effect: Object.keys(lasting),
  notice: [...Object.keys(notices), ...newsTopics],
  function: functions,
  role: roles,
};

const isTest = (name: string): boolean => {
  const [file = '', ...words] = name.split(': ');
  const files = readdirSync(new URL('test/', root), { recursive: true, encoding: 'utf8' });
  return words.length > 0 && files.includes(file) && read(`test/${file}`).includes(`'${words.join(': ')}'`);
};

const exists = (reference: string): boolean => {
  const [kind = '', ...words] = reference.split(' ');
  const name = words.join(' ');
  return kind === 'test' ? isTest(name) : (known[kind]?.includes(name) ?? false);
};

const unknownIn = (markdown: string): string[] =>
  rowsOf(markdown).flatMap(({ references }) => references.filter((reference) => !exists(reference)));

/** What the table must not leave out. */
const wanted = [
  ...(['event', 'rule', 'deadline', 'limit', 'effect', 'role'] as const).flatMap((kind) =>
    (known[kind] ?? []).map((name) => `${kind} ${name}`),
  ),
  ...[...states.keys()]
    .filter((path) => path !== '' && (path.startsWith('phase.') || !path.includes('.')))
    .map((path) => `state ${path}`),
];

const missingFrom = (markdown: string): string[] => {
  const named = new Set(rowsOf(markdown).flatMap(({ references }) => references));
  return wanted.filter((reference) => !named.has(reference));
};

const sources = [
  ...deadlineKeys.map((key) => [`deadline ${key}`, deadlines[key].source] as const),
  ...Object.entries(limits).map(([key, { source }]) => [`limit ${key}`, source] as const),
];

/** The sections, laws and marks that a source names. */
function marksOf(source: string): string[] {
  const sections = [...source.matchAll(/§+ ?((?:\d+\w?(?:\(\d\))?(?:, )?)+)/g)];
  return [
    ...sections.flatMap(([, numbers = '']) => numbers.split(', ').filter((number) => number !== '')),
    ...(source.match(/SGB III|BBiG|BGB|ArbGG|KSchG|BEEG|JArbSchG|BAG \d AZR \d+\/\d+/g) ?? []),
    ...(source.match(/practice|check/g) ?? []),
  ];
}

/** Deadlines and limits of which no row names all that the policy names as their source. */
function withoutSource(markdown: string): string[] {
  const lines = rowsOf(markdown);
  return sources
    .filter(([reference, source]) => {
      const told = lines.flatMap(({ references, text }) =>
        references.includes(reference) ? [marksOf(text)] : [],
      );
      return !told.some((marks) => marksOf(source).every((mark) => marks.includes(mark)));
    })
    .map(([reference, source]) => `${reference}: ${source}`);
}

const rows = rowsOf(document);

describe('DOMAIN.md', () => {
  test(`has something to say to each of its ${rows.length} sentences`, () => {
    const bySection = Map.groupBy(rows, ({ section }) => section);
    const counts = [...bySection].map(([section, { length }]) => `${section}: ${length}`);
    console.info(`DOMAIN.md has ${rows.length} rows. ${counts.join(', ')}`);
    expect(bySection.size).toBeGreaterThan(5);
    const silent = rows.filter(({ references, note }) => references.length === 0 && note === '');
    expect(silent.map(({ text }) => text)).toEqual([]);
    expect(new Set(rows.map(({ section, sentence }) => section + sentence)).size).toBe(rows.length);
  });

  test('refers to nothing that does not exist', () => {
    expect(unknownIn(document)).toEqual([]);
  });

  test('leaves out no event, rule, deadline, limit, effect, role, region or state of the phase', () => {
    expect(missingFrom(document)).toEqual([]);
  });

  test('names the source of every deadline and limit as the policy does', () => {
    expect(withoutSource(document)).toEqual([]);
  });

  test('is found out when something is renamed, forgotten or made up', () => {
    const renamed = document.replaceAll('`rule companyInformed`', '`rule companyBriefed`');
    expect(unknownIn(renamed)).toContain('rule companyBriefed');
    expect(missingFrom(renamed)).toContain('rule companyInformed');
    const forgotten = document.replaceAll('`state phase.accompanied.exam.repeating`', '');
    expect(missingFrom(forgotten)).toContain('state phase.accompanied.exam.repeating');
    const madeUp = ['wish fulfilled', 'state nowhere', 'event toString', 'test core/fold.test.ts: no such'];
    expect(madeUp.filter(exists)).toEqual([]);
    const misquoted = document.replaceAll('§23(2)', '§23').replaceAll('§§4, 13', '§4');
    expect(withoutSource(misquoted).map((line) => line.split(':')[0])).toEqual(
      expect.arrayContaining(['deadline damagesClaim', 'deadline terminationAction']),
    );
  });
});
