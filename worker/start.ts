/**
 * `npm start`: runs everything embedded and stays until Ctrl-C, or until its parent goes if it was started with an IPC
 * channel. It reads its settings from the environment (EmbeddedConfig) and a few options.
 */
import { constants } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { searchAttributes } from '../workflows/messages.ts';
import { EmbeddedConfig, readConfig } from './config.ts';
import { EmbeddedError, exitCodeOf, messageOf } from './embedded/errors.ts';
import { type Embedded, startEmbedded } from './embedded/installation.ts';
import { passwordFile } from './embedded/postgres.ts';
import { clock, terminalProgress } from './embedded/progress.ts';

const HELP = `Usage: npm start -- [options]

Runs Wegbegleiter on this machine: PostgreSQL, Temporal with its web interface, and the worker. Ctrl-C ends all of it.

  --no-example  load no example journeys on the first start
  --no-worker   start the servers only (then no example is loaded either)
  --help        show this

Settings come from the environment: ${Object.keys(EmbeddedConfig.shape).join(', ')}.`;

/** Why it ends: asked to (with what to tell the user), or by an error. */
type Ending = { by: string } | { error: unknown };

const started = Date.now();
const progress = terminalProgress();
const ending = Promise.withResolvers<Ending>();
const calledOff = new AbortController();

watchForTheEnd((end) => {
  ending.resolve(end);
  calledOff.abort(new EmbeddedError('stopped', 'The start was called off.'));
});
process.exit(await main());

async function main(): Promise<number> {
  try {
    const options = readOptions(process.argv.slice(2));
    if (options.help) {
      console.log(HELP);
      return 0;
    }
    const config = readSettings();
    const embedded = await startEmbedded({
      ...options,
      config,
      searchAttributes,
      progress,
      signal: calledOff.signal,
    });
    console.log(welcome(embedded));
    process.send?.('ready');
    return await stay(embedded);
  } catch (error) {
    return calledOff.signal.aborted ? tellEnding(await ending.promise) : tellEnding({ error });
  }
}

/** Stays until something ends it, and stops all in order. */
async function stay(embedded: Embedded): Promise<number> {
  const failure = embedded.failed.catch((error: unknown): Ending => ({ error }));
  const end = await Promise.race([ending.promise, failure]);
  progress.say('by' in end ? `${end.by}: stopping everything …` : 'Stopping everything after an error …');
  await embedded.stop();
  return tellEnding(end);
}

function tellEnding(end: Ending): number {
  if ('by' in end) {
    progress.say(`${end.by}: everything is stopped; the data is kept.`);
    return 0;
  }
  progress.say(messageOf(end.error));
  return exitCodeOf(end.error);
}

function readOptions(args: string[]): { example: boolean; worker: boolean; help: boolean } {
  const flag = { type: 'boolean', default: false } as const;
  const options = { 'no-example': flag, 'no-worker': flag, help: flag };
  try {
    const { values } = parseArgs({ args, options, strict: true });
    const worker = !values['no-worker'];
    return { worker, example: worker && !values['no-example'], help: values.help };
  } catch (error) {
    throw new EmbeddedError('bad-setting', `${messageOf(error)}\n\n${HELP}`, { cause: error });
  }
}

function readSettings(): EmbeddedConfig {
  try {
    return readConfig(EmbeddedConfig);
  } catch (error) {
    throw new EmbeddedError('bad-setting', messageOf(error), { cause: error });
  }
}

/** Signals, a parent that went away, and errors nobody caught: whichever comes first. */
function watchForTheEnd(endWith: (end: Ending) => void): void {
  const asked = { SIGINT: 'Ctrl-C', SIGTERM: 'Asked to end', SIGHUP: 'The terminal was closed' } as const;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    if (signal in constants.signals) process.on(signal, () => endWith({ by: asked[signal] }));
  }
  process.on('disconnect', () => endWith({ by: 'The parent process went away' }));
  process.on('uncaughtException', (error) => endWith({ error }));
  process.on('unhandledRejection', (error) => endWith({ error }));
  // A terminal that is gone takes no more lines, which must not keep us from stopping in order.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}

function welcome({ data, runtime, postgres }: Embedded): string {
  const database = new URL(runtime.databaseUrl);
  database.password = '';
  const rows: [string, string][] = [
    [
      'Temporal UI',
      runtime.uiUrl ? `${runtime.uiUrl}/namespaces/${runtime.namespace}/workflows` : 'that of your Temporal',
    ],
    ['Board', `${runtime.webUrl} (and its API: ${runtime.webUrl}api/docs)`],
    ['Temporal', `${runtime.temporalAddress}, namespace ${runtime.namespace}`],
    ['PostgreSQL', postgres ? `${database} (password in ${passwordFile(data)})` : `${database}`],
    ['Mail', process.env.SMTP_URL ? 'sent through SMTP_URL' : runtime.mailFolder],
    ['Logs', join(data, 'logs')],
  ];
  const table = rows.map(([what, where]) => `  ${what.padEnd(12)}${where}`).join('\n');
  return `
Wegbegleiter runs, ready after ${clock(Date.now() - started)}.

${table}

Next: open the board and sign in as one of the example people, or type npm run cli -- list in another
terminal. Ctrl-C here ends everything.
`;
}
