/** Each activity is killed after its side effect and before its answer: done again, there is one effect for each key and revision. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Activities, Recording } from '../../activities/index.ts';
import type { Store } from '../../activities/store/db.ts';
import { savePeople } from '../../activities/store/people.ts';
import { readEffects, readJournal, readMeetings, readOutbox } from '../../activities/store/read.ts';
import type { Order } from '../../workflows/effects/effects.ts';
import { freshDatabase } from '../support/database.ts';
import { type MailServer, startMailServer } from '../support/mailServer.ts';
import { conflictOrder, emptyBoard, meetingOrder, reminderOrder, rosterOf } from '../support/orders.ts';

const kills = Number(process.env.KILLS ?? 50);
const program = join(import.meta.dirname, '..', 'support', 'activityProgram.ts');
let db: Store;
let url = '';
let server: MailServer;
let worker: ChildProcess | undefined;

beforeAll(async () => {
  ({ db, url } = await freshDatabase());
  server = await startMailServer();
});
afterAll(async () => {
  worker?.kill('SIGKILL');
  await server.close();
  await db.destroy();
});

async function startWorker(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH, DATABASE_URL: url, SMTP_URL: server.url },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await once(child, 'message');
  return child;
}

/** Has an activity begun, and kills its process at a moment; then has another process do it to its end. */
async function killed(name: keyof Activities, input: unknown, moment: Promise<void>): Promise<void> {
  const first = worker ?? (await startWorker());
  const gone = once(first, 'exit');
  first.send({ name, input });
  await moment;
  first.kill('SIGKILL');
  await gone;
  worker = await startWorker();
  worker.send({ name, input });
  await once(worker, 'message');
}

const informationOrder = (journey: string): Order<'informationPackage'> => {
  const { params: _, kind: __, ...base } = reminderOrder(journey);
  return {
    ...{ ...base, key: 'informationPackage/5', kind: 'informationPackage' },
    params: { company: 'c-1', dueOn: '2025-12-01' },
  };
};
const supportOrder = (journey: string): Order<'learningSupport'> => {
  const { params: _, kind: __, ...base } = reminderOrder(journey);
  return {
    ...{ ...base, key: 'learningSupport/5', kind: 'learningSupport' },
    params: { subject: 'maths', dueOn: '2025-12-01' },
  };
};

it.each([
  ['scheduleReflectionMeeting', meetingOrder],
  ['escalateConflict', conflictOrder],
  ['remind', reminderOrder],
  ['sendInformationPackage', informationOrder],
  ['requestLearningSupport', supportOrder],
] as const)(`%s, ${kills} times`, async (name, orderOf) => {
  let twice = 0;
  for (let turn = 0; turn < kills; turn += 1) {
    const journey = `j-${name}-${turn}`.toLowerCase();
    const roster = rosterOf(journey);
    const contact = {
      scope: 'company',
      scopeId: 'c-1',
      role: 'trainer',
      personId: `${journey}-trainer`,
    } as const;
    await db.deleteFrom('involvements').where('scope', '=', 'company').execute();
    await savePeople(db, { ...roster, involvements: [...roster.involvements, contact] });
    server.mails.length = 0;
    await killed(name, orderOf(journey), server.afterNext());
    const letters = await readOutbox(db, journey);
    const ids = letters.map(({ messageId }) => messageId).toSorted();
    expect([...new Set(server.mails.map(({ messageId }) => messageId ?? ''))].toSorted()).toEqual(ids);
    expect(letters.every(({ deliveredAt }) => deliveredAt !== null)).toBe(true);
    expect(await readEffects(db, journey)).toMatchObject([{ rev: 1, status: 'done' }]);
    expect((await readMeetings(db, journey)).length).toBe(name === 'scheduleReflectionMeeting' ? 1 : 0);
    twice += server.mails.length - ids.length;
  }
  console.log(`${name}: killed ${kills} times; ${twice} mails delivered a second time, each the same mail`);
});

const recordingOf = (journey: string, length: number): Recording => ({
  journey,
  entries: Array.from({ length }, (_, index) => ({
    ...{ seq: index + 1, requestId: `r-${index + 1}`, recordedAt: `2026-01-01T09:00:0${index}.000Z` },
    ...{ actor: { role: 'caseWorker' }, event: { type: 'intensity.set', participant: 'high' } },
  })),
  journalLength: length,
  board: emptyBoard,
  summary: {
    ...{ site: 'site-1', federalState: 'BW', phase: 'intake', attention: 'none' },
    ...{ machineVersion: 1, policyVersion: '2026-1', summary: {} },
  },
});

it(`record, ${kills} times`, async () => {
  for (let turn = 0; turn < kills; turn += 1) {
    const journey = `j-record-${turn}`;
    const recording = recordingOf(journey, 5);
    const written = async (): Promise<void> => {
      while ((await readJournal(db, journey)).length < 5) await new Promise(setImmediate);
    };
    await killed('record', recording, written());
    expect(await readJournal(db, journey)).toEqual(recording.entries);
  }
  console.log(`record: killed ${kills} times; each journal written once`);
});
