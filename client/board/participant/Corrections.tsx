/** An entry put right, or taken back. Both need a reason; what would no longer make sense afterwards is named and can be gone to. */
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Link } from 'wouter';
import type { Entry as Row } from '../../../workflows/journal/entry.ts';
import type { Journal } from '../../web/api/schemas.ts';
import { problemIn } from '../api.ts';
import { momentAt, readMoment } from '../form/moment.ts';
import { Answer } from '../parts/Answer.tsx';
import { Button } from '../parts/Button.tsx';
import { eventIn } from '../parts/catalogue.ts';
import { dayOf } from '../parts/dates.ts';
import { EventForm, type Said } from '../parts/EventForm.tsx';
import { SelectField, TextAreaField } from '../parts/inputs.tsx';
import { Empty } from '../parts/Loading.tsx';
import { useLang } from '../parts/lang.tsx';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { type Sayable, useTell } from '../parts/useTell.tsx';
import { entryPath } from './address.ts';
import { allowedFor, choicesFor } from './choices.ts';
import { isReasonCode, type ReasonCode, reasonCodes } from './reasons.ts';
import { useJournal, useShown } from './shown.ts';

type Entry = Journal['entries'][number];

interface FormProps {
  readonly seq: number;
  readonly onLeave: () => void;
}

/** The entry a form is about, once the journal is there. */
function OfEntry({ seq, children }: { seq: number; children: (entry: Entry) => ReactNode }) {
  const { id } = useShown();
  const { t } = useLang();
  const query = useJournal(id);
  return (
    <Answer query={query}>
      {({ entries }) => {
        const found = entries.find(({ entry }) => entry.seq === seq);
        return found ? children(found) : <Empty>{t('noSuchEntry', { seq })}</Empty>;
      }}
    </Answer>
  );
}

export const CorrectForm = ({ seq, onLeave }: FormProps) => (
  <OfEntry seq={seq}>{(entry) => <Correcting found={entry} onLeave={onLeave} />}</OfEntry>
);

function Correcting({ found, onLeave }: { found: Entry; onLeave: () => void }) {
  const shown = useShown();
  const language = useLang();
  const { t } = language;
  const tell = useTell(shown.id, { onDone: onLeave });
  const why = useWhy();
  const { entry } = found;
  const event = entry.event && eventIn(shown.catalogue, entry.event.type);
  if (!entry.event || !event) return <Empty>{t('noSuchEntry', { seq: entry.seq })}</Empty>;
  const { now } = shown.view;
  const happenedAt = momentGiven(entry, found.happenedOn);
  const submit = ({ statement, notes }: Said): void => {
    const reason = why.read();
    if (!reason) return;
    const { effectiveAt: _, ...said } = statement;
    const moment = newMoment(statement.effectiveAt, happenedAt, now);
    tell.ask({
      statement: { ...said, ...moment, ...reason.said, replaces: entry.seq },
      notes,
      ...reason.kept,
    });
  };
  return (
    <>
      <p className="kern-body">{t('correctLead', { seq: entry.seq })}</p>
      <EventForm
        event={event}
        roles={shown.roles}
        choices={choicesFor(event.type, shown, language)}
        allowed={allowedFor(event.type, shown)}
        initial={entry.event}
        noteTexts={Object.fromEntries(shown.notes.map(({ id, text }) => [id, text]))}
        happenedAt={happenedAt}
        now={now}
        busy={tell.busy}
        onSubmit={submit}
        onCancel={onLeave}
      >
        {why.fields}
        <Refused error={tell.error} />
      </EventForm>
      {tell.dialog}
    </>
  );
}

/** When an entry happened, as exactly as it says. A correction of a correction may leave that to the first one. */
const momentGiven = ({ effectiveAt, recordedAt, replaces }: Row, happenedOn: string): string =>
  effectiveAt ?? (replaces === undefined ? recordedAt : happenedOn);

