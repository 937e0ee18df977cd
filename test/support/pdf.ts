/** Reads a PDF back: what stands on its pages. */
import { extractText, getDocumentProxy } from 'unpdf';

/** What stands on each page. */
export async function pagesOf(content: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(content)), { mergePages: false });
  return text;
}
/** What stands on all pages. */
export const textOf = async (content: Uint8Array): Promise<string> => (await pagesOf(content)).join('\n');
