/** A progress bar on stderr, where somebody is looking. */

/** How far several parts together have come, of a total. */
export function progressBar(total: number): { show: (part: number, done: number) => void; end: () => void } {
  const { stderr } = process;
  const parts = new Map<number, number>();
  const width = 40;
  return {
    show: (part, done) => {
      if (!stderr.isTTY) return;
      parts.set(part, done);
      const share = [...parts.values()].reduce((sum, one) => sum + one, 0) / total;
      const full = Math.round(share * width);
      stderr.write(
        `\r${'█'.repeat(full)}${'░'.repeat(width - full)} ${String(Math.floor(share * 100)).padStart(3)} %`,
      );
    },
    end: () => {
      if (stderr.isTTY) stderr.write(`\r${' '.repeat(width + 7)}\r`);
    },
  };
}
