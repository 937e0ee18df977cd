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

const replay = (
  history: proto.temporal.api.history.v1.History,
  bundle: { code: string } = workflowBundle,
): Promise<void> => Worker.runReplayHistory({ workflowBundle: bundle }, history, 'journey-replayed');

/** The workflow with two of its commands in another order. */
const bundleMutant = (): Promise<{ code: string }> =>
  bundleJourneys(undefined, (config) => ({
    ...config,
    module: {
      ...config.module,
      rules: [
        ...(config.module?.rules ?? []),
        {
          test: /workflows.journey.journey\.ts$/,
          enforce: 'pre',
          loader: join(import.meta.dirname, '..', 'support', 'reordering.ts'),
        },
      ],
    },
  }));

describe('a recorded history', () => {
  it('is there of at least fifty journeys, some of them over several runs', () => {
    expect(new Set(files.map((name) => name.replace(/-\d+\.bin\.gz$/, ''))).size).toBeGreaterThanOrEqual(50);
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

  it('does not replay with a workflow that gives its commands in another order', async () => {
    const mutant = await bundleMutant();
    const outcomes = await Promise.allSettled(
      files.map((name) => replay(History.decode(bytesOf(name)), mutant)),
    );
    const caught = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(caught.length).toBeGreaterThan(files.length / 2);
    expect(caught.every((error) => error instanceof DeterminismViolationError)).toBe(true);
    console.log(`a mutant that reorders commands is caught by ${caught.length} of ${files.length} histories`);
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
