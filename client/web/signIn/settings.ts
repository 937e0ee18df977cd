/** Settings of signing in: `OIDC_…`, checked once. */
import { z } from 'zod';
import { readConfig } from '../../../worker/config.ts';
import { type SignInRole, signInRoles } from '../rights.ts';
import { isLoopbackUrl } from './origin.ts';

/** The provider's names for our roles; one of theirs may stand for several of ours. */
type RoleMap = ReadonlyMap<string, readonly SignInRole[]>;

const isRole = (name: string): name is SignInRole => (signInRoles as readonly string[]).includes(name);

const claim = (name: string) => z.string().min(1).default(name);

const Settings = z.object({
  /** The provider of identities. */
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .refine((url) => url.startsWith('https:') || isLoopbackUrl(url), 'is to begin with https://'),
  OIDC_CLIENT_ID: z.string().min(1),
  /** Without it this is a public client: PKCE alone protects the code. */
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_SCOPE: z
    .string()
    .default('openid')
    .refine((scope) => scope.split(' ').includes('openid'), 'is to contain openid'),
  /** Which claim says who it is, in which roles and at which sites; dots lead into objects. */
  OIDC_PERSON_CLAIM: claim('sub'),
  OIDC_ROLES_CLAIM: claim('roles'),
  OIDC_SITES_CLAIM: claim('sites'),
  /** `their-name=teamLead,other-name=caseWorker` */
  OIDC_ROLE_MAP: z
    .string()
    .default('')
    .transform((text, { addIssue }): RoleMap => {
      const pairs = text.split(',').flatMap((one) => (one.trim() === '' ? [] : [pairOf(one)]));
      for (const { ours } of pairs.filter((pair) => !isRole(pair.ours))) {
        addIssue({ code: 'custom', message: `"${ours}" is none of ${signInRoles.join(', ')}` });
      }
      return mapOf(pairs);
    }),
  /** For whom tokens of programs are made; without it no program gets in by a token. */
  OIDC_AUDIENCE: z.string().min(1).optional(),
  /** Where the provider sends people back to. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }),
});

export interface OidcSettings {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly scope: string;
  readonly claims: { readonly person: string; readonly roles: string; readonly sites: string };
  readonly roleMap: RoleMap;
  readonly audience: string | undefined;
  readonly publicUrl: string;
  readonly redirectUri: string;
}

/** The settings, if there is a provider. Throws what is missing or wrong, by the names of the variables. */
export function readOidcSettings(
  env: NodeJS.ProcessEnv,
  publicUrl: string | undefined,
): OidcSettings | undefined {
  if (!env.OIDC_ISSUER) return undefined;
  const read = readConfig(Settings, { ...env, PUBLIC_URL: publicUrl });
  return {
    issuer: new URL(read.OIDC_ISSUER),
    clientId: read.OIDC_CLIENT_ID,
    clientSecret: read.OIDC_CLIENT_SECRET,
    scope: read.OIDC_SCOPE,
    claims: {
      ...{ person: read.OIDC_PERSON_CLAIM, roles: read.OIDC_ROLES_CLAIM, sites: read.OIDC_SITES_CLAIM },
    },
    roleMap: read.OIDC_ROLE_MAP,
    audience: read.OIDC_AUDIENCE,
    publicUrl: read.PUBLIC_URL,
    redirectUri: new URL('auth/callback', read.PUBLIC_URL).href,
  };
}

/** The last `=` parts them: a provider's name may have others. */
function pairOf(text: string): { readonly theirs: string; readonly ours: string } {
  const at = text.lastIndexOf('=');
  return { theirs: text.slice(0, Math.max(at, 0)).trim(), ours: text.slice(at + 1).trim() };
}

function mapOf(pairs: readonly { readonly theirs: string; readonly ours: string }[]): RoleMap {
  const map = new Map<string, SignInRole[]>();
  for (const { theirs, ours } of pairs) {
    if (isRole(ours)) map.set(theirs, [...(map.get(theirs) ?? []), ours]);
  }
  return map;
}
