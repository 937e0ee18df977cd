/** Who reads no mail is told by short message, with a link to answer by; a deputy is told in place of who is away. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openSms } from '../activities/index.ts';
import { record } from '../activities/record.ts';
import { readAnswerToken } from '../activities/store/answerLinks.ts';
import { savePeople } from '../activities/store/people.ts';
import { readOutbox } from '../activities/store/read.ts';
import { type Gateway, startGateway } from './support/gateway.ts';
import { type Office, openOffice } from './support/office.ts';
import { emptyBoard, meetingOrder, reminderOrder, rosterOf } from './support/orders.ts';

let office: Office;
let gateway: Gateway;

beforeAll(async () => {
  gateway = await startGateway();
  const sms = openSms({ url: gateway.url, token: 'secret' });
  office = await openOffice({ sms, publicUrl: 'https://begleitung.example/' });
});
afterAll(() => Promise.all([office.close(), gateway.close()]));
beforeEach(() => {
  office.clear();
  gateway.messages.length = 0;
});

/** The people of a journey, the participant reached by phone. */
async function hire(journey: string): Promise<void> {
  const roster = rosterOf(journey);
  const people = roster.people.map((person) =>
    person.id.endsWith('participant')
      ? { ...person, phone: '+4915112345678', channel: 'sms' as const }
      : person,
  );
  await savePeople(office.db, { ...roster, people });
}

it('invites who reads no mail by a short message, and everybody else by mail', async () => {
  await hire('j-sms');
  const order = meetingOrder('j-sms');
  await office.activities.scheduleReflectionMeeting(order);
  const [message] = gateway.messages;
  expect(gateway.messages).toHaveLength(1);
  expect(message).toMatchObject({ to: '+4915112345678', authorization: 'Bearer secret' });
  expect(message?.text).toMatch(
    /^Reflexionsgespräch: Fr\., 2\.1\., 10:00 Uhr\. Kommst du\? https:\/\/begleitung\.example\/a\/[\w.-]+$/,
  );
  expect(message?.text.length).toBeLessThan(306);
  expect(office.recipients().some((address) => address.includes('participant'))).toBe(false);
  const sent = await readOutbox(office.db, 'j-sms');
  expect(sent.filter(({ via }) => via === 'sms').map(({ deliveredAt }) => deliveredAt !== null)).toEqual([
    true,
  ]);
  await office.activities.scheduleReflectionMeeting(order);
  expect(gateway.messages).toHaveLength(1);
});

it('signs a link that says who may answer to what, until the meeting is over and no longer', async () => {
  await hire('j-link');
  await office.activities.scheduleReflectionMeeting(meetingOrder('j-link'));
  const token = gateway.messages[0]?.text.split('/a/')[1] ?? '';
  const at = (instant: string) => readAnswerToken(office.db, token, new Date(instant));
  const invited = { journey: 'j-link', meeting: 'reflection/after-3', role: 'participant' };
  expect(await at('2026-01-02T09:59:00.000Z')).toEqual(invited);
  expect(await at('2026-01-02T10:01:00.000Z')).toBeUndefined();
  const [head = '', , signature = ''] = token.split('.');
  const forged = Buffer.from(JSON.stringify({ j: 'j-other', m: 'reflection/after-3', r: 'participant' }));
  const tampered = [head, forged.toString('base64url'), signature].join('.');
  expect(await readAnswerToken(office.db, tampered, new Date('2026-01-01'))).toBeUndefined();
});

it('tries a short message again with the same id where the gateway refused', async () => {
  await hire('j-again');
  gateway.refuseNext();
  const order = meetingOrder('j-again');
  await expect(office.activities.scheduleReflectionMeeting(order)).rejects.toThrow(
    /participant \(HTTP 503\)/,
  );
  expect(gateway.messages).toHaveLength(0);
  await office.activities.scheduleReflectionMeeting(order);
  expect(new Set(gateway.messages.map(({ id }) => id)).size).toBe(1);
});

it('puts the link into the letters of all who come from outside, and into no case worker’s', async () => {
  await savePeople(office.db, rosterOf('j-letters'));
  await office.activities.scheduleReflectionMeeting(meetingOrder('j-letters'));
  const linked = office.server.mails.filter(({ text }) => text?.includes('https://begleitung.example/a/'));
  const addresses = linked.flatMap(({ to }) => [to ?? []].flat().flatMap(({ text }) => text));
  expect(linked).toHaveLength(office.server.mails.length - 1);
  expect(addresses.some((address) => address.includes('caseWorker'))).toBe(false);
});

it('finds no slot on a day on which the journey’s school teaches, unless the participant has times of their own', async () => {
  const journey = 'j-school';
  const school = { id: 'school-7', kind: 'school' as const, name: 'Berufsschule' };
  const everyDayBut = (free: string) =>
    (['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const).filter((day) => day !== free);
  await savePeople(office.db, {
    ...rosterOf(journey),
    organisations: [
      {
        ...school,
        ...{ address: null, region: null, latitude: null, longitude: null },
        schoolTimes: { weekdays: everyDayBut('thursday'), blocks: [] },
      },
    ],
  });
  await record(office.db, {
    ...{ journey, entries: [], journalLength: 0, board: emptyBoard },
    summary: {
      ...{ site: 'site-1', federalState: 'BW', phase: 'training', attention: 'none', machineVersion: 1 },
      ...{ policyVersion: '2026-1', summary: { school: school.id } },
    },
  });
  const slotOf = async (key: string, more: Parameters<typeof meetingOrder>[1] = {}) => {
    const answer = await office.activities.scheduleReflectionMeeting(meetingOrder(journey, { ...more, key }));
    return answer?.type === 'meeting.scheduled' ? answer.startsAt : undefined;
  };
  expect(await slotOf('reflection/after-3')).toBe('2026-01-08T09:00:00.000Z');
  const own = { params: { school: { weekdays: everyDayBut('friday'), blocks: [] } } };
  expect(await slotOf('reflection/after-4', own)).toBe('2026-01-02T09:00:00.000Z');
});

it('tells the deputy of who is away that day, and nobody else', async () => {
  const roster = rosterOf('j-away');
  const lead = roster.people.find(({ id }) => id === 'lead-1');
  if (!lead) throw new Error('no team lead');
  const deputy = { id: 'deputy-1', name: 'Vorname Nachname-deputy', email: 'deputy@people.example' };
  await savePeople(office.db, { ...roster, people: [...roster.people, deputy] });
  const absence = { personId: lead.id, fromDay: '2025-11-28', untilDay: '2025-11-30', deputy: deputy.id };
  await office.db.insertInto('staffAbsences').values(absence).execute();
  const order = reminderOrder('j-away', {
    params: { topic: 'meetingsMissed', to: ['teamLead'], dueOn: '2025-11-28' },
  });
  await office.activities.remind({ ...order, now: '2025-11-28T09:00:00.000Z' });
  expect(office.recipients()).toEqual([deputy.email]);
  office.clear();
  await office.activities.remind({ ...order, rev: 2, now: '2025-12-01T09:00:00.000Z' });
  expect(office.recipients()).toEqual([lead.email]);
});
