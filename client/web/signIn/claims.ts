/** What a provider of identities says about somebody, as a principal. Pure. */
import { Id } from '../../../workflows/journal/events.ts';
import type { Reason } from '../../../workflows/journal/refusal.ts';
import { WebError } from '../problem.ts';
import { type Principal, type SignInRole, signInRoles } from '../rights.ts';
import type { OidcSettings } from './settings.ts';

export type Claims = Readonly<Record<string, unknown>>;
type Rules = Pick<OidcSettings, 'claims' | 'roleMap'>;

/** Who it is, in which known roles and where, or all that keeps them from signing in. */
export type Known =
  | { readonly principal: Principal }
  | {
      /** Their id, where it is an opaque one. */
      readonly person: string | undefined;
      readonly roles: readonly SignInRole[];
      readonly error: WebError;
    };

/** Roles that hold at sites and nowhere else. */
const sited: readonly SignInRole[] = ['caseWorker', 'teamLead', 'dataProtection'];

/** Reads claims by the names the installation has set for them. */
export function knownBy(claims: Claims, { claims: names, roleMap }: Rules): Known {
  const person = Id.safeParse(valueAt(claims, names.person)).data;
  const named = listAt(claims, names.roles).flatMap((name) => [name, ...(roleMap.get(name) ?? [])]);
  const roles = signInRoles.filter((role) => named.includes(role));
  const sites = listAt(claims, names.sites);
  const isPlace = (site: string): boolean => site === '*' || Id.safeParse(site).success;
  const needsSite = sites.length === 0 && roles.some((role) => sited.includes(role));
  const reasons = [
    ...(person === undefined ? [faults.person(names.person)] : []),
    ...(roles.length === 0 ? [faults.roles(names.roles)] : []),
    ...(needsSite || !sites.every(isPlace) ? [faults.sites(names.sites)] : []),
  ];
  if (person !== undefined && reasons.length === 0) return { principal: { person, roles, sites } };
  return { person, roles, error: new WebError('forbidden', unknownHere, reasons) };
}

/** Whether everything is there that is asked for, so that the provider need not be asked further. */
export const isComplete = (claims: Claims, { claims: names }: Rules): boolean =>
  Object.values(names).every((name) => valueAt(claims, name) !== undefined);

/** A claim by its whole name, which may contain dots, else by its path. */
function valueAt(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  let value: unknown = claims;
  for (const step of name.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Claims)[step];
  }
  return value;
}

const listAt = (claims: Claims, name: string): string[] =>
  [valueAt(claims, name) ?? []].flat().filter((one) => typeof one === 'string');

const unknownHere = {
  de: 'Der Anmeldedienst hat Sie erkannt, aber ihm fehlt etwas für diese Installation.',
  en: 'The provider of identities knows you, but lacks something for this installation.',
};

const faults = {
  person: (claim: string): Reason => ({
    code: 'person-id-missing',
    de: `In »${claim}« muss eine Kennung ohne Namen stehen: Buchstaben, Ziffern und Bindestriche, höchstens 63 Zeichen. Keine E-Mail-Adresse.`,
    en: `"${claim}" must hold an opaque id: letters, digits and hyphens, at most 63 characters. No mail address.`,
  }),
  roles: (claim: string): Reason => ({
    code: 'role-missing',
    de: `In »${claim}« muss mindestens eine Rolle stehen, die hier bekannt ist: ${signInRoles.join(', ')}, oder ein Name aus OIDC_ROLE_MAP.`,
    en: `"${claim}" must hold at least one role that is known here: ${signInRoles.join(', ')}, or a name of OIDC_ROLE_MAP.`,
  }),
  sites: (claim: string): Reason => ({
    code: 'site-missing',
    de: `In »${claim}« müssen die Kennungen der Standorte stehen, an denen die Rolle gilt, oder * für alle.`,
    en: `"${claim}" must hold the ids of the sites where the role holds, or * for all.`,
  }),
};
