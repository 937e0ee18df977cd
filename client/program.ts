/** The command line's commands and their options. */
import { Command } from 'commander';
import { addChartCommand } from './commands/chart.ts';
import { addCohortCommands } from './commands/cohort.ts';
import { addCompleteCommand } from './commands/complete.ts';
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

/** The program, which has not read anything yet. */
export function createProgram(): Command {
  const program = new Command('wegbegleiter')
    .description('Wegbegleiter: journeys through assisted training, on the command line')
    .usage('<command> [options]')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true, sortSubcommands: false });

  program.commandsGroup('One journey:');
  addJourneyCommands(program);
  addNoteCommand(program);
  addMatchCommand(program);
  program.commandsGroup('Many journeys:');
  addListCommand(program);
  addSeveralCommands(program);
  addCohortCommands(program);
  program.commandsGroup('Day and team:');
  addDayCommands(program);
  addOfficeCommands(program);
  addTeamCommands(program);
  program.commandsGroup('Papers and figures:');
  addPaperCommands(program);
  addFunderCommand(program);
  addFiguresCommand(program);
  program.commandsGroup('Rules, protection, operation:');
  addRulesCommands(program);
  addProtectionCommands(program);
  addMoveCommands(program);
  addReconcileCommand(program);
  addFastForwardCommand(program);
  program.commandsGroup('Without a journey:');
  addOfflineCommands(program);
  addChartCommand(program);
  addSimulateCommand(program);
  addExampleCommand(program);
  addCompleteCommand(program);
  for (const command of program.commands) command.exitOverride().showHelpAfterError('(--help tells more)');
  return program;
}
