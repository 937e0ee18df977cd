/**
 * The receiver's side of a move. Everything is checked before anything is written: the signature, the address, the versions,
 * that the journal folds here, and that it does not go on here already. Then come the people, last the journey itself;
 * broken off, it can be done again.
 */
import { savePeopleFrom } from '../../activities/store/people.ts';
import type { Store } from '../../activities/store/read.ts';
import { fold } from '../../workflows/fold/fold.ts';
import { rulebookOf } from '../../workflows/fold/rulebook.ts';
import { refuseUnlessBack } from '../../workflows/journal/comeBack.ts';
import { buildEntry, type Entry } from '../../workflows/journal/entry.ts';
import type { EventOf } from '../../workflows/journal/events.ts';
import type { JourneyInput } from '../../workflows/messages.ts';
import { type Instant, later } from '../../workflows/policy/calendar.ts';
import { type Journeys, launch } from '../journeys.ts';
import { type Bundle, openBundle } from './bundle.ts';
import { comeBack, keptHere } from './comeBack.ts';
import type { PrivateKeys, PublicKeys } from './keys.ts';
import { handedWith } from './open.ts';
import { type Counts, countsOf } from './transfer.ts';

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

export interface Received {
  readonly journey: string;
  readonly counts: Counts;
  /** It was here before, and goes on in its own books. */
  readonly isBack: boolean;
  /** The journey's own now: later than ours where the sender's clock was. */
  readonly now: Instant;
}

/**
 * Goes on with a journey from its bundle's text. @throws Refusal as `openBundle`, for an impossible entry, and
 * `journey-exists`; nothing is changed then
 */
export async function receiveJourney(
  journeys: Journeys,
  db: Store,
  text: string,
  { own, partner, place, lead }: Arrival,
): Promise<Received> {
  const clock = new Date().toISOString();
  const bundle = await openBundle(text, own, partner, clock);
  const { journey, from, journal, roster } = bundle;
  const now = arrivalOf(bundle, clock);
  const input = inputOf(bundle, now, { place, lead });
  const kept = await keptHere(journeys, db, journey);
  if (kept) refuseUnlessBack(journey, kept.journal, journal);
  await savePeopleFrom(db, { provider: from, journey }, roster);
  if (kept?.runs) await comeBack(journeys, input);
  // A run that has ended here keeps its id; whether the journey may go on was asked above.
  else await launch(journeys, input, { again: true });
  return { journey, counts: countsOf(bundle), isBack: kept !== undefined, now };
}

/** It was received after it had left, whatever the two clocks say. */
function arrivalOf({ journal }: Bundle, clock: Instant): Instant {
  const left = journal.at(-1)?.recordedAt ?? clock;
  return later(clock, new Date(Date.parse(left) + 1).toISOString());
}

/** What the workflow begins with: all that was folded and sent there, and as its only news that it was received. */
function inputOf(
  bundle: Bundle,
  now: Instant,
  { place, lead }: Pick<Arrival, 'place' | 'lead'>,
): JourneyInput {
  const { journey, from, journal, machineVersion, policyVersion, open } = bundle;
  const transfer = journal.length;
  const upTo = journal.at(-1)?.recordedAt ?? now;
  const statement = {
    event: { type: 'journey.received', from, ...place },
    actor: { role: 'teamLead', ...(lead === undefined ? {} : { id: lead }) },
    effectiveAt: now,
    replaces: transfer,
    reason: 'received',
  };
  const stamp = { seq: transfer + 1, requestId: `received/${transfer + 1}`, recordedAt: now };
  const whole: Entry[] = [...journal, buildEntry(statement, stamp, now)];
  fold(rulebookOf(bundle), whole, now);
  return {
    journey,
    machineVersion,
    policyVersion,
    rulesSince: now,
    journal: whole,
    upTo,
    handed: handedWith(bundle, open),
  };
}
