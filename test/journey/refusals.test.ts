/** What a refused command leaves behind: a reason for its sender, and no trace in the journey. */
import { beforeAll, expect, it, vi } from 'vitest';
import { readEffects, readJournal } from '../../activities/store/read.ts';
import { fastForward } from '../../client/fastForward.ts';
import {
  clockOf,
  handleOf,
  previewJourney,
  readJourney,
  startJourney,
  tellJourney,
  viewJourney,
} from '../../client/journeys.ts';
import type { Statement } from '../../workflows/journal/entry.ts';
import { someone, useStage } from '../support/playhouse.ts';

const stage = useStage();
const actor = { role: 'caseWorker', id: 'w-1' } as const;
const saying = (event: { type: string; [field: string]: unknown }): Statement => ({ event, actor });
const referral = saying({ type: 'intake.referred', source: 'funder', site: 'site-1', federalState: 'BW' });

const patience = { timeout: 30_000, interval: 300 };

beforeAll(async () => {
  await stage().startWorker();
});

it('leaves no trace of a refused command, and says why in both languages', async () => {
  const { journeys } = stage();
  const journey = someone();
  await startJourney(journeys, journey, [referral]);
  const handle = handleOf(journeys, journey);
  await vi.waitFor(async () => {
    const { raw } = await handle.describe();
    expect([raw.pendingActivities?.length, raw.pendingWorkflowTask ?? null]).toEqual([0, null]);
    expect(await readJournal(stage().db, journey)).toHaveLength(1);
  });
  const before = (await handle.describe()).historyLength;
  const refused = tellJourney(journeys, journey, [saying({ type: 'exam.passed' })]);
  await expect(refused).rejects.toMatchObject({
    code: 'wrong-phase',
    reasons: [
      {
        code: 'wrong-phase',
        entry: 2,
        de: expect.stringContaining('nicht möglich'),
        en: expect.stringContaining('not possible'),
      },
    ],
  });
  expect((await handle.describe()).historyLength).toBe(before);
  expect(await readJourney(journeys, journey)).toHaveLength(1);
});

it('refuses a list of statements whole', async () => {
  const { journeys } = stage();
  const journey = someone();
  await startJourney(journeys, journey, [referral]);
  const admission = saying({ type: 'intake.admitted', caseWorker: 'w-1' });
  const refused = tellJourney(journeys, journey, [admission, saying({ type: 'exam.passed' })]);
  await expect(refused).rejects.toMatchObject({ code: 'wrong-phase', reasons: [{ entry: 3 }] });
  expect((await viewJourney(journeys, journey)).phase).toBe('intake');
});

it('previews without entering, and refuses a preview as the command would be', async () => {
  const { journeys } = stage();
  const journey = someone();
  await startJourney(journeys, journey, [referral, saying({ type: 'intake.admitted', caseWorker: 'w-1' })]);
  const { changes, view } = await previewJourney(journeys, journey, [
    saying({ type: 'conflict.raised', between: 'other' }),
  ]);
  expect(changes).toMatchObject([{ op: 'make', key: 'conflict/3/talk', kind: 'conflictEscalation' }]);
  expect(view.conflictRung).toBe('talk');
  expect((await viewJourney(journeys, journey)).conflictRung).toBe('none');
  await expect(previewJourney(journeys, journey, [saying({ type: 'exam.passed' })])).rejects.toMatchObject({
    code: 'wrong-phase',
  });
});

it('knows no journey that was not started, and starts none twice', async () => {
  const { journeys } = stage();
  const journey = someone();
  await expect(viewJourney(journeys, journey)).rejects.toMatchObject({ code: 'journey-not-found' });
  await expect(tellJourney(journeys, journey, [referral])).rejects.toMatchObject({
    code: 'journey-not-found',
  });
  await startJourney(journeys, journey, [referral]);
  await expect(startJourney(journeys, journey, [referral])).rejects.toMatchObject({ code: 'journey-exists' });
});

it('leaves nothing of a refused start', async () => {
  const { journeys } = stage();
  const journey = someone();
  await expect(startJourney(journeys, journey, [saying({ type: 'exam.passed' })])).rejects.toMatchObject({
    code: 'wrong-phase',
  });
  await expect(viewJourney(journeys, journey)).rejects.toMatchObject({ code: 'journey-not-found' });
});

it('shows an effect that lacks an address, goes on, and carries it out once the address is there', async () => {
  const { journeys, db, hirePeople } = stage();
  const journey = someone();
  await startJourney(journeys, journey, [referral, saying({ type: 'intake.admitted', caseWorker: 'w-1' })]);
  await tellJourney(journeys, journey, [saying({ type: 'conflict.raised', between: 'other' })]);
  const handle = handleOf(journeys, journey);
  await vi.waitFor(
    async () => expect((await handle.describe()).searchAttributes).toMatchObject({ Attention: ['stuck'] }),
    { timeout: 30_000, interval: 300 },
  );
  await tellJourney(journeys, journey, [saying({ type: 'intensity.set', participant: 'high' })]);
  await vi.waitFor(async () => {
    const listed = JSON.parse((await stage().cli('stuck', '--json')).stdout);
    expect(listed).toMatchObject([
      { journey, key: 'conflict/3/talk', reason: expect.stringContaining('no address for caseWorker') },
    ]);
  }, patience);
  const escalated = JSON.parse((await stage().cli('escalations', '--role', 'caseWorker', '--json')).stdout);
  expect(escalated).toMatchObject([{ journey, topic: 'talk', to: ['caseWorker'] }]);
  await fastForward(
    journeys,
    journey,
    new Date(Date.parse(await clockOf(handle)) + 26 * 3_600_000).toISOString(),
  );
  await vi.waitFor(
    async () => {
      const told = (await readJourney(journeys, journey)).filter(
        ({ event }) => event?.type === 'effect.stuck',
      );
      expect(told.map(({ event }) => event)).toEqual([
        { type: 'effect.stuck', effect: 'conflict/3/talk', rev: 1 },
      ]);
    },
    { timeout: 30_000 },
  );
  await hirePeople();
  const later = new Date(Date.parse(await clockOf(handle)) + 7 * 3_600_000).toISOString();
  await fastForward(journeys, journey, later);
  await vi.waitFor(async () => {
    const effects = await readEffects(db, journey);
    expect(effects.find(({ key }) => key === 'conflict/3/talk')).toMatchObject({ rev: 1, status: 'done' });
    expect(JSON.parse((await stage().cli('stuck', '--json')).stdout)).toEqual([]);
  }, patience);
  await vi.waitFor(async () =>
    expect((await handle.describe()).searchAttributes).toMatchObject({ Attention: ['conflict'] }),
  );
});
