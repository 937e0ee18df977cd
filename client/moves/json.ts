/** Files of a move, read without ever quoting what stands in them. */
import { readFileSync } from 'node:fs';
import { unreadable } from '../errors.ts';

/** What a JSON text says; `undefined` where it is none. Pure. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A file's whole text. @throws ClientError `bad-input` naming the file */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw unreadable(file, error);
  }
}
