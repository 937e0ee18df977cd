/** The command `complete`: the script for a shell; with `--` what continues a line that is being typed. */
import type { Command } from 'commander';
import { files, offersAt } from '../complete/offers.ts';
import { placeOf } from '../complete/place.ts';
import { directives, printScript, shells } from '../complete/shells.ts';
import { oneOf } from '../papers/options.ts';

/** Adds the command to a program. */
export function addCompleteCommand(program: Command): void {
  program
    .command('complete')
    .summary('print the script by which a shell completes what is typed')
    .description(
      'For bash and zsh: source <(wegbegleiter complete bash). For fish: wegbegleiter complete fish | source.',
    )
    .argument('<shell>', shells.join(', '))
    .action((shell: string) => printScript(oneOf('shell', shell, shells)));
}

/** The words of a line that a shell asks about; undefined where it is a command like any other. */
export function wordsAsked([, , command, dashes, ...words]: readonly string[]): string[] | undefined {
  return command === 'complete' && dashes === '--' ? words : undefined;
}

/** The answer to a shell: a line for each continuation, and what it should do with them. Never fails. */
export async function answerTo(program: Command, words: readonly string[]): Promise<string> {
  const place = placeOf(program, words);
  const offered = await offersAt(place).catch(() => []);
  if (offered === files) return ':0';
  const fitting = offered.filter(({ value }) => value.startsWith(place.word));
  const lines = fitting.map(({ value, help = '' }) => `${value}\t${help.replaceAll(/\s+/g, ' ')}`);
  const isOpen = fitting.length > 0 && fitting.every(({ value }) => value.endsWith('='));
  return [...lines, `:${directives.noFiles + (isOpen ? directives.noSpace : 0)}`].join('\n');
}
