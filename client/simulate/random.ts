/**
 * Chance that can be repeated: a number hangs on the seed and on what it is drawn for, never on what was drawn before. So the
 * same participant meets the same fate under every policy and caseload, and variants differ by their rules alone. Pure.
 */

/** A number in [0, 1) for a purpose: the same arguments always give the same. */
export function draw(seed: number, ...purpose: readonly (string | number)[]): number {
  let hash = mixed(seed ^ 0x9e3779b9);
  for (const letter of purpose.join('/')) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return mixed(hash) / 2 ** 32;
}

/** From the first to the last whole number, each as likely as the others. */
export const within = ([least, most]: readonly [number, number], chance: number): number =>
  least + Math.floor(chance * (most - least + 1));

/** Days until something comes about that happens so often a year on average; endless where it never does. */
export const daysUntil = (perYear: number, chance: number): number =>
  perYear === 0 ? Number.POSITIVE_INFINITY : Math.floor((-Math.log(1 - chance) / perYear) * 365);

/** The last stage of MurmurHash3: every bit of the result hangs on every bit of the input. */
function mixed(bits: number): number {
  let hash = bits;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
