/** What is asked of somebody now: deadlines, notices, meetings and handovers of the journeys they see. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scope } from '../activities/store/cards.ts';
import type { Store } from '../activities/store/db.ts';
import { listDeadlines, listMeetings, listOffered, listTold } from '../activities/store/today.ts';
import type { Role } from '../workflows/effects/words.ts';
import { giveJourneys, giveStaff } from './support/boardRows.ts';
import { freshDatabase } from './support/database.ts';

let db: Store;
const today = '2026-03-10';

const as = (person: string, ...roles: Role[]): Scope => ({ person, roles, sites: ['site-1'], today });

const notice = (journeyId: string, key: string, dueOn: string, ...to: Role[]) => ({
  ...{ journeyId, key, dueOn, kind: 'reminder' as const, topic: key, toRoles: JSON.stringify(to) },
  since: '2026-03-01T05:00:00.000Z',
});
const meeting = (journeyId: string, key: string, day: string, changes = {}) => ({
  ...{ journeyId, key, rev: 1, status: 'scheduled' as const, byHand: false, caseWorker: null },
  ...{ startsAt: `${day}T09:00:00.000Z`, endsAt: `${day}T10:00:00.000Z` },
  attendees: JSON.stringify(['participant', 'caseWorker']),
  ...changes,
});

beforeAll(async () => {
  ({ db } = await freshDatabase());
  await giveStaff(db, [{ id: 'w-1', name: 'Begleitung Eins', role: 'caseWorker', site: 'site-1' }]);
  await giveJourneys(db, [
    {
      ...{ id: 'j-1', name: 'Beispiel Eins', caseWorker: 'w-1', summary: { supporter: 'u-1' } },
      deadlines: [
        ['probation', '2026-03-24', 'open'],
        ['exam', '2026-03-25', 'open'],
        ['learningPlan', '2026-03-09', 'due', 4],
        ['firstMeeting', '2026-01-02', 'overdue'],
      ],
    },
    {
      ...{ id: 'j-2', caseWorker: 'w-2', summary: { handoverTo: 'w-1' } },
      deadlines: [['hoursReport', '2026-03-01', 'overdue']],
    },
    { id: 'j-3', caseWorker: 'w-2', deadlines: [['probation', '2026-03-11', 'open']] },
  ]);
  await db
    .insertInto('notices')
    .values([
      notice('j-1', 'toWorker', '2026-03-12', 'caseWorker', 'trainer'),
      notice('j-1', 'toLead', '2026-03-11', 'teamLead'),
      notice('j-1', 'toSupporter', '2026-03-10', 'learningSupporter'),
      notice('j-3', 'toAnother', '2026-03-09', 'caseWorker'),
    ])
    .execute();
  await db
    .insertInto('meetings')
    .values([
      meeting('j-1', 'today', today),
      meeting('j-1', 'withSupport', '2026-03-12', {
        attendees: JSON.stringify(['participant', 'learningSupporter']),
        caseWorker: 'w-9',
      }),
      meeting('j-1', 'calledOff', today, { status: 'cancelled' as const }),
      meeting('j-1', 'nextMonth', '2026-04-10'),
      meeting('j-3', 'elsewhere', today),
    ])
    .execute();
});
afterAll(async () => {
  await db.destroy();
});

describe('deadlines', () => {
  const until = '2026-03-24';

  it('are those overdue, those due, and those that come until a day, of the journeys somebody sees', async () => {
    expect(await listDeadlines(db, as('w-1', 'caseWorker'), { until })).toEqual([
      { journey: 'j-1', name: 'Beispiel Eins', key: 'firstMeeting', dueOn: '2026-01-02', status: 'overdue' },
      { journey: 'j-2', name: null, key: 'hoursReport', dueOn: '2026-03-01', status: 'overdue' },
      {
        journey: 'j-1',
        name: 'Beispiel Eins',
        key: 'learningPlan',
        item: 4,
        dueOn: '2026-03-09',
        status: 'due',
      },
      { journey: 'j-1', name: 'Beispiel Eins', key: 'probation', dueOn: '2026-03-24', status: 'open' },
    ]);
    expect(await listDeadlines(db, as('l-1', 'teamLead'), { until })).toHaveLength(5);
    expect(await listDeadlines(db, as('o-1', 'ops'), { until })).toEqual([]);
  });

  it('are for a learning supporter those of the support alone, and none unless named', async () => {
    const supporter = as('u-1', 'learningSupporter');
    expect(await listDeadlines(db, supporter, { until })).toEqual([]);
    const support = ['learningPlan', 'hoursReport'];
    expect(await listDeadlines(db, supporter, { until, support })).toMatchObject([{ key: 'learningPlan' }]);
    expect(await listDeadlines(db, as('u-1', 'learningSupporter', 'teamLead'), { until })).toHaveLength(5);
  });
});

it('lists what was told to a role that somebody has on the journey, due first in front', async () => {
  const keysFor = async (scope: Scope) => (await listTold(db, scope)).map(({ key }) => key);
  expect(await listTold(db, as('w-1', 'caseWorker'))).toEqual([
    {
      ...{ journey: 'j-1', name: 'Beispiel Eins', key: 'toWorker', kind: 'reminder', topic: 'toWorker' },
      ...{ to: ['caseWorker', 'trainer'], dueOn: '2026-03-12', since: '2026-03-01T05:00:00.000Z' },
    },
  ]);
  expect(await keysFor(as('l-1', 'teamLead'))).toEqual(['toLead']);
  expect(await keysFor(as('u-1', 'learningSupporter'))).toEqual(['toSupporter']);
  // Told to case workers of another's journey, which this one sees as team lead only.
  expect(await keysFor(as('w-1', 'teamLead', 'caseWorker'))).toEqual(['toLead', 'toWorker']);
  expect(await keysFor({ ...as('w-1', 'caseWorker'), everything: true })).toHaveLength(4);
});

describe('meetings', () => {
  const week = { from: `${today}T00:00:00.000Z`, to: '2026-03-17T00:00:00.000Z' };
  const keysFor = async (scope: Scope, wish = {}) =>
    (await listMeetings(db, scope, { ...week, ...wish })).map(({ key }) => key);

  it('are those between two instants that are not called off, with who comes and whose calendar they fill', async () => {
    expect(await listMeetings(db, as('w-1', 'caseWorker'), week)).toMatchObject([
      {
        ...{ journey: 'j-1', name: 'Beispiel Eins', key: 'today', status: 'scheduled', caseWorker: 'w-1' },
        ...{ startsAt: `${today}T09:00:00.000Z`, attendees: ['participant', 'caseWorker'] },
      },
      { key: 'withSupport', caseWorker: 'w-9' },
    ]);
    expect(await keysFor(as('w-1', 'caseWorker'), { cancelled: true })).toEqual([
      ...['calledOff', 'today', 'withSupport'],
    ]);
    expect(await keysFor(as('l-1', 'teamLead'))).toEqual(['today', 'elsewhere', 'withSupport']);
    expect(await keysFor(as('w-1', 'caseWorker'), { from: `${today}T10:00:00.000Z` })).toEqual([
      'withSupport',
    ]);
    expect(await keysFor(as('w-1', 'caseWorker'), { to: `${today}T09:00:00.000Z` })).toEqual([]);
  });

  it('are for a learning supporter those that they attend', async () => {
    expect(await keysFor(as('u-1', 'learningSupporter'))).toEqual(['withSupport']);
  });
});

it('lists the journeys that are offered to a case worker, and who looks after them until then', async () => {
  const from = { id: 'w-2', name: null };
  expect(await listOffered(db, as('w-1', 'caseWorker'))).toEqual([{ journey: 'j-2', name: null, from }]);
  expect(await listOffered(db, as('w-1', 'teamLead'))).toEqual([]);
  expect(await listOffered(db, { ...as('w-1', 'caseWorker'), everything: true })).toEqual([]);
});
