/** The command `reconcile`: workflows and store held against each other, and every gap closed. */
import type { Command } from 'commander';
import { openDatabase } from '../../activities/store/read.ts';
import { storeUnknown } from '../errors.ts';
import { findInstallation } from '../installation.ts';
import { print, reasonsText } from '../output.ts';
import type { Finding, Lack } from '../reconcile/compare.ts';
import { figuresOf, isLeft, type Reconciled, reconcile } from '../reconcile/reconcile.ts';
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
      [
        'After a restore of either database: lost workflows go on from the store, a lost store is recorded again.',
        'Workers must run. Exit code 2 where something is left to do; see docs/RECOVERY.md.',
      ].join('\n'),
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
  const all: Reconciled[] = [];
  try {
    const options = { dryRun, ...(named.length > 0 ? { only: named } : {}) };
    await withJourneys(async (journeys) => {
      for await (const one of reconcile(journeys, db, options)) {
        all.push(one);
        if (!json && one.found.kind !== 'same') print(one, false, (gap) => gapText(gap, dryRun));
      }
    });
  } finally {
    await db.destroy();
  }
  const figures = figuresOf(all);
  print({ figures, journeys: all }, json, () => figuresText(figures));
  if (all.some(isLeft)) process.exitCode = 2;
}

const labels: Record<Finding['kind'], string> = {
  same: 'same in both · gleich',
  storeBehind: 'the store is behind · der Speicher ist zurück',
  workflowBehind: 'the workflow is behind · der Workflow ist zurück',
  workflowMissing: 'the workflow is missing · der Workflow fehlt',
  unknown: 'there is no such journey · diese Begleitung gibt es nicht',
  diverged: 'both differ, look into it · beide weichen ab, bitte prüfen',
  chainBroken: 'the store was altered, look into it · der Speicher wurde verändert, bitte prüfen',
  silent: 'no answer · keine Antwort',
};

const lacks: Record<Lack, string> = {
  entries: 'entries · Einträge',
  rules: 'a move to other rules · ein Wechsel der Regeln',
  deeds: 'what was carried out · was ausgeführt wurde',
  state: 'the newest state · der neueste Stand',
};

/** A gap in a line; below it why it is open, and what is not sent. */
function gapText({ journey, found, closed, skipped, reasons }: Reconciled, dryRun: boolean): string {
  const lacking = 'lacks' in found ? `: ${lacks[found.lacks]}` : '';
  const from = 'from' in found ? ` [${found.from}]` : '';
  const now = closed ? 'closed · geschlossen' : dryRun ? 'found · gefunden' : 'open · offen';
  const why = [...('reasons' in found ? found.reasons : []), ...reasons];
  const [first] = why;
  return [
    `${journey}  ${labels[found.kind]}${lacking}${from}  → ${now}`,
    ...(first ? [reasonsText(`  (${first.code})`, why)] : []),
    ...skipped.map((key) => `  not sent, look into it · nicht gesendet, bitte prüfen: ${key}`),
  ].join('\n');
}

const figuresText = ({ journeys, same, closed, open }: ReturnType<typeof figuresOf>): string =>
  [
    `${journeys} journeys: ${same} same, ${closed} closed, ${open} open.`,
    `${journeys} Begleitungen: ${same} gleich, ${closed} geschlossen, ${open} offen.`,
  ].join('\n');
