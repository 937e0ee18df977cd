/** `match`: the training places that suit a participant, with what speaks for each and against it. It decides nothing. */
import type { Command } from 'commander';
import { openDatabase } from '../../activities/store/read.ts';
import { storeUnknown } from '../errors.ts';
import { findInstallation } from '../installation.ts';
import { matchesFor } from '../matchesFor.ts';
import type { Match } from '../matching.ts';
import { print } from '../output.ts';
import { withJourneys } from './journeys.ts';

/** Adds the command to a program. */
export function addMatchCommand(program: Command): void {
  program
    .command('match')
    .summary('show which training places suit a participant, and why')
    .description(
      'Ranks the training places that are known, with reasons. It decides nothing and tells nobody.',
    )
    .argument('<journey>')
    .option('--json', 'print JSON')
    .action(async (journey: string, { json }: { json?: boolean }) =>
      print(await matches(journey), json, matchesText),
    );
}

async function matches(journey: string): Promise<Match[]> {
  const { databaseUrl } = findInstallation();
  if (databaseUrl === undefined) throw storeUnknown();
  const db = openDatabase(databaseUrl);
  try {
    return await withJourneys((journeys) => matchesFor(journeys, db, journey));
  } finally {
    await db.destroy();
  }
}

const signs = { for: '+', unknown: '?', against: '–' } as const;

function matchesText(matches: readonly Match[]): string {
  if (matches.length === 0) return 'Es sind keine Ausbildungsplätze bekannt.\nNo training places are known.';
  const blocks = matches.map(({ place, findings }, index) => {
    const lines = findings.map(({ verdict, de, en }) => `   ${signs[verdict]} ${de} · ${en}`);
    return [`${index + 1}. ${place.id}  ${place.companyName} (${place.company})`, ...lines].join('\n');
  });
  return [...blocks, decision].join('\n');
}

const decision = [
  'Ein Vorschlag zum Reden, keine Entscheidung: Die treffen Teilnehmer:in und Betrieb.',
  'A proposal to talk about, no decision: participant and company decide.',
].join('\n');
