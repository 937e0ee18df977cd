/** What this device remembers between visits: taste only, nothing about anybody. A browser may forbid it. */
const prefix = 'wegbegleiter.';

export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(prefix + key, value);
  } catch {
    // Without storage the choice holds for this visit.
  }
}
