/** One field's input by its kind. */
import { Check, FieldGroup } from '../parts/Field.tsx';
import { SelectField, TextAreaField, TextField } from '../parts/inputs.tsx';
import { useLang } from '../parts/lang.tsx';
import { useForm } from './context.ts';
import type { FieldSpec, Option } from './fields.ts';

export interface ControlProps<V> {
  readonly spec: FieldSpec;
  readonly path: string;
  readonly value: V;
  readonly onChange: (value: V) => void;
}

/** What a field says of itself in the reader's language. */
export function useSaid({ spec, path }: Pick<ControlProps<unknown>, 'spec' | 'path'>) {
  const { say } = useLang();
  const { idOf, errorOf } = useForm();
  const { label, help, required } = spec;
  return {
    id: idOf(path),
    label: say(label),
    help: help && say(help),
    error: errorOf(path),
    required,
  };
}

const inputTypes = { day: 'date', month: 'month' } as const;

/** Ids, numbers, days and months: one line. */
export function LineControl({ spec, path, value, onChange }: ControlProps<string>) {
  const { t } = useLang();
  const said = useSaid({ spec, path });
  const { kind, isNumber } = spec;
  const type = kind === 'day' || kind === 'month' ? inputTypes[kind] : 'text';
  const isId = kind === 'id' || (kind === 'ref' && !isNumber);
  return (
    <TextField
      {...said}
      help={said.help ?? (isId ? t('idHelp') : undefined)}
      type={type}
      inputMode={isNumber ? 'numeric' : undefined}
      isShort={isNumber || type !== 'text'}
      value={value}
      onChange={onChange}
    />
  );
}

export function NoteControl({ spec, path, value, onChange }: ControlProps<string>) {
  const { t } = useLang();
  const said = useSaid({ spec, path });
  const help = [said.help, t('noteHelp')].filter(Boolean).join(' ');
  return <TextAreaField {...said} help={help} value={value} onChange={onChange} />;
}

/** More than these are a list to open rather than buttons to see. */
const mostRadios = 4;

/** One code of a few; where it may be left out, that is a choice too. */
export function ChoiceControl(props: ControlProps<string>) {
  const { spec, path } = props;
  const { t } = useLang();
  const { allowed } = useForm();
  const options = narrowed(spec.options, allowed[path], props.value);
  const isOpen = !spec.required && spec.preset === undefined;
  if (options.length > mostRadios) return <ListControl {...props} options={options} />;
  const unsaid: Option = { value: '', label: { de: t('unsaid'), en: t('unsaid') } };
  return <RadioControl {...props} options={isOpen ? [...options, unsaid] : options} />;
}

interface WithOptions extends ControlProps<string> {
  readonly options: readonly Option[];
}

function RadioControl({ spec, path, value, onChange, options }: WithOptions) {
  const { say } = useLang();
  const said = useSaid({ spec, path });
  return (
    <FieldGroup {...said} required={spec.required || spec.preset !== undefined}>
      <div className={spec.kind === 'yesNo' ? 'check-row' : 'check-list'}>
        {options.map((option, at) => (
          <Check
            key={option.value}
            // The first one bears the field's id: that is where a fault leads.
            id={at === 0 ? said.id : `${said.id}-${at}`}
            type="radio"
            name={said.id}
            label={say(option.label)}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
            hasError={said.error !== undefined}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

function ListControl({ spec, path, value, onChange, options }: WithOptions) {
  const { t, say } = useLang();
  const said = useSaid({ spec, path });
  return (
    <SelectField {...said} value={value} onChange={onChange}>
      <option value="">{t(spec.required ? 'choose' : 'unsaid')}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {say(option.label)}
        </option>
      ))}
    </SelectField>
  );
}

/** Any number of codes. */
export function ChoicesControl({ spec, path, value, onChange }: ControlProps<readonly string[]>) {
  const { say } = useLang();
  const { allowed } = useForm();
  const said = useSaid({ spec, path });
  const options = narrowed(spec.options, allowed[path], ...value);
  // In the order of the list, whichever was ticked first.
  const toggled = (code: string, checked: boolean): string[] =>
    spec.options.flatMap((option) =>
      (option.value === code ? checked : value.includes(option.value)) ? [option.value] : [],
    );
  return (
    <FieldGroup {...said}>
      <div className="check-columns">
        {options.map((option, at) => (
          <Check
            key={option.value}
            id={at === 0 ? said.id : `${said.id}-${at}`}
            type="checkbox"
            label={say(option.label)}
            checked={value.includes(option.value)}
            onChange={(checked) => onChange(toggled(option.value, checked))}
            hasError={said.error !== undefined}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

/** Something that must be so before it may be entered. */
export function ConfirmControl({ spec, path, value, onChange }: ControlProps<string>) {
  const { t } = useLang();
  const said = useSaid({ spec, path });
  return (
    <FieldGroup {...said}>
      <Check
        id={said.id}
        type="checkbox"
        label={t('confirmed')}
        checked={value === 'true'}
        onChange={(checked) => onChange(checked ? 'true' : '')}
        hasError={said.error !== undefined}
      />
    </FieldGroup>
  );
}

/** A day and a time of the clock in Germany. */
export function InstantControl({ spec, path, value, onChange }: ControlProps<string>) {
  const { t } = useLang();
  const said = useSaid({ spec, path });
  const [day = '', time = ''] = value.split('T');
  const joined = (newDay: string, newTime: string): string =>
    newDay === '' && newTime === '' ? '' : `${newDay}T${newTime}`;
  return (
    <FieldGroup {...said}>
      <div className="day-and-time">
        <TextField
          id={said.id}
          label={t('instantDay')}
          required
          type="date"
          value={day}
          onChange={(newDay) => onChange(joined(newDay, time))}
        />
        <TextField
          id={`${said.id}-time`}
          label={t('instantTime')}
          required
          type="time"
          value={time}
          onChange={(newTime) => onChange(joined(day, newTime))}
        />
      </div>
    </FieldGroup>
  );
}

/** The options that make sense here, and whatever is chosen already. */
const narrowed = (
  options: readonly Option[],
  codes: readonly string[] | undefined,
  ...chosen: readonly string[]
): readonly Option[] =>
  codes ? options.filter(({ value }) => codes.includes(value) || chosen.includes(value)) : options;
