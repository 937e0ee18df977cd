/** The sender's side of a move: the journey closes here, and only then is its bundle written; as often as asked. */
import { setTimeout as pause } from 'node:timers/promises';
import { readPeople, type Store } from '../../activities/store/read.ts';
import type { FullView } from '../../workflows/fold/view.ts';
import type { Entry, Statement } from '../../workflows/journal/entry.ts';
import { liveEntries } from '../../workflows/journal/live.ts';
import { Refusal } from '../../workflows/journal/refusal.ts';
import {
  type Journeys,
  previewJourney,
  readHanded,
  readJourney,
  tellJourney,
  viewJourney,
} from '../journeys.ts';
import { sealBundle } from './bundle.ts';
import type { PrivateKeys, PublicKeys } from './keys.ts';

export interface Transfer {
  /** Our own keys. */
  readonly own: PrivateKeys;
  /** The keys of who receives it. */
  readonly partner: PublicKeys;
  /** The team lead's opaque id. */
  readonly lead?: string | undefined;
}

/**
 * Closes a journey here and gives its bundle. One that is transferred to this partner already gives its bundle again.
 * @throws Refusal as `tellJourney` would, `not-transferred` if it went to another provider
 */
export async function transferJourney(
  journeys: Journeys,
  db: Store,
  journey: string,
  { own, partner, lead }: Transfer,
): Promise<string> {
  if (!isTransferred(await viewJourney(journeys, journey))) {
    const actor = { role: 'teamLead' as const, ...(lead === undefined ? {} : { id: lead }) };
    const statement: Statement = { event: { type: 'journey.transferred', to: partner.provider }, actor };
    await previewJourney(journeys, journey, [statement]);
    await untilQuiet(journeys, journey);
    await tellJourney(journeys, journey, [statement]);
  }
  const view = await viewJourney(journeys, journey);
  const journal = untilTransfer(await readJourney(journeys, journey), journey, partner.provider);
  const handed = await readHanded(journeys, journey);
  const { machineVersion, policyVersion, facts } = view;
  const roster = await readPeople(db, journey, facts.site ?? '');
  const stages = Object.entries(handed).map(([key, { rev, op }]) => [key, { rev, op }] as const);
  return await sealBundle(
    { journey, machineVersion, policyVersion, journal, handed: Object.fromEntries(stages), roster },
    own,
    partner,
  );
}

const isTransferred = ({ places }: FullView): boolean =>
  places.some(({ path }) => path === 'phase.closed.transferred');

/** Entries up to the transfer: what is told here later, such as a legal hold, concerns the records that stay here. */
function untilTransfer(journal: readonly Entry[], journey: string, provider: string): readonly Entry[] {
  const last = liveEntries(journal).findLast(({ event }) => event.type === 'journey.transferred');
  const to = last?.event.type === 'journey.transferred' ? last.event.to : undefined;
  if (last && to === provider) return journal.slice(0, last.entry.seq);
  throw new Refusal('not-transferred', [
    {
      code: 'not-transferred',
      de: `Die Begleitung ${journey} ist nicht an ${provider} übergeben, sondern an ${to}.`,
      en: `The journey ${journey} is not transferred to ${provider} but to ${to}.`,
    },
  ]);
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
