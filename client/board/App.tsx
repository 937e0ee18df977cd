/** The board as a whole: what every page may rely on, and which page an address shows. */
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, StrictMode, Suspense, useState } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import type { Me } from '../web/api/schemas.ts';
import { areasOf } from './areas.ts';
import { ForArea } from './office/ForArea.tsx';
import { NotFound } from './pages/NotFound.tsx';
import { ErrorBoundary } from './parts/ErrorBoundary.tsx';
import { Loading } from './parts/Loading.tsx';
import { LangProvider } from './parts/lang.tsx';
import { Shell } from './parts/Shell.tsx';
import { useMe } from './parts/session.tsx';
import { ToastProvider } from './parts/toast.tsx';
import { createQueries, signInPath } from './queries.ts';

const Today = lazy(() => import('./pages/Today.tsx'));
const Participants = lazy(() => import('./pages/Participants.tsx'));
const NewParticipant = lazy(() => import('./pages/NewParticipant.tsx'));
const Participant = lazy(() => import('./pages/Participant.tsx'));
const Calendar = lazy(() => import('./pages/Calendar.tsx'));
const Cohort = lazy(() => import('./pages/Cohort.tsx'));
const Ops = lazy(() => import('./pages/Ops.tsx'));
const Protection = lazy(() => import('./pages/Protection.tsx'));
const Funder = lazy(() => import('./pages/Funder.tsx'));
const Files = lazy(() => import('./pages/Files.tsx'));
const SignIn = lazy(() => import('./pages/SignIn.tsx'));

export function App() {
  const [queries] = useState(createQueries);
  return (
    <StrictMode>
      <LangProvider>
        <QueryClientProvider client={queries}>
          <ToastProvider>
            <Shell>
              <Pages />
            </Shell>
          </ToastProvider>
        </QueryClientProvider>
      </LangProvider>
    </StrictMode>
  );
}

/** Pages that not everybody has, by their address. */
const guarded = {
  '/cohort': Cohort,
  '/ops': Ops,
  '/protection': Protection,
  '/funder': Funder,
  '/files': Files,
} as const;

/** A page of its own for each address: going elsewhere starts anew, with the focus on the new heading. */
function Pages() {
  const [path] = useLocation();
  return (
    <ErrorBoundary key={path}>
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path={signInPath} component={SignIn} />
          <Route path="/" component={Start} />
          <Route path="/today" component={Today} />
          <Route path="/participants" component={Participants} />
          <Route path="/participants/new" component={NewParticipant} />
          <Route path="/participants/:journey">
            {({ journey }) => <Participant journey={decodeURIComponent(journey)} />}
          </Route>
          <Route path="/calendar" component={Calendar} />
          {Object.entries(guarded).map(([at, Guarded]) => (
            <Route key={at} path={at}>
              <ForArea path={at}>
                <Guarded />
              </ForArea>
            </Route>
          ))}
          <Route component={NotFound} />
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}

/** The first area that is somebody's. */
const startOf = (me: Me): string => areasOf(me)[0]?.path ?? '/participants';

function Start() {
  const me = useMe();
  return me ? <Redirect to={startOf(me)} replace /> : <Loading />;
}
