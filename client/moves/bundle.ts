/**
 * A journey on its way to another provider, as a file: a JWS (RFC 7515) over everything, in it the personal data as a JWE
 * (RFC 7516) for the receiver. What is in the clear holds opaque ids, dates and codes only. This file knows no server.
 */
import {
  CompactEncrypt,
  compactDecrypt,
  decodeProtectedHeader,
  FlattenedSign,
  flattenedVerify,
  importJWK,
} from 'jose';
import { z } from 'zod';
import { chainHash, chainStart } from '../../activities/store/chain.ts';
import { rulebookOf, type Versions } from '../../workflows/fold/rulebook.ts';
import type { Entry } from '../../workflows/journal/entry.ts';
import { Id } from '../../workflows/journal/events.ts';
import { parseJournal } from '../../workflows/journal/file.ts';
import { Refusal, type RefusalCode } from '../../workflows/journal/refusal.ts';
import type { Instant } from '../../workflows/policy/calendar.ts';
import { policyVersions } from '../../workflows/policy/policy.ts';
import type { PrivateKeys, PublicKeys } from './keys.ts';

export const format = 'wegbegleiter-transfer/1' as const;

const signature = 'EdDSA';
const agreement = 'ECDH-ES+A256KW';
const cipher = 'A256GCM';

/** What was last handed out for an effect's key. */
const Handed = z.strictObject({ rev: z.int().min(0), op: z.enum(['make', 'amend', 'withdraw', 'skip']) });

/** What is signed. */
const Payload = z.strictObject({
  format: z.literal(format),
  journey: Id,
  from: Id,
  to: Id,
  machineVersion: z.int(),
  policyVersion: z.string(),
  /** All entries, the last one the transfer. */
  journal: z.array(z.unknown()),
  /** The last hash of the journal's chain, as the store keeps it. */
  journalHash: z.string(),
  handed: z.record(z.string(), Handed),
  /** A compact JWE for the receiver. */
  people: z.string(),
});

/** What is encrypted. It names its journey, so that nobody can put it into another bundle. */
const Sealed = z.strictObject({ journey: Id, from: Id, to: Id, roster: z.unknown() });

const File = z.strictObject({ protected: z.string(), payload: z.string(), signature: z.string() });

/** A journey as one provider hands it to another. */
export interface Bundle extends Versions {
  readonly journey: string;
  readonly from: string;
  readonly to: string;
  readonly journal: readonly Entry[];
  readonly handed: Readonly<Record<string, z.output<typeof Handed>>>;
  /** Personal data, unchecked where it comes from outside. */
  readonly roster: unknown;
}

/** The hash at the end of a journal's chain. Pure. */
export const journalHash = (journal: readonly Entry[]): string => journal.reduce(chainHash, chainStart);

/** Writes a bundle for the partner. */
export async function sealBundle(
  bundle: Omit<Bundle, 'from' | 'to'>,
  own: PrivateKeys,
  partner: PublicKeys,
): Promise<string> {
  const { roster, ...open } = { ...bundle, from: own.provider, to: partner.provider };
  const { journey, from, to, journal } = open;
  const [signing] = own.keys;
  const [, encryption] = partner.keys;
  const people = await new CompactEncrypt(
    bytes({ journey, from, to, roster } satisfies z.input<typeof Sealed>),
  )
    .setProtectedHeader({ alg: agreement, enc: cipher, kid: encryption.kid })
    .encrypt(await importJWK(encryption, agreement));
  const payload = { format, ...open, journal: [...journal], journalHash: journalHash(journal), people };
  const signed = await new FlattenedSign(bytes(payload satisfies z.input<typeof Payload>))
    .setProtectedHeader({ alg: signature, kid: signing.kid })
    .sign(await importJWK(signing, signature));
  return `${JSON.stringify(signed, null, 2)}\n`;
}

/**
 * Reads a bundle: first whose it is, then what it says. @throws Refusal `bundle-invalid` where a byte differs from what the
 * partner signed, `not-addressed`, `unknown-version`, `not-transferred`, or what is wrong with an entry
 */
