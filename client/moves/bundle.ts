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
import { outsiders, Roster } from '../../activities/store/read.ts';
import { rulebookOf, type Versions } from '../../workflows/fold/rulebook.ts';
import type { Entry } from '../../workflows/journal/entry.ts';
import { Id } from '../../workflows/journal/events.ts';
import { parseJournal } from '../../workflows/journal/file.ts';
import { Instant, later } from '../../workflows/policy/calendar.ts';
import { parseJson } from './json.ts';
import type { PrivateKeys, PublicKeys } from './keys.ts';
import { follows, type Left, type Open } from './open.ts';
import { invalid, notAddressed, notTransferred, unknownFormat, wrongPeople } from './refusals.ts';

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
  /** What is not carried out: the receiver makes it. */
  open: z.array(z.unknown()),
  /** A compact JWE for the receiver. */
  people: z.string(),
});

/** What is encrypted. It names its journey, so that nobody can put it into another bundle. */
const Sealed = z.strictObject({ journey: Id, from: Id, to: Id, roster: z.unknown() });

const File = z.strictObject({ protected: z.string(), payload: z.string(), signature: z.string() });

/** A journey as one provider hands it to another. */
export interface Bundle extends Left {
  readonly journey: string;
  readonly from: string;
  readonly to: string;
  readonly open: readonly Open[];
  /** Personal data: whoever takes part from outside the provider. */
  readonly roster: Companions;
}

/** The people that go along and whom they are involved with; nothing else of what surrounds a journey. */
const Companions = Roster.pick({ people: true, involvements: true });
type Companions = z.output<typeof Companions>;

/** The hash at the end of a journal's chain. Pure. */
export const journalHash = (journal: readonly Entry[]): string => journal.reduce(chainHash, chainStart);

/** Writes a bundle for the partner. */
export async function sealBundle(
  bundle: Omit<Bundle, 'from' | 'to'>,
  own: PrivateKeys,
  partner: PublicKeys,
): Promise<string> {
  const { roster: whole, ...clear } = { ...bundle, from: own.provider, to: partner.provider };
  const { journey, from, to, journal, open } = clear;
  const roster = { people: whole.people, involvements: whole.involvements };
  const [signing] = own.keys;
  const [, encryption] = partner.keys;
  const people = await new CompactEncrypt(
    bytes({ journey, from, to, roster } satisfies z.input<typeof Sealed>),
  )
    .setProtectedHeader({ alg: agreement, enc: cipher, kid: encryption.kid })
    .encrypt(await importJWK(encryption, agreement));
  const lists = { journal: [...journal], journalHash: journalHash(journal), open: [...open] };
  const payload = { format, ...clear, ...lists, people };
  const signed = await new FlattenedSign(bytes(payload satisfies z.input<typeof Payload>))
    .setProtectedHeader({ alg: signature, kid: signing.kid })
    .sign(await importJWK(signing, signature));
  return `${JSON.stringify(signed, null, 2)}\n`;
}

/**
 * Reads a bundle: first whose it is, then what it says. @throws Refusal `bundle-invalid` where a byte differs from what the
 * partner signed or what they signed does not fit together, `not-addressed`, `unknown-version`, `not-transferred`, or what
 * is wrong with an entry
 */
export async function openBundle(
  text: string,
  own: PrivateKeys,
  partner: PublicKeys,
  now: Instant,
): Promise<Bundle> {
  const payload = await verified(text, partner);
  const { journal: rows, journalHash: hash, people, format: _, open, ...about } = payload;
  const { journey, from, to, handed } = about;
  if (from !== partner.provider) throw invalid(`es kommt von »${from}«`, `it comes from "${from}"`);
  if (to !== own.provider) throw notAddressed(`»${to}«`, `"${to}"`);
  const versions = knownVersions(about);
  const journal = parseJournal(rows, later(now, lastClock(rows) ?? now));
  if (journalHash(journal) !== hash)
    throw invalid('die Prüfsumme des Journals stimmt nicht', 'the hash of the journal differs');
  const last = journal.at(-1)?.event;
  if (last?.type !== 'journey.transferred' || last.to !== to) throw notTransferred(journey, to);
  const left: Left = { ...versions, journal, handed };
  if (!follows(left, open))
    throw invalid('was offen sein soll, folgt nicht aus dem Journal', 'what is open does not follow');
  const roster = rosterOf(await decrypted(people, own), about);
  return { ...about, ...left, open: open as Open[], roster };
}

