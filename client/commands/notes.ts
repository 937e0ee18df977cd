/** The command `note`: free text about a journey, kept in the store, which entries name by its id. */
import type { Command } from 'commander';
import { addNote, readNotes } from '../../activities/store/notes.ts';
import { ClientError } from '../errors.ts';
import { print } from '../output.ts';
import { speakerOf } from '../papers/options.ts';
import { knownRow, withStore } from '../papers/source.ts';

/** Characters of the longest note. */
const longest = 10_000;

interface Options {
  readonly as: string;
  readonly json?: boolean;
}

/** Adds the command to a program. */
export function addNoteCommand(program: Command): void {
  program
    .command('note')
    .summary('keep a note about a journey, or show its notes')
    .description(
      'Free text stays in the store. An entry may name a note: tell p-1 meeting.held … agreed=NOTE, --reason NOTE.',
    )
    .argument('<journey>')
    .argument('[text]', 'the note; without it the notes are shown')
    .option('--as <role[:id]>', 'who writes it', 'caseWorker')
    .option('--json', 'print JSON')
    .action(note);
}

async function note(journey: string, text: string | undefined, { as, json }: Options): Promise<void> {
  await withStore(async (db) => {
    await knownRow(db, journey);
    if (text === undefined) {
      const notes = await readNotes(db, journey);
      print(notes, json, () =>
        notes.map(({ id, author, at, text: said }) => `${id}  ${at}  ${author}\n${said}`).join('\n\n'),
      );
      return;
    }
    const said = text.trim();
    if (said === '' || said.length > longest) {
      throw new ClientError('bad-input', {
        de: `text: eine Notiz hat 1 bis ${longest} Zeichen.`,
        en: `text: a note has 1 to ${longest} characters.`,
      });
    }
    const id = await addNote(db, journey, { author: speakerOf(as), text: said });
    print({ id }, json, () => id);
  });
}
