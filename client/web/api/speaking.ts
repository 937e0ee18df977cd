/** Turns what a caller says into statements: who speaks is whoever has signed in, in a role that may say it. */
import type { Role } from '../../../workflows/effects/words.ts';
import { wrongRole } from '../../../workflows/fold/explain.ts';
import { type Entry, parseRequestId, type Statement } from '../../../workflows/journal/entry.ts';
import { catalogue, isEventType } from '../../../workflows/journal/events.ts';
import { Refusal } from '../../../workflows/journal/refusal.ts';
import { type Journeys, readJourney } from '../../journeys.ts';
import { WebError } from '../problem.ts';
import type { SignInRole } from '../rights.ts';
import type { Seen } from './access.ts';
import type { Saying } from './schemas.ts';

/** The statements, each with its speaker. @throws Refusal `role-not-allowed`, WebError `forbidden` */
export async function statementsOf(
  journeys: Journeys,
  { card, principal, roles }: Pick<Seen, 'card' | 'principal' | 'roles'>,
  sayings: readonly Saying[],
): Promise<Statement[]> {
  const takesBack = sayings.some(({ voids }) => voids !== undefined);
  const journal = takesBack ? await readJourney(journeys, card.id) : [];
  return sayings.map(({ as, ...said }) => {
    const type = said.event?.type ?? typeOf(journal, said.voids);
    const role = speakerOf(type, as === undefined ? roles : roles.filter((one) => one === as));
    return { ...withoutUndefined(said), actor: { role, id: principal.person } };
  });
}

/** The first of the roles that may say it; whoever may say something may take it back. What is not an event is refused later. */
function speakerOf(type: string | undefined, roles: readonly SignInRole[]): SignInRole {
  const [first] = roles;
  if (first === undefined) {
    throw new WebError('forbidden', {
      de: 'In dieser Rolle handeln Sie hier nicht.',
      en: 'You do not act here in this role.',
    });
  }
  if (!isEventType(type)) return first;
  const allowed: readonly Role[] = catalogue[type].roles;
  const may = (role: SignInRole): boolean =>
    allowed.includes(role) || (allowed.includes('system') && allowed.length === 1 && isTeam(role));
  const found = roles.find(may);
  if (found !== undefined) return found;
  throw new Refusal('role-not-allowed', [wrongRole(type, first)]);
}

/** What the software entered by itself the team takes back. */
const isTeam = (role: Role): boolean => role === 'caseWorker' || role === 'teamLead';

const typeOf = (journal: readonly Entry[], seq: number | undefined): string | undefined =>
  journal.find((entry) => entry.seq === seq)?.event?.type;

const withoutUndefined = (said: Omit<Saying, 'as'>): Omit<Statement, 'actor'> =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));

/** The request's own id, by which the same command is entered once. @throws WebError `bad-request` where it is missing */
export function keyOf(headers: { readonly [name: string]: string | readonly string[] | undefined }): string {
  const key = headers['idempotency-key'];
  if (typeof key === 'string') return parseRequestId(key);
  throw new WebError('bad-request', {
    de: 'Der Kopf »Idempotency-Key« fehlt: derselbe Schlüssel noch einmal wird nur einmal eingetragen.',
    en: 'The header "Idempotency-Key" is missing: the same key again is entered once.',
  });
}
