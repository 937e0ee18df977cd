/** Reminders and escalations arrive once, in German, without a name where none belongs; by SMTP or as files. */
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MockActivityEnvironment } from '@temporalio/testing';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heartbeating } from '../activities/heartbeat.ts';
import { type Activities, createActivities, openMail } from '../activities/index.ts';
import type { Store } from '../activities/store/db.ts';
import { savePeople } from '../activities/store/people.ts';
import { readEffects, readOutbox } from '../activities/store/read.ts';
import { reminderTopics, rungs } from '../workflows/effects/words.ts';
import { freshDatabase } from './support/database.ts';
import { conflictOrder, reminderOrder, rosterOf } from './support/orders.ts';

let db: Store;
let home: string;
let folder: string;
let activities: Activities;

beforeAll(async () => {
  ({ db } = await freshDatabase());
  home = await mkdtemp(join(tmpdir(), 'wegbegleiter-'));
  folder = join(home, 'mail');
  activities = createActivities({ db, mail: openMail({ folder, from: 'begleitung@provider.example' }) });
});
afterAll(async () => {
  await db.destroy();
  await rm(home, { recursive: true });
});

const lettersOf = async (journey: string) => {
  const names = (await readdir(folder)).filter((name) => name.startsWith(`${journey}.`)).sort();
  return await Promise.all(names.map(async (name) => await simpleParser(await readFile(join(folder, name)))));
};

describe('a reminder', () => {
  it('goes to everybody concerned as a file and a row, once', async () => {
    await savePeople(db, rosterOf('r-1'));
    expect(await activities.remind(reminderOrder('r-1'))).toBeNull();
    const before = await readdir(folder);
    expect(await activities.remind(reminderOrder('r-1'))).toBeNull();
    expect(await readdir(folder)).toEqual(before);

    const letters = await lettersOf('r-1');
    expect(letters.flatMap(({ to }) => [to ?? []].flat().map(({ text }) => text))).toEqual([
      '"Vorname Nachname-caseWorker" <r-1-caseworker@example.org>',
      '"Vorname Nachname-teamLead" <lead-1@example.org>',
    ]);
    const [letter] = letters;
    expect(letter?.subject).toBe('Aufnahme noch nicht entschieden');
    expect(letter?.text).toContain('Guten Tag Vorname Nachname-caseWorker,');
    expect(letter?.text).toContain('Stichtag: 28.11.2025');
    expect(letter?.text).toContain('Vorgang: r-1');
    expect(letter?.date?.toISOString()).toBe('2025-12-01T05:00:00.000Z');

    const rows = await readOutbox(db, 'r-1');
    expect(rows).toMatchObject([
      { recipientRole: 'caseWorker', personId: 'r-1-caseWorker', via: 'file', op: 'make', rev: 1 },
      { recipientRole: 'teamLead', personId: 'lead-1', via: 'file' },
    ]);
    expect(rows.map(({ messageId }) => messageId)).toEqual(letters.map(({ messageId }) => messageId));
    expect(rows.every(({ deliveredAt }) => deliveredAt !== null)).toBe(true);
    const [file = ''] = before;
    expect((await stat(join(folder, file))).mode & 0o077).toBe(0);
  });

  it('says that it is late, or that it replaces an earlier one', async () => {
    await savePeople(db, rosterOf('r-2'));
    await activities.remind(reminderOrder('r-2', { late: true, params: { to: ['caseWorker'] } }));
    await activities.remind(
      reminderOrder('r-2', { rev: 2, op: 'amend', params: { to: ['caseWorker'], dueOn: '2025-12-24' } }),
    );
    const [first, second] = await lettersOf('r-2');
    expect(first?.text).toContain('verspätet');
    expect(first?.text).not.toContain('ersetzt');
    expect(second?.text).toContain('ersetzt unsere frühere');
    expect(second?.text).toContain('Stichtag: 24.12.2025');
    expect(second?.text).not.toContain('verspätet');
  });

  it('sends nothing when withdrawn, even if nobody has an address', async () => {
    expect(await activities.remind(reminderOrder('r-3', { op: 'withdraw', rev: 2 }))).toBeNull();
    expect(await readOutbox(db, 'r-3')).toEqual([]);
    expect(await readEffects(db, 'r-3')).toMatchObject([{ op: 'withdraw', status: 'done' }]);
  });

  it('fails as long as somebody has no address, and sends to nobody', async () => {
    await savePeople(db, rosterOf('r-4', ['caseWorker']));
    await savePeople(db, {
      people: [{ id: 'nameless', name: 'Vorname Ohne', email: null }],
      involvements: [{ scope: 'journey', scopeId: 'r-4', role: 'caseWorker', personId: 'nameless' }],
    });
    await expect(activities.remind(reminderOrder('r-4'))).rejects.toMatchObject({
      type: 'address-missing',
      message: 'journey r-4: no address for caseWorker',
    });
    expect(await lettersOf('r-4')).toEqual([]);
  });

  it('gives signs of life while the mail server takes its time', async () => {
    await savePeople(db, rosterOf('r-5'));
    const worker = new MockActivityEnvironment();
    const alive = new Promise<void>((heard) => {
      worker.once('heartbeat', () => heard());
    });
    const slow = {
      from: 'begleitung@provider.example',
      via: 'smtp',
      send: () => alive,
      close: () => {},
    } as const;
    const { remind } = heartbeating(createActivities({ db, mail: slow }));
    expect(await worker.run(remind, reminderOrder('r-5'))).toBeNull();
  });

  it.each(reminderTopics)('has a text for %s', async (topic) => {
    await savePeople(db, rosterOf(`topic-${topic}`));
    await activities.remind(reminderOrder(`topic-${topic}`, { params: { topic, to: ['caseWorker'] } }));
    const [letter] = await lettersOf(`topic-${topic}`);
    expect(letter?.subject).not.toMatch(/Vorname|Nachname|undefined/);
    expect(letter?.text).toContain('Stichtag: 28.11.2025');
    expect(letter?.text).not.toContain('undefined');
  });
});

describe('the escalation of a conflict', () => {
  it('names rung, number and last day, and no person in the subject', async () => {
    await savePeople(db, rosterOf('c-1'));
    expect(await activities.escalateConflict(conflictOrder('c-1'))).toBeNull();
    const letters = await lettersOf('c-1');
    expect(letters).toHaveLength(2);
    expect(letters[0]?.subject).toBe(
      'Konflikt in der Ausbildung: Vermittlung durch die Ausbildungsbegleitung',
    );
    expect(letters[0]?.text).toContain('(Nr. 2)');
    expect(letters[0]?.text).toContain('bis 15.12.2025');
  });

  it.each(rungs)('has a text for %s', async (rung) => {
    await savePeople(db, rosterOf(`rung-${rung}`));
    await activities.escalateConflict(conflictOrder(`rung-${rung}`, { params: { rung } }));
    const [letter] = await lettersOf(`rung-${rung}`);
    expect(letter?.text).not.toContain('undefined');
  });
});
