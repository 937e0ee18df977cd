/** A provider of identities (OpenID Connect) for tests, on a free port of this machine: it takes any password. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { Provider } from 'oidc-provider';

/** What the provider says about somebody, by their login. */
export type Directory = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface ProviderOptions {
  readonly clientId: string;
  readonly clientSecret?: string;
  /** Where people are sent back to: this address's `auth/callback`, and itself after signing out. */
  readonly publicUrl: string;
  readonly people: Directory;
  /** Whether claims stand in the ID token; else they are asked for with its access token, in the scope `profile`. */
  readonly claimsInToken?: boolean;
  /** Any free one where left out. */
  readonly port?: number;
}

export interface TokenClaims extends Readonly<Record<string, unknown>> {
  readonly audience: string;
  /** Seconds from now. */
  readonly expiresIn?: number;
}

export interface TestProvider {
  readonly issuer: string;
  /** An access token for a program, signed by the provider's key or by another one. */
  readonly token: (claims: TokenClaims, key?: CryptoKey) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Starts it. */
export async function startProvider(options: ProviderOptions): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: 'test', alg: 'RS256', use: 'sig' };
  const provider = new Provider(issuer, configurationOf(options, jwk));
  server.on('request', provider.callback());
  return {
    issuer,
    token: async ({ audience, expiresIn = 60, ...claims }, key = privateKey) =>
      await new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', kid: 'test' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setExpirationTime(Math.floor(Date.now() / 1_000) + expiresIn)
        .sign(key),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Configuration = NonNullable<ConstructorParameters<typeof Provider>[1]>;

function configurationOf(
  { clientId, clientSecret, publicUrl, people, claimsInToken = false }: ProviderOptions,
  jwk: object,
): Configuration {
  const names = new Set(Object.values(people).flatMap((claims) => Object.keys(claims)));
  return {
    clients: [
      {
        client_id: clientId,
        redirect_uris: [new URL('auth/callback', publicUrl).href],
        post_logout_redirect_uris: [publicUrl],
        ...(clientSecret === undefined
          ? { token_endpoint_auth_method: 'none' }
          : { client_secret: clientSecret, token_endpoint_auth_method: 'client_secret_post' }),
      },
    ],
    jwks: { keys: [jwk] },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
    cookies: { keys: ['of-no-use-elsewhere'] },
    claims: { openid: ['sub'], profile: [...names] },
    conformIdTokenClaims: !claimsInToken,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
    findAccount: async (_, id) => ({
      accountId: id,
      claims: async () => ({ ...people[id], sub: id }),
    }),
    // Nobody is asked whether they agree.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        accountId: oidc.session?.accountId ?? '',
        clientId: oidc.client?.clientId ?? '',
      });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  } as Configuration;
}
