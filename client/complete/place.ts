/** Where on a command line somebody is typing: read from the program itself. Pure. */
import type { Command, Option } from 'commander';

/** What is being typed, and what would stand there. */
export interface Place {
  readonly command: Command;
  /** A command's name, an option, or what an argument or option of this name takes; nothing where nothing more fits. */
  readonly kind: 'command' | 'option' | 'value' | 'nothing';
  readonly name: string;
  /** What has been typed of it. */
  readonly word: string;
  /** The command's arguments before it. */
  readonly said: readonly string[];
}

/** The place of the last word; the others stand before it. */
export function placeOf(program: Command, words: readonly string[]): Place {
  const word = words.at(-1) ?? '';
  const { command, pending, said } = read(program, words.slice(0, -1));
  const here = (kind: Place['kind'], name = '', typed = word): Place => ({
    ...{ command, kind, name, word: typed, said },
  });
  if (word.startsWith('-')) {
    const [flag = '', typed] = word.split(/=(.*)/s);
    const option = typed === undefined ? undefined : optionOf(command, flag);
    return option ? here('value', option.attributeName(), typed) : here('option');
  }
  if (pending) return here('value', pending.attributeName());
  if (command.commands.length > 0) return here(said.length === 0 ? 'command' : 'nothing');
  const all = command.registeredArguments;
  const argument = all[said.length] ?? (all.at(-1)?.variadic ? all.at(-1) : undefined);
  return argument ? here('value', argument.name()) : here('nothing');
}

interface Read {
  readonly command: Command;
  /** The option whose value comes next. */
  readonly pending: Option | undefined;
  readonly said: readonly string[];
}

function read(program: Command, words: readonly string[]): Read {
  let command = program;
  let pending: Option | undefined;
  const said: string[] = [];
  for (const word of words) {
    if (word.startsWith('-')) {
      const option = word.includes('=') ? undefined : optionOf(command, word);
      pending = option && !option.isBoolean() ? option : undefined;
    } else if (pending) {
      if (!pending.variadic) pending = undefined;
    } else {
      const inner = said.length === 0 ? command.commands.find((one) => one.name() === word) : undefined;
      if (inner) command = inner;
      else said.push(word);
    }
  }
  return { command, pending, said };
}

const optionOf = (command: Command, flag: string): Option | undefined =>
  command.options.find(({ long, short }) => long === flag || short === flag);

/** What a command is called after the program: `rules list`. */
export function pathOf(command: Command): string {
  const { parent } = command;
  return parent === null ? '' : `${pathOf(parent)} ${command.name()}`.trim();
}
