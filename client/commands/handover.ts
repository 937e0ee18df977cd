/** The command `handover`: a whole caseload is proposed to another case worker at once; each journey answers for itself. */
import type { Command } from 'commander';
import { listJourneys, openDatabase } from '../../activities/store/read.ts';
import { parseId } from '../../workflows/journal/entry.ts';
import { Refusal } from '../../workflows/journal/refusal.ts';
import { storeUnknown } from '../errors.ts';
import { findInstallation } from '../installation.ts';
import { type Journeys, tellJourney } from '../journeys.ts';
import { print, table } from '../output.ts';
import { withJourneys } from './journeys.ts';

interface Result {
  readonly journey: string;
  readonly proposed: boolean;
  /** Why not, in both languages. */
  readonly reasons: readonly { de: string; en: string }[];
}

/** Adds the command to a program. */
export function addHandoverCommand(program: Command): void {
  program
    .command('handover')
    .summary("propose a case worker's whole caseload to another")
    .description('Proposes every journey of one case worker to another, in the name of the team lead.')
    .argument('<from>', "the case worker's opaque id")
    .argument('<to>', 'who is to take them over')
    .option('--as <id>', "the team lead's opaque id")
    .option('--json', 'print JSON')
    .action(handOver);
}

async function handOver(
  from: string,
  to: string,
  { as, json }: { as?: string; json?: boolean },
): Promise<void> {
  parseId(from, 'from');
  parseId(to, 'to');
  const lead = as === undefined ? undefined : parseId(as, 'as');
  const caseload = await caseloadOf(from);
  const results = await withJourneys(async (journeys) => {
    const told: Result[] = [];
    for (const journey of caseload) told.push(await propose(journeys, journey, to, lead));
    return told;
  });
  print(results, json, text);
  if (results.some(({ proposed }) => !proposed)) process.exitCode = 2;
}

async function caseloadOf(caseWorker: string): Promise<string[]> {
  const { databaseUrl } = findInstallation();
  if (databaseUrl === undefined) throw storeUnknown();
  const db = openDatabase(databaseUrl);
  try {
    const rows = await listJourneys(db, { caseWorker, limit: 10_000, offset: 0 });
    return rows.filter(({ phase }) => phase !== 'closed').map(({ id }) => id);
  } finally {
    await db.destroy();
  }
}

async function propose(
  journeys: Journeys,
  journey: string,
  to: string,
  lead: string | undefined,
): Promise<Result> {
  const actor = { role: 'teamLead' as const, ...(lead === undefined ? {} : { id: lead }) };
  try {
    await tellJourney(journeys, journey, [{ event: { type: 'handover.proposed', to }, actor }]);
    return { journey, proposed: true, reasons: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { journey, proposed: false, reasons: error.reasons };
  }
}

const text = (results: readonly Result[]): string =>
  results.length === 0
    ? 'This case worker has no journeys.'
    : table(
        ['journey', 'handover'],
        results.map(({ journey, proposed, reasons }) => [
          journey,
          proposed ? 'proposed' : reasons.map(({ de, en }) => `${en} · ${de}`).join(' '),
        ]),
      );
