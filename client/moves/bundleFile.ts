/**
 * The file a bundle is written to: whole or not at all, for its owner only. Nothing that is no bundle of the same journey is
 * overwritten: `--out` might name the private keys.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { ClientError, unwritable } from '../errors.ts';
import { journeyIn } from './bundle.ts';
import { readText } from './json.ts';

/** A place that is kept free for a bundle. */
export interface Place {
  fill(text: string): void;
  /** Leaves everything as it was. */
  giveUp(): void;
}

/** Shows before a journey leaves whether its bundle can be written. @throws ClientError `bad-input` */
export function keepPlace(file: string, journey: string): Place {
  if (existsSync(file) && !isBundleOf(file, journey))
    throw new ClientError('bad-input', {
      de: `${file} gibt es schon und ist kein Bündel der Begleitung ${journey}; es bleibt, wie es ist. Nennen Sie eine andere Datei.`,
      en: `${file} exists and is no bundle of the journey ${journey}; it stays as it is. Name another file.`,
    });
  const beside = `${file}.${randomUUID()}.part`;
  trying(file, () => writeFileSync(beside, '', { mode: 0o600, flag: 'wx' }));
  return {
    fill(text) {
      trying(file, () => {
        writeFileSync(beside, text);
        renameSync(beside, file);
      });
    },
    giveUp: () => rmSync(beside, { force: true }),
  };
}

const isBundleOf = (file: string, journey: string): boolean =>
  statSync(file).isFile() && journeyIn(readText(file)) === journey;

function trying(file: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw unwritable(file, error);
  }
}
