/** Brings the journal and its summary into the store: one activity at a time, with all that is new by then. */
import type { JourneyInput } from '../messages.ts';
import type { Instant } from '../policy/calendar.ts';
import { boardOf, deedsOf, summaryOf } from './books.ts';
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
export function openRecorder(
  input: JourneyInput,
  troubled: () => void,
  stuckNow: () => readonly Stuck[],
): Recorder {
  let recorded = input.recorded ?? 0;
  let summary = '';
  let wanted: Ledger | undefined;
  let running = false;
  let trouble: (Trouble & { since: Instant }) | undefined;
  // A journey from another provider brings what was sent there: lost here, its revisions would begin anew.
  let withDeeds = recorded === 0 && input.handed !== undefined;
  /** Raised when the store turns out to hold something else: what is being recorded no longer counts. */
  let turn = 0;

  async function run(): Promise<void> {
    running = true;
    while (wanted) {
      const { journal, journey, folded } = wanted;
      const next = { summary: summaryOf(wanted), board: boardOf(wanted, stuckNow()) };
      const news = journal.slice(recorded);
      const deeds = withDeeds ? deedsOf(wanted) : undefined;
      wanted = undefined;
      if (news.length === 0 && JSON.stringify(next) === summary && !deeds) continue;
      const mine = turn;
      const about = { journey, journalLength: journal.length, ...next, asOf: folded.now };
      const recording = { ...about, entries: news, ...(deeds && { deeds }) };
      const label = { summary: `record ${news.length} entries of ${journal.length}` };
      await persistently(
        () => activities.record.executeWithOptions(label, [recording]),
        () => turn !== mine,
        (now) => {
          if (now === undefined && trouble === undefined) return;
          trouble = now && { since: folded.now, ...now };
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
    // What was carried out is recorded with the whole journal: the next run begins with both if this one could not.
    recorded: () => (withDeeds ? 0 : recorded),
    stuck: () => (trouble ? [{ key: 'record', ...trouble }] : []),
  };
}
