/** How a journal's entries are chained by hashes, so that a changed, removed or inserted row shows. Pure. */
import { createHash } from 'node:crypto';

/** What stands in for the hash before the first entry. */
export const chainStart = '0'.repeat(64);

/** JSON with the keys of every object sorted, so that equal content is equal text. Pure. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/**
 * The hash of an entry after the previous one: SHA-256 in hex over the previous hash and the canonical JSON.
 * Pure.
 */
export function chainHash(previousHash: string, entry: unknown): string {
  return createHash('sha256').update(previousHash).update(canonicalJson(entry)).digest('hex');
}
