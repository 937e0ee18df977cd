/** The pictures of the statechart: everything is in them, in both languages, and each region alone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type AnyStateNode, createMachine } from 'xstate';
import { mermaidOf } from '../../client/chart/mermaid.ts';
import { flat, modelOf, regionsOf } from '../../client/chart/model.ts';
import { svgOf } from '../../client/chart/picture.ts';
import { words as chartWords, langs } from '../../client/chart/theme.ts';
import { states } from '../../workflows/fold/states.ts';
import { catalogue } from '../../workflows/journal/events.ts';
import { machine } from '../../workflows/machine/machine.ts';
import { drawn, shownIn, wordsIn } from '../support/svg.ts';

/** Every node of the machine but the root: a history has no row in the table of states, and is drawn all the same. */
const pathsIn = (node: AnyStateNode): string[] =>
  Object.values(node.states).flatMap((child) => [child.path.join('.'), ...pathsIn(child as AnyStateNode)]);
const paths = pathsIn(machine.root);
const regions = paths.filter((path) => !path.includes('.'));
const inRegion = (region: string): string[] => paths.filter((path) => `${path}.`.startsWith(`${region}.`));

const declaredIn = (mermaid: string): string[] =>
  [...mermaid.matchAll(/^ *state ".+" as (\w+)/gm)].map(([, id = '']) => id);
const idOf = (path: string): string => path.replaceAll('.', '_');
describe.each(langs)('in the language %s', (lang) => {
  test('both pictures show every state once, with its label', async () => {
    const all = regionsOf(lang);
    const elements = await drawn(all, { lang });
    const mermaid = mermaidOf(all, lang);
    expect(shownIn(elements).toSorted()).toEqual(paths.toSorted());
    expect(declaredIn(mermaid).toSorted()).toEqual(paths.map(idOf).toSorted());
    for (const [path, { label }] of states) {
      expect(mermaid).toContain(`state "${label[lang]}" as ${idOf(path)}`);
      const [own] = elements.filter(({ attributes }) => attributes['data-state'] === path);
      expect(wordsIn(own?.inside ?? []), path).toContain(label[lang].replaceAll(' ', ''));
    }
  });

  test.each(regions)('the region %s is drawn alone, and nothing else', async (region) => {
    const only = regionsOf(lang, region);
    expect(shownIn(await drawn(only, { lang })).toSorted()).toEqual(inRegion(region).toSorted());
    expect(declaredIn(mermaidOf(only, lang)).toSorted()).toEqual(inRegion(region).map(idOf).toSorted());
  });

  test('every arrow is drawn, or told in the state it leaves, and says what sets it off', async () => {
    const all = regionsOf(lang);
    const elements = await drawn(all, { lang });
    const words = wordsIn(elements);
    const modelled = new Map(all.flatMap(flat).map((state) => [state.path, state]));
    const own = (path: string) =>
      elements.find(({ attributes }) => attributes['data-state'] === path)?.inside ?? [];
    for (const { path, arrows } of all.flatMap(flat)) {
      for (const { to, kind, labels } of arrows) {
        const lines = elements.filter(
          ({ attributes }) =>
            attributes.class === `arrow ${kind}` &&
            attributes['data-from']?.replace('#anywhere', '') === path &&
            attributes['data-to'] === to,
        );
        const target = (modelled.get(to)?.label ?? '').replaceAll(' ', '');
        const causes = kind === 'follows' ? [chartWords[lang].follows] : labels;
        for (const label of causes.map((text) => text.replaceAll(' ', ''))) {
          expect(words).toContain(label);
          if (lines.length === 1) continue;
          for (const part of [label, '→', target])
            expect(wordsIn(own(path)), `${path} to ${to}, ${kind}`).toContain(part);
        }
      }
    }
  });
});

test('an unknown region is refused with the names of those there are', () => {
  expect(() => regionsOf('de', 'phases')).toThrow(
    expect.objectContaining({ code: 'bad-input', message: expect.stringContaining(regions.join(', ')) }),
  );
});

describe('an arrow', () => {
  const arrowsOf = (path: string) =>
    regionsOf('en')
      .flatMap(flat)
      .find((state) => state.path === path)?.arrows ?? [];

  test('of a deadline is another one than that of an entry', () => {
    const toClosed = arrowsOf('phase.followUp').filter(({ to }) => to === 'phase.closed.completed');
    expect(toClosed.map(({ kind }) => kind).toSorted()).toEqual(['deadline', 'entry']);
  });

  test('that only follows other regions has no label and is dotted', async () => {
    expect(arrowsOf('reflection.off')).toEqual([{ to: 'reflection.waiting', kind: 'follows', labels: [] }]);
    const dashes = async (kind: string) =>
      (await drawn(regionsOf('de', 'conflict'), { lang: 'de' }))
        .filter(({ attributes }) => attributes.class === `arrow ${kind}`)
        .map(({ attributes }) => attributes['stroke-dasharray']);
    const [follows, deadline, entry] = await Promise.all(['follows', 'deadline', 'entry'].map(dashes));
    expect(new Set([...(follows ?? []), ...(deadline ?? []), ...(entry ?? [])])).toHaveLength(3);
    expect(new Set(entry)).toEqual(new Set([undefined]));
  });

  test('is none where an entry is only noted: the region alone lists it, the whole does not', async () => {
    const accompanied = regionsOf('en', 'phase')
      .flatMap(flat)
      .find(({ path }) => path === 'phase.accompanied');
    const [note = ''] = accompanied?.notes ?? [];
    expect(note).not.toBe('');
    const own = async (...shown: [string?]) =>
      wordsIn(
        (await drawn(regionsOf('en', ...shown), { lang: 'en' })).find(
          ({ attributes }) => attributes['data-state'] === 'phase.accompanied',
        )?.inside ?? [],
      );
    expect(await own('phase')).toContain(note.replaceAll(' ', ''));
    expect(await own()).not.toContain(note.replaceAll(' ', ''));
  });
});

