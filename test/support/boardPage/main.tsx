/** A page with single parts of the board, for tests: a form of any event, the way to an entry, all small parts. */
import '@kern-ux/native/dist/kern.min.css';
import '../../../client/board/styles/fonts.css';
import '../../../client/board/styles/board.css';
import '../../../client/board/styles/shell.css';
import '../../../client/board/styles/parts.css';
import '../../../client/board/styles/forms.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, StrictMode, useState, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { Answer } from '../../../client/board/parts/Answer.tsx';
import { eventIn, useCatalogue } from '../../../client/board/parts/catalogue.ts';
import { type Choices, EventForm, type Said } from '../../../client/board/parts/EventForm.tsx';
import { LangSwitch } from '../../../client/board/parts/LangSwitch.tsx';
import { LangProvider, startLang } from '../../../client/board/parts/lang.tsx';
import { Page } from '../../../client/board/parts/Page.tsx';
import { ToastProvider } from '../../../client/board/parts/toast.tsx';
import { useTell } from '../../../client/board/parts/useTell.tsx';
import { createQueries } from '../../../client/board/queries.ts';
import { Gallery } from './Gallery.tsx';

const choices: Choices = {
  company: [
    { id: 'c-1', label: 'Beispiel Betrieb Eins' },
    { id: 'c-2', label: 'Beispiel Betrieb Zwei' },
  ],
  caseWorker: [{ id: 'w-1', label: 'Beispiel Begleitung Eins' }],
  goal: [{ id: '3', label: 'Pünktlich sein' }],
  month: [{ id: '2026-10', label: 'Oktober 2026' }],
};

const listen = (changed: () => void): (() => void) => {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
};

/** `#form/contact.recorded`, `#tell/contact.recorded`, `#gallery`. */
function Shown() {
  const hash = useSyncExternalStore(listen, () => location.hash.slice(1));
  const [kind, type = ''] = hash.split('/');
  if (kind === 'form') return <Form key={hash} type={type} />;
  if (kind === 'tell') return <Tell key={hash} type={type} />;
  return kind === 'gallery' ? <Gallery /> : null;
}

interface FormProps {
  readonly type: string;
  readonly onSubmit?: (said: Said) => void;
  readonly error?: unknown;
}

function Form({ type, onSubmit, error }: FormProps) {
  const [said, setSaid] = useState<Said>();
  return (
    <Answer query={useCatalogue()}>
      {(catalogue) => {
        const event = eventIn(catalogue, type);
        return (
          event && (
            <>
              <EventForm
                event={event}
                roles={['caseWorker', 'teamLead']}
                choices={choices}
                now="2026-11-25T11:00:00.000Z"
                error={error}
                onSubmit={onSubmit ?? setSaid}
              />
              <output data-said={said ? JSON.stringify(said) : ''} />
            </>
          )
        );
      }}
    </Answer>
  );
}

function Tell({ type }: { type: string }) {
  const { ask, dialog, error } = useTell('p-100');
  return (
    <>
      <Form type={type} onSubmit={ask} error={error} />
      {dialog}
    </>
  );
}

const Frame = ({ children }: { children: ReactNode }) => (
  <main className="main">
    <Page title="Teile" actions={<LangSwitch />}>
      {children}
    </Page>
  </main>
);

startLang();
const place = document.getElementById('board');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <LangProvider>
        <QueryClientProvider client={createQueries()}>
          <ToastProvider>
            <Frame>
              <Shown />
            </Frame>
          </ToastProvider>
        </QueryClientProvider>
      </LangProvider>
    </StrictMode>,
  );
}
