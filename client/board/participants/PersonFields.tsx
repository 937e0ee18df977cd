/** Who somebody is, and how they are reached. */
import { problemIn } from '../api.ts';
import { Check, FieldGroup } from '../parts/Field.tsx';
import { TextField } from '../parts/inputs.tsx';
import { useLang } from '../parts/lang.tsx';

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly channel: 'mail' | 'sms';
}

export const emptyPerson: Person = { name: '', email: '', phone: '', channel: 'mail' };

export interface PersonFieldsProps {
  readonly id: string;
  readonly person: Person;
  /** What the server said to them. */
  readonly error: unknown;
  readonly isNameMissing: boolean;
  readonly onChange: (person: Person) => void;
}

export function PersonFields({ id, person, error, isNameMissing, onChange }: PersonFieldsProps) {
  const { t, say } = useLang();
  const reasons = error === null || error === undefined ? [] : problemIn(error).reasons;
  const errorOf = (field: keyof Person): string | undefined => {
    const reason = reasons.find((one) => one.field === `participant.${field}`);
    return reason && say(reason);
  };
  const set = (field: keyof Person) => (value: string) => onChange({ ...person, [field]: value });
  return (
    <section className="event-form" aria-labelledby={`${id}-person`}>
      <h2 id={`${id}-person`} className="kern-heading-medium">
        {t('newPerson')}
      </h2>
      <TextField
        {...{ id: `${id}-name`, label: t('newName'), help: t('newNameHelp'), required: true }}
        error={isNameMissing ? t('newNameMissing') : errorOf('name')}
        value={person.name}
        onChange={set('name')}
      />
      <TextField
        {...{ id: `${id}-email`, label: t('newEmail'), help: t('newEmailHelp'), type: 'email' }}
        error={errorOf('email')}
        value={person.email}
        onChange={set('email')}
      />
      <TextField
        {...{ id: `${id}-phone`, label: t('newPhone'), help: t('newPhoneHelp'), type: 'tel' }}
        error={errorOf('phone')}
        value={person.phone}
        onChange={set('phone')}
      />
      <FieldGroup id={`${id}-channel`} label={t('newChannel')} required>
        {(['mail', 'sms'] as const).map((channel) => (
          <Check
            key={channel}
            id={`${id}-channel-${channel}`}
            type="radio"
            name={`${id}-channel`}
            label={t(channel === 'mail' ? 'newMail' : 'newSms')}
            checked={person.channel === channel}
            onChange={() => onChange({ ...person, channel })}
          />
        ))}
      </FieldGroup>
    </section>
  );
}
