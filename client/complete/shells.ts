/** How shells ask for completion: they run `wegbegleiter complete -- WORDS`, each by a script of its own. */
import { script } from '@bomb.sh/tab';

export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof shells)[number];

const program = 'wegbegleiter';

/** Prints what a shell has to read once. */
export function printScript(shell: Shell): void {
  if (shell === 'bash') process.stdout.write(bash);
  else script(shell, program, program);
}

/** What the number in the last line of an answer says, added up. */
export const directives = { noSpace: 2, noFiles: 4 } as const;

/** For bash our own: the library's leaves `name=code` alone, needs another package, and may be read but once. */
const bash = String.raw`# Completion of ${program} for bash.
_${program}() {
  local typed=${'$'}{COMP_LINE:0:COMP_POINT} words word before out directive value
  read -ra words <<< "$typed"
  [[ $typed == *[[:space:]] ]] && words+=('')
  word=${'$'}{words[${'$'}{#words[@]} - 1]}
  out=$(${program} complete -- "${'$'}{words[@]:1}" 2> /dev/null) || return
  directive=${'$'}{out##*:}
  (( directive & ${directives.noSpace} )) && compopt -o nospace 2> /dev/null
  (( directive & ${directives.noFiles} )) && compopt +o default 2> /dev/null
  # Bash replaces only what follows the last of the characters that break words for it.
  [[ $word == *[=:]* && $COMP_WORDBREAKS == *=* ]] && before=${'$'}{word%"${'$'}{word##*[=:]}"}
  COMPREPLY=()
  while IFS=$'\t' read -r value _; do
    value=${'$'}{value#"$before"}
    value=${'$'}{value#"${'$'}{before#*=}"}
    [[ -n $value && $value != :* && $value == "${'$'}{word#"$before"}"* ]] && COMPREPLY+=("$value")
  done <<< "$out"
}
complete -o default -F _${program} ${program}
`;
