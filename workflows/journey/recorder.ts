/** Brings the journal and its summary into the store: one activity at a time, with all that is new by then. */
import type { JourneyInput } from '../messages.ts';
import { deedsOf, summaryOf } from './books.ts';
import type { Stuck } from './details.ts';
import type { Ledger } from './ledger.ts';
import { activities, persistently, type Trouble } from './persistently.ts';

export interface Recorder {
  wake(ledger: Ledger): void;
  /** The store turned out to hold only these first entries: records all else again, and what was carried out. */
  again(held: number, ledger: Ledger): void;
  idle(): boolean;
  /** Entries that are in the store. */
  recorded(): number;
  stuck(): Stuck[];
}

/** Opens the recorder of a journey of which `recorded` entries are in the store. */
export function openRecorder(input: JourneyInput, troubled: () => void): Recorder {
  let recorded = input.recorded ?? 0;
  let summary = '';
  let wanted: Ledger | undefined;
  let running = false;
  let trouble: Trouble | undefined;
  let withDeeds = false;
  /** Raised when the store turns out to hold something else: what is being recorded no longer counts. */
  let turn = 0;

  async function run(): Promise<void> {
    running = true;
    while (wanted) {
      const { journal, journey, folded } = wanted;
      const next = summaryOf(wanted);
      const news = journal.slice(recorded);
      const deeds = withDeeds ? deedsOf(wanted) : undefined;
      wanted = undefined;
      if (news.length === 0 && JSON.stringify(next) === summary && !deeds) continue;
      const mine = turn;
      const recording = { journey, entries: news, summary: next, asOf: folded.now, ...(deeds && { deeds }) };
      const label = { summary: `record ${news.length} entries of ${journal.length}` };
      await persistently(
        () => activities.record.executeWithOptions(label, [recording]),
        () => turn !== mine,
        (now) => {
          if (now === trouble) return;
          trouble = now;
          troubled();
        },
      );
      if (turn !== mine) continue;
      withDeeds = false;
      recorded = journal.length;
      summary = JSON.stringify(next);
    }
    running = false;
  }

  function wake(ledger: Ledger): void {
    wanted = ledger;
    if (!running) void run();
  }

  return {
    wake,
    again(held, ledger) {
      turn += 1;
      recorded = held;
      withDeeds = true;
      wake(ledger);
    },
    idle: () => !running,
    recorded: () => recorded,
    stuck: () => (trouble ? [{ key: 'record', ...trouble }] : []),
  };
}
