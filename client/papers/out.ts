/** Where a paper goes: a file of one of the kinds that are offered, for its owner only, since it names people. */
import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { ClientError, unwritable } from '../errors.ts';

/** The kind of file that a name asks for. @throws ClientError `bad-input` where it is none of those offered */
export function formatOf<F extends string>(out: string, offered: readonly F[]): F {
  const asked = extname(out).slice(1).toLowerCase();
  const format = offered.find((one) => one === asked);
  if (format !== undefined) return format;
  const names = offered.map((one) => `.${one}`).join(', ');
  throw new ClientError('bad-input', {
    de: `--out nimmt einen Dateinamen, der auf ${names} endet, nicht »${out}«.`,
    en: `--out takes a file name that ends in ${names}, not "${out}".`,
  });
}

/** Writes a file that only its owner reads. @throws ClientError `bad-input` */
export function writeOut(file: string, content: string | Uint8Array): void {
  try {
    writeFileSync(file, content, { mode: 0o600 });
  } catch (error) {
    throw unwritable(file, error);
  }
}
