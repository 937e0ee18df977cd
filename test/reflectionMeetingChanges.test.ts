/** A reflection meeting is moved only where it must be, taken back from those who hold it, and never collides. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { savePeople } from '../activities/store/people.ts';
import { readEffects, readMeetings } from '../activities/store/read.ts';
import { type Office, openOffice, scheduled } from './support/office.ts';
import { meetingOrder, rosterOf } from './support/orders.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterEach(() => office.clear());
afterAll(() => office.close());

describe('two meetings of one case worker', () => {
  const slotsOf = async (orders: readonly ReturnType<typeof meetingOrder>[]): Promise<unknown[]> => {
    for (const { journey } of orders) await savePeople(office.db, rosterOf(journey));
    await savePeople(office.db, {
      people: [{ id: 'cw-busy', name: 'Vorname Viel', email: 'busy@example.org' }],
      involvements: [],
    });
    const answers = await Promise.all(
      orders.map((order) => office.activities.scheduleReflectionMeeting(order)),
    );
    return answers.map((answer) => answer?.type === 'meeting.scheduled' && answer.startsAt).sort();
  };

  it('never share a slot, ordered at once; the sixth is on the next working day', async () => {
    const journeys = ['j-1', 'j-2', 'j-3', 'j-4', 'j-5', 'j-6'];
    expect(await slotsOf(journeys.map((one) => meetingOrder(one, { caseWorker: 'cw-busy' })))).toEqual([
      '2026-01-02T09:00:00.000Z',
      '2026-01-02T10:00:00.000Z',
      '2026-01-02T12:00:00.000Z',
      '2026-01-02T13:00:00.000Z',
      '2026-01-02T14:00:00.000Z',
      '2026-01-05T09:00:00.000Z',
    ]);
  });

  it('may take a slot that was given back', async () => {
    const [givenBack] = await readMeetings(office.db, 'j-3');
    const withdraw = meetingOrder('j-3', { caseWorker: 'cw-busy', rev: 2, op: 'withdraw' });
    await office.activities.scheduleReflectionMeeting(withdraw);
    expect(await slotsOf([meetingOrder('j-7', { caseWorker: 'cw-busy' })])).toEqual([givenBack?.startsAt]);
  });

  it('of different case workers may', async () => {
    await savePeople(office.db, {
      people: [{ id: 'cw-free', name: 'Vorname Frei', email: 'f@example.org' }],
      involvements: [],
    });
    expect(await slotsOf([meetingOrder('j-8', { caseWorker: 'cw-free' })])).toEqual([
      '2026-01-02T09:00:00.000Z',
    ]);
  });
});

describe('amending a reflection meeting', () => {
  const make = async (journey: string) => {
    await savePeople(office.db, rosterOf(journey));
    await office.activities.scheduleReflectionMeeting(meetingOrder(journey));
    office.clear();
  };
  const amend = (journey: string, params: Parameters<typeof meetingOrder>[1]) =>
    office.activities.scheduleReflectionMeeting(meetingOrder(journey, { rev: 2, op: 'amend', ...params }));

  it('keeps the slot while it still fits, and tells everybody with a higher sequence', async () => {
    await make('j-keep');
    const answer = await amend('j-keep', {
      now: '2025-12-30T05:00:00.000Z',
      params: { dueOn: '2025-12-31' },
    });
    expect(answer).toEqual(scheduled('2026-01-02T09:00:00.000Z', 2));
    expect(office.calendars()).toMatchObject([{ sequence: 2 }, { sequence: 2 }, { sequence: 2 }]);
    expect(office.server.mails[0]?.subject).toBe('Reflexionsgespräch: neue Einladung');
  });

  it('moves it otherwise, under the same UID', async () => {
    await make('j-move');
    expect(await amend('j-move', { params: { dueOn: '2026-01-06' } })).toEqual(
      scheduled('2026-01-07T09:00:00.000Z', 2),
    );
    expect(office.calendars()[0]).toMatchObject({
      method: 'REQUEST',
      uid: 'j-move/reflection/after-3@provider.example',
      sequence: 2,
      startsAt: '2026-01-07T09:00:00.000Z',
    });
    expect(await readMeetings(office.db, 'j-move')).toMatchObject([
      { rev: 2, startsAt: '2026-01-07T09:00:00.000Z' },
    ]);
  });

  it('takes the time a case worker chose, and one of its own when that is taken back', async () => {
    await make('j-chosen');
    const chosen = '2026-01-03T18:30:00.000Z';
    expect(await amend('j-chosen', { params: { startsAt: chosen } })).toEqual(scheduled(chosen, 2));
    expect(office.calendars()[0]).toMatchObject({ sequence: 2, startsAt: chosen });
    expect(await amend('j-chosen', { rev: 3 })).toEqual(scheduled('2026-01-02T09:00:00.000Z', 3));
  });

  it('cancels it for those who need not come any more, once', async () => {
    await make('j-fewer');
    const fewer = { params: { attendees: ['participant', 'caseWorker'] } } as const;
    await amend('j-fewer', fewer);
    const methods = (): unknown[] =>
      office
        .calendars()
        .map(({ method, attendees }) => `${method} ${attendees}`)
        .sort();
    expect(methods()).toEqual([
      'CANCEL mailto:j-fewer-trainer@example.org',
      'REQUEST mailto:j-fewer-caseworker@example.org',
      'REQUEST mailto:j-fewer-participant@example.org',
    ]);
    office.clear();
    await amend('j-fewer', { ...fewer, rev: 3 });
    expect(methods().map((one) => String(one).slice(0, 7))).toEqual(['REQUEST', 'REQUEST']);
  });

  it('makes it if it was never made', async () => {
    await savePeople(office.db, rosterOf('j-never'));
    expect(await amend('j-never', {})).toEqual(scheduled('2026-01-02T09:00:00.000Z', 2));
  });

  it('ignores a lower revision that comes after it', async () => {
    await savePeople(office.db, rosterOf('j-lower'));
    await amend('j-lower', { params: { dueOn: '2026-01-06' } });
    office.clear();
    expect(await office.activities.scheduleReflectionMeeting(meetingOrder('j-lower'))).toBeNull();
    expect(office.server.mails).toEqual([]);
    expect(await readEffects(office.db, 'j-lower')).toHaveLength(1);
    expect(await readMeetings(office.db, 'j-lower')).toMatchObject([
      { startsAt: '2026-01-07T09:00:00.000Z' },
    ]);
  });
});

describe('withdrawing a reflection meeting', () => {
  it('cancels it for everybody who holds an invitation, and a later one is new', async () => {
    await savePeople(office.db, rosterOf('j-gone'));
    await office.activities.scheduleReflectionMeeting(meetingOrder('j-gone'));
    office.clear();
    const withdraw = meetingOrder('j-gone', { rev: 2, op: 'withdraw' });
    expect(await office.activities.scheduleReflectionMeeting(withdraw)).toBeNull();
    expect(await office.activities.scheduleReflectionMeeting(withdraw)).toBeNull();
    expect(office.calendars()).toHaveLength(3);
    expect(office.calendars()[0]).toMatchObject({
      method: 'CANCEL',
      status: 'CANCELLED',
      uid: 'j-gone/reflection/after-3@provider.example',
      sequence: 2,
      startsAt: '2026-01-02T09:00:00.000Z',
    });
    expect(await readMeetings(office.db, 'j-gone')).toMatchObject([{ status: 'cancelled', rev: 2 }]);

    office.clear();
    const again = meetingOrder('j-gone', { rev: 3, now: '2026-01-10T05:00:00.000Z' });
    expect(await office.activities.scheduleReflectionMeeting(again)).toEqual(
      scheduled('2026-01-19T09:00:00.000Z', 3),
    );
    expect(office.calendars()[0]).toMatchObject({ method: 'REQUEST', sequence: 3 });
    expect(await readMeetings(office.db, 'j-gone')).toMatchObject([{ status: 'scheduled', rev: 3 }]);
  });

  it('tells nobody if nobody was invited', async () => {
    expect(
      await office.activities.scheduleReflectionMeeting(meetingOrder('j-unborn', { op: 'withdraw', rev: 2 })),
    ).toBeNull();
    expect(office.server.mails).toEqual([]);
  });
});
