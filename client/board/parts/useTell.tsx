/** The way from a filled form to an entry: preview, confirmation, notes kept, command sent, result said. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Preview, Saying, Told } from '../../web/api/schemas.ts';
import { newKey, post } from '../api.ts';
import { type NoteDraft, unkeptNote } from '../form/draft.ts';
import { placed } from '../form/notes.ts';
import { keys } from '../queries.ts';
import type { Text } from '../words.ts';
import { eventIn, useCatalogue } from './catalogue.ts';
import { useLang } from './lang.tsx';
import { PreviewDialog } from './PreviewDialog.tsx';
import { useToast } from './toast.tsx';

/** One or several statements, all or nothing; a form hands over one. */
export interface Sayable {
  readonly statement: Saying;
  /** Texts to keep as notes before; their ids go where their paths say, within the event. */
  readonly notes?: readonly NoteDraft[];
  /** A text to keep as a note that the statement gives as its reason. */
  readonly reason?: string;
}

export interface TellOptions {
  readonly onDone?: (told: Told) => void;
  /** What is entered, where it is no event of the catalogue: something taken back. */
  readonly what?: Text;
  /** A transfer is taken back that nobody has received. */
  readonly notReceived?: boolean;
}

export interface Telling {
  /** Asks what it would do, and shows it. */
  readonly ask: (...said: readonly Sayable[]) => void;
  /** To be placed anywhere on the page. */
  readonly dialog: ReactNode;
  /** Why the preview, or after it the entry, was refused; for the form. */
  readonly error: unknown;
  readonly busy: boolean;
}

interface Asked {
  readonly said: readonly Sayable[];
  readonly preview: Preview;
  /** The same through all attempts: whatever was lost on the way is entered once. */
  readonly key: string;
}

export function useTell(journey: string, options: TellOptions = {}): Telling {
  const { notReceived } = options;
  const at = `/api/journeys/${encodeURIComponent(journey)}`;
  const bodyOf = (statements: readonly Saying[]) => ({ statements, ...(notReceived ? { notReceived } : {}) });
  const [asked, setAsked] = useState<Asked>();
  const queries = useQueryClient();
  const toast = useToast();
  const { t } = useLang();
  const whatOf = useWhat(options.what);
  const asking = useMutation({
    mutationFn: (said: readonly Sayable[]) => post<Preview>(`${at}/preview`, bodyOf(said.map(unkept))),
    onSuccess: (preview, said) => setAsked({ said, preview, key: newKey() }),
  });
  const entering = useMutation({
    mutationFn: async ({ said, key }: Asked) => {
      const statements = await withNotes(said, key, at);
      return await post<Told>(`${at}/commands`, bodyOf(statements), { key });
    },
    onSuccess: async (told, { said }) => {
      setAsked(undefined);
      const [first] = said;
      const text =
        said.length === 1 && first
          ? t('entered', { what: whatOf(first) })
          : t('enteredSeveral', { count: told.seqs.length });
      toast({ kind: 'success', text });
      options.onDone?.(told);
      await queries.invalidateQueries({ queryKey: keys.journey(journey).slice(0, 2) });
      await queries.invalidateQueries({ queryKey: ['lists'] });
    },
  });
  const ask = (...said: readonly Sayable[]): void => {
    entering.reset();
    asking.mutate(said);
  };
  const dialog = asked && (
    <PreviewDialog
      what={asked.said.map(whatOf).join(', ')}
      preview={asked.preview}
      busy={entering.isPending}
      error={entering.error}
      onEnter={() => entering.mutate(asked)}
      onCancel={() => setAsked(undefined)}
    />
  );
  return { ask, dialog, error: asking.error ?? entering.error, busy: asking.isPending || entering.isPending };
}

/** A statement whose reason is not kept yet. */
const unkept = ({ statement, reason }: Sayable): Saying =>
  reason === undefined ? statement : { ...statement, reason: unkeptNote };

/** What a statement is called. */
function useWhat(what: Text | undefined): (said: Sayable) => string {
  const { say } = useLang();
  const { data: catalogue } = useCatalogue();
  return ({ statement: { event } }) => {
    const label = event && catalogue && eventIn(catalogue, event.type)?.label;
    return what ? say(what) : label ? say(label) : (event?.type ?? '');
  };
}

/** Keeps the notes and names them in the statements; kept again under the same key they are the same notes. */
async function withNotes(said: readonly Sayable[], key: string, at: string): Promise<Saying[]> {
  const keep = async (text: string, name: string): Promise<string> =>
    (await post<{ id: string }>(`${at}/notes`, { text }, { key: `${key}-${name}` })).id;
  const statements: Saying[] = [];
  for (const [index, { statement, notes = [], reason }] of said.entries()) {
    const ids: [string, string][] = [];
    for (const [number, { path, text }] of notes.entries())
      ids.push([`event.${path}`, await keep(text, `${index}-${number}`)]);
    if (reason !== undefined) ids.push(['reason', await keep(reason, `${index}-reason`)]);
    statements.push(placed(statement, ids));
  }
  return statements;
}
