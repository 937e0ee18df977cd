/** An embedded installation started as users start it: what it keeps, what it refuses, and that it leaves nothing behind. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { identify } from '../worker/embedded/identity.ts';
import { choosePorts } from '../worker/embedded/ports.ts';
import {
  children,
  eventually,
  expectNothingLeft,
  privateFolder,
  query,
  ready,
  start,
  withTemporal,
} from './support/installations.ts';

/** Long enough for two starts on a busy machine; the built server is in the cache by then. */
const LONG = 60_000;

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