/**
 * The journal's own clock as it left. It may be ahead of ours, by seconds where two servers differ and by years where time
 * was skipped for a demonstration: what was told was in the past for the journey, and the partner signed that. Nothing in
 * the journal may lie after its own end, and the journey goes on from there, never before.
 */
const lastClock = (rows: readonly unknown[]): Instant | undefined =>
  z.looseObject({ recordedAt: Instant }).safeParse(rows.at(-1)).data?.recordedAt;

async function verified(text: string, { keys: [signing] }: PublicKeys): Promise<z.output<typeof Payload>> {
  const file = File.safeParse(parseJson(text));
  if (!file.success) throw invalid('es ist keine Bündeldatei', 'it is no bundle file');
  const key = await importJWK(signing, signature);
  const checked = await flattenedVerify(file.data, key, { algorithms: [signature] }).catch(() => undefined);
  if (!checked) throw invalid('die Unterschrift stimmt nicht', 'the signature does not hold');
  const raw = parseJson(new TextDecoder().decode(checked.payload));
  const said = z.object({ format: z.string() }).safeParse(raw).data?.format;
  if (said !== undefined && said !== format) throw unknownFormat(said, format);
  const payload = Payload.safeParse(raw);
  if (payload.success) return payload.data;
  const fields = payload.error.issues.map(({ path }) => path.join('.')).join(', ');
  throw invalid(`diese Felder stimmen nicht: ${fields}`, `these fields are wrong: ${fields}`);
}

/** Whose journey a bundle file is, as it says itself and nobody has checked; `undefined` where it is no bundle. Pure. */
export function journeyIn(text: string): string | undefined {
  const file = File.safeParse(parseJson(text));
  if (!file.success) return undefined;
  const raw = parseJson(Buffer.from(file.data.payload, 'base64url').toString('utf8'));
  return z.object({ format: z.string(), journey: Id }).safeParse(raw).data?.journey;
}

function knownVersions(said: { machineVersion: number; policyVersion: string }): Versions {
  const versions = said as Versions;
  const { machineVersion, policyVersion } = versions;
  rulebookOf(versions);
  return { machineVersion, policyVersion };
}

async function decrypted(people: string, { keys: [, encryption] }: PrivateKeys): Promise<unknown> {
  const kid = kidOf(people);
  if (kid !== undefined && kid !== encryption.kid)
    throw notAddressed('einen anderen Schlüssel', 'another key');
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

/** The people must belong to this bundle, take part from outside, and concern this journey and nothing else here. */
function rosterOf(raw: unknown, about: Pick<Bundle, 'journey' | 'from' | 'to'>): Companions {
  const sealed = Sealed.safeParse(raw);
  const { journey, from, to, roster } = sealed.data ?? {};
  if (journey !== about.journey || from !== about.from || to !== about.to)
    throw invalid('die Personendaten gehören nicht dazu', 'the personal data belong to another bundle');
  const parsed = Companions.safeParse(roster);
  if (!parsed.success) throw wrongPeople();
  const { people, involvements } = parsed.data;
  const ids = new Set(people.map(({ id }) => id));
  const isOwn = involvements.every(
    ({ scope, scopeId, role, personId }) =>
      scope === 'journey' &&
      scopeId === journey &&
      (outsiders as readonly string[]).includes(role) &&
      ids.has(personId),
  );
  if (!isOwn || ids.size !== people.length) throw wrongPeople();
  return parsed.data;
}

const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
