/** Which journeys somebody who runs the software may ask something of: those at their sites, by opaque ids. */
import type { Store } from '../../../activities/store/read.ts';
import { type Journeys, runningJourneys } from '../../journeys.ts';
import type { Principal } from '../rights.ts';
import { forbidden } from './access.ts';
import { rowsAt, sitesOf } from './reach.ts';

interface Homes {
  readonly db: Store;
  readonly journeys: Journeys;
}

interface Chosen {
  readonly journeys?: readonly string[] | undefined;
  readonly site?: string | undefined;
}

/** The journeys that are named, else all that run at the site, else at the caller's. @throws WebError `forbidden` */
export async function runningAt(homes: Homes, principal: Principal, chosen: Chosen): Promise<string[]> {
  const sites = sitesOf(principal, chosen.site);
  if (chosen.journeys === undefined) return await runningIn(homes.journeys, sites);
  await mustBeAt(homes, sites, chosen.journeys);
  return [...new Set(chosen.journeys)];
}

/** The journeys that are named, else all at the caller's sites; nothing where that is all there are. @throws WebError `forbidden` */
export async function placedAt(
  homes: Homes,
  principal: Principal,
  named: readonly string[] | undefined,
): Promise<readonly string[] | undefined> {
  const sites = sitesOf(principal, undefined);
  if (named !== undefined) await mustBeAt(homes, sites, named);
  if (named !== undefined || sites.includes('*')) return named;
  return [...(await knownAt(homes, sites))];
}

async function runningIn(journeys: Journeys, sites: readonly string[]): Promise<string[]> {
  if (sites.includes('*')) return await runningJourneys(journeys);
  const found = await Promise.all(sites.map((site) => runningJourneys(journeys, site)));
  return found.flat().sort();
}

/** Those the store places at the sites, and those that run there and that it may have lost. */
async function knownAt({ db, journeys }: Homes, sites: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await rowsAt(db, sites);
  return new Set([...rows.map(({ id }) => id), ...(await runningIn(journeys, sites))]);
}

async function mustBeAt(homes: Homes, sites: readonly string[], named: readonly string[]): Promise<void> {
  if (sites.includes('*')) return;
  const known = await knownAt(homes, sites);
  if (!named.every((journey) => known.has(journey))) throw forbidden();
}
