/** The command `simulate`: what if other rules held, or a case worker had more participants? */
import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { newestPolicy } from '../../workflows/policy/policy.ts';
import { langs } from '../chart/theme.ts';
import { unwritable } from '../errors.ts';
import { print } from '../output.ts';
import { pageOf } from '../simulate/chart/page.ts';
import { sheetOf } from '../simulate/chart/sheet.ts';
import { type Options, readOptions } from '../simulate/options.ts';
import { progressBar } from '../simulate/progress.ts';
import { answered } from '../simulate/question.ts';
import { scenarioNames } from '../simulate/scenario.ts';
import { settingText, summaryText } from '../simulate/summary.ts';
import { words } from '../simulate/words.ts';

/** Adds the command to a program. */
export function addSimulateCommand(program: Command): void {
  program
    .command('simulate')
    .summary('what if: play a cohort under a policy and a caseload, and compare')
    .description(
      'Plays the journeys of a whole cohort by the real rules, with case workers who have only so many hours. With ' +
        'a --compare option the same participants are played once more under other conditions, and both are shown ' +
        'side by side. The rates are assumptions (client/simulate/scenario.ts); the same seed gives the same figures.',
    )
    .option('--participants <number>', 'places that are kept filled', '1000')
    .option('--caseload <number>', 'participants of a full case worker', '30')
    .option('--policy <version>', 'the rules', newestPolicy)
    .option('--compare-caseload <number>', 'compare with this caseload')
    .option('--compare-policy <version>', 'compare with these rules')
    .option('--scenario <name>', `how all fare: ${scenarioNames.join(', ')}`, 'typical')
    .option('--seed <number>', 'of all that is left to chance', '1')
    .option('--start <date>', 'the first day', '2024-01-01')
    .option('--years <number>', 'how many years are played', '4')
    .option('--out <file>', 'charts and table as a page (.html), or the charts alone (.svg)')
    .option(`--lang <${langs.join('|')}>`, 'language of tables and charts', 'de')
    .option('--json', 'print all figures as JSON')
    .addHelpText(
      'after',
      '\nWhat if reflection meetings were monthly and a case worker had 40?\n' +
        '  simulate --compare-policy 2026-1-monthly --compare-caseload 40 --out what-if.html',
    )
    .action(simulate);
}

async function simulate(options: Options): Promise<void> {
  const { setting, questions, lang } = readOptions(options);
  const { out, json } = options;
  const began = performance.now();
  const bar = progressBar(setting.participants * questions.length);
  const variants = await Promise.all(
    questions.map((question, index) => answered(question, (played) => bar.show(index, played))),
  );
  bar.end();
  const seconds = (performance.now() - began) / 1000;
  const said = settingText(setting, lang);
  if (out !== undefined) write(out, `${(out.endsWith('.svg') ? sheetOf : pageOf)(variants, said, lang)}\n`);
  const journeys = variants.reduce((sum, figures) => sum + figures.journeys, 0);
  const written = out === undefined ? {} : { out };
  print({ setting, journeys, variants, ...written }, json, () =>
    [
      `${said}\n`,
      `${summaryText(variants, lang)}\n`,
      words[lang].folded(journeys, Math.round(seconds), Math.round(journeys / seconds)),
      words[lang].assumed,
      ...(out === undefined ? [] : [words[lang].written(out)]),
    ].join('\n'),
  );
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw unwritable(file, error);
  }
}
