/** Fields for what pages ask: a line of text, a choice from a list. */
import type { HTMLInputTypeAttribute, ReactNode } from 'react';
import { Field, type FieldProps, type FieldTies } from './Field.tsx';

export interface TextFieldProps extends Omit<FieldProps, 'children'> {
  readonly type?: HTMLInputTypeAttribute;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly inputMode?: 'numeric' | undefined;
  /** For days, numbers and the like. */
  readonly isShort?: boolean;
  readonly max?: string;
}

export function TextField(props: TextFieldProps) {
  const { type = 'text', value, onChange, inputMode, isShort = false, max, ...field } = props;
  return (
    <Field {...field}>
      {(ties) => (
        <input
          {...ties}
          type={type}
          className={`${inputLook(ties)}${isShort ? ' short-input' : ''}`}
          inputMode={inputMode}
          max={max}
          autoComplete="off"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

export interface TextAreaFieldProps extends Omit<FieldProps, 'children'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function TextAreaField({ value, onChange, ...field }: TextAreaFieldProps) {
  return (
    <Field {...field}>
      {(ties) => (
        <textarea
          {...ties}
          className={inputLook(ties)}
          rows={3}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

export interface SelectFieldProps extends Omit<FieldProps, 'children'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The options. */
  readonly children: ReactNode;
}

export function SelectField({ value, onChange, children, ...field }: SelectFieldProps) {
  return (
    <Field {...field}>
      {(ties) => (
        <div className="kern-form-input__select-wrapper">
          <select
            {...ties}
            className={`kern-form-input__select${ties['aria-invalid'] ? ' kern-form-input__select--error' : ''}`}
            value={value}
            onChange={({ target }) => onChange(target.value)}
          >
            {children}
          </select>
        </div>
      )}
    </Field>
  );
}

const inputLook = (ties: FieldTies): string =>
  `kern-form-input__input${ties['aria-invalid'] ? ' kern-form-input__input--error' : ''}`;
