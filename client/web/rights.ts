/**
 * Who may see and say what. A person has roles, each at some sites; on one journey they act in the roles that fit it. Pure: what
 * is asked about comes as a row of the board.
 */
import type { Role } from '../../workflows/effects/words.ts';
import type { Day } from '../../workflows/policy/calendar.ts';

/** The roles somebody may sign in with. */
export const signInRoles = [
  'caseWorker',
  'teamLead',
  'learningSupporter',
  'dataProtection',
  'ops',
  'funderAdviser',
] as const satisfies readonly Role[];
export type SignInRole = (typeof signInRoles)[number];

/** Whoever has signed in. Opaque ids only. */
export interface Principal {
  readonly person: string;
  readonly roles: readonly SignInRole[];
  /** Where the roles hold; `*` stands for every site. */
  readonly sites: readonly string[];
}

/** As much of a journey as rights are decided by. */
export interface Whose {
  readonly site: string;
  readonly phase: string;
  readonly caseWorker: string | null;
  /** Who stands in, and from when to when. */
  readonly deputy?: { readonly id: string; readonly from: Day; readonly until: Day } | undefined;
  /** Who stands in for the case worker on the day that is asked about, by the list of absences. */
  readonly standIn?: string | undefined;
  /** To whom a handover is proposed. */
  readonly handoverTo?: string | undefined;
  /** Who gives the learning support. */
  readonly supporter?: string | undefined;
  /** Learning support is asked for, and nobody gives it yet. */
  readonly supportWanted?: boolean | undefined;
}

export const isAt = ({ sites }: Pick<Principal, 'sites'>, site: string): boolean =>
  sites.includes('*') || sites.includes(site);

const holds: { readonly [R in SignInRole]: (one: Principal, whose: Whose, today: Day) => boolean } = {
  caseWorker: (one, whose, today) => isAt(one, whose.site) && looksAfter(one.person, whose, today),
  teamLead: (one, { site }) => isAt(one, site),
  // Whoever is asked has to see what for before they accept.
  learningSupporter: (one, { site, supporter, supportWanted = false }) =>
    supporter === one.person || (supportWanted && isAt(one, site)),
  dataProtection: (one, { site }) => isAt(one, site),
  // They see what cannot be carried out, and figures; no journey.
  ops: () => false,
  funderAdviser: () => false,
};

/** A case worker's own journeys, those they stand in for, those offered to them, and those of their site that are nobody's yet. */
function looksAfter(person: string, whose: Whose, today: Day): boolean {
  const { caseWorker, deputy, standIn, handoverTo, phase } = whose;
  const covers = deputy?.id === person && deputy.from <= today && today <= deputy.until;
  const isNobodys = caseWorker === null && phase === 'intake';
  return caseWorker === person || covers || standIn === person || handoverTo === person || isNobodys;
}

/** The roles in which somebody acts on a journey on a day; none means that it is not theirs to see. Pure. */
export const rolesOn = (one: Principal, whose: Whose, today: Day): SignInRole[] =>
  one.roles.filter((role) => holds[role](one, whose, today));

/** What of a journey a role may read. */
export type Reading = 'whole' | 'support';

/** How much of a journey these roles may read: all of it, or what the learning support needs. Pure. */
export function readingOf(roles: readonly SignInRole[]): Reading | undefined {
  if (roles.some((role) => role !== 'learningSupporter')) return 'whole';
  return roles.length > 0 ? 'support' : undefined;
}
