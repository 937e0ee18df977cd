/** Leaves out of KERN's style sheet what the board does not use: nine tenths of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InlineConfig } from 'vite';

type Visitor = NonNullable<NonNullable<NonNullable<InlineConfig['css']>['lightningcss']>['visitor']>;

/** The sources below a folder, in a fixed order. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx?|css|html|svg|json)$/.test(file) && !file.startsWith('dist'))
    .sort();

/** Every class of KERN that a source below a folder names, as a whole word. */
export function classesIn(folder: string): ReadonlySet<string> {
  const sources = filesIn(folder).filter((file) => /\.tsx?$/.test(file));
  return new Set(
    sources.flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/kern-[\w-]+/g) ?? []),
  );
}

/** Takes out rules of which every selector is for a class of KERN that is not among these. */
export function withoutUnused(used: ReadonlySet<string>): Visitor {
  type Selector = readonly { readonly type: string; readonly name?: unknown }[];
  const isUnused = (selector: Selector): boolean =>
    selector.some(
      ({ type, name }) =>
        type === 'class' && typeof name === 'string' && name.startsWith('kern-') && !used.has(name),
    );
  return {
    Rule: {
      // A rule stays as it is or goes: written anew it would be lost on the way back into the compiler.
      style: (rule) => (rule.value.selectors.every(isUnused) ? [] : undefined),
    },
  };
}
