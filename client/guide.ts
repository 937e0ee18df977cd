/** The guide for case workers as a page of the board: the text of docs/LEITFADEN.md, with those of its pictures that were taken. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Marked, type Tokens } from 'marked';
import type { Plugin } from 'vite';

const docs = fileURLToPath(new URL('../docs', import.meta.url));
const text = join(docs, 'LEITFADEN.md');

/** Where the tests put the pictures that they take. */
export const pictureFolder = join(docs, 'leitfaden');

/** As it was written. */
export const readGuide = (): string => readFileSync(text, 'utf8');

const pictures = (): string[] =>
  existsSync(pictureFolder) ? readdirSync(pictureFolder).filter((file) => file.endsWith('.png')) : [];

/** What the page is made of. */
export const guideFiles = (): string[] => [text, ...pictures().map((file) => join(pictureFolder, file))];

/** The text as HTML: a section for each printed page, and no picture but those named. Pure. */
export function guideHtml(markdown: string, taken: readonly string[]): string {
  const isTaken = ({ href }: Tokens.Image): boolean => taken.includes(href.replace('leitfaden/', ''));
  const marked = new Marked({
    renderer: {
      image: (token) => (isTaken(token) ? `<img src="/${token.href}" alt="${token.text}">` : ''),
      paragraph({ tokens }) {
        const [only] = tokens;
        const content = this.parser.parseInline(tokens);
        if (only?.type !== 'image' || tokens.length > 1) return `<p>${content}</p>\n`;
        const name = /(\w+)\.png$/.exec(only.href)?.[1];
        return content && `<figure class="guide__${name}">${content}</figure>\n`;
      },
      hr: () => '</section>\n<section class="guide__sheet">\n',
    },
  });
  return `<section class="guide__sheet">\n${marked.parse(markdown, { async: false })}</section>`;
}

/** Puts the guide into its page when the board is built, and the pictures beside it. */
export const guidePage = (): Plugin => ({
  name: 'guide',
  transformIndexHtml: {
    order: 'post',
    // A server of somebody who develops has no pictures.
    handler: (html, { server }) =>
      html.replace('<!-- guide -->', () => guideHtml(readGuide(), server ? [] : pictures())),
  },
  generateBundle() {
    for (const file of pictures()) {
      this.emitFile({
        type: 'asset',
        fileName: `leitfaden/${file}`,
        source: readFileSync(join(pictureFolder, file)),
      });
    }
  },
});
