/**
 * Two Stryker plugins. What is only words for people is not mutated, or every label would ask for a test that spells it again;
 * every other text (states, keys, event types, fields, roles) is. And tables `as const` are mutated, which Stryker leaves out.
 */

/** As much of a syntax node as this file looks at. */
interface Node {
  readonly type: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly key?: Node;
  readonly callee?: Node;
  readonly properties?: readonly Node[];
  readonly arguments?: readonly Node[];
  /** The fixed parts of a template. */
  readonly quasis?: readonly Node[];
  /** What a cast is put upon. */
  readonly expression?: Node;
}

interface Quasi {
  readonly raw: string;
}

interface Path {
  readonly node: Node;
  readonly parent?: Node;
}

const languages = ['de', 'en'];
const keysOfWords = [...languages, 'source', 'label', 'description', 'error'];

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const isText = (node: unknown): boolean =>
  isNode(node) && (node.type === 'StringLiteral' || node.type === 'TemplateLiteral');

const keyOf = ({ key }: Node): string => key?.name ?? String(key?.value);

/** `de: 'ein Text'`, `source: '§20 BBiG'`. */
const isNamedWords = (node: Node): boolean =>
  node.type === 'ObjectProperty' && keysOfWords.includes(keyOf(node)) && isText(node.value);

/** `{ de: 'ein Text', en: 'a text' }`. */
const isWordsInBothLanguages = ({ properties }: Node): boolean =>
  properties?.length === languages.length &&
  properties.every((property) => languages.includes(keyOf(property)) && isNamedWords(property));

const textOf = ({ value, quasis = [] }: Node): string =>
  typeof value === 'string' ? value : quasis.map((part) => (part.value as Quasi | undefined)?.raw).join(' ');

/** Begins like a label or runs on like a sentence, which no key, state or field does. */
const speaks = (node: Node | undefined): boolean =>
  isText(node) && node !== undefined && /^\p{Lu}|[\s§]/u.test(textOf(node));

/** One of neighbouring arguments that all speak: `event(team, 'Prüfung bestanden', 'Exam passed', …)`. */
function isSpokenArgument(node: Node, siblings: readonly Node[]): boolean {
  const index = siblings.indexOf(node);
  return index >= 0 && speaks(node) && (speaks(siblings[index - 1]) || speaks(siblings[index + 1]));
}

/** `new RangeError('…')`: a mistake of ours, not an answer to anybody. */
const isErrorText = (node: Node, parent: Node | undefined): boolean =>
  parent?.type === 'NewExpression' &&
  /^\w*Error$/.test(parent.callee?.name ?? '') &&
  (parent.arguments ?? []).includes(node) &&
  isText(node);

const isWords = ({ node, parent }: Path): boolean =>
  isNamedWords(node) ||
  isWordsInBothLanguages(node) ||
  isSpokenArgument(node, parent?.arguments ?? []) ||
  isErrorText(node, parent);

const withoutCast = (value: unknown): unknown =>
  isNode(value) && value.type === 'TSAsExpression' ? withoutCast(value.expression) : value;

/** Takes every `as …` out of a syntax tree, in place: Stryker takes what stands before it for a type and skips it. */
function removeCasts(tree: object): void {
  for (const [key, value] of Object.entries(tree)) {
    const bare = withoutCast(value);
    if (bare !== value) Reflect.set(tree, key, bare);
    if (typeof bare === 'object' && bare !== null) removeCasts(bare);
  }
}

const ignorer = (name: string, shouldIgnore: (path: Path) => string | undefined) =>
  ({ kind: 'Ignore', name, value: { shouldIgnore } }) as const;

export const strykerPlugins = [
  ignorer('words', (path) => (isWords(path) ? 'words for people' : undefined)),
  // Ignores nothing: it is the one place from which a plugin sees the tree before its mutants are made.
  ignorer('casts', ({ node }) => {
    if (node.type === 'Program') removeCasts(node);
    return undefined;
  }),
];
