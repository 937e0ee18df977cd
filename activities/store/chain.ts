/** How a journal's entries are chained by hashes, so that a changed, removed or inserted row shows. Pure. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../workflows/journal/canonical.ts';

/** What stands in for the hash before the first entry. */
export const chainStart = '0'.repeat(64);

/**
 * The hash of an entry after the previous one: SHA-256 in hex over the previous hash and the canonical JSON.
 * Pure.
 */
export function chainHash(previousHash: string, entry: unknown): string {
  return createHash('sha256').update(previousHash).update(canonicalJson(entry)).digest('hex');
}