/** What a correction says of its moment: nothing where it stays, else the new one. Pure. */
export function newMoment(
  said: string | undefined,
  happenedAt: string,
  now: string,
): { effectiveAt?: string } {
  const before = readMoment(momentAt(happenedAt, now), now).effectiveAt;
  return said === before ? {} : { effectiveAt: said ?? dayOf(now) };
}

export const TakeBackForm = ({ seq, onLeave }: FormProps) => (
  <OfEntry seq={seq}>{(entry) => <TakingBack found={entry} onLeave={onLeave} />}</OfEntry>
);

function TakingBack({ found: { entry, label }, onLeave }: { found: Entry; onLeave: () => void }) {
  const { id } = useShown();
  const { t, say } = useLang();
  const titleId = useId();
  const text = { seq: entry.seq, what: say(label) };
  const what = { de: t('takeBackOf', text), en: t('takeBackOf', text) };
  const tell = useTell(id, { onDone: onLeave, what });
  const why = useWhy();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const reason = why.read();
    if (reason && !tell.busy) tell.ask({ statement: { voids: entry.seq, ...reason.said }, ...reason.kept });
  };
  return (
    <>
      <form className="event-form" noValidate onSubmit={submit} aria-labelledby={titleId}>
        <h2 id={titleId} className="kern-heading-medium">
          {say(what)}
        </h2>
        <p className="kern-body">{t('takeBackLead')}</p>
        {why.fields}
        <Refused error={tell.error} />
        <div className="form-actions">
          <Button look="primary" type="submit" busy={tell.busy}>
            {t('toPreview')}
          </Button>
          <Button onClick={onLeave}>{t('cancel')}</Button>
        </div>
      </form>
      {tell.dialog}
    </>
  );
}

/** Asks for the reason; reading it marks what is missing. */
function useWhy() {
  const { t } = useLang();
  const id = useId();
  const [code, setCode] = useState<ReasonCode | ''>('');
  const [text, setText] = useState('');
  const [isAsked, setAsked] = useState(false);
  const more = text.trim();
  const isMissing = code === '' || (code === 'other' && more === '');
  const read = (): { said: { reason?: string }; kept: Pick<Sayable, 'reason'> } | undefined => {
    setAsked(true);
    if (isMissing) {
      document.getElementById(code === '' ? id : `${id}-more`)?.focus();
      return undefined;
    }
    return more === '' ? { said: { reason: code }, kept: {} } : { said: {}, kept: { reason: more } };
  };
  const error = isAsked && isMissing ? t('faultMissing') : undefined;
  const fields = (
    <>
      <SelectField
        id={id}
        label={t('reasonWhy')}
        required
        error={code === '' ? error : undefined}
        value={code}
        onChange={(chosen) => setCode(isReasonCode(chosen) ? chosen : '')}
      >
        <option value="">{t('choose')}</option>
        {Object.entries(reasonCodes).map(([key, word]) => (
          <option key={key} value={key}>
            {t(word)}
          </option>
        ))}
      </SelectField>
      <TextAreaField
        id={`${id}-more`}
        label={t('reasonMore')}
        help={t('noteHelp')}
        required={code === 'other'}
        error={code === 'other' ? error : undefined}
        value={text}
        onChange={setText}
      />
    </>
  );
  return { fields, read };
}

/** Why it cannot be done, with a way to each entry that stands against it. */
function Refused({ error }: { error: unknown }) {
  const { id } = useShown();
  const { t } = useLang();
  if (error === null || error === undefined) return null;
  const entries = problemIn(error).reasons.flatMap(({ entry }) => entry ?? []);
  return (
    <>
      <ProblemNote error={error} />
      {[...new Set(entries)].map((seq) => (
        <Link key={seq} className="kern-link" href={entryPath(id, seq)}>
          {t('toEntry', { seq })}
        </Link>
      ))}
    </>
  );
}
