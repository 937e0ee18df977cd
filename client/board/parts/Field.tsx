/** A question of a form: its label, its explanation and what is wrong with the answer, tied to the input. */
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import { useLang } from './lang.tsx';

/** What ties an input to its question. */
export interface FieldTies {
  readonly id: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: true | undefined;
  readonly 'aria-required'?: true | undefined;
}

export interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly children: (ties: FieldTies) => ReactNode;
}

/** One input below its label. */
export function Field({ id, label, help, error, required = false, children }: FieldProps) {
  return (
    <div className={`kern-form-input${error ? ' kern-form-input--error' : ''}`}>
      <label className="kern-label" htmlFor={id}>
        {label}
        <Optional required={required} />
      </label>
      <Hint id={id} help={help} />
      {children({
        id,
        'aria-describedby': describedBy(id, help, error),
        'aria-invalid': error ? true : undefined,
        'aria-required': required || undefined,
      })}
      <FieldError id={id} error={error} />
    </div>
  );
}

export interface FieldGroupProps extends Omit<FieldProps, 'children'> {
  readonly children: ReactNode;
}

/** Several inputs that answer one question: radio buttons, boxes to tick, a day and a time. */
export function FieldGroup({ id, label, help, error, required = false, children }: FieldGroupProps) {
  return (
    <fieldset
      className={`kern-fieldset${error ? ' kern-fieldset--error' : ''}`}
      aria-describedby={describedBy(id, help, error)}
    >
      <legend className="kern-label">
        {label}
        <Optional required={required} />
      </legend>
      <Hint id={id} help={help} />
      <div className="kern-fieldset__body">{children}</div>
      <FieldError id={id} error={error} />
    </fieldset>
  );
}

export interface CheckProps {
  readonly id: string;
  readonly type: 'radio' | 'checkbox';
  readonly name?: string;
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hasError?: boolean;
}

const checkLooks = {
  radio: 'kern-form-check__radio',
  checkbox: 'kern-form-check__checkbox',
} as const;

/** One radio button or box with its label. */
export function Check({ id, type, name, label, checked, onChange, hasError = false }: CheckProps) {
  return (
    <div className={`kern-form-check${hasError ? ' kern-form-check--error' : ''}`}>
      <input
        id={id}
        type={type}
        name={name}
        className={checkLooks[type]}
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
      <label className="kern-label" htmlFor={id}>
        {label}
      </label>
    </div>
  );
}

const hintId = (id: string): string => `${id}-help`;
const errorId = (id: string): string => `${id}-error`;

function describedBy(id: string, help: string | undefined, error: string | undefined): string | undefined {
  const ids = [...(error ? [errorId(id)] : []), ...(help ? [hintId(id)] : [])];
  return ids.length > 0 ? ids.join(' ') : undefined;
}

function Optional({ required }: { required: boolean }) {
  const { t } = useLang();
  return required ? null : <span className="kern-label__optional"> ({t('optional')})</span>;
}

function Hint({ id, help }: { id: string; help: string | undefined }) {
  if (!help) return null;
  return (
    <div className="kern-hint" id={hintId(id)}>
      {help}
    </div>
  );
}

function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p className="kern-error" id={errorId(id)}>
      <Icon name="danger" />
      <span className="kern-body">{error}</span>
    </p>
  );
}
