/** Reads SVG strictly, so that a picture no browser would open fails its test. It knows no more XML than pictures are made of. */

import { svgOf } from '../../client/chart/picture.ts';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Text directly inside. */
  text: string;
  readonly inside: Element[];
}

const token =
  /<\/(?<closed>[\w]+)>|<(?<opened>[\w]+)(?<written>(?: [\w:-]+="[^"<&]*(?:&\w+;[^"<&]*)*")*)(?<empty>\/?)>|(?<text>[^<]+)/y;

/** The root element. @throws Error where the text is not well formed */
function parseSvg(svg: string): Element {
  const root: Element = { name: '', attributes: {}, text: '', inside: [] };
  const path = [root];
  token.lastIndex = 0;
  while (token.lastIndex < svg.length) {
    const at = token.lastIndex;
    const found = token.exec(svg)?.groups;
    const parent = path.at(-1);
    if (!found || !parent) throw new Error(`not well formed at ${at}: ${svg.slice(at, at + 60)}`);
    const { closed, opened, written = '', empty, text } = found;
    if (text !== undefined) parent.text += textOf(text);
    else if (closed !== undefined) close(closed, path);
    else if (opened !== undefined) {
      const element = { name: opened, attributes: attributesOf(written), text: '', inside: [] };
      parent.inside.push(element);
      if (empty === '') path.push(element);
    }
  }
  const [svgElement] = root.inside;
  if (path.length !== 1 || root.inside.length !== 1 || svgElement?.name !== 'svg')
    throw new Error('not one svg element');
  return svgElement;
}

/** An element and all elements inside it. */
export const allIn = (element: Element): Element[] => [element, ...element.inside.flatMap(allIn)];

function close(name: string, path: Element[]): void {
  const open = path.pop();
  if (open?.name !== name) throw new Error(`</${name}> closes <${open?.name}>`);
}

function attributesOf(written: string): Record<string, string> {
  const pairs = [...written.matchAll(/ ([\w:-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
    key,
    textOf(value),
  ]);
  if (new Set(pairs.map(([key]) => key)).size < pairs.length)
    throw new Error(`an attribute twice:${written}`);
  return Object.fromEntries(pairs);
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

const textOf = (written: string): string =>
  written.replace(/&\w*;?/g, (entity) => {
    const letter = entities[entity];
    if (letter === undefined) throw new Error(`unknown entity ${entity}`);
    return letter;
  });

/** Draws and reads a picture: all its elements. */
export const drawn = async (...[shown, options]: Parameters<typeof svgOf>): Promise<Element[]> =>
  allIn(parseSvg(await svgOf(shown, options)));

/** The paths of the states in a picture. */
export const shownIn = (elements: readonly Element[]): string[] =>
  elements.flatMap(({ attributes }) => attributes['data-state'] ?? []);

/** All that is written, without spaces, since lines are broken. */
export const wordsIn = (elements: readonly Element[]): string =>
  elements
    .filter(({ name }) => name === 'text')
    .map(({ text }) => text)
    .join('')
    .replaceAll(' ', '');
