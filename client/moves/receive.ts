/**
 * The receiver's side of a move. Everything is checked before anything is written: the signature, the address, the versions,
 * and that the journal folds here. Then come the people, last the journey itself; broken off, it can be done again.
 */
import { WorkflowNotFoundError } from '@temporalio/client';
import { Roster, savePeopleFrom } from '../../activities/store/people.ts';
import type { Store } from '../../activities/store/read.ts';
import { fold } from '../../workflows/fold/fold.ts';
import { rulebookOf } from '../../workflows/fold/rulebook.ts';
import { buildEntry, type Entry } from '../../workflows/journal/entry.ts';
import type { EventOf } from '../../workflows/journal/events.ts';
import { Refusal } from '../../workflows/journal/refusal.ts';
import type { JourneyInput } from '../../workflows/messages.ts';
import { type Instant, later } from '../../workflows/policy/calendar.ts';
import { handleOf, type Journeys, launch } from '../journeys.ts';
import { type Bundle, openBundle } from './bundle.ts';
import type { PrivateKeys, PublicKeys } from './keys.ts';

export interface Arrival {
  /** Our own keys. */
  readonly own: PrivateKeys;
  /** The keys of who sent it. */
  readonly partner: PublicKeys;
  /** Where it goes on, and with whom. */
  readonly place: Pick<EventOf<'journey.received'>, 'site' | 'federalState' | 'caseWorker'>;
  /** The team lead's opaque id. */
  readonly lead?: string | undefined;
}

/**
 * Goes on with a journey from its bundle's text, and gives its id. @throws Refusal as `openBundle`, for an impossible
 * entry, and `journey-exists`; nothing is changed then
 */
export async function receiveJourney(
  journeys: Journeys,
  db: Store,
  text: string,
  { own, partner, place, lead }: Arrival,
): Promise<string> {
  const now = new Date().toISOString();
  const bundle = await openBundle(text, own, partner, now);
  const input = inputOf(bundle, now, { place, lead });
  const roster = rosterOf(bundle);
  await refuseKnown(journeys, bundle.journey);
  await savePeopleFrom(db, bundle.from, roster);
  await launch(journeys, input);
  return bundle.journey;
}

/** What the workflow begins with: all that was folded and sent there, and as its only news that it was received. */
function inputOf(
  { journey, from, journal, machineVersion, policyVersion, handed }: Bundle,
  clock: Instant,
  { place, lead }: Pick<Arrival, 'place' | 'lead'>,
): JourneyInput {
  const transfer = journal.length;
  const upTo = journal.at(-1)?.recordedAt ?? clock;
  const now = later(clock, new Date(Date.parse(upTo) + 1).toISOString());
  const statement = {
    event: { type: 'journey.received', from, ...place },
    actor: { role: 'teamLead', ...(lead === undefined ? {} : { id: lead }) },
    effectiveAt: now,
    replaces: transfer,
    reason: 'received',
  };
  const stamp = { seq: transfer + 1, requestId: `received/${transfer + 1}`, recordedAt: now };
  const whole: Entry[] = [...journal, buildEntry(statement, stamp, now)];
  fold(rulebookOf({ machineVersion, policyVersion }), whole, now);
  return { journey, machineVersion, policyVersion, journal: whole, upTo, handed };
}

/** The people must concern this journey, and nothing else here. */
function rosterOf({ journey, roster }: Bundle): Roster {
  const parsed = Roster.safeParse(roster);
  const isOwn = parsed.data?.involvements.every(
    ({ scope, scopeId, personId }) =>
      scope === 'journey' && scopeId === journey && parsed.data.people.some(({ id }) => id === personId),
  );
  if (parsed.success && isOwn) return parsed.data;
  throw new Refusal('bundle-invalid', [
    {
      code: 'bundle-invalid',
      de: 'Die Personendaten des Bündels sind unvollständig oder betreffen nicht nur diese Begleitung.',
      en: 'The personal data of the bundle are incomplete or concern more than this journey.',
    },
  ]);
}

async function refuseKnown(journeys: Journeys, journey: string): Promise<void> {
  try {
    await handleOf(journeys, journey).describe();
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return;
    throw error;
  }
  throw new Refusal('journey-exists', [
    {
      code: 'journey-exists',
      de: `Die Begleitung ${journey} gibt es hier schon. Es ist nichts geändert worden.`,
      en: `The journey ${journey} exists here already. Nothing has been changed.`,
    },
  ]);
}
