/** One journey: everything its page shows, and its journal. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { namesOf, peopleIn } from '../../../activities/store/directory.ts';
import type { Store } from '../../../activities/store/read.ts';
import { readMeetings } from '../../../activities/store/read.ts';
import { roles as allRoles } from '../../../workflows/effects/words.ts';
import { type Explanation, wrongRole } from '../../../workflows/fold/explain.ts';
import type { FullView } from '../../../workflows/fold/view.ts';
import type { Entry } from '../../../workflows/journal/entry.ts';
import { catalogue } from '../../../workflows/journal/events.ts';
import { endings, momentOf } from '../../../workflows/journal/live.ts';
import { germanDay } from '../../../workflows/policy/calendar.ts';
import { explainJourney, readJourney, viewJourney } from '../../journeys.ts';
import type { WebMeans } from '../means.ts';
import type { SignInRole } from '../rights.ts';
import { journeyFor, type Seen, scopeOf } from './access.ts';
import { cardFor } from './cards.ts';
import { Journal, Journey, type Meeting, type Person } from './schemas.ts';
import { supportEntries, supportView } from './supportReading.ts';

const params = z.object({ journey: z.string() });
const readers = ['caseWorker', 'teamLead', 'learningSupporter', 'dataProtection'] as const;

export function addJourney(api: FastifyInstance, { db, journeys }: WebMeans): void {
  const app = api.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/journeys/:journey',
    {
      config: { access: readers },
      schema: {
        summary: 'A journey: where it stands, what is due, what may be said next and why not',
        tags: ['Journeys'],
        params,
        response: { 200: Journey },
      },
    },
    async (request) => {
      const seen = await journeyFor(db, request, request.params.journey);
      const { card, principal, roles, reading } = seen;
      const [view, explanations] = await Promise.all([
        viewJourney(journeys, card.id),
        explainJourney(journeys, card.id),
      ]);
      return {
        ...{ card: cardFor(principal, card, scopeOf(principal).today), roles: [...roles], reading },
        view: reading === 'support' ? supportView(view) : mayBeSaid(view, roles),
        explanations: explanations
          // Why something is not possible tells of what is: of other matters than their own, too.
          .filter((one) => reading === 'whole' || roles.some((role) => one.roles.includes(role)))
          .map((one) => forRoles(one, roles)),
        people: await peopleOf(db, seen),
        meetings: await meetingsOf(db, seen),
      };
    },
  );
  app.get(
    '/journeys/:journey/journal',
    {
      config: { access: readers },
      schema: {
        summary: 'Every entry, in the order it was told',
        tags: ['Journeys'],
        params,
        response: { 200: Journal },
      },
    },
    async (request) => {
      const { card, principal, reading } = await journeyFor(db, request, request.params.journey);
      const journal = await readJourney(journeys, card.id);
      const ends = endings(journal);
      const names = await namesOf(
        db,
        journal.flatMap(({ actor }) => actor.id ?? []),
      );
      const shown = reading === 'support' ? supportEntries(journal, principal.person) : journal;
      return {
        entries: shown.map((entry) => ({
          entry,
          label: labelOf(entry),
          happenedOn: germanDay(momentOf(journal, entry)),
          author: names.get(entry.actor.id ?? '') ?? null,
          endedBy: ends.get(entry.seq)?.seq ?? null,
        })),
      };
    },
  );
}

const labelOf = ({ event, voids }: Entry): { de: string; en: string } =>
  event
    ? catalogue[event.type].label
    : { de: `Eintrag ${voids} zurückgenommen`, en: `Entry ${voids} taken back` };

/** Whether the caller may say it: possible, and one of their roles may. */
function forRoles(explanation: Explanation, roles: readonly SignInRole[]): Explanation {
  const [first] = roles;
  if (first === undefined || roles.some((role) => explanation.roles.includes(role))) return explanation;
  const reasons = [...explanation.reasons, wrongRole(explanation.type, first)];
  return { ...explanation, possible: false, reasons };
}

const mayBeSaid = (view: FullView, roles: readonly SignInRole[]): FullView => ({
  ...view,
  next: view.next.filter((one) => roles.some((role) => one.roles.includes(role))),
});

async function peopleOf(db: Store, { card, reading }: Seen): Promise<Person[]> {
  const everybody = await peopleIn(db, card, [...allRoles]);
  // Who gives lessons needs to reach whom they teach and who sent them, nobody else.
  const shown = everybody.filter(
    ({ role }) => reading === 'whole' || role === 'participant' || role === 'caseWorker',
  );
  return shown.map(({ role, id, name, email, phone }) => ({ role, id, name, email, phone }));
}

async function meetingsOf(db: Store, { card, reading }: Seen): Promise<Meeting[]> {
  if (reading === 'support') return [];
  const known = await readMeetings(db, card.id);
  return known.map(({ key, startsAt, endsAt, status, attendees, caseWorker }) => ({
    ...{ journey: card.id, name: card.name, key, startsAt, endsAt, status },
    ...{ attendees: [...attendees], caseWorker },
  }));
}
