/** The sender's side of a move: the journey closes here, and only then is its bundle written; as often as asked. */
import { setTimeout as pause } from 'node:timers/promises';
import { readEffects, readPeople, type Store } from '../../activities/store/read.ts';
import type { FullView } from '../../workflows/fold/view.ts';
import type { Entry, Statement } from '../../workflows/journal/entry.ts';
import { liveEntries } from '../../workflows/journal/live.ts';
import {
  type Journeys,
  previewJourney,
  readHanded,
  readJourney,
  tellJourney,
  viewJourney,
} from '../journeys.ts';
import { type Bundle, sealBundle } from './bundle.ts';
import type { PrivateKeys, PublicKeys } from './keys.ts';
import { openAt } from './open.ts';
import { notTransferred, transferredElsewhere } from './refusals.ts';

export interface Transfer {
  /** Our own keys. */
  readonly own: PrivateKeys;
  /** The keys of who receives it. */
  readonly partner: PublicKeys;
  /** The team lead's opaque id. */
  readonly lead?: string | undefined;
}

/** How much goes along. */
export interface Counts {
  readonly entries: number;
  readonly people: number;
  readonly openEffects: number;
}

export const countsOf = ({ journal, roster, open }: Pick<Bundle, 'journal' | 'roster' | 'open'>): Counts => ({
  entries: journal.length,
  people: roster.people.length,
  openEffects: open.length,
});

/**
 * Closes a journey here and gives its bundle. One that is transferred to this partner already gives its bundle again.
 * @throws Refusal as `tellJourney` would, `not-transferred` if it went to another provider
 */
export async function transferJourney(
  journeys: Journeys,
  db: Store,
  journey: string,
  { own, partner, lead }: Transfer,
): Promise<{ text: string; counts: Counts }> {
  if (!isTransferred(await viewJourney(journeys, journey))) {
    const actor = { role: 'teamLead' as const, ...(lead === undefined ? {} : { id: lead }) };
    const statement: Statement = { event: { type: 'journey.transferred', to: partner.provider }, actor };
    await previewJourney(journeys, journey, [statement]);
    await untilQuiet(journeys, journey);
    await tellJourney(journeys, journey, [statement]);
  }
  const left = await leftBy(journeys, db, journey, partner.provider);
  return { text: await sealBundle(left, own, partner), counts: countsOf(left) };
}

const isTransferred = ({ places }: FullView): boolean =>
  places.some(({ path }) => path === 'phase.closed.transferred');

/** The journey as it left, once it is known what of it was carried out. */
async function leftBy(
  journeys: Journeys,
  db: Store,
  journey: string,
  provider: string,
): Promise<Omit<Bundle, 'from' | 'to'>> {
  await untilQuiet(journeys, journey);
  const { machineVersion, policyVersion, facts } = await viewJourney(journeys, journey);
  const journal = untilTransfer(await readJourney(journeys, journey), journey, provider);
  const all = Object.entries(await readHanded(journeys, journey));
  const handed = Object.fromEntries(all.map(([key, { rev, op }]) => [key, { rev, op }]));
  const left = { machineVersion, policyVersion, journal, handed };
  const open = openAt(left, await readEffects(db, journey));
  const roster = await readPeople(db, journey, facts.site ?? '');
  return { journey, ...left, open, roster };
}

/** Entries up to the transfer: what is told here later, such as a legal hold, concerns the records that stay here. */
function untilTransfer(journal: readonly Entry[], journey: string, provider: string): readonly Entry[] {
  const last = liveEntries(journal).findLast(({ event }) => event.type === 'journey.transferred');
  if (last?.event.type !== 'journey.transferred') throw notTransferred(journey, provider);
  const { event, entry } = last;
  if (event.to === provider) return journal.slice(0, entry.seq);
  throw transferredElsewhere(journey, provider, event.to);
}

/** A mail on its way should be on record before the journey leaves; what is stuck for long goes with it. */
async function untilQuiet(journeys: Journeys, journey: string): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (Date.now() < deadline) {
    const handed = await readHanded(journeys, journey);
    if (Object.values(handed).every(({ order }) => order === undefined)) return;
    await pause(200);
  }
}
