/** Ids from the store, offered to whoever types. A store that does not answer in time offers nothing. */
import { setTimeout as pause } from 'node:timers/promises';
import { listCards } from '../../activities/store/cards.ts';
import { listOrganisations, listSites, type OrganisationRow } from '../../activities/store/directory.ts';
import type { Store } from '../../activities/store/read.ts';
import { listStaff } from '../../activities/store/staffList.ts';
import type { Role } from '../../workflows/effects/words.ts';
import { germanDay } from '../../workflows/policy/calendar.ts';
import { withStore } from '../papers/source.ts';

/** Something that may be typed, and what it is. */
export interface Suggestion {
  readonly value: string;
  readonly help?: string;
}

/** How long somebody waits for it, in milliseconds. */
const patience = 1_000;
/** More than anybody reads. */
const most = 500;

const today = (): string => germanDay(new Date().toISOString());

/** Journeys with the names of their participants; of many those that have the part in id or name. */
export const journeys = (part: string): Promise<Suggestion[]> =>
  fromStore(async (db) => {
    const query = { q: part, sort: 'id', limit: most, offset: 0 } as const;
    const { items } = await listCards(db, { everything: true, today: today() }, query);
    return items.map(({ id, name, phase }) => ({
      value: id,
      help: name === null ? phase : `${name}, ${phase}`,
    }));
  });

/** Those who work for the provider, or those of them in a role. */
export const staff = (role?: Role): Promise<Suggestion[]> =>
  fromStore(async (db) => {
    const all = await listStaff(db, ['*'], today());
    const some = all.filter(({ roles }) => role === undefined || roles.includes(role));
    return some.map(({ id, name }) => ({ value: id, help: name }));
  });

export const sites = (): Promise<Suggestion[]> =>
  fromStore(async (db) =>
    (await listSites(db)).map(({ id, federalState }) => ({ value: id, help: federalState })),
  );

export const organisations = (kind: OrganisationRow['kind']): Promise<Suggestion[]> =>
  fromStore(async (db) =>
    (await listOrganisations(db, kind)).map(({ id, name }) => ({ value: id, help: name })),
  );

/** Whoever types is not told what is wrong: there is simply nothing to choose from. */
async function fromStore(read: (db: Store) => Promise<Suggestion[]>): Promise<Suggestion[]> {
  const late = pause(patience, [], { ref: false });
  return await Promise.race([withStore(read), late]).catch(() => []);
}
