/** Something known that a field refers to: chosen from what there is, or typed in where there is no list of it. */
import { useState } from 'react';
import { SelectField, TextField } from '../parts/inputs.tsx';
import { useLang } from '../parts/lang.tsx';
import { useForm } from './context.ts';
import { type ControlProps, LineControl, useSaid } from './controls.tsx';

/** No id looks like this. */
const other = '…';

export function RefControl(props: ControlProps<string>) {
  const { spec, path, value, onChange } = props;
  const { t } = useLang();
  const { choices } = useForm();
  const said = useSaid({ spec, path });
  const known = spec.ref && choices[spec.ref];
  const isKnown = (known ?? []).some(({ id }) => id === value);
  const [isAsked, setAsked] = useState(false);
  // What is listed may come in after the form is there.
  const isOther = isAsked || (value !== '' && !isKnown);
  if (!known) return <LineControl {...props} />;
  // What is open in the journey is all there is; people and organisations may be missing from the list.
  const mayBeOther = !spec.isNumber && spec.kind !== 'month';
  const help = known.length === 0 && !mayBeOther ? t('noChoices') : said.help;
  return (
    <>
      <SelectField
        {...said}
        help={help}
        value={isOther ? other : value}
        onChange={(chosen) => {
          setAsked(chosen === other);
          onChange(chosen === other ? '' : chosen);
        }}
      >
        <option value="">{t(spec.required ? 'choose' : 'unsaid')}</option>
        {known.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
        {mayBeOther && <option value={other}>{t('otherId')}</option>}
      </SelectField>
      {isOther && mayBeOther && (
        <TextField
          id={`${said.id}-other`}
          label={t('otherIdOf', { label: said.label })}
          help={t('idHelp')}
          required
          value={value}
          onChange={onChange}
        />
      )}
    </>
  );
}
