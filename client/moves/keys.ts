/**
 * The keys by which providers know each other: Ed25519 to sign, X25519 to encrypt, as a JWK set (RFC 7517) that also names
 * its provider. The private file stays here; the public one is given to partners, by a way they trust.
 */
import { writeFileSync } from 'node:fs';
import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';
import { Id } from '../../workflows/journal/events.ts';
import { ClientError, unwritable } from '../errors.ts';
import { parseJson, readText } from './json.ts';

const part = z.string().regex(/^[\w-]{43}$/);
const publicSigning = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  use: z.literal('sig'),
  kid: z.string(),
  x: part,
});
const publicEncryption = publicSigning.extend({ crv: z.literal('X25519'), use: z.literal('enc') });
const PublicKeys = z.strictObject({ provider: Id, keys: z.tuple([publicSigning, publicEncryption]) });
const PrivateKeys = z.strictObject({
  provider: Id,
  keys: z.tuple([publicSigning.extend({ d: part }), publicEncryption.extend({ d: part })]),
});

/** What a partner may know. */
export type PublicKeys = z.output<typeof PublicKeys>;
export type PrivateKeys = z.output<typeof PrivateKeys>;

/** Makes new keys for a provider. */
export async function createKeys(provider: string): Promise<PrivateKeys> {
  const signing = await generateKeyPair('EdDSA', { extractable: true });
  const encryption = await generateKeyPair('ECDH-ES+A256KW', { crv: 'X25519', extractable: true });
  const keys = await Promise.all([named(signing.privateKey, 'sig'), named(encryption.privateKey, 'enc')]);
  return PrivateKeys.parse({ provider, keys });
}

async function named(key: CryptoKey, use: 'sig' | 'enc'): Promise<object> {
  const jwk = await exportJWK(key);
  return { ...jwk, use, kid: await calculateJwkThumbprint(jwk) };
}

/** The public half. */
export function publicOf({ provider, keys: [signing, encryption] }: PrivateKeys): PublicKeys {
  const { d: _, ...sign } = signing;
  const { d: __, ...encrypt } = encryption;
  return { provider, keys: [sign, encrypt] };
}

/** Writes a private file, readable by its owner only. @throws ClientError `bad-input` if a file is there: keys are never overwritten */
export function writePrivateKeys(file: string, keys: PrivateKeys): void {
  try {
    writeFileSync(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    throw unwritable(file, error);
  }
}

/** Reads one's own keys. @throws ClientError `bad-input`, quoting nothing of the file */
export const readPrivateKeys = (file: string): PrivateKeys =>
  read(file, PrivateKeys, {
    de: `${file} enthält keine geheimen Schlüssel, wie »keys create« sie schreibt.`,
    en: `${file} holds no private keys as "keys create" writes them.`,
  });

/** Reads a partner's keys. @throws ClientError `bad-input`, quoting nothing of the file; for a private file too */
export const readPublicKeys = (file: string): PublicKeys =>
  read(file, PublicKeys, {
    de: `${file} enthält keine öffentlichen Schlüssel, wie »keys public« sie ausgibt.`,
    en: `${file} holds no public keys as "keys public" prints them.`,
  });

function read<T>(file: string, schema: z.ZodType<T>, otherwise: ClientError['text']): T {
  const parsed = schema.safeParse(parseJson(readText(file)));
  if (parsed.success) return parsed.data;
  throw new ClientError('bad-input', otherwise);
}