export async function openBundle(
  text: string,
  own: PrivateKeys,
  partner: PublicKeys,
  now: Instant,
): Promise<Bundle> {
  const { journal: rows, journalHash: hash, people, format: _, ...about } = await verified(text, partner);
  const { journey, from, to } = about;
  if (from !== partner.provider) throw invalid(`es kommt von »${from}«`, `it comes from "${from}"`);
  if (to !== own.provider) throw notAddressed(`»${to}«`, `"${to}"`);
  const versions = knownVersions(about);
  const journal = parseJournal(rows, now);
  if (journalHash(journal) !== hash)
    throw invalid('die Prüfsumme des Journals stimmt nicht', 'the hash of the journal differs');
  if (journal.at(-1)?.event?.type !== 'journey.transferred') throw notTransferred(journey);
  const sealed = Sealed.safeParse(await decrypted(people, own));
  if (
    !sealed.success ||
    sealed.data.journey !== journey ||
    sealed.data.from !== from ||
    sealed.data.to !== to
  )
    throw invalid(
      'die Personendaten gehören nicht zu diesem Bündel',
      'the personal data belong to another bundle',
    );
  return { ...about, ...versions, journal, roster: sealed.data.roster };
}

async function verified(text: string, { keys: [signing] }: PublicKeys): Promise<z.output<typeof Payload>> {
  const file = File.safeParse(parseJson(text));
  if (!file.success) throw invalid('es ist keine Bündeldatei', 'it is no bundle file');
  const key = await importJWK(signing, signature);
  const checked = await flattenedVerify(file.data, key, { algorithms: [signature] }).catch(() => undefined);
  if (!checked) throw invalid('die Unterschrift stimmt nicht', 'the signature does not hold');
  const raw = parseJson(new TextDecoder().decode(checked.payload));
  const said = z.object({ format: z.string() }).safeParse(raw).data?.format;
  if (said !== undefined && said !== format) throw unknownFormat(said);
  const payload = Payload.safeParse(raw);
  if (payload.success) return payload.data;
  const fields = payload.error.issues.map(({ path }) => path.join('.')).join(', ');
  throw invalid(`diese Felder stimmen nicht: ${fields}`, `these fields are wrong: ${fields}`);
}

function knownVersions({
  machineVersion,
  policyVersion,
}: {
  machineVersion: number;
  policyVersion: string;
}): Versions {
  const known = policyVersions.find((one) => one === policyVersion);
  const versions = { machineVersion, policyVersion: known ?? (policyVersion as Versions['policyVersion']) };
  rulebookOf(versions);
  return versions;
}

async function decrypted(people: string, { keys: [, encryption] }: PrivateKeys): Promise<unknown> {
  if (kidOf(people) !== encryption.kid) throw notAddressed('einen anderen Schlüssel', 'another key');
  const key = await importJWK(encryption, agreement);
  const allowed = { keyManagementAlgorithms: [agreement], contentEncryptionAlgorithms: [cipher] };
  const opened = await compactDecrypt(people, key, allowed).catch(() => undefined);
  if (!opened) throw invalid('die Personendaten sind nicht lesbar', 'the personal data cannot be read');
  return parseJson(new TextDecoder().decode(opened.plaintext));
}

function kidOf(token: string): string | undefined {
  try {
    return decodeProtectedHeader(token).kid;
  } catch {
    return undefined;
  }
}

const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const refused = (code: RefusalCode, de: string, en: string): Refusal => new Refusal(code, [{ code, de, en }]);

const invalid = (de: string, en: string): Refusal =>
  refused(
    'bundle-invalid',
    `Das Bündel ist nicht so, wie der andere Träger es unterschrieben hat: ${de}.`,
    `The bundle is not as the other provider signed it: ${en}.`,
  );

const notAddressed = (de: string, en: string): Refusal =>
  refused(
    'not-addressed',
    `Das Bündel ist für ${de}, nicht für uns.`,
    `The bundle is for ${en}, not for us.`,
  );

const unknownFormat = (said: string): Refusal =>
  refused(
    'unknown-version',
    `Das Format »${said}« ist hier nicht bekannt, nur »${format}«.`,
    `The format "${said}" is not known here, only "${format}".`,
  );

const notTransferred = (journey: string): Refusal =>
  refused(
    'not-transferred',
    `Die Begleitung ${journey} ist nicht übergeben worden: Der letzte Eintrag ist keine Übergabe.`,
    `The journey ${journey} has not been transferred: its last entry is no transfer.`,
  );
