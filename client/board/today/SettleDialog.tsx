/** Settles a matter where it stands: the form of the event that answers it, with what is known filled in. */
import { useState } from 'react';
import type { EventType } from '../../../workflows/journal/events.ts';
import type { Journey } from '../../web/api/schemas.ts';
import { journeyPath } from '../areas.ts';
import type { Deed, Settling } from '../deeds.ts';
import { allowedFor, choicesFor, presetFor } from '../participant/choices.ts';
import { type Shown, useJourney, useSurroundings } from '../participant/shown.ts';
import { Answer } from '../parts/Answer.tsx';
import { ButtonLink } from '../parts/Button.tsx';
import { eventIn } from '../parts/catalogue.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { EventForm } from '../parts/EventForm.tsx';
import { Check, FieldGroup } from '../parts/Field.tsx';
import { Loading } from '../parts/Loading.tsx';
import { useLang } from '../parts/lang.tsx';
import { useMe } from '../parts/session.tsx';
import { useTell } from '../parts/useTell.tsx';

export interface SettleDialogProps {
  readonly journey: string;
  readonly title: string;
  readonly settling: Settling;
  readonly item?: number | undefined;
  readonly onClose: () => void;
  /** It has been entered. */
  readonly onDone: () => void;
}

export function SettleDialog(props: SettleDialogProps) {
  const { journey, title, onClose, onDone } = props;
  const { t } = useLang();
  const query = useJourney(journey);
  const tell = useTell(journey, { onDone });
  return (
    <>
      <Dialog
        title={title}
        onClose={tell.busy ? undefined : onClose}
        actions={
          <ButtonLink look="tertiary" to={journeyPath(journey)}>
            {t('toJourney')}
          </ButtonLink>
        }
      >
        <Answer query={query}>{(found) => <Surrounded {...props} found={found} tell={tell} />}</Answer>
      </Dialog>
      {tell.dialog}
    </>
  );
}

interface Within extends SettleDialogProps {
  readonly tell: ReturnType<typeof useTell>;
}

function Surrounded({ found, ...props }: Within & { found: Journey }) {
  const around = useSurroundings(props.journey, found.reading === 'whole');
  return around ? <Deeds {...props} shown={{ ...found, ...around }} /> : <Loading />;
}

/** The events that are possible, one of them with its form. */
function Deeds({ shown, settling, ...props }: Within & { shown: Shown }) {
  const { t, say } = useLang();
  const possible = settling.deeds.filter(({ type }) => isPossible(shown, type));
  const [chosen, setChosen] = useState<EventType>();
  const deed = possible.find(({ type }) => type === chosen) ?? possible[0];
  if (!deed) return <NothingPossible shown={shown} deeds={settling.deeds} />;
  return (
    <>
      {possible.length > 1 && (
        <FieldGroup id="settle-what" label={t('settleWhat')} required>
          <div className="check-columns">
            {possible.map(({ type }) => (
              <Check
                key={type}
                id={`settle-${type}`}
                type="radio"
                name="settle-what"
                label={say(eventIn(shown.catalogue, type)?.label ?? { de: type, en: type })}
                checked={type === deed.type}
                onChange={() => setChosen(type)}
              />
            ))}
          </div>
        </FieldGroup>
      )}
      <DeedForm key={deed.type} {...props} shown={shown} deed={deed} />
    </>
  );
}

type DeedFormProps = Pick<Within, 'item' | 'tell' | 'onClose'> & {
  readonly shown: Shown;
  readonly deed: Deed;
};

function DeedForm({ shown, deed: { type, fields }, item, tell, onClose }: DeedFormProps) {
  const language = useLang();
  const me = useMe();
  const event = eventIn(shown.catalogue, type);
  if (!event || !me) return null;
  const { facts, now } = shown.view;
  const known = Object.entries(fields?.({ facts, item, person: me.person }) ?? {});
  return (
    <EventForm
      event={event}
      roles={shown.roles}
      choices={choicesFor(type, shown, language)}
      allowed={allowedFor(type, shown)}
      initial={{
        ...presetFor(type, shown),
        ...Object.fromEntries(known.filter(([, value]) => value !== undefined)),
      }}
      happenedAt={atMeeting.has(type) ? facts.meeting?.startsAt : undefined}
      now={now}
      error={tell.error}
      busy={tell.busy}
      onSubmit={(said) => tell.ask(said)}
      onCancel={onClose}
    />
  );
}

/** What happens at a meeting happened when it was to take place. */
const atMeeting: ReadonlySet<EventType> = new Set(['meeting.held', 'meeting.missed']);

export const isPossible = ({ explanations }: Pick<Journey, 'explanations'>, type: EventType): boolean =>
  explanations.some((one) => one.type === type && one.possible);

function NothingPossible({ shown, deeds }: { shown: Shown; deeds: readonly Deed[] }) {
  const { t, say } = useLang();
  const reasons = deeds.flatMap(
    ({ type }) => shown.explanations.find((one) => one.type === type)?.reasons ?? [],
  );
  const texts = [...new Set(reasons.map(say))];
  return (
    <>
      <p className="kern-body">{t('settleNothing')}</p>
      <ul className="preview-lines">
        {texts.map((text) => (
          <li key={text} className="kern-body">
            {text}
          </li>
        ))}
      </ul>
    </>
  );
}
