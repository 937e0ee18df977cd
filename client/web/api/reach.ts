/** Which journeys a request about many is about: those of one site that the caller names, else of all their sites. */
import { listCards } from '../../../activities/store/cards.ts';
import type { Store } from '../../../activities/store/read.ts';
import { type JourneyRow, listJourneys } from '../../../activities/store/read.ts';
import { isAt, type Principal, type SignInRole } from '../rights.ts';
import { forbidden, scopeOf } from './access.ts';

/** The sites; `*` alone stands for every site. @throws WebError `forbidden` for a site that is not the caller's */
export function sitesOf(principal: Principal, site: string | undefined): readonly string[] {
  if (site === undefined) return principal.sites.includes('*') ? ['*'] : principal.sites;
  if (!isAt(principal, site)) throw forbidden();
  return [site];
}

/** The board's rows of some sites. */
export async function rowsAt(db: Store, sites: readonly string[]): Promise<JourneyRow[]> {
  const everything = { limit: 1_000_000, offset: 0 };
  if (sites.includes('*')) return await listJourneys(db, everything);
  const rows = await Promise.all(sites.map((site) => listJourneys(db, { ...everything, site })));
  return rows.flat();
}

/** The rows of the journeys that somebody sees in some of their roles. @throws WebError `forbidden` as `sitesOf` does */
export async function rowsSeen(
  db: Store,
  principal: Principal,
  roles: readonly SignInRole[],
  site: string | undefined,
): Promise<JourneyRow[]> {
  const sites = sitesOf(principal, site);
  const acting = { ...principal, roles: principal.roles.filter((role) => roles.includes(role)) };
  const page = { site, sort: 'id', limit: 1_000_000, offset: 0 } as const;
  const { items } = await listCards(db, scopeOf(acting), page);
  const seen = new Set(items.map(({ id }) => id));
  return (await rowsAt(db, sites)).filter(({ id }) => seen.has(id));
}
