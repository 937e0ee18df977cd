/** What is wrong with a form, whoever found it: the form itself, or the server in its reasons. Pure. */

import { ApiProblem } from '../api.ts';
import type { Text, WordKey } from '../words.ts';
import type { Fault } from './draft.ts';
import type { FieldSpec } from './fields.ts';

/** A fault of the form's own, or a reason of the server's; without `path` where no field is at fault. */
export interface FieldProblem {
  readonly path?: string | undefined;
  readonly word?: WordKey;
  readonly gaps?: Fault['gaps'];
  readonly text?: Text;
}

interface Speaking {
  readonly t: (key: WordKey, gaps?: Fault['gaps']) => string;
  readonly say: (text: Text) => string;
}

/** The form's own faults first; the server's reasons only where there are none, as they are about what was sent before. */
export function fieldProblems(faults: readonly Fault[], error: unknown): FieldProblem[] {
  if (faults.length > 0) return [...faults];
  if (error === undefined || error === null) return [];
  if (!(error instanceof ApiProblem)) return [{ word: 'unexpected' }];
  const { reasons, code } = error.problem;
  if (reasons.length === 0) return [{ word: code === 'no-connection' ? 'offlineHelp' : 'unexpected' }];
  return reasons.map(({ field, de, en }) => ({ path: pathIn(field), text: { de, en } }));
}

/** The form's own name for a field that the server speaks of: `statements.0.event.company` is `company`. */
export const pathIn = (field: string | undefined): string | undefined =>
  field?.replace(/^statements?\.(\d+\.)?/, '').replace(/^event\./, '');

const textOf = ({ word, gaps, text }: FieldProblem, { t, say }: Speaking): string =>
  text ? say(text) : word ? t(word, gaps) : '';

/** What is said at each field. */
export const faultTexts = (problems: readonly FieldProblem[], speaking: Speaking): Record<string, string> =>
  Object.fromEntries(
    problems
      .toReversed()
      .flatMap((one) => (one.path === undefined ? [] : [[one.path, textOf(one, speaking)]])),
  );

/** What the summary says: the field and its fault, and where to go. */
export function faultLines(
  problems: readonly FieldProblem[],
  specs: readonly FieldSpec[],
  speaking: Speaking,
  idOf: (path: string) => string,
): { id?: string; text: string }[] {
  return problems.map((one) => {
    const { path } = one;
    const text = textOf(one, speaking);
    const label = path === undefined ? undefined : labelOf(path, specs, speaking);
    if (path === undefined || label === undefined) return { text };
    return { id: idOf(path), text: one.text ? text : `${label}: ${text}` };
  });
}

function labelOf(path: string, specs: readonly FieldSpec[], { t, say }: Speaking): string | undefined {
  if (path === 'effectiveAt') return t('whenTitle');
  if (path === 'as' || path === 'actor.role') return t('inRole');
  const [name, ...rest] = path.split('.').filter((step) => !/^\d+$/.test(step));
  const spec = specs.find((one) => one.name === name);
  if (!spec) return undefined;
  return rest.length > 0 && spec.fields.length > 0
    ? labelOf(rest.join('.'), spec.fields, { t, say })
    : say(spec.label);
}
