/** The fields of an event or of a row, each with the input its kind asks for. */
import { useRef } from 'react';
import { Button } from '../parts/Button.tsx';
import { FieldGroup } from '../parts/Field.tsx';
import { useLang } from '../parts/lang.tsx';
import { useForm } from './context.ts';
import {
  ChoiceControl,
  ChoicesControl,
  ConfirmControl,
  type ControlProps,
  InstantControl,
  LineControl,
  NoteControl,
  useSaid,
} from './controls.tsx';
import { type Draft, type DraftValue, draftOf } from './draft.ts';
import type { FieldSpec } from './fields.ts';
import { RefControl } from './RefControl.tsx';

export interface FieldControlsProps {
  readonly specs: readonly FieldSpec[];
  readonly draft: Draft;
  /** Ends with a dot where these are fields of a field. */
  readonly prefix?: string;
  readonly onChange: (draft: Draft) => void;
}

export function FieldControls({ specs, draft, prefix = '', onChange }: FieldControlsProps) {
  return specs.map((spec) => (
    <Control
      key={spec.name}
      spec={spec}
      path={prefix + spec.name}
      value={draft[spec.name] ?? ''}
      onChange={(value) => onChange({ ...draft, [spec.name]: value })}
    />
  ));
}

const ofText = {
  id: LineControl,
  number: LineControl,
  day: LineControl,
  month: RefControl,
  note: NoteControl,
  yesNo: ChoiceControl,
  choice: ChoiceControl,
  confirm: ConfirmControl,
  instant: InstantControl,
  ref: RefControl,
} as const;

function Control({ spec, path, value, onChange }: ControlProps<DraftValue>) {
  const { kind } = spec;
  if (kind === 'rows') {
    const rows = Array.isArray(value) ? (value as readonly Draft[]) : [];
    return <RowsControl spec={spec} path={path} value={rows} onChange={onChange} />;
  }
  if (kind === 'group')
    return <GroupControl spec={spec} path={path} value={value as Draft} onChange={onChange} />;
  if (kind === 'choices') {
    const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
    return <ChoicesControl spec={spec} path={path} value={chosen} onChange={onChange} />;
  }
  const Input = ofText[kind];
  return <Input spec={spec} path={path} value={typeof value === 'string' ? value : ''} onChange={onChange} />;
}

function GroupControl({ spec, path, value, onChange }: ControlProps<Draft>) {
  const said = useSaid({ spec, path });
  return (
    <FieldGroup {...said}>
      <FieldControls specs={spec.fields} draft={value} prefix={`${path}.`} onChange={onChange} />
    </FieldGroup>
  );
}

/** Rows that are added and taken away. The focus follows: into a new row, and back to the button. */
function RowsControl({ spec, path, value, onChange }: ControlProps<readonly Draft[]>) {
  const { t } = useLang();
  const { idOf } = useForm();
  const said = useSaid({ spec, path });
  const adding = useRef<HTMLDivElement>(null);
  const { label } = said;
  const firstField = spec.fields[0]?.name ?? '';
  const add = (): void => {
    onChange([...value, draftOf(spec.fields)]);
    const id = idOf(`${path}.${value.length}.${firstField}`);
    requestAnimationFrame(() => document.getElementById(id)?.focus());
  };
  const remove = (at: number): void => {
    onChange(value.filter((_, index) => index !== at));
    adding.current?.querySelector('button')?.focus();
  };
  return (
    <FieldGroup {...said}>
      {value.map((row, at) => (
        <fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no names, and their inputs hold no state of their own.
          key={at}
          className="form-row"
        >
          <legend className="kern-label">{t('rowOf', { label, number: at + 1 })}</legend>
          <FieldControls
            specs={spec.fields}
            draft={row}
            prefix={`${path}.${at}.`}
            onChange={(changed) => onChange(value.map((one, index) => (index === at ? changed : one)))}
          />
          <Button look="tertiary" icon="remove" onClick={() => remove(at)}>
            {t('removeRow', { label, number: at + 1 })}
          </Button>
        </fieldset>
      ))}
      <div ref={adding}>
        <Button icon="add" id={said.id} onClick={add}>
          {t('addRow', { label })}
        </Button>
      </div>
    </FieldGroup>
  );
}
