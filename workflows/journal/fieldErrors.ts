/** What is wrong with a field, in words a case worker reads: zod's issues become reasons in German and English. */
import type { z } from 'zod';
import type { Reason } from './refusal.ts';

interface Texts {
  de: string;
  en: string;
}
type Issue = z.core.$ZodIssue;

const types: Record<string, Texts> = {
  int: { de: 'eine ganze Zahl', en: 'a whole number' },
  number: { de: 'eine Zahl', en: 'a number' },
  string: { de: 'ein Text', en: 'a text' },
  boolean: { de: 'true oder false', en: 'true or false' },
  array: { de: 'eine Liste', en: 'a list' },
  object: { de: 'ein Objekt mit Feldern', en: 'an object with fields' },
};

const formats: Record<string, Texts> = {
  date: { de: 'ein Tag, den es gibt (JJJJ-MM-TT)', en: 'a day that exists (YYYY-MM-DD)' },
  datetime: {
    de: 'ein Zeitpunkt, den es gibt (JJJJ-MM-TTThh:mm:ssZ)',
    en: 'an instant that exists (YYYY-MM-DDThh:mm:ssZ)',
  },
  regex: {
    de: 'eine Kennung aus Buchstaben, Ziffern und Bindestrichen, höchstens 63 Zeichen',
    en: 'an opaque id of letters, digits and hyphens, at most 63 long',
  },
};

const must = ({ de, en }: Texts): Texts => ({ de: `muss ${de} sein`, en: `must be ${en}` });

function textsOf(issue: Issue): Texts {
  switch (issue.code) {
    case 'invalid_type':
      return must(types[issue.expected] ?? { de: issue.expected, en: issue.expected });
    case 'invalid_format':
      return must(formats[issue.format] ?? { de: issue.format, en: issue.format });
    case 'invalid_value': {
      const list = issue.values.map(String).join(', ');
      return issue.values.length === 1
        ? must({ de: list, en: list })
        : must({ de: `eines von ${list}`, en: `one of ${list}` });
    }
    case 'too_small':
      return {
        de: `muss mindestens ${issue.minimum} sein (oder enthalten)`,
        en: `must be (or hold) at least ${issue.minimum}`,
      };
    case 'too_big':
      return { de: `darf höchstens ${issue.maximum} sein`, en: `must be at most ${issue.maximum}` };
    case 'unrecognized_keys':
      return { de: 'gibt es hier nicht', en: 'does not exist here' };
    case 'custom':
      return { de: String(issue.params?.de ?? issue.message), en: issue.message };
    default:
      return { de: 'ist ungültig', en: issue.message };
  }
}

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], input);

/** An alternative (day or instant) fails as a union: the first branch that saw the right kind of text speaks. */
function flatten(issue: Issue): Issue[] {
  const [branch] = issue.code === 'invalid_union' ? issue.errors : [];
  // Where no alternative has the right kind of thing at all, the choice itself is at fault.
  if (branch === undefined) return [issue];
  return branch.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** One reason for each field at fault; `at` is where the parsed value lies in what the sender wrote. */
export function fieldReasons(error: z.ZodError, input: unknown, at: readonly PropertyKey[]): Reason[] {
  return error.issues.flatMap(flatten).flatMap((issue) => {
    const paths =
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    const missing = valueAt(input, issue.path) === undefined;
    const { de, en } =
      missing && issue.code !== 'custom' ? { de: 'fehlt', en: 'is missing' } : textsOf(issue);
    return paths.map((path) => {
      const field = [...at, ...path].map(String).join('.');
      return {
        code: missing ? 'missing' : issue.code,
        field,
        de: `Feld »${field}« ${de}.`,
        en: `Field "${field}" ${en}.`,
      };
    });
  });
}
