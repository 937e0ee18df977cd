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
import { Roster, savePeople } from '../activities/store/people.ts';
import { readEffects, readOutbox } from '../activities/store/read.ts';
import type { ReminderTopic } from '../workflows/effects/effects.ts';
import { newsTopics, roles, rungs } from '../workflows/effects/words.ts';
import { notices } from '../workflows/machine/notices.ts';
import { freshDatabase } from './support/database.ts';
import { conflictOrder, reminderOrder, rosterOf } from './support/orders.ts';

const topics = [...(Object.keys(notices) as (keyof typeof notices)[]), ...newsTopics];

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

  it.each(topics)('has a text for %s', async (topic) => {
    await savePeople(db, rosterOf(`topic-${topic}`));
    await activities.remind(reminderOrder(`topic-${topic}`, { params: { topic, to: ['caseWorker'] } }));
    const [letter] = await lettersOf(`topic-${topic}`);
    expect(letter?.subject).not.toMatch(/Vorname|Nachname|undefined|[{}]/);
    expect(letter?.text).toMatch(/(Stichtag|Anlass vom|Erinnerung vom|Tag des Gesprächs): 28\.11\.2025/);
    expect(letter?.text).not.toMatch(/undefined|[{}]| [.,]/);
  });

  it.each<[ReminderTopic, number, string, string]>([
    [
      'usedHoursDue',
      202409,
      'Verbrauchte Stunden für September 2024 melden',
      'stunden für September 2024 sind',
    ],
    [
      'usedHoursReport',
      202412,
      'Stundenmeldung für Dezember 2024 überfällig',
      'stunden für Dezember 2024 sind',
    ],
    [
      'luvTrainingYear',
      1,
      'LuV überfällig: begleitende Phase, Ende des Ausbildungsjahrs (1. Ausbildungsjahr)',
      'Ende des Ausbildungsjahrs (1. Ausbildungsjahr)',
    ],
    ['goalReview', 12, 'Ziel im Förderplan prüfen (Eintrag Nr. 12)', '(Eintrag Nr. 12)'],
    ['taskDue', 13, 'Aufgabe fällig (Eintrag Nr. 13)', '(Eintrag Nr. 13)'],
    ['fundingEnd', 14, 'Bewilligung läuft bald aus (Eintrag Nr. 14)', '(Eintrag Nr. 14)'],
  ])('about %s says which one', async (topic, item, subject, words) => {
    const journey = `item-${topic}`;
    await savePeople(db, rosterOf(journey));
    await activities.remind(reminderOrder(journey, { params: { topic, item, to: ['caseWorker'] } }));
    const [letter] = await lettersOf(journey);
    expect(letter?.subject).toBe(subject);
    expect(letter?.text).toContain(words);
  });

  it('names the roles that nobody wrote to without consent', async () => {
    await savePeople(db, rosterOf('r-6'));
    const about = ['trainer', 'trainingAdviser'] as const;
    const params = { topic: 'consentMissing', to: ['caseWorker'], about } as const;
    await activities.remind(reminderOrder('r-6', { params }));
    const [letter] = await lettersOf('r-6');
    expect(letter?.text?.replaceAll('\n', ' ')).toContain(
      'Nicht angeschrieben: Ausbilder:in im Betrieb, Ausbildungsberatung der zuständigen Stelle',
    );
  });

  it('goes to the case worker who is meant, though another belongs to the journey', async () => {
    await savePeople(db, rosterOf('r-7'));
    const receiver = { id: 'receiver-7', name: 'Vorname Übernahme', email: 'receiver-7@example.org' };
    await savePeople(db, { people: [receiver], involvements: [] });
    const params = { topic: 'handoverToAnswer', to: ['caseWorker'], caseWorker: receiver.id } as const;
    await activities.remind(reminderOrder('r-7', { caseWorker: receiver.id, params }));
    expect(await readOutbox(db, 'r-7')).toMatchObject([
      { recipientRole: 'caseWorker', personId: receiver.id },
    ]);
  });

  it('that records are to be erased goes to the data protection of the site', async () => {
    await savePeople(db, {
      people: [{ id: 'protection-1', name: 'Vorname Schutz', email: 'protection-1@example.org' }],
      involvements: [{ scope: 'site', scopeId: 'site-1', role: 'dataProtection', personId: 'protection-1' }],
    });
    const params = { topic: 'recordsErased', to: ['dataProtection'] } as const;
    await activities.remind(reminderOrder('r-8', { params }));
    expect(await readOutbox(db, 'r-8')).toMatchObject([{ personId: 'protection-1', via: 'file' }]);
  });

  it('finds somebody for every role among the people of the example', async () => {
    const file = new URL('../client/examplePeople.json', import.meta.url);
    const { people, involvements } = Roster.parse(JSON.parse(await readFile(file, 'utf8')));
    const reachable = new Set(people.flatMap(({ id, email }) => (email === null ? [] : [id])));
    const known = involvements.filter(
      ({ scopeId, personId }) => scopeId === 'site-1' && reachable.has(personId),
    );
    const needed = roles.filter((role) => role !== 'ops' && role !== 'system');
    expect(needed.filter((role) => !known.some((one) => one.role === role))).toEqual([]);
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

  it('is done without a letter if nobody may be told', async () => {
    expect(await activities.escalateConflict(conflictOrder('c-2', { params: { to: [] } }))).toBeNull();
    expect(await readOutbox(db, 'c-2')).toEqual([]);
    expect(await readEffects(db, 'c-2')).toMatchObject([{ status: 'done' }]);
  });

  it.each(rungs)('has a text for %s', async (rung) => {
    await savePeople(db, rosterOf(`rung-${rung}`));
    await activities.escalateConflict(conflictOrder(`rung-${rung}`, { params: { rung } }));
    const [letter] = await lettersOf(`rung-${rung}`);
    expect(letter?.text).not.toContain('undefined');
  });
});
