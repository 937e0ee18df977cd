/** A form for any event of the catalogue, made from its schema and its words. It says nothing itself: it hands over what to say. */
import { type FormEvent, type ReactNode, useId, useMemo, useState } from 'react';
import type { EventDescription } from '../../../workflows/journal/describe.ts';
import type { Saying } from '../../web/api/schemas.ts';
import { problemIn } from '../api.ts';
import { type Choices, FormContext } from '../form/context.ts';
import { type Draft, draftOf, type Fault, type NoteDraft, readDraft } from '../form/draft.ts';
import { FaultSummary } from '../form/FaultSummary.tsx';
import { FieldControls } from '../form/FieldControls.tsx';
import { type FieldSpec, fieldsOf } from '../form/fields.ts';
import { MomentFields, RoleField, type SignInRole } from '../form/MomentFields.tsx';
import { type Moment, momentAt, readMoment } from '../form/moment.ts';
import { withKeptNotes } from '../form/notes.ts';
import { type FieldProblem, faultLines, faultTexts, fieldProblems } from '../form/problems.ts';
import { Button } from './Button.tsx';
import { useLang } from './lang.tsx';

export type { Choice, Choices } from '../form/context.ts';

/** What a filled form says. Notes in it are yet to be kept: `useTell` does so when it is entered. */
export interface Said {
  readonly statement: Saying & { readonly event: { readonly type: string } };
  readonly notes: readonly NoteDraft[];
}

export interface EventFormProps {
  readonly event: EventDescription;
  /** In which the caller acts on the journey. */
  readonly roles: readonly SignInRole[];
  readonly choices?: Choices;
  /** Codes of a field that make sense here. */
  readonly allowed?: Readonly<Record<string, readonly string[]>>;
  /** What the form shows at first: an event's fields. */
  readonly initial?: Readonly<Record<string, unknown>>;
  /** Texts of notes that `initial` names, by their ids. */
  readonly noteTexts?: Readonly<Record<string, string>>;
  /** When it happened, as far as that is known: a day or an instant. */
  readonly happenedAt?: string | undefined;
  /** The journey's now; the clock's where left out. */
  readonly now?: string;
  /** What the server said to it, where it said no. */
  readonly error?: unknown;
  readonly busy?: boolean;
  readonly submitLabel?: string;
  /** More questions, below the event's own. */
  readonly children?: ReactNode;
  readonly onSubmit: (said: Said) => void;
  readonly onCancel?: () => void;
}

export function EventForm(props: EventFormProps) {
  const {
    event,
    roles,
    choices = {},
    allowed = {},
    error,
    busy = false,
    submitLabel,
    children,
    onCancel,
  } = props;
  const { t, say } = useLang();
  const prefix = useId();
  const form = useEventForm(props);
  const problems = useMemo(() => fieldProblems(form.faults, error), [form.faults, error]);
  const texts = faultTexts(problems, { t, say });
  const idOf = (path: string): string => `${prefix}-${path}`;
  const lines = faultLines(problems, form.specs, { t, say }, idOf);
  const shared = { idOf, errorOf: (path: string) => texts[path], choices, allowed };
  return (
    <FormContext value={shared}>
      <form className="event-form" noValidate onSubmit={form.submit} aria-labelledby={`${prefix}-title`}>
        <h2 id={`${prefix}-title`} className="kern-heading-medium">
          {say(event.label)}
        </h2>
        <p className="kern-body">{say(event.help)}</p>
        {lines.length > 0 && (
          <FaultSummary
            title={form.faults.length > 0 || !error ? '' : problemIn(error).title}
            lines={lines}
            attempt={form.attempt}
          />
        )}
        <FieldControls specs={form.specs} draft={form.draft} onChange={form.setDraft} />
        {children}
        <MomentFields moment={form.moment} now={form.now} onChange={form.setMoment} />
        <RoleField roles={rolesFor(event, roles)} role={form.role} onChange={form.setRole} />
        <div className="form-actions">
          <Button look="primary" type="submit" busy={busy}>
            {submitLabel ?? t('toPreview')}
          </Button>
          {onCancel && <Button onClick={onCancel}>{t('cancel')}</Button>}
        </div>
      </form>
    </FormContext>
  );
}

/** The caller's roles that may say this event. */
const rolesFor = (event: EventDescription, roles: readonly SignInRole[]): SignInRole[] =>
  roles.filter((role) => event.roles.includes(role));

function useEventForm(props: EventFormProps) {
  const { event, roles, initial, noteTexts = {}, happenedAt, now, onSubmit, busy } = props;
  const specs = useMemo(() => fieldsOf(event), [event]);
  const [draft, setDraft] = useState<Draft>(() => firstDraft(specs, initial, noteTexts));
  const [role, setRole] = useState<SignInRole | undefined>(() => rolesFor(event, roles)[0]);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const clock = now ?? new Date().toISOString();
  const [moment, setMoment] = useState<Moment>(() => momentAt(happenedAt, clock));
  const submit = (submitted: FormEvent): void => {
    submitted.preventDefault();
    if (busy) return;
    const read = withKeptNotes(readDraft(specs, draft), noteTexts);
    const { effectiveAt, fault } = readMoment(moment, clock);
    const found = [...read.faults, ...(fault ? [fault] : [])];
    setFaults(found);
    setAttempt(attempt + 1);
    if (found.length > 0) return;
    onSubmit({
      statement: {
        event: { type: event.type, ...read.values },
        ...(effectiveAt === undefined ? {} : { effectiveAt }),
        ...(role === undefined ? {} : { as: role }),
      },
      notes: read.notes,
    });
  };
  return { specs, draft, setDraft, moment, setMoment, role, setRole, faults, attempt, submit, now: clock };
}

/** Where a field holds a note that is known, its text is shown. */
function firstDraft(
  specs: readonly FieldSpec[],
  initial: EventFormProps['initial'],
  noteTexts: Readonly<Record<string, string>>,
): Draft {
  const draft = draftOf(specs, initial);
  const shown = specs.flatMap(({ name, kind }) => {
    const text = draft[name];
    return kind === 'note' && typeof text === 'string' ? [[name, noteTexts[text] ?? text] as const] : [];
  });
  return { ...draft, ...Object.fromEntries(shown) };
}

export type { FieldProblem };
