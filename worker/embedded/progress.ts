/** Shows in the terminal what is being done and how long that usually takes: one moving line on a terminal, else plain lines. */

export interface Progress {
  /**
   * Shows a step while it is worked on.
   * @param usually how long it takes, such as `4 minutes, only once`
   */
  step<T>(what: string, usually: string, work: () => Promise<T>): Promise<T>;
  /** Shows a line that stays. */
  say(line: string): void;
}

/** Where progress is shown: standard error, or what looks like it. */
export interface Terminal {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

/** Shows nothing. */
export const silentProgress: Progress = { step: (_what, _usually, work) => work(), say: () => {} };

/** Shows progress on a terminal; steps may run at the same time and within one another. */
export function terminalProgress(terminal: Terminal = process.stderr): Progress {
  const steps = new Map<symbol, () => string>();
  let timer: NodeJS.Timeout | undefined;
  const clear = () => terminal.isTTY && terminal.write('\r\x1b[K');
  const draw = () => {
    const line = [...steps.values()].map((show) => show()).join('  |  ');
    terminal.write(`\r\x1b[K${line.slice(0, (terminal.columns || 80) - 1)}`);
  };
  const say = (line: string) => {
    clear();
    terminal.write(`${line}\n`);
  };
  const finish = (id: symbol) => {
    steps.delete(id);
    if (steps.size === 0) clearInterval(timer);
    if (steps.size === 0) timer = undefined;
  };
  const step = async <T>(what: string, usually: string, work: () => Promise<T>): Promise<T> => {
    const id = Symbol(what);
    const start = Date.now();
    const text = `${what} … usually ${usually}`;
    steps.set(id, () => `${text} · ${clock(Date.now() - start)}`);
    if (terminal.isTTY) timer ??= setInterval(draw, 200).unref();
    else say(text);
    try {
      const result = await work();
      finish(id);
      say(`${what}: done · ${clock(Date.now() - start)}`);
      return result;
    } catch (error) {
      finish(id);
      say(`${what}: failed · ${clock(Date.now() - start)}`);
      throw error;
    }
  };
  return { step, say };
}

/** Minutes and seconds: `1:07`. */
export function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
