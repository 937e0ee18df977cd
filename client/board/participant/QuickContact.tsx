/** A contact in ten seconds: whom, how, reached or not, minutes, a few words, and when to try again. Enter enters it. */
import { type FormEvent, useId, useRef, useState } from 'react';
import type { Role } from '../../../workflows/effects/words.ts';
import { Button } from '../parts/Button.tsx';
import { eventIn } from '../parts/catalogue.ts';
import { Check } from '../parts/Field.tsx';
import { SelectField, TextField } from '../parts/inputs.tsx';
import { useLang } from '../parts/lang.tsx';
import { roleWords } from '../parts/names.ts';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { rolesAround } from './choices.ts';
import { type Contact, contactFault, useQuickTell } from './quickTell.tsx';
import { useShown } from './shown.ts';

const blank: Contact = {
  with: 'participant',
  how: 'phone',
  reached: true,
  minutes: '5',
  text: '',
  again: '',
};

export function QuickContact() {
  const { t } = useLang();
  const id = useId();
  const [contact, setContact] = useState(blank);
  const [isAsked, setAsked] = useState(false);
  const text = useRef<HTMLDivElement>(null);
  const set = (part: Partial<Contact>): void => setContact((before) => ({ ...before, ...part }));
  const tell = useQuickTell(() => {
    setContact(({ with: whom, how }) => ({ ...blank, with: whom, how }));
    setAsked(false);
    text.current?.querySelector('input')?.focus();
  });
  const fault = contactFault(contact);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (!fault && !tell.busy) tell.ask(contact);
    if (fault) document.getElementById(`${id}-${fault.field}`)?.focus();
  };
  const error = (field: string) => (isAsked && fault?.field === field ? t(fault.word) : undefined);
  return (
    <form className="quick-contact" noValidate onSubmit={submit} aria-label={t('quickContact')}>
      <Whom id={id} contact={contact} set={set} />
      <div className="quick-contact__text" ref={text}>
        <TextField
          id={`${id}-text`}
          label={t('contactText')}
          error={error('text')}
          value={contact.text}
          onChange={(value) => set({ text: value })}
        />
      </div>
      <TextField
        id={`${id}-minutes`}
        label={t('contactMinutes')}
        required
        inputMode="numeric"
        error={error('minutes')}
        value={contact.minutes}
        onChange={(minutes) => set({ minutes })}
      />
      <TextField
        id={`${id}-again`}
        label={t('contactAgain')}
        type="date"
        error={error('again')}
        value={contact.again}
        onChange={(again) => set({ again })}
      />
      <Button look="primary" type="submit" busy={tell.busy}>
        {t('contactEnter')}
      </Button>
      <p className="kern-hint quick-contact__hint">{t('contactHint')}</p>
      {tell.error !== null && tell.error !== undefined && <ProblemNote error={tell.error} />}
      {tell.dialog}
    </form>
  );
}

interface WhomProps {
  readonly id: string;
  readonly contact: Contact;
  readonly set: (part: Partial<Contact>) => void;
}

function Whom({ id, contact, set }: WhomProps) {
  const shown = useShown();
  const { t, say } = useLang();
  const words = eventIn(shown.catalogue, 'contact.recorded')?.words;
  const roles = rolesAround(shown).filter((role) => role !== 'caseWorker');
  return (
    <>
      <SelectField
        id={`${id}-with`}
        label={t('contactWith')}
        required
        value={contact.with}
        onChange={(role) => set({ with: role as Role })}
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {t(roleWords[role])}
          </option>
        ))}
      </SelectField>
      <SelectField
        id={`${id}-how`}
        label={t('contactHow')}
        required
        value={contact.how}
        onChange={(how) => set({ how })}
      >
        {Object.entries(words?.how?.values ?? {}).map(([how, label]) => (
          <option key={how} value={how}>
            {say(label)}
          </option>
        ))}
      </SelectField>
      <div className="quick-contact__reached">
        <Check
          id={`${id}-reached`}
          type="checkbox"
          label={t('contactReached')}
          checked={contact.reached}
          onChange={(reached) => set({ reached })}
        />
      </div>
    </>
  );
}
