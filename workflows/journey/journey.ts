/**
 * The workflow of one journey. It makes the fold durable and decides nothing by itself: entries come in as updates, one
 * timer is armed for the next deadline, activities carry out effects, and a full run hands over to the next.
 */
import {
  allHandlersFinished,
  CancellationScope,
  condition,
  makeContinueAsNewFunc,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import { differenceBetween } from '../fold/difference.ts';
import { explain } from '../fold/explain.ts';
import { advance } from '../fold/fold.ts';
import { type Machines, machines, rulebookOf, type Versions, versionsOf } from '../fold/rulebook.ts';
import { fullViewOf, viewOf } from '../fold/view.ts';
import * as messages from '../messages.ts';
import { type Instant, later } from '../policy/calendar.ts';
import { booksOf } from './books.ts';
import { asFailure, asResult } from './failure.ts';
import { cameBack } from './homecoming.ts';
import {
  answered,
  carriedBy,
  carryOver,
  commit,
  complained,
  migrated,
  open,
  propose,
  type Step,
  tick,
} from './ledger.ts';
import { openPumps } from './pumps.ts';
import { openRecorder } from './recorder.ts';
import { toldBefore } from './requests.ts';
import { resumed } from './reunion.ts';
import { openShopWindow } from './shopWindow.ts';

/** History events after which a run hands over: far below the server's 51,200, and soon replayed. */
const usualRunLength = 1_000;
/** Bytes of a run's history together with what it hands to the next, by which it does; see `mostCarried`. */
const mostHistory = 1_400_000;
/** Bytes by which a full run still grows while it waits for what is under way. */
const mostDrained = 100_000;

export const journey = (input: messages.JourneyInput): Promise<void> => journeyUnder(machines, input);

/** A journey under one of these machines. */
export async function journeyUnder(known: Machines, input: messages.JourneyInput): Promise<void> {
  const opened = asFailure(() => open(input, serverTime(), known));
  let { ledger } = opened;
  let movesOn = false;
  /** How large the history was when the run became full; and whether it has grown too much since. */
  let fullSize: number | undefined;
  let overflows = false;
  const show = openShopWindow();
  const pumps = openPumps(
    (order, answer) => {
      enter(tick(ledger, clock()));
      enter(answered(ledger, order, answer, clock()));
    },
    (order) => {
      enter(tick(ledger, clock()));
      enter(complained(ledger, order, clock()));
    },
  );
  const recorder = openRecorder(input, refresh, pumps.stuck);

  // Before any handler is there: an update that waited for it runs at once, and must find the books open.
  enter(opened);
  for (const { order } of Object.values(input.handed ?? {})) if (order) pumps.give(order);

  setHandler(
    messages.tell,
    (request) => {
      enter(tick(ledger, clock()));
      const known = asFailure(() => toldBefore(ledger, request, clock()));
      if (known) return { ...known, view: viewOf(ledger.folded) };
      const proposal = asFailure(() => propose(ledger, request.statements, request.requestId, clock()));
      const step = commit(ledger, proposal);
      enter(step);
      return {
        seqs: proposal.entries.map(({ seq }) => seq),
        changes: step.changes,
        view: viewOf(ledger.folded),
      };
    },
    {
      validator: (request) => {
        const current = tick(ledger, clock()).ledger;
        asFailure(
          () =>
            toldBefore(current, request, clock()) ??
            propose(current, request.statements, request.requestId, clock()),
        );
      },
    },
  );
  setHandler(
    messages.migrate,
    (wanted) => {
      enter(tick(ledger, clock()));
      const { step, result } = asFailure(() => migration(wanted, clock()));
      enter(step);
      movesOn ||= hasMoved(result);
      return result;
    },
    { validator: (wanted) => void asFailure(() => migration(wanted, clock())) },
  );
  setHandler(messages.recordAgain, (held) => recorder.again(held, ledger));
  setHandler(
    messages.resume,
    (kept) => {
      const { step, skipped } = asFailure(() => resumed(ledger, kept, known));
      recorder.again(Math.min(kept.journal.length, step.ledger.journal.length), step.ledger);
      enter(step);
      movesOn ||= hasMoved(versionsOf(ledger.folded.rulebook));
      return skipped;
    },
    { validator: (kept) => void asFailure(() => resumed(ledger, kept, known)) },
  );
  setHandler(
    messages.comeBack,
    (input) => {
      const step = asFailure(() => cameBack(ledger, input, clock(), known));
      recorder.again(recorder.recorded(), step.ledger);
      enter(step);
      movesOn ||= hasMoved(versionsOf(ledger.folded.rulebook));
    },
    { validator: (input) => void asFailure(() => cameBack(ledger, input, clock(), known)) },
  );
  setHandler(messages.books, () => booksOf(ledger));
  setHandler(messages.journal, () => ledger.journal);
  setHandler(messages.handed, () => ledger.handed);
  setHandler(messages.view, (now) => fullViewOf(at(now)));
  setHandler(messages.explain, (now, role) => explain(at(now), role));
  setHandler(messages.previewMigration, (wanted, now) =>
    asResult(() => migration(wanted, later(now, ledger.folded.now)).result),
  );
  setHandler(messages.preview, (statements, now) =>
    asResult(() => {
      const instant = later(now, ledger.folded.now);
      const current = tick(ledger, instant).ledger;
      const { changes, folded } = propose(current, statements, 'preview', instant);
      return {
        changes: changes.map(messages.previewOf),
        difference: differenceBetween(current.folded, folded),
        view: viewOf(folded),
      };
    }),
  );

  while (!full()) {
    await nextDeadline(() => ledger.folded.open[0]?.at, full);
    enter(tick(ledger, clock()));
  }
  fullSize ??= workflowInfo().historySize;
  // What is still open is carried over and done by the next run: by key and revision it is the same. While many send at
  // once there is always something under way, and in three seconds their commands would fill the history.
  const hasDrained = (): boolean => overflows || (pumps.idle() && recorder.idle());
  await condition(() => allHandlersFinished() && hasDrained(), '3 seconds');
  await handOver(carryOver(ledger, input, recorder.recorded()));

  /** The journey's clock never runs backwards. */
  function clock(): Instant {
    return later(serverTime(), ledger.folded.now);
  }
  function at(now: Instant) {
    return advance(ledger.folded, later(now, ledger.folded.now));
  }
  /** Whether the run began under other versions. */
  function hasMoved({ machineVersion, policyVersion }: Versions): boolean {
    return machineVersion !== input.machineVersion || policyVersion !== input.policyVersion;
  }
  /** What another rulebook leads to at an instant; the versions that are left out stay. */
  function migration(
    wanted: Partial<Versions>,
    now: Instant,
  ): { step: Step; result: messages.MigrateResult } {
    const current = tick(ledger, now).ledger;
    const from = versionsOf(current.folded.rulebook);
    const versions = { ...from, ...wanted };
    const step = migrated(current, rulebookOf(versions, known), now);
    const difference = differenceBetween(current.folded, step.ledger.folded);
    return { step, result: { ...versions, from, changes: step.changes, difference } };
  }
  function full(): boolean {
    return movesOn || fullSize !== undefined;
  }
  /**
   * Only where something is entered or an activity has failed. A refused command leaves nothing in the history: what the run
   * did on its account alone could not be replayed.
   */
  function measure(): void {
    const { historyLength, historySize, continueAsNewSuggested, targetWorkerDeploymentVersionChanged } =
      workflowInfo();
    const isLong =
      historyLength >= (input.runLength ?? usualRunLength) || historySize + carriedBy(ledger) >= mostHistory;
    if (isLong || continueAsNewSuggested || targetWorkerDeploymentVersionChanged) fullSize ??= historySize;
    overflows = fullSize !== undefined && historySize - fullSize >= mostDrained;
  }
  function refresh(): void {
    measure();
    show(ledger, [...pumps.stuck(), ...recorder.stuck()]);
  }
  /** Takes over a new ledger: orders go to the pumps, news to the store, the rest to the server's index. */
  function enter(step: Step): void {
    ledger = step.ledger;
    for (const order of step.orders) pumps.give(order);
    recorder.wake(ledger);
    refresh();
  }
}

/** The next run; where a newer version of the workers is current it begins there. */
const handOver = makeContinueAsNewFunc<typeof journey>({ initialVersioningBehavior: 'AUTO_UPGRADE' });

const serverTime = (): Instant => new Date(Date.now()).toISOString();

/** Waits for the next deadline's instant, armed once; ends early if that instant moves or the run is full. */
async function nextDeadline(next: () => Instant | undefined, full: () => boolean): Promise<void> {
  const due = next();
  const scope = new CancellationScope();
  await scope.run(async () => {
    const moved = condition(() => next() !== due || full());
    const left = due === undefined ? undefined : Math.max(1, Date.parse(due) - Date.now());
    await (left === undefined
      ? moved
      : Promise.race([moved, sleep(left, { summary: `next deadline ${due}` })]));
    scope.cancel();
  });
}
