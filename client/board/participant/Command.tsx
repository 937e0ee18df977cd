/** What somebody is about to enter, in place of the page's sections: its form, then the preview, then it is said. */
import { type ReactNode, useEffect, useRef } from 'react';
import { eventIn } from '../parts/catalogue.ts';
import { EventForm } from '../parts/EventForm.tsx';
import { Empty } from '../parts/Loading.tsx';
import { useLang } from '../parts/lang.tsx';
import { useTell } from '../parts/useTell.tsx';
import type { Doing } from './address.ts';
import { CorrectForm, TakeBackForm } from './Corrections.tsx';
import { allowedFor, choicesFor, presetFor } from './choices.ts';
import { ReasonsFor } from './NotNow.tsx';
import { mayBeSaid, useShown } from './shown.ts';

export function Command({ doing, onLeave }: { doing: Doing; onLeave: () => void }) {
  return (
    <Place key={doing.kind === 'say' ? doing.type : `${doing.kind} ${doing.seq}`}>
      {doing.kind === 'say' && <SayForm type={doing.type} initial={doing.initial} onLeave={onLeave} />}
      {doing.kind === 'correct' && <CorrectForm seq={doing.seq} onLeave={onLeave} />}
      {doing.kind === 'takeBack' && <TakeBackForm seq={doing.seq} onLeave={onLeave} />}
    </Place>
  );
}

/** Takes the focus, so that reading goes on where the page has changed. */
function Place({ children }: { children: ReactNode }) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    place.current?.focus();
    place.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <section ref={place} tabIndex={-1} className="command">
      {children}
    </section>
  );
}

function SayForm({ type, initial, onLeave }: { type: string; initial: object; onLeave: () => void }) {
  const shown = useShown();
  const language = useLang();
  const tell = useTell(shown.id, { onDone: onLeave });
  const event = eventIn(shown.catalogue, type);
  if (!event) return <Empty>{language.t('noSuchEvent')}</Empty>;
  const isPossible = mayBeSaid(shown, type);
  return (
    <>
      {!isPossible && <ReasonsFor type={type} />}
      <EventForm
        event={event}
        roles={shown.roles}
        choices={choicesFor(type, shown, language)}
        allowed={allowedFor(type, shown)}
        initial={{ ...presetFor(type, shown), ...initial }}
        now={shown.view.now}
        error={tell.error}
        busy={tell.busy}
        onSubmit={(said) => tell.ask(said)}
        onCancel={onLeave}
      />
      {tell.dialog}
    </>
  );
}
