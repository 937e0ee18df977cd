/** When something happened, and in which role somebody says so. */
import type { Me } from '../../web/api/schemas.ts';
import { dayOf } from '../parts/dates.ts';
import { Check, FieldGroup } from '../parts/Field.tsx';
import { TextField } from '../parts/inputs.tsx';
import { useLang } from '../parts/lang.tsx';
import { roleWords } from '../parts/names.ts';
import { useForm } from './context.ts';
import type { Moment } from './moment.ts';

export type SignInRole = Me['roles'][number];

export interface MomentFieldsProps {
  readonly moment: Moment;
  readonly now: string;
  readonly onChange: (moment: Moment) => void;
}

export function MomentFields({ moment, now, onChange }: MomentFieldsProps) {
  const { t } = useLang();
  const { idOf, errorOf } = useForm();
  const id = idOf('effectiveAt');
  const latest = dayOf(now);
  return (
    <FieldGroup id={id} label={t('whenTitle')} help={t('whenHelp')} error={errorOf('effectiveAt')} required>
      <div className="day-and-time">
        <TextField
          id={id}
          label={t('whenDay')}
          required
          type="date"
          max={latest}
          value={moment.day === '' ? latest : moment.day}
          onChange={(day) => onChange({ ...moment, day })}
        />
        <TextField
          id={`${id}-time`}
          label={t('whenTime')}
          type="time"
          value={moment.time}
          onChange={(time) => onChange({ ...moment, time })}
        />
      </div>
    </FieldGroup>
  );
}

export interface RoleFieldProps {
  readonly roles: readonly SignInRole[];
  readonly role: SignInRole | undefined;
  readonly onChange: (role: SignInRole) => void;
}

/** Asked only of who has several roles that may say it. */
export function RoleField({ roles, role, onChange }: RoleFieldProps) {
  const { t } = useLang();
  const { idOf, errorOf } = useForm();
  const id = idOf('as');
  if (roles.length < 2) return null;
  return (
    <FieldGroup id={id} label={t('inRole')} error={errorOf('as')} required>
      {roles.map((one, at) => (
        <Check
          key={one}
          id={at === 0 ? id : `${id}-${at}`}
          type="radio"
          name={id}
          label={t(roleWords[one])}
          checked={role === one}
          onChange={() => onChange(one)}
        />
      ))}
    </FieldGroup>
  );
}
