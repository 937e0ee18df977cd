/** Programs show an access token of the provider of identities, made for this installation. */
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import { WebError } from '../problem.ts';
import type { ReadToken } from './caller.ts';
import { knownBy } from './claims.ts';
import { codeOf, type Provider, unreachable } from './provider.ts';

/** Signatures by a provider's own key; never by a secret that a client shares. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

type Keys = ReturnType<typeof createRemoteJWKSet>;

/**
 * Reads tokens, where OIDC_AUDIENCE says for whom they must be made: one that was made for another service of the same
 * provider lets nobody in.
 */
export function readingTokens(provider: Provider, now: () => Date): ReadToken | undefined {
  const { audience } = provider.settings;
  if (audience === undefined) return undefined;
  let keys: Keys | undefined;
  return async (token) => {
    const { issuer, jwks_uri: address } = (await provider.found()).serverMetadata();
    if (address === undefined) throw unreachable();
    keys ??= createRemoteJWKSet(new URL(address), { timeoutDuration: 10_000 });
    const known = knownBy(await verified(token, keys, { issuer, audience }, now()), provider.settings);
    if ('error' in known) throw known.error;
    return known.principal;
  };

  async function verified(
    token: string,
    key: Keys,
    wanted: { readonly issuer: string; readonly audience: string },
    currentDate: Date,
  ): Promise<JWTPayload> {
    try {
      const checks = { ...wanted, algorithms, currentDate, requiredClaims: ['exp'] };
      return (await jwtVerify(token, key, checks)).payload;
    } catch (error) {
      if (isBad(error)) throw notGood();
      provider.log(new Error(`the provider's keys cannot be had (${codeOf(error)})`));
      throw unreachable();
    }
  }
}

const badTokens = [
  errors.JWTExpired,
  errors.JWTClaimValidationFailed,
  errors.JWTInvalid,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
];

const isBad = (error: unknown): boolean => badTokens.some((bad) => error instanceof bad);

const notGood = (): WebError =>
  new WebError('not-signed-in', {
    de: 'Das Token ist abgelaufen, für jemand anderen ausgestellt oder nicht vom Anmeldedienst unterschrieben.',
    en: 'The token has expired, was made for somebody else, or was not signed by the provider of identities.',
  });
