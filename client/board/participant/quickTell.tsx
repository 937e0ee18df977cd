/**
 * Enters a contact, and a task to try again, in one command. Where nobody is told of it and nothing else changes there is nothing
 * to preview, and it is entered at once; else the preview asks as it does everywhere.
 */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Role } from '../../../workflows/effects/words.ts';
import type { Preview, Saying, Told } from '../../web/api/schemas.ts';
import { newKey, post } from '../api.ts';
import { unkeptNote } from '../form/draft.ts';
import { useLang } from '../parts/lang.tsx';
import { PreviewDialog } from '../parts/PreviewDialog.tsx';
import { useToast } from '../parts/toast.tsx';
import { keys } from '../queries.ts';
import type { WordKey } from '../words.ts';
import { apiPath, useShown } from './shown.ts';

/** As it is typed. */
export interface Contact {
  readonly with: Role;
  readonly how: string;
  readonly reached: boolean;
  readonly minutes: string;
  readonly text: string;
  /** The day to try again; none where empty. */
  readonly again: string;
}

/** What is wrong with it, if anything. Pure. */
export function contactFault({
  minutes,
  text,
  again,
}: Contact): { field: string; word: WordKey } | undefined {
  if (!/^\d{1,3}$/.test(minutes) || Number(minutes) > 720)
    return { field: 'minutes', word: 'contactMinutesFault' };
  if (again !== '' && text.trim() === '') return { field: 'text', word: 'contactTextFault' };
  return undefined;
}

/** The statements of a contact, its text being a note; the same note says what is to be done again. Pure. */
export function contactStatements(
  { with: whom, how, reached, minutes, again }: Contact,
  note?: string,
): Saying[] {
  const event = { type: 'contact.recorded', with: whom, how, reached, minutes: Number(minutes) };
  const contact: Saying = note === undefined ? { event } : { event, reason: note };
  return again === '' || note === undefined
    ? [contact]
    : [contact, { event: { type: 'task.set', task: note, dueOn: again } }];
}

/** Whether entering it tells nobody anything, and moves nothing but the task's own day. Pure. */
export const isHarmless = ({ changes, difference }: Preview): boolean =>
  changes.length === 0 &&
  difference.gained.every(({ key }) => key === 'taskDue') &&
  [difference.entered, difference.left, difference.moved, difference.lost].every((list) => list.length === 0);

interface Asked {
  readonly contact: Contact;
  readonly preview: Preview;
  readonly key: string;
}

export interface QuickTelling {
  readonly ask: (contact: Contact) => void;
  readonly busy: boolean;
  readonly error: unknown;
  readonly dialog: ReactNode;
}

export function useQuickTell(onDone: () => void): QuickTelling {
  const { id } = useShown();
  const { t } = useLang();
  const queries = useQueryClient();
  const toast = useToast();
  const [asked, setAsked] = useState<Asked>();
  const entering = useMutation({
    mutationFn: ({ contact, key }: Asked) => enter(id, contact, key),
    onSuccess: async (_, { contact }) => {
      setAsked(undefined);
      toast({ kind: 'success', text: t(contact.again === '' ? 'contactEntered' : 'contactAndTaskEntered') });
      onDone();
      await queries.invalidateQueries({ queryKey: keys.journey(id).slice(0, 2) });
      await queries.invalidateQueries({ queryKey: ['lists'] });
    },
  });
  const asking = useMutation({
    mutationFn: async (contact: Contact) => {
      const note = contact.text.trim() === '' ? undefined : unkeptNote;
      const statements = contactStatements(contact, note);
      return {
        contact,
        preview: await post<Preview>(apiPath(id, '/preview'), { statements }),
        key: newKey(),
      };
    },
    onSuccess: (found) => (isHarmless(found.preview) ? entering.mutate(found) : setAsked(found)),
  });
  const dialog = asked && (
    <PreviewDialog
      what={t('quickContact')}
      preview={asked.preview}
      busy={entering.isPending}
      error={entering.error}
      onEnter={() => entering.mutate(asked)}
      onCancel={() => setAsked(undefined)}
    />
  );
  const ask = (contact: Contact): void => {
    entering.reset();
    asking.mutate(contact);
  };
  const busy = asking.isPending || entering.isPending;
  return { ask, busy, error: asking.error ?? entering.error, dialog };
}

async function enter(journey: string, contact: Contact, key: string): Promise<Told> {
  const text = contact.text.trim();
  const note =
    text === ''
      ? undefined
      : (await post<{ id: string }>(apiPath(journey, '/notes'), { text }, { key: `${key}-note` })).id;
  return await post<Told>(
    apiPath(journey, '/commands'),
    { statements: contactStatements(contact, note) },
    { key },
  );
}
