/** Nothing in the statechart is dead: generated journals, found by XState's graph tools, take every transition. */
import { afterAll, describe, expect, test } from 'vitest';
import { fold } from '../../workflows/fold/fold.ts';
import { states } from '../../workflows/fold/states.ts';
import { rulebook } from '../support/journal.ts';
import { pathsThrough, regions, transitionsOf, type Walk, watched } from '../support/paths.ts';
import { surroundingsOf } from '../support/surroundings.ts';

/** Folds a path's journal anew: the places are the same; states that were active, or that an effect speaks for, are declared. */
function transitionsOn({ journal, folded }: Walk): string[] {
  const { result, taken } = watched(() => fold(rulebook, journal, folded.now));
  expect(result.snapshot.value).toEqual(folded.snapshot.value);
  const spokenFor = Object.values(result.effects).map(({ speaksFor }) => speaksFor);
  const everActive = Object.keys(result.stays);
  expect([...everActive, ...spokenFor].filter((path) => !states.has(path))).toEqual([]);
  return taken;
}

describe('every transition of a region is taken on a generated path', () => {
  const counted: Record<string, { transitions: number; paths: number; longest: number }> = {};
  afterAll(() => console.table(counted));

  test.each(regions)('%s', (region) => {
    const all = transitionsOf(region);
    const paths = pathsThrough(region, surroundingsOf(region));
    const taken = new Set(paths.flatMap(transitionsOn));
    const longest = Math.max(...paths.map(({ journal }) => journal.length));
    counted[region] = { transitions: all.length, paths: paths.length, longest };
    expect(all.filter((name) => !taken.has(name))).toEqual([]);
  });
});
