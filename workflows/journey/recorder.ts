/** Brings the journal and its summary into the store: one activity at a time, with all that is new by then. */
import { versionsOf } from '../fold/rulebook.ts';
import { viewOf } from '../fold/view.ts';
import type { JourneyInput } from '../messages.ts';
import type { Stuck } from './details.ts';
import type { Ledger } from './ledger.ts';
import { activities, persistently, type Trouble } from './persistently.ts';

export interface Recorder {
  wake(ledger: Ledger): void;
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

  async function run(): Promise<void> {
    running = true;
    while (wanted) {
      const { journal, journey, folded } = wanted;
      const next = summaryOf(wanted);
      wanted = undefined;
      const news = journal.slice(recorded);
      if (news.length === 0 && JSON.stringify(next) === summary) continue;
      const recording = { journey, entries: news, summary: next, asOf: folded.now };
      const label = { summary: `record ${news.length} entries of ${journal.length}` };
      await persistently(
        () => activities.record.executeWithOptions(label, [recording]),
        () => false,
        (now) => {
          if (now === trouble) return;
          trouble = now;
          troubled();
        },
      );
      recorded = journal.length;
      summary = JSON.stringify(next);
    }
    running = false;
  }

  return {
    wake(ledger) {
      wanted = ledger;
      if (!running) void run();
    },
    idle: () => !running,
    recorded: () => recorded,
    stuck: () => (trouble ? [{ key: 'record', ...trouble }] : []),
  };
}

function summaryOf({ folded }: Ledger) {
  const { phase, attention, conflictRung, places, open, due, overdue } = viewOf(folded);
  const { facts } = folded.snapshot.context;
  return {
    site: facts.site ?? '',
    federalState: facts.federalState,
    phase,
    attention,
    caseWorker: facts.caseWorker,
    nextDeadline: open[0]?.at,
    ...versionsOf(folded.rulebook),
    summary: { conflictRung, places: places.map(({ path }) => path), open: open.slice(0, 5), due, overdue },
  };
}
