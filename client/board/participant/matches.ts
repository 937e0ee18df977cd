/** Finding by words. Pure. */

/** Whether every word that is looked for occurs in one of the texts; upper and lower case are the same. */
export function matches(wanted: string, texts: readonly string[]): boolean {
  const text = texts.join(' ').toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
