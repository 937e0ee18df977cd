/** The command line. Exit codes: 0 done, 2 refused or bad input, 1 anything else. */
import { CommanderError } from 'commander';
import { Refusal } from '../workflows/journal/refusal.ts';
import { answerTo, wordsAsked } from './commands/complete.ts';
import { ClientError } from './errors.ts';
import { reasonsText, refusalText } from './output.ts';
import { createProgram } from './program.ts';

const { argv } = process;
const asked = wordsAsked(argv);
try {
  if (asked) await answer(asked);
  else await createProgram().parseAsync(argv.length > 2 ? argv : [...argv, '--help']);
} catch (error) {
  process.exitCode = report(error);
}

/** A store that has not answered must not keep whoever types waiting. */
async function answer(words: readonly string[]): Promise<void> {
  const text = await answerTo(createProgram(), words);
  process.stdout.write(`${text}\n`, () => process.exit(0));
}

/** Says what went wrong on stderr, and gives the exit code. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const json = process.argv.includes('--json');
  if (error instanceof Refusal) {
    const { code, reasons } = error;
    process.stderr.write(`${json ? JSON.stringify({ code, reasons }, null, 2) : refusalText(error)}\n`);
    return 2;
  }
  if (error instanceof ClientError) {
    const { code, text } = error;
    const said = { code, reasons: [{ code, ...text }] };
    process.stderr.write(`${json ? JSON.stringify(said, null, 2) : reasonsText(code, said.reasons)}\n`);
    return code === 'bad-input' || code === 'not-embedded' ? 2 : 1;
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 1;
}
