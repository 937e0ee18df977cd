/** The command line. Exit codes: 0 done, 2 refused or bad input, 1 anything else. */
import { Command, CommanderError } from 'commander';
import { Refusal } from '../workflows/journal/refusal.ts';
import { addChartCommand } from './commands/chart.ts';
import { addCohortCommands } from './commands/cohort.ts';
import { addDayCommands } from './commands/day.ts';
import { addExampleCommand } from './commands/example.ts';
import { addFastForwardCommand } from './commands/fastForward.ts';
import { addFiguresCommand } from './commands/figures.ts';
import { addFunderCommand } from './commands/funder.ts';
import { addJourneyCommands } from './commands/journeys.ts';
import { addListCommand } from './commands/list.ts';
import { addMatchCommand } from './commands/match.ts';
import { addMoveCommands } from './commands/move.ts';
import { addNoteCommand } from './commands/notes.ts';
import { addOfficeCommands } from './commands/office.ts';
import { addOfflineCommands } from './commands/offline.ts';
import { addPaperCommands } from './commands/papers.ts';
import { addProtectionCommands } from './commands/protection.ts';
import { addReconcileCommand } from './commands/reconcile.ts';
import { addRulesCommands } from './commands/rules.ts';
import { addSeveralCommands } from './commands/several.ts';
import { addSimulateCommand } from './commands/simulate.ts';
import { addTeamCommands } from './commands/team.ts';
import { ClientError } from './errors.ts';
import { reasonsText, refusalText } from './output.ts';

const program = new Command('wegbegleiter')
  .description('Wegbegleiter: journeys through assisted training, on the command line')
  .usage('<command> [options]')
  .exitOverride()
  .configureHelp({ showGlobalOptions: true, sortSubcommands: false });

addJourneyCommands(program);
addSeveralCommands(program);
addListCommand(program);
addDayCommands(program);
addTeamCommands(program);
addFastForwardCommand(program);
addRulesCommands(program);
addMoveCommands(program);
addMatchCommand(program);
addCohortCommands(program);
addPaperCommands(program);
addFunderCommand(program);
addFiguresCommand(program);
addProtectionCommands(program);
addReconcileCommand(program);
addNoteCommand(program);
addOfficeCommands(program);
addOfflineCommands(program);
addChartCommand(program);
addExampleCommand(program);
addSimulateCommand(program);
for (const command of program.commands) command.exitOverride().showHelpAfterError('(--help tells more)');

try {
  await program.parseAsync(process.argv.length > 2 ? process.argv : [...process.argv, '--help']);
} catch (error) {
  process.exitCode = report(error);
}

/** Says what went wrong on stderr, and gives the exit code. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const json = process.argv.includes('--json');
  if (error instanceof Refusal) {
    const { code, reasons } = error;
    process.stderr.write(`${json ? JSON.stringify({ code, reasons }, null, 2) : refusalText(error)}\n`);
    return 2;
  }
  if (error instanceof ClientError) {
    const { code, text } = error;
    const said = { code, reasons: [{ code, ...text }] };
    process.stderr.write(`${json ? JSON.stringify(said, null, 2) : reasonsText(code, said.reasons)}\n`);
    return code === 'bad-input' || code === 'not-embedded' ? 2 : 1;
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 1;
}