test('regions within a state are drawn as any others, in both pictures', async () => {
  const { root } = createMachine({
    type: 'parallel',
    states: {
      outer: {
        type: 'parallel',
        states: {
          left: { initial: 'a', states: { a: { on: { 'meeting.held': 'b' } }, b: {} } },
          right: { initial: 'c', states: { c: { always: 'd' }, d: {} } },
        },
      },
    },
  });
  const { inside } = modelOf(root, 'en');
  const all = ['outer', 'outer.left', 'outer.left.a', 'outer.left.b'].concat(
    ...['outer.right', 'outer.right.c', 'outer.right.d'],
  );
  const elements = await drawn(inside, { lang: 'en' });
  expect(shownIn(elements)).toEqual(expect.arrayContaining(all));
  const starts = elements.filter(({ attributes }) => attributes.class === 'arrow start');
  expect(starts.map(({ attributes }) => attributes['data-to'])).toEqual(['outer.left.a', 'outer.right.c']);
  const mermaid = mermaidOf(inside, 'en');
  expect(declaredIn(mermaid)).toEqual(all.map(idOf));
  expect(mermaid.match(/^ *--$/gm)).toHaveLength(1);
});

test('an arrow that would lead too far is told in the state it leaves, with the way to its target', async () => {
  const steps = Array.from({ length: 16 }, (_, n) => [`s${n}`, { on: { 'meeting.held': `s${n + 1}` } }]);
  const { root } = createMachine({
    initial: 's0',
    states: {
      ...Object.fromEntries(steps),
      s16: { on: { 'meeting.missed': 's0', 'exam.passed': 'end.in' } },
      end: { initial: 'in', states: { in: {} } },
    },
  });
  const elements = await drawn([{ ...modelOf(root, 'en'), path: 'r' }], { lang: 'en' });
  const words = wordsIn(elements);
  const back = elements.filter(({ attributes }) => attributes['data-to'] === 's0');
  expect(back.map(({ attributes }) => attributes.class)).toEqual(['arrow start']);
  expect(words).toContain(`${catalogue['meeting.missed'].label.en.replaceAll(' ', '')}→s0`);
  expect(words).toContain('leadsonto');
  expect(elements.filter(({ attributes }) => attributes['data-to'] === 'end.in')).toHaveLength(1);
});

test('a history is drawn with words of its own', async () => {
  const { root } = createMachine({ initial: 'a', states: { a: {}, h: { type: 'history' } } });
  expect(modelOf(root, 'de').inside.at(-1)?.label).toBe('Wo sie zuletzt stand');
});

test('many states that nothing connects stand in rows', async () => {
  const ends = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((key) => [key, {}]));
  const { root } = createMachine({ initial: 'a', states: ends });
  const elements = await drawn([{ ...modelOf(root, 'en'), path: 'r' }], { lang: 'en' });
  const heights = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((path) => {
    const [state] = elements.filter(({ attributes }) => attributes['data-state'] === path);
    return state?.inside.find(({ name }) => name === 'rect')?.attributes.y;
  });
  expect(new Set(heights).size).toBeGreaterThan(2);
});

test('what leads from a state to itself is noted there and is no arrow', () => {
  const { root } = createMachine({ initial: 'a', states: { a: { on: { 'meeting.held': 'a' } } } });
  const [a] = modelOf(root, 'en').inside;
  expect(a).toMatchObject({ arrows: [], notes: [expect.any(String)] });
});

test('where nothing enters a state as a whole, no start is drawn in it', async () => {
  const { root } = createMachine({
    initial: 'a',
    states: { a: { on: { 'meeting.held': 'b.d' } }, b: { initial: 'c', states: { c: {}, d: {} } } },
  });
  const elements = await drawn([{ ...modelOf(root, 'en'), path: 'r' }], { lang: 'en' });
  expect(elements.filter(({ attributes }) => attributes.class === 'arrow start')).toHaveLength(1);
});

test('labels are escaped in the picture', async () => {
  const { root } = createMachine({
    type: 'parallel',
    states: { odd: { meta: { label: { de: 'A & <B> "C"', en: '' } }, initial: 'x', states: { x: {} } } },
  });
  const elements = await drawn(modelOf(root, 'de').inside, { lang: 'de' });
  expect(wordsIn(elements)).toContain('A&<B>"C"');
});

test('the machine itself is what is drawn', () => {
  expect(regionsOf('en').map(({ path }) => path)).toEqual(Object.keys(machine.root.states));
});

test('the picture in the README is that of the machine (npm run generate:chart)', async () => {
  const kept = readFileSync(join(import.meta.dirname, '..', '..', 'chart.svg'), 'utf8');
  expect(kept).toBe(`${await svgOf(regionsOf('en', 'phase'), { lang: 'en' })}\n`);
});
