/** Where an embedded installation takes its Temporal from: each way in turn, and what is said if none leads anywhere. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { ensureSearchAttributes } from '../worker/embedded/namespace.ts';
import {
  expectNothingLeft,
  privateFolder,
  ready,
  start,
  withTemporal,
  writeProgram,
} from './support/installations.ts';

/** Long enough for a start on a busy machine. */
const LONG = 60_000;

/** Nothing answers there. */
const NOWHERE = '127.0.0.1:9';

describe('the search for a Temporal', () => {
  test('names each way it tried, why it failed, and what to do', { timeout: LONG }, async () => {
    const folder = await privateFolder();
    const old = await writeProgram(
      folder,
      'old',
      `console.log('temporal version 1.5.1 (Server 1.29.1, UI 2.42.1)')`,
    );
    const proxy = `http://${NOWHERE}`;
    const started = start(join(folder, 'data'), {
      ...{ TEMPORAL_CLI: old, XDG_CACHE_HOME: join(folder, 'cache'), PATH: folder },
      ...{ DATABASE_URL: `postgres://nobody@${NOWHERE}/none`, HTTPS_PROXY: proxy, https_proxy: proxy },
    });
    expect(await started.ended).toBe(1);
    for (const line of [
      'TEMPORAL_ADDRESS: is not set',
      `TEMPORAL_CLI: ${old} has server 1.29; at least 1.32 is needed`,
      'temporal in PATH: not found',
      `temporal in ${join(folder, 'cache', 'wegbegleiter', 'cli')}: not found`,
      'download of the temporal command line tool: the download ended with exit code 1',
      'build from the Go modules of the server 1.32.0: no go in PATH',
      'install Go 1.26 or newer',
      'set TEMPORAL_ADDRESS',
    ])
      expect(started.output()).toContain(line);
    expectNothingLeft(join(folder, 'data'));
  });

  test('runs the command line tool of the user', { timeout: LONG }, async () => {
    const folder = await privateFolder();
    const data = join(folder, 'data');
    await writeProgram(folder, 'temporal', standIn(inject('temporalAddress'), join(folder, 'args.json')));
    const PATH = `${folder}:${process.env.PATH}`;
    const env = {
      PATH,
      TEMPORAL_CLI: '',
      DATABASE_URL: inject('databaseUrl'),
      TEMPORAL_NAMESPACE: inject('namespace'),
    };
    const started = start(data, env);
    const runtime = await ready(started, data);
    await withTemporal(runtime.temporalAddress, ({ connection }) => connection.ensureConnected());
    const port = runtime.temporalAddress.split(':')[1];
    const args: string[] = JSON.parse(readFileSync(join(folder, 'args.json'), 'utf8'));
    expect(args.join(' ')).toMatch(/^server start-dev --db-filename temporal.db --ip 127.0.0.1 --port /);
    expect(args.join(' ')).toContain(`--port ${port} --ui-port ${runtime.uiUrl?.split(':')[2]}`);
    expect(args).toContain('frontend.WorkflowTimeSkippingEnabled=true');
    started.process.kill('SIGINT');
    expect(await started.ended).toBe(0);
    expectNothingLeft(data);
  });

  test('takes the Temporal and the database that are given, and starts none', { timeout: LONG }, async () => {
    const data = join(await privateFolder(), 'data');
    const env = { TEMPORAL_ADDRESS: inject('temporalAddress'), DATABASE_URL: inject('databaseUrl') };
    const started = start(data, env);
    expect(await ready(started, data)).toMatchObject({ temporalAddress: env.TEMPORAL_ADDRESS, pids: [] });
  });

  test('finds a search attribute registered with another type', async () => {
    const address = inject('temporalAddress');
    await expect(ensureSearchAttributes(address, inject('namespace'), { Phase: 'DATETIME' })).rejects.toThrow(
      'The search attribute Phase is not registered as DATETIME on this Temporal.',
    );
  });
});

/** A `temporal` that serves by passing everything on to a Temporal that runs, and notes how it was called. */
function standIn(address: string, argsFile: string): string {
  const [host, port] = address.split(':');
  return `
    const { connect, createServer } = require('node:net');
    const args = process.argv.slice(2);
    if (args[0] === '--version') {
      console.log('temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)');
      process.exit();
    }
    require('node:fs').writeFileSync(${JSON.stringify(argsFile)}, JSON.stringify(args));
    const valueOf = (option) => Number(args[args.indexOf(option) + 1]);
    createServer((socket) => {
      const other = connect(${port}, '${host}');
      socket.on('error', () => other.destroy());
      other.on('error', () => socket.destroy());
      socket.pipe(other).pipe(socket);
    }).listen(valueOf('--port'), '127.0.0.1');
    require('node:http').createServer((_, response) => response.end()).listen(valueOf('--ui-port'), '127.0.0.1');
  `;
}
