import { existsSync, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Connection, Client as TemporalClient } from '@temporalio/client';
import pg from 'pg';
import { describe, expect, inject, test } from 'vitest';
import { identify } from '../worker/embedded/identity.ts';
import { ensureSearchAttributes } from '../worker/embedded/namespace.ts';
import { choosePorts } from '../worker/embedded/ports.ts';
import {
  children,
  eventually,
  privateFolder,
  processesOn,
  ready,
  start,
  writeProgram,
} from './support/installations.ts';

/** Long enough for two starts on a busy machine; the built server is in the cache by then. */
const LONG = 60_000;

/** Nothing answers there. */
const NOWHERE = '127.0.0.1:9';

function expectNothingLeft(data: string): void {
  expect(processesOn(data)).toEqual([]);
  for (const file of ['lock', 'runtime.json', 'processes.json'])
    expect(existsSync(join(data, file)), file).toBe(false);
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function withTemporal<T>(address: string, work: (client: TemporalClient) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address });
  try {
    return await work(new TemporalClient({ connection }));
  } finally {
    await connection.close();
  }
}

describe('an embedded installation', () => {
  test('refuses a second process, tells who has the data, and leaves nothing after Ctrl-C', {
    timeout: LONG,
  }, async () => {
    const data = join(await privateFolder(), 'data');
    const first = start(data);
    await ready(first, data);

    const second = start(data);
    expect(await second.ended).toBe(2);
    expect(second.output()).toMatch(`${data} is in use by process ${first.process.pid} since `);
    expect(second.output()).toContain('WEGBEGLEITER_DATA');

    first.process.kill('SIGINT');
    expect(await first.ended).toBe(0);
    expect(first.output()).toContain('Ctrl-C: everything is stopped');
    expectNothingLeft(data);
  });

  test('keeps what was written, and is ready again within 15 seconds', { timeout: LONG }, async () => {
    const data = join(await privateFolder(), 'data');
    const first = start(data);
    const before = await ready(first, data);
    await query(before.databaseUrl, `create table kept as select 'row' as what`);
    const options = { taskQueue: 'none', workflowId: 'kept' };
    await withTemporal(before.temporalAddress, ({ workflow }) => workflow.start('kept', options));
    first.process.disconnect();
    expect(await first.ended).toBe(0);
    expectNothingLeft(data);

    const begin = Date.now();
    const after = await ready(start(data), data);
    expect(Date.now() - begin).toBeLessThan(15_000);
    expect(after).toMatchObject({ temporalAddress: before.temporalAddress, databaseUrl: before.databaseUrl });
    expect(await query(after.databaseUrl, 'select what from kept')).toEqual([{ what: 'row' }]);
    const { status } = await withTemporal(after.temporalAddress, ({ workflow }) =>
      workflow.getHandle('kept').describe(),
    );
    expect(status.name).toBe('RUNNING');
  });

  test('leaves no process when it is killed, and starts again', { timeout: LONG }, async () => {
    const data = join(await privateFolder(), 'data');
    const first = start(data);
    const { pids } = await ready(first, data);
    expect(pids).toHaveLength(children(data).length);
    expect(pids.length).toBeGreaterThanOrEqual(2);
    first.process.kill('SIGKILL');
    await first.ended;
    const second = start(data);
    await eventually('the end of all children', () => expect(pids.filter(identify)).toEqual([]), 5000);
    await ready(second, data);
    second.process.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    expectNothingLeft(data);
  });

  test('is tidied up after a kill even if nobody starts it again', { timeout: LONG }, async () => {
    const data = join(await privateFolder(), 'data');
    const first = start(data, { TEMPORAL_ADDRESS: inject('temporalAddress') });
    await ready(first, data);
    first.process.kill('SIGKILL');
    await first.ended;
    await eventually('the reaper', () => expectNothingLeft(data), 5000);
  });

  test('starts a server that died again, on the same ports', { timeout: LONG }, async () => {
    const data = join(await privateFolder(), 'data');
    const started = start(data);
    const { databaseUrl, temporalAddress } = await ready(started, data);
    const killed = children(data).map(({ pid }) => pid);
    for (const pid of killed) process.kill(pid, 'SIGKILL');
    await eventually('PostgreSQL', async () => void (await query(databaseUrl, 'select')), 10_000);
    await eventually('Temporal', () => withTemporal(temporalAddress, async () => {}), 20_000);
    expect(started.output()).toContain('PostgreSQL ended by itself (signal SIGKILL) and is started again');
    expect(children(data)).toHaveLength(killed.length);
  });

  test('uses the ports that are set, and refuses one that is taken', { timeout: LONG }, async () => {
    const folder = await privateFolder();
    const data = join(folder, 'data');
    const names = { TEMPORAL_PORT: 0, TEMPORAL_UI_PORT: 0, POSTGRES_PORT: 0 };
    const ports = await choosePorts(folder, names, {});
    const env = Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)]));
    const runtime = await ready(start(data, env), data);
    expect(runtime.temporalAddress).toBe(`127.0.0.1:${ports.TEMPORAL_PORT}`);
    expect(runtime.uiUrl).toBe(`http://127.0.0.1:${ports.TEMPORAL_UI_PORT}`);
    expect(new URL(runtime.databaseUrl).port).toBe(String(ports.POSTGRES_PORT));
    expect(await fetch(`${runtime.uiUrl}/namespaces/default/workflows`)).toMatchObject({ status: 200 });

    const other = join(folder, 'other');
    const refused = start(other, env);
    expect(await refused.ended).toBe(2);
    expect(refused.output()).toContain(`Port ${ports.TEMPORAL_PORT} (TEMPORAL_PORT) is taken`);
    expectNothingLeft(other);
  });

  test('ends in order when it is stopped while it starts', { timeout: LONG }, async () => {
    const data = join(await privateFolder(), 'data');
    const started = start(data);
    await eventually('the first child', () => expect(children(data)).not.toEqual([]), 20_000);
    started.process.kill('SIGINT');
    expect(await started.ended).toBe(0);
    expectNothingLeft(data);
    await ready(start(data), data);
  });

  test('keeps what it writes from other users', { timeout: LONG }, async () => {
    const data = join(await privateFolder(), 'data');
    await ready(start(data, { TEMPORAL_ADDRESS: inject('temporalAddress') }), data);
    for (const name of ['runtime.json', 'processes.json', 'postgres.password', 'postgres', 'mail', 'logs'])
      expect((await stat(join(data, name))).mode & 0o077, name).toBe(0);
  });

  test('refuses an option it does not know', async () => {
    const started = start(join(await privateFolder(), 'data'), {}, ['--nonsense']);
    expect(await started.ended).toBe(2);
    expect(started.output()).toContain('--nonsense');
  });
});

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
