/** The command `reconcile`: workflows and store held against each other, and every gap closed. */
import type { Command } from 'commander';
import { openDatabase } from '../../activities/store/read.ts';
import { storeUnknown } from '../errors.ts';
import { findInstallation } from '../installation.ts';
import { print, table } from '../output.ts';
import { type Finding, needsPeople, type Reconciled, reconcile } from '../reconcile.ts';
import { withJourneys } from './journeys.ts';

interface Options {
  dryRun?: boolean;
  json?: boolean;
}

/** Adds the command to a program. */
export function addReconcileCommand(program: Command): void {
  program
    .command('reconcile')
    .summary('hold workflows and store against each other, and close every gap')
    .description(
      'After a restore of either database: lost workflows go on from the store, a lost store is recorded again.',
    )
    .argument('[journeys...]', 'only these')
    .option('--dry-run', 'say what is found; nothing is changed')
    .option('--json', 'print JSON')
    .action(run);
}

async function run(named: string[], { dryRun = false, json }: Options): Promise<void> {
  const { databaseUrl } = findInstallation();
  if (databaseUrl === undefined) throw storeUnknown();
  const db = openDatabase(databaseUrl);
  try {
    const options = { dryRun, ...(named.length > 0 ? { only: named } : {}) };
    const all: Reconciled[] = [];
    await withJourneys(async (journeys) => {
      for await (const one of reconcile(journeys, db, options)) all.push(one);
    });
    const figures = figuresOf(all);
    print({ figures, journeys: all }, json, () => text(all, figures, dryRun));
    if (all.some((one) => needsPeople(one) || (!dryRun && one.found.kind !== 'same' && !one.closed)))
      process.exitCode = 2;
  } finally {
    await db.destroy();
  }
}

const labels: Record<Finding['kind'], string> = {
  same: 'same in both · gleich',
  storeBehind: 'the store lacks something · im Speicher fehlt etwas',
  workflowBehind: 'the workflow lacks entries · im Workflow fehlen Einträge',
  workflowMissing: 'the workflow is missing · der Workflow fehlt',
  diverged: 'both differ, look into it · beide weichen ab, bitte prüfen',
  chainBroken: 'the store was altered, look into it · der Speicher wurde verändert, bitte prüfen',
  silent: 'the workflow does not answer · der Workflow antwortet nicht',
};

const figuresOf = (all: readonly Reconciled[]) => ({
  journeys: all.length,
  same: all.filter(({ found }) => found.kind === 'same').length,
  closed: all.filter(({ closed }) => closed).length,
  open: all.filter(({ found, closed }) => found.kind !== 'same' && !closed).length,
});

function text(all: readonly Reconciled[], figures: ReturnType<typeof figuresOf>, dryRun: boolean): string {
  const gaps = all.filter(({ found }) => found.kind !== 'same');
  const rows = gaps.map(({ journey, found, closed, skipped }) => [
    journey,
    labels[found.kind] +
      ('from' in found ? ` [${found.from}]` : '') +
      ('reason' in found ? `: ${found.reason}` : ''),
    dryRun ? 'found · gefunden' : closed ? 'closed · geschlossen' : 'open · offen',
    skipped.length === 0 ? '' : `not sent · nicht gesendet: ${skipped.join(', ')}`,
  ]);
  const { journeys, same, closed, open } = figures;
  return [
    ...(rows.length === 0 ? [] : [table(['journey', 'found', 'now', ''], rows), '']),
    `${journeys} journeys: ${same} same, ${closed} closed, ${open} open.`,
  ].join('\n');
}
