/** Every recorded history replays: a change that breaks a running journey fails here first. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import proto from '@temporalio/proto';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleJourneys } from '../../worker/worker.ts';

const folder = join(import.meta.dirname, '..', 'histories');
const files = readdirSync(folder).filter((name) => name.endsWith('.bin.gz'));
const { History } = proto.temporal.api.history.v1;
const bytesOf = (name: string): Buffer => gunzipSync(readFileSync(join(folder, name)));
let workflowBundle: { code: string };

beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  workflowBundle = await bundleJourneys();
});

const replay = (history: proto.temporal.api.history.v1.History): Promise<void> =>
  Worker.runReplayHistory({ workflowBundle }, history, 'journey-replayed');

describe('a recorded history', () => {
  it('is there of at least ten kinds, some of them over several runs', () => {
    expect(files.length).toBeGreaterThanOrEqual(10);
    expect(files.some((name) => name.endsWith('-2.bin.gz'))).toBe(true);
  });

  it.each(files)('replays: %s', async (name) => {
    await expect(
      replay(History.decode(bytesOf(name))),
      'Running journeys would break. Guard the change with a new machine version, or patch().',
    ).resolves.toBeUndefined();
  });

  it('names no person and no machine', () => {
    const telling = files.filter((name) =>
      /Beispiel|example\.org|\d+@|\/tmp\//.test(bytesOf(name).toString('latin1')),
    );
    expect(telling).toEqual([]);
  });

  it('does not replay once it has been tampered with', async () => {
    const tampered = History.decode(bytesOf('whole-journey-1.bin.gz'));
    const invitation = tampered.events
      .map(({ activityTaskScheduledEventAttributes: scheduled }) => scheduled?.activityType)
      .find((type) => type?.name === 'scheduleReflectionMeeting');
    expect(invitation).toBeDefined();
    if (invitation) invitation.name = 'remind';
    await expect(replay(tampered)).rejects.toThrow(DeterminismViolationError);
  });
});
