/** A progress bar on stderr for long work, where somebody is looking. */
import { Presets, SingleBar } from 'cli-progress';

/** Shows how many of `total` are done while `work` goes on. */
export async function withProgress<T>(
  what: string,
  total: number,
  work: (done: () => void) => Promise<T> | T,
): Promise<T> {
  const bar = new SingleBar(
    {
      format: `${what} {bar} {value}/{total}`,
      stream: process.stderr,
      clearOnComplete: true,
      hideCursor: null,
    },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  try {
    return await work(() => bar.increment());
  } finally {
    bar.stop();
  }
}
