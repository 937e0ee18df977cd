/** The pictures of one journey: where it stands, where it has been, what is due; told by signs and words, and of nobody. */
import { describe, expect, test } from 'vitest';
import { marksOf } from '../../client/chart/marks.ts';
import { mermaidOf } from '../../client/chart/mermaid.ts';
import { regionsOf } from '../../client/chart/model.ts';
import { svgOf } from '../../client/chart/picture.ts';
import { folded, training } from '../support/journal.ts';
import { allIn, drawn, type Element, wordsIn } from '../support/svg.ts';

const classesOf = (elements: readonly Element[], state: string): string[] =>
  elements.find(({ attributes }) => attributes['data-state'] === state)?.attributes.class?.split(' ') ?? [];

const idOf = (path: string): string => path.replaceAll('.', '_');
const classLine = (mermaid: string, mark: string): string[] =>
  mermaid.match(new RegExp(`^ *class (\\S+) ${mark}$`, 'm'))?.[1]?.split(',') ?? [];

describe('a journey in its probation', () => {
  const marks = marksOf(folded('2024-10-01', ...training()));
  const current = ['phase', 'phase.accompanied', 'phase.accompanied.training'].concat(
    ...['phase.accompanied.training.probation', 'registration.registered', 'conflict.calm'],
  );
  const past = ['phase.new', 'phase.intake', 'phase.accompanied.contracted', 'registration.missing'];
  const never = ['phase.closed', 'phase.accompanied.training.established', 'conflict.open.court'];
  const draw = (region?: string) => drawn(regionsOf('de', region), { lang: 'de', journey: 'p-100', marks });

  test('is in a state or has left it, never both', () => {
    expect([...marks.current.keys()]).toEqual(expect.arrayContaining(current));
    expect([...marks.past.keys()]).toEqual(expect.arrayContaining(past));
    expect([...marks.past.keys()].filter((path) => marks.current.has(path))).toEqual([]);
  });

  test('has the states it is in marked and those it has left shaded, in the picture', async () => {
    const elements = await draw();
    for (const path of current) expect(classesOf(elements, path), path).toEqual(['state', 'current']);
    for (const path of past) expect(classesOf(elements, path), path).toEqual(['state', 'past']);
    for (const path of never) expect(classesOf(elements, path), path).toEqual(['state']);
  });

  test('has them marked in Mermaid, every class with a definition', () => {
    const mermaid = mermaidOf(regionsOf('de'), 'de', marks);
    expect(classLine(mermaid, 'current')).toEqual(expect.arrayContaining(current.map(idOf)));
    expect(classLine(mermaid, 'past')).toEqual(expect.arrayContaining(past.map(idOf)));
    const marked = [...classLine(mermaid, 'current'), ...classLine(mermaid, 'past')];
    for (const path of never) expect(marked).not.toContain(idOf(path));
    expect(mermaid).toMatch(/^ *classDef current .*stroke-width/m);
    expect(mermaid).toMatch(/^ *classDef past .*stroke-dasharray/m);
  });

  test('is told by signs and words too: a triangle and since when, a tick', async () => {
    const elements = await draw('phase');
    const own = (path: string) => {
      const [state] = elements.filter(({ attributes }) => attributes['data-state'] === path);
      const signs = state?.inside.filter(({ name }) => name === 'path').map(({ attributes }) => attributes.d);
      return { sign: signs?.[0]?.replace(/M\S+ \S+?(?=l)/, ''), words: wordsIn(state?.inside ?? []) };
    };
    expect(own('phase.accompanied.training.probation')).toMatchObject({
      sign: 'l8 5l-8 5z',
      words: expect.stringContaining('seit01.09.2024'),
    });
    expect(own('phase.new')).toEqual({ sign: 'l3 3.5l6 -7', words: 'NochkeinZugang' });
    expect(own('phase.followUp').words).not.toContain('seit');
  });

  test('has the dates of its deadlines in the states that name them', async () => {
    expect(wordsIn(await draw('phase'))).toContain('EndederProbezeit:31.12.2024');
    expect(wordsIn(await drawn(regionsOf('de', 'phase'), { lang: 'de' }))).not.toContain('2024');
  });

  test('has a title, a description of where it stands, and a legend of the marks', async () => {
    const [svg, title, description, ...rest] = await draw();
    expect(svg?.attributes).toMatchObject({ lang: 'de', role: 'img' });
    expect(svg?.attributes['aria-labelledby']).toBe(`${title?.attributes.id} ${description?.attributes.id}`);
    expect(title?.text).toBe('Begleitung p-100 · Stand 01.10.2024');
    expect(description?.text).toContain('Phase: In Begleitung › Begleitende Phase › Probezeit;');
    const legendOf = (elements: readonly Element[]): string =>
      wordsIn(
        allIn(
          elements.find(({ attributes }) => attributes.class === 'legend') ?? {
            name: '',
            attributes: {},
            text: '',
            inside: [],
          },
        ),
      );
    expect(legendOf(rest)).toMatch(/^jetztfrüher/);
    expect(legendOf(await drawn(regionsOf('de'), { lang: 'de' }))).not.toMatch(/jetzt|früher/);
  });

  test('names no person and no company in either picture', async () => {
    const { snapshot } = folded('2024-10-01', ...training());
    expect(snapshot.context.facts).toMatchObject({ caseWorker: 'w-1', contract: { company: 'c-1' } });
    const pictures = [
      await svgOf(regionsOf('de'), { lang: 'de', journey: 'p-100', marks }),
      mermaidOf(regionsOf('de'), 'de', marks),
    ];
    for (const picture of pictures) expect(picture).not.toMatch(/w-1|c-1|chamber-1|joiner|site-1/);
  });
});

test('a state left and entered again says how often', async () => {
  const marks = marksOf(
    folded(
      '2024-12-01',
      ...training(),
      ['2024-10-01', { type: 'conflict.raised', between: 'participantAndTrainer' }],
      ['2024-10-05', { type: 'conflict.resolved' }],
      ['2024-10-10', { type: 'conflict.raised', between: 'participantAndTrainer' }],
      ['2024-10-12', { type: 'conflict.resolved' }],
    ),
  );
  const words = wordsIn(await drawn(regionsOf('en', 'conflict'), { lang: 'en', marks }));
  expect(words).toContain('2times');
  expect(words).toContain('timeno.3');
});
