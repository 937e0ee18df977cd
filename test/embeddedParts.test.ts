/** The parts of an embedded installation by themselves: lock, child processes, progress, ports, runtime.json. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ProcessSpec } from '../worker/embedded/child.ts';
import { identify } from '../worker/embedded/identity.ts';
import { takeLock } from '../worker/embedded/lock.ts';
import { choosePorts } from '../worker/embedded/ports.ts';
import { openHousehold } from '../worker/embedded/processes.ts';
import { terminalProgress } from '../worker/embedded/progress.ts';
import { readRuntime } from '../worker/embedded/runtime.ts';
import { eventually, privateFolder, processesOn } from './support/installations.ts';

describe('the lock', () => {
  test('goes to exactly one of several that start at once', async () => {
    const data = await privateFolder();
    const program = join(import.meta.dirname, 'support', 'contender.ts');
    const contenders = Array.from({ length: 4 }, () =>
      spawn(process.execPath, [program, data], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }),
    );
    const answers = await Promise.all(contenders.map((contender) => once(contender, 'message')));
    expect(answers.map(([answer]) => answer).toSorted()).toEqual(['in-use', 'in-use', 'in-use', 'taken']);
    const exits = contenders
      .filter(({ exitCode }) => exitCode === null)
      .map((contender) => once(contender, 'exit'));
    for (const contender of contenders) if (contender.connected) contender.disconnect();
    await Promise.all(exits);
    (await takeLock(data)).release();
    expect(existsSync(join(data, 'lock'))).toBe(false);
  });

  test('is refused twice within one process, and takes over what a dead process left', async () => {
    const data = await privateFolder();
    await writeFile(join(data, 'lock'), 'no lock of ours');
    const dead = { pid: process.pid, started: 'long ago', since: '2026-01-01T00:00:00.000Z' };
    await writeFile(join(data, 'processes.json'), JSON.stringify({ owner: dead, children: [] }));
    const lock = await takeLock(data);
    const household = await openHousehold(data, () => {});
    await expect(takeLock(data)).rejects.toMatchObject({ code: 'in-use' });
    await household.end();
    lock.release();
    (await takeLock(data)).release();
  });
});

describe('a household of processes', () => {
  const spec: ProcessSpec = {
    ...{ name: 'The short-lived', command: process.execPath, args: [], env: {} },
    ...{ log: 'short.log', stopSignal: 'SIGTERM', patience: 500 },
  };

  test('gives up on a process that keeps dying, and shows what it said', async () => {
    const household = await openHousehold(await privateFolder(), () => {});
    const source = `console.log('I cannot'); process.exit(3)`;
    const sayingYes = { ...spec, args: ['-e', source] };
    await household.keep(sayingYes, async () => {});
    await expect(household.failed).rejects.toThrow(
      /The short-lived keeps dying, last with exit code 3(.|\n)*I cannot/,
    );
    await household.end();
  });

  test('kills what does not end when asked, with all of its group', async () => {
    const data = await privateFolder();
    const household = await openHousehold(data, () => {});
    const child = `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)`;
    const source = `require('node:child_process').spawn(process.execPath, ['-e', \`${child}; console.log('up')\`, process.argv[1]], { stdio: 'inherit' }); ${child}`;
    const stubborn = { ...spec, args: ['-e', source, data] };
    await household.keep(stubborn, () =>
      eventually(
        'both',
        () => expect(readFileSync(join(data, 'logs', 'short.log'), 'utf8')).toContain('up'),
        5000,
      ),
    );
    await household.end();
    expect(processesOn(data)).toEqual([]);
  });

  test('ends what a predecessor left behind that was killed together with its reaper', async () => {
    const data = await privateFolder();
    const orphan = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true });
    await once(orphan, 'spawn');
    const ended = once(orphan, 'exit');
    const child = { ...identify(orphan.pid ?? 0), name: 'The orphan', stopSignal: 'SIGTERM' };
    const owner = { pid: process.pid, started: 'long ago', since: '2026-01-01T00:00:00.000Z' };
    await writeFile(join(data, 'processes.json'), JSON.stringify({ owner, children: [child] }));
    const household = await openHousehold(data, () => {});
    expect(await ended).toEqual([null, 'SIGTERM']);
    await household.end();
  });

  test('tells which program cannot be started', async () => {
    const household = await openHousehold(await privateFolder(), () => {});
    const absent = { ...spec, command: '/nowhere/program', args: [] };
    await expect(household.complete(absent)).rejects.toThrow(
      'The short-lived cannot be started: spawn /nowhere/program',
    );
    await household.end();
  });
});

describe('progress', () => {
  test('is plain lines where there is no terminal', async () => {
    const lines: string[] = [];
    const progress = terminalProgress({ write: (text) => lines.push(text) });
    await progress.step('Building', '4 minutes, only once', async () => {});
    expect(lines).toEqual(['Building … usually 4 minutes, only once\n', 'Building: done · 0:00\n']);
  });

  test('is one moving line on a terminal', async () => {
    const written: string[] = [];
    const progress = terminalProgress({ isTTY: true, columns: 60, write: (text) => written.push(text) });
    const moving = () =>
      written.filter((text) => text.includes('Building … usually 4 minutes, only once · 0:0'));
    await progress.step('Building', '4 minutes, only once', () =>
      eventually('two drawings', () => expect(moving().length).toBeGreaterThan(1), 5000),
    );
    expect(moving().every((text) => text.startsWith('\r') && !text.includes('\n'))).toBe(true);
  });
});

test('a taken port is not chosen, and a kept one stays', async () => {
  const folder = await privateFolder();
  const first = await choosePorts(folder, { one: 0, two: 0 }, {});
  expect(await choosePorts(folder, { one: 0, two: 0 }, {})).toEqual(first);
  const server = createServer();
  server.listen(first.one, '127.0.0.1');
  await once(server, 'listening');
  const second = await choosePorts(folder, { one: 0, two: 0 }, {});
  expect(second.one).not.toBe(first.one);
  expect(second.two).toBe(first.two);
  server.close();
  await once(server, 'close');
});

test('a runtime.json is only there while something runs', async () => {
  expect(readRuntime(await privateFolder())).toBeUndefined();
});
