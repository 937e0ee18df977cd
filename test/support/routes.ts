/** Every route of the API with a request that fits it, and who may send it: the table that the tests of rights go by. */
import type { SignInRole } from '../../client/web/rights.ts';
import { addDays, germanDay } from '../../workflows/policy/calendar.ts';

export type Reader = SignInRole | 'nobody';

export interface RouteCase {
  /** As the OpenAPI document names it. */
  readonly route: string;
  /** The path with what it asks for, and what is sent. */
  readonly request: (journey: string) => { readonly path: string; readonly body?: unknown };
  /** `everybody` without signing in, `signedIn`, or these. */
  readonly may: 'everybody' | 'signedIn' | readonly SignInRole[];
}

const today = germanDay(new Date().toISOString());
const span = `from=${addDays(today, -30)}&to=${today}`;
const readers = ['caseWorker', 'teamLead', 'learningSupporter', 'dataProtection'] as const;
const team = ['caseWorker', 'teamLead'] as const;
const whole = [...team, 'dataProtection'] as const;
const lookers = ['ops', 'teamLead'] as const;
/** What may be asked any day and changes nothing: a deputy ends who was never appointed. */
const refusedAnyway = { event: { type: 'deputy.ended' } };

const get = (
  route: string,
  may: RouteCase['may'],
  query = '',
  at: (journey: string) => string = (journey) => route.replace('{journey}', journey),
): RouteCase => ({
  route: `GET ${route}`,
  request: (journey) => ({ path: `${at(journey)}${query === '' ? '' : `?${query}`}` }),
  may,
});

const post = (
  route: string,
  may: RouteCase['may'],
  body: (journey: string) => unknown = () => ({}),
): RouteCase => ({
  route: `POST ${route}`,
  request: (journey) => ({ path: route.replace('{journey}', journey), body: body(journey) }),
  may,
});

const ofJourney = '/api/journeys/{journey}';

/** Routes that are about one journey: whoever it is not theirs to see is refused there too. */
export const journeyRoutes: readonly RouteCase[] = [
  get(ofJourney, readers),
  get(`${ofJourney}/journal`, readers),
  post(`${ofJourney}/preview`, readers, () => ({ statements: [refusedAnyway] })),
  post(`${ofJourney}/commands`, readers, () => ({ statements: [refusedAnyway] })),
  get(`${ofJourney}/notes`, whole),
  post(`${ofJourney}/notes`, [...team, 'learningSupporter'], () => ({ text: 'Angerufen.' })),
  get(`${ofJourney}/chart.svg`, whole, 'region=phase'),
  get(`${ofJourney}/documents`, whole),
  get(`${ofJourney}/documents/{document}`, whole, '', (id) => `/api/journeys/${id}/documents/doc-none`),
  post(`${ofJourney}/documents`, team, () => ({ kind: 'letter', letter: 'contractRegistration' })),
  get(`${ofJourney}/luv`, team, 'report=preparationStart'),
  get(`${ofJourney}/month-sheet`, team, `month=${today.slice(0, 7)}`),
  get(`${ofJourney}/match`, team),
  post(`${ofJourney}/funder-messages/transmitted`, team, () => ({ key: 'none', on: today })),
  get(`${ofJourney}/verify`, ['dataProtection']),
];

/** All others. */
export const otherRoutes: readonly RouteCase[] = [
  get('/api/sign-in', 'everybody'),
  get('/api/me', 'signedIn'),
  get('/api/catalogue', 'signedIn'),
  get('/api/sites', 'signedIn'),
  get('/api/stream', 'signedIn'),
  get('/api/policy', 'signedIn'),
  get('/api/journeys', readers),
  get('/api/journeys/counts', whole),
  post('/api/journeys', team, () => ({ referral: { source: 'nowhere' } })),
  post('/api/bulk', [...team, 'learningSupporter'], (journey) => ({
    journeys: [journey],
    statement: refusedAnyway,
  })),
  post('/api/handover', team, (journey) => ({ to: 'w-2', journeys: [journey] })),
  get('/api/today', readers),
  get('/api/meetings', readers, span),
  post('/api/calendar-address', team),
  get('/api/staff', whole),
  get('/api/organisations', readers),
  get('/api/statistics', ['teamLead', 'dataProtection', 'funderAdviser'], span),
  get('/api/cohort', ['caseWorker', 'teamLead', 'dataProtection', 'funderAdviser'], span),
  get('/api/funder-messages', team),
  get('/api/stuck', lookers),
  get('/api/rules', lookers),
  post('/api/rules/dry-run', lookers, (journey) => ({
    to: { policyVersion: '2026-1' },
    journeys: [journey],
  })),
  post('/api/rules/migrate', ['ops'], (journey) => ({
    to: { policyVersion: '2026-1' },
    journeys: [journey],
  })),
  post('/api/wake', ['ops'], (journey) => ({ journeys: [journey] })),
  get('/api/reconcile', ['ops']),
  post('/api/reconcile', ['ops'], (journey) => ({ journeys: [journey] })),
  get('/api/refusals', ['dataProtection']),
  get('/api/export.csv', ['teamLead']),
  post('/api/import', ['teamLead'], () => ({ csv: 'Kennung;Zugang am' })),
];
