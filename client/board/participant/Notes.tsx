/** Notes about a journey, newest first, and writing another. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useRef, useState } from 'react';
import { newKey, post } from '../api.ts';
import { Button } from '../parts/Button.tsx';
import { DateText } from '../parts/DateText.tsx';
import { TextAreaField } from '../parts/inputs.tsx';
import { Empty } from '../parts/Loading.tsx';
import { useLang } from '../parts/lang.tsx';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { useToast } from '../parts/toast.tsx';
import { keys } from '../queries.ts';
import { apiPath, nameOf, useShown } from './shown.ts';

export function Notes() {
  const shown = useShown();
  const { t } = useLang();
  const mayWrite = shown.roles.some((role) => role !== 'dataProtection');
  return (
    <>
      {mayWrite && <NewNote />}
      {shown.notes.length === 0 && <Empty>{t('notesNone')}</Empty>}
      <ul className="plain-list">
        {shown.notes.toReversed().map(({ id, author, at, text }) => (
          <li key={id} className="note kern-body">
            <p className="kern-body kern-body--small kern-body--muted">
              <DateText value={at} />, {nameOf(shown, author)}
            </p>
            <p className="note__text">{text}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function NewNote() {
  const { id: journey } = useShown();
  const { t } = useLang();
  const id = useId();
  const queries = useQueryClient();
  const toast = useToast();
  const [text, setText] = useState('');
  const [isAsked, setAsked] = useState(false);
  // Sent again after a failure it is the same note.
  const key = useRef(newKey());
  const keeping = useMutation({
    mutationFn: () => post(apiPath(journey, '/notes'), { text: text.trim() }, { key: key.current }),
    onSuccess: async () => {
      key.current = newKey();
      setText('');
      setAsked(false);
      toast({ kind: 'success', text: t('noteKept') });
      await queries.invalidateQueries({ queryKey: keys.journey(journey, 'notes') });
    },
  });
  const isMissing = text.trim() === '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (isMissing) document.getElementById(id)?.focus();
    else if (!keeping.isPending) keeping.mutate();
  };
  return (
    <form className="event-form" noValidate onSubmit={submit} aria-label={t('noteNew')}>
      <TextAreaField
        id={id}
        label={t('noteNew')}
        help={t('noteHelp')}
        required
        error={isAsked && isMissing ? t('faultMissing') : undefined}
        value={text}
        onChange={setText}
      />
      {keeping.error && <ProblemNote error={keeping.error} />}
      <div className="form-actions">
        <Button look="primary" type="submit" busy={keeping.isPending}>
          {t('noteKeep')}
        </Button>
      </div>
    </form>
  );
}
