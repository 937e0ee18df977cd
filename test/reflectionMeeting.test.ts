/** A reflection meeting gets one slot and one invitation for each person, however often the order comes. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { savePeople } from '../activities/store/people.ts';
import { readEffects, readMeetings, readOutbox } from '../activities/store/read.ts';
import { calendarOf } from './support/mailServer.ts';
import { type Office, openOffice, recipientOf, scheduled } from './support/office.ts';
import { meetingOrder, rosterOf } from './support/orders.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterEach(() => office.clear());
afterAll(() => office.close());

describe('making a reflection meeting', () => {
  it('finds a slot, invites everybody who must come, and answers with the slot', async () => {
    await savePeople(office.db, rosterOf('j-make'));
    // New Year is a holiday and the 2nd a Friday.
    const answer = await office.activities.scheduleReflectionMeeting(meetingOrder('j-make'));
    expect(answer).toEqual(scheduled('2026-01-02T09:00:00.000Z'));
    expect(office.recipients()).toEqual([
      'j-make-caseworker@example.org',
      'j-make-participant@example.org',
      'j-make-trainer@example.org',
    ]);
    for (const one of office.server.mails) {
      const { name, address } = recipientOf(one);
      expect(calendarOf(one)).toEqual({
        method: 'REQUEST',
        status: 'CONFIRMED',
        uid: 'j-make/reflection/after-3@provider.example',
        sequence: 1,
        organizer: 'mailto:begleitung@provider.example',
        attendees: [`mailto:${address}`],
        startsAt: '2026-01-02T09:00:00.000Z',
        endsAt: '2026-01-02T10:00:00.000Z',
        zone: 'UTC',
      });
      expect(one.subject).toBe('Einladung zum Reflexionsgespräch');
      expect(one.text).toContain('Freitag, 2. Januar 2026, 10:00 bis 11:00 Uhr');
      const isYoung = name.endsWith('participant');
      expect(one.text).toContain(`${isYoung ? 'Hallo' : 'Guten Tag'} ${name},`);
      expect(one.text?.includes('Vorgang: j-make')).toBe(!isYoung);
      expect(one.text).not.toContain('verspätet');
      expect(one.messageId).toMatch(
        /^<j-make\.reflection-after-3\.1\.[a-zA-Z]+\.[0-9a-f]{16}@provider\.example>$/,
      );
    }
    expect(await readMeetings(office.db, 'j-make')).toMatchObject([{ status: 'scheduled', rev: 1 }]);
    expect(await readEffects(office.db, 'j-make')).toMatchObject([
      { status: 'done', answer, op: 'make', rev: 1 },
    ]);
  });

  it('says so when it is late', async () => {
    await savePeople(office.db, rosterOf('j-late'));
    await office.activities.scheduleReflectionMeeting(meetingOrder('j-late', { late: true }));
    const late = office.server.mails.filter(({ text }) => text?.includes('Diese Nachricht kommt verspätet'));
    expect(late).toHaveLength(office.server.mails.length - 1);
  });

  it('answers a repeated revision with the same and sends nothing again', async () => {
    await savePeople(office.db, rosterOf('j-twice'));
    const first = await office.activities.scheduleReflectionMeeting(meetingOrder('j-twice'));
    const later = { now: '2026-03-01T00:00:00.000Z' };
    expect(await office.activities.scheduleReflectionMeeting(meetingOrder('j-twice', later))).toEqual(first);
    expect(office.server.mails).toHaveLength(3);
    expect(await readOutbox(office.db, 'j-twice')).toHaveLength(3);
    expect(await readMeetings(office.db, 'j-twice')).toHaveLength(1);
  });

  it('sends the same mail with the same slot again if it broke off after a mail had left', async () => {
    await savePeople(office.db, rosterOf('j-killed'));
    const order = meetingOrder('j-killed');
    office.server.failNext();
    await expect(office.activities.scheduleReflectionMeeting(order)).rejects.toMatchObject({
      type: 'mail-failed',
    });
    expect(await readEffects(office.db, 'j-killed')).toMatchObject([{ status: 'begun', answer: null }]);
    const answer = await office.activities.scheduleReflectionMeeting({
      ...order,
      now: '2025-12-30T05:00:00.000Z',
    });
    expect(answer).toEqual(scheduled('2026-01-02T09:00:00.000Z'));
    expect(office.server.mails).toHaveLength(4);
    const [first] = office.server.mails;
    const twin = office.server.mails.findLast(({ messageId }) => messageId === first?.messageId);
    expect(twin).not.toBe(first);
    expect(calendarOf(twin)).toEqual(calendarOf(first));
    expect(new Set(office.server.mails.map(({ messageId }) => messageId)).size).toBe(3);
    expect((await readOutbox(office.db, 'j-killed')).every(({ deliveredAt }) => deliveredAt !== null)).toBe(
      true,
    );
  });

  it('carries out one slot though two attempts run at once', async () => {
    await savePeople(office.db, rosterOf('j-both'));
    const both = [0, 1].map(() => office.activities.scheduleReflectionMeeting(meetingOrder('j-both')));
    const [first, second] = await Promise.all(both);
    expect(first).toEqual(second);
    expect(new Set(office.server.mails.map(({ messageId }) => messageId)).size).toBe(3);
    expect(await readMeetings(office.db, 'j-both')).toHaveLength(1);
  });

  it('answers the same without a second mail if it broke off after the last one', async () => {
    await savePeople(office.db, rosterOf('j-unnoted'));
    const first = await office.activities.scheduleReflectionMeeting(meetingOrder('j-unnoted'));
    await office.db
      .updateTable('effects')
      .set({ status: 'begun', answer: null, doneAt: null })
      .where('journeyId', '=', 'j-unnoted')
      .execute();
    expect(await office.activities.scheduleReflectionMeeting(meetingOrder('j-unnoted'))).toEqual(first);
    expect(office.server.mails).toHaveLength(3);
  });

  it('sends nothing while an address is missing, and everything once it is there', async () => {
    await savePeople(office.db, rosterOf('j-missing', ['trainer', 'participant']));
    const order = meetingOrder('j-missing');
    await expect(office.activities.scheduleReflectionMeeting(order)).rejects.toMatchObject({
      type: 'address-missing',
      nonRetryable: false,
      message: 'journey j-missing: no address for participant, trainer',
    });
    expect(office.server.mails).toEqual([]);
    expect(await readMeetings(office.db, 'j-missing')).toEqual([]);
    await savePeople(office.db, rosterOf('j-missing'));
    expect(await office.activities.scheduleReflectionMeeting(order)).toEqual(
      scheduled('2026-01-02T09:00:00.000Z'),
    );
    expect(office.server.mails).toHaveLength(3);
  });

  it('names roles and codes, not addresses, when the mail server refuses one, and invites the others', async () => {
    await savePeople(office.db, rosterOf('j-refused'));
    const order = meetingOrder('j-refused');
    office.server.unknown.add('j-refused-participant@example.org');
    const failure = await office.activities.scheduleReflectionMeeting(order).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      type: 'mail-failed',
      message: 'journey j-refused: no mail could be sent to participant (EENVELOPE 550)',
      cause: undefined,
    });
    expect(String((failure as Error).stack)).not.toContain('example.org');
    expect(office.server.mails).toHaveLength(2);

    const mended = { id: 'j-refused-participant', name: 'Vorname Nachname', email: 'mended@example.org' };
    await savePeople(office.db, { people: [mended], involvements: [] });
    await office.activities.scheduleReflectionMeeting(order);
    expect(office.recipients()).toContain('mended@example.org');
    expect(office.server.mails).toHaveLength(3);
  });

  it('takes the assigned case worker before anybody else, and each person once', async () => {
    await savePeople(office.db, rosterOf('j-assigned'));
    await savePeople(office.db, {
      people: [{ id: 'cw-new', name: 'Vorname Neu', email: 'new@example.org' }],
      involvements: [{ scope: 'journey', scopeId: 'j-assigned', role: 'trainer', personId: 'cw-new' }],
    });
    await office.activities.scheduleReflectionMeeting(
      meetingOrder('j-assigned', {
        caseWorker: 'cw-new',
        params: { attendees: ['caseWorker', 'trainer', 'teamLead'] },
      }),
    );
    expect(office.recipients()).toEqual([
      'j-assigned-trainer@example.org',
      'lead-1@example.org',
      'new@example.org',
    ]);
  });
});
