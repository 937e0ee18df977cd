/** The lists of the board: who sees which journeys, filters, sorting, search, pages, counts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attentionOrder, phaseOrder } from '../activities/store/cardParts.ts';
import { type CardQuery, countCards, listCards, readCard, type Scope } from '../activities/store/cards.ts';
import type { Store } from '../activities/store/db.ts';
import { type Principal, rolesOn, type SignInRole, signInRoles } from '../client/web/rights.ts';
import { attentions, phases } from '../workflows/fold/view.ts';
import { type Given, giveJourneys, giveStaff } from './support/boardRows.ts';
import { freshDatabase } from './support/database.ts';

let db: Store;
const today = '2026-03-10';

const deputy = { id: 'w-2', from: '2026-03-01', until: '2026-03-10' };
const journeys: readonly Given[] = [
  { id: 'j-own', name: 'Beispiel Öztürk', caseWorker: 'w-1', summary: { company: 'company-1' } },
  { id: 'j-deputised', name: 'Beispiel Zander', caseWorker: 'w-1', summary: { deputy } },
  { id: 'j-was-deputised', caseWorker: 'w-1', summary: { deputy: { ...deputy, until: '2026-03-09' } } },
  { id: 'j-away', name: 'Beispiel 100%', caseWorker: 'w-3', phase: 'exam', attention: 'conflict' },
  { id: 'j-offered', name: 'Beispiel a_b', caseWorker: 'w-1', summary: { handoverTo: 'w-2' } },
  {
    id: 'j-nobodys',
    phase: 'intake',
    attention: 'due',
    deadlines: [['intakeDecision', '2026-03-01', 'due']],
  },
  { id: 'j-nobodys-later', phase: 'preparation', stuck: true },
  { id: 'j-supported', name: 'Beispiel ohne', caseWorker: 'w-1', summary: { supporter: 'u-1' } },
  {
    ...{ id: 'j-overdue', name: 'Beispiel Oz', site: 'site-2', caseWorker: 'w-4', attention: 'overdue' },
    deadlines: [
      ['probation', '2026-04-01', 'open'],
      ['goalReview', '2026-03-02', 'due', 4],
      ['hoursReport', '2026-03-05', 'overdue'],
      ['firstMeeting', '2026-03-04', 'overdue', 7],
    ],
  },
  {
    ...{ id: 'j-elsewhere', site: 'site-2', caseWorker: 'w-3', phase: 'closed' },
    deadlines: [['erasure', '2026-03-20', 'open']],
  },
  { id: 'j-elsewhere-nobodys', site: 'site-2', phase: 'intake' },
];

beforeAll(async () => {
  ({ db } = await freshDatabase());
  await giveStaff(db, [
    { id: 'w-1', name: 'Begleitung Zwei', role: 'caseWorker', site: 'site-1' },
    { id: 'w-2', name: 'Begleitung Ä', role: 'caseWorker', site: 'site-1' },
    { id: 'w-3', name: 'Begleitung Drei', role: 'caseWorker', site: 'site-1' },
    { id: 'w-5', name: 'Begleitung Fünf', role: 'caseWorker', site: 'site-1' },
  ]);
  await db
    .insertInto('staffAbsences')
    .values([
      { personId: 'w-3', fromDay: '2026-03-01', untilDay: '2026-03-20', deputy: 'w-1' },
      { personId: 'w-3', fromDay: '2026-03-10', untilDay: '2026-03-10', deputy: 'w-2' },
      { personId: 'w-1', fromDay: '2026-03-01', untilDay: '2026-03-09', deputy: 'w-5' },
      { personId: 'w-3', fromDay: '2026-03-11', untilDay: '2026-03-11', deputy: null },
    ])
    .execute();
  await giveJourneys(db, journeys);
  await db
    .insertInto('organisations')
    .values({ id: 'company-1', kind: 'company', name: 'Beispiel Holzbau', address: null } as never)
    .execute();
});
afterAll(async () => {
  await db.destroy();
});

const everything: Scope = { everything: true, today };
const idsOf = async (scope: Scope, query: Partial<CardQuery> = {}): Promise<string[]> => {
  const { items } = await listCards(db, scope, { sort: 'id', limit: 100, offset: 0, ...query });
  return items.map(({ id }) => id);
};
const as = (person: string, role: SignInRole, ...sites: string[]): Scope => ({
  ...{ person, roles: [role], sites, today },
});

describe('somebody sees', () => {
  it('as case worker their own journeys, those they stand in for, those offered, and nobody’s at their site', async () => {
    expect(await idsOf(as('w-2', 'caseWorker', 'site-1'))).toEqual([
      ...['j-away', 'j-deputised', 'j-nobodys', 'j-offered'],
    ]);
    expect(await idsOf(as('w-1', 'caseWorker', 'site-1'))).toEqual([
      ...['j-deputised', 'j-nobodys', 'j-offered', 'j-own', 'j-supported', 'j-was-deputised'],
    ]);
    expect(await idsOf(as('w-3', 'caseWorker', 'site-1'))).toEqual(['j-away', 'j-nobodys']);
    expect(await idsOf(as('w-5', 'caseWorker', 'site-1'))).toEqual(['j-nobodys']);
    expect(await idsOf(as('w-1', 'caseWorker'))).toEqual([]);
  });

  it('as team lead or for data protection all of their sites', async () => {
    const elsewhere = ['j-elsewhere', 'j-elsewhere-nobodys', 'j-overdue'];
    expect(await idsOf(as('l-1', 'teamLead', 'site-2'))).toEqual(elsewhere);
    expect(await idsOf(as('d-1', 'dataProtection', 'site-2', 'site-3'))).toEqual(elsewhere);
    expect(await idsOf(as('l-1', 'teamLead', '*'))).toHaveLength(journeys.length);
  });

  it('as learning supporter those they support, and for ops or the funder none', async () => {
    expect(await idsOf(as('u-1', 'learningSupporter'))).toEqual(['j-supported']);
    expect(await idsOf(as('o-1', 'ops', '*'))).toEqual([]);
    expect(await idsOf(as('f-1', 'funderAdviser', '*'))).toEqual([]);
  });

  it('the same journeys by list as one by one, whoever they are', async () => {
    const people = ['w-1', 'w-2', 'w-3', 'w-4', 'w-5', 'u-1', 'nobody'];
    const roles = signInRoles.flatMap((role) => [[role], [role, 'learningSupporter' as const]]);
    for (const person of people) {
      for (const role of roles) {
        for (const sites of [[], ['site-1'], ['site-1', 'site-2'], ['*']]) {
          const principal: Principal = { person, roles: role, sites };
          for (const day of ['2026-02-28', '2026-03-09', today, '2026-03-11']) {
            const listed = await idsOf({ ...principal, today: day });
            const all = await listCards(
              db,
              { everything: true, today: day },
              { sort: 'id', limit: 100, offset: 0 },
            );
            const one = all.items.filter(({ whose }) => rolesOn(principal, whose, day).length > 0);
            expect(listed).toEqual(one.map(({ id }) => id));
          }
        }
      }
    }
  });
});

describe('a card', () => {
  it('names participant, case worker and company, and who else may see it', async () => {
    expect(await readCard(db, 'j-own', today)).toEqual({
      ...{ id: 'j-own', name: 'Beispiel Öztürk', site: 'site-1', phase: 'training', attention: 'none' },
      ...{ conflictRung: 'none', entries: 1, asOf: null, next: null },
      updatedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      caseWorker: { id: 'w-1', name: 'Begleitung Zwei' },
      company: { id: 'company-1', name: 'Beispiel Holzbau' },
      whose: { site: 'site-1', phase: 'training', caseWorker: 'w-1' },
    });
    expect(await readCard(db, 'j-deputised', today)).toMatchObject({ whose: { deputy } });
    expect(await readCard(db, 'j-away', today)).toMatchObject({ whose: { standIn: 'w-2' } });
    expect(await readCard(db, 'j-away', '2026-03-11')).toMatchObject({ whose: { standIn: 'w-1' } });
    expect(await readCard(db, 'j-offered', today)).toMatchObject({ whose: { handoverTo: 'w-2' } });
    expect(await readCard(db, 'j-supported', today)).toMatchObject({ whose: { supporter: 'u-1' } });
    expect(await readCard(db, 'j-overdue', today)).toMatchObject({ caseWorker: { id: 'w-4', name: null } });
    expect(await readCard(db, 'j-nobodys', today)).toMatchObject({ name: null, caseWorker: null });
    expect(await readCard(db, 'j-unknown', today)).toBeUndefined();
  });

  it('shows what is overdue first, else what is due, else what comes first', async () => {
    const next = { key: 'firstMeeting', dueOn: '2026-03-04', status: 'overdue', item: 7 };
    expect((await readCard(db, 'j-overdue', today))?.next).toEqual(next);
    expect((await readCard(db, 'j-nobodys', today))?.next).toMatchObject({ status: 'due' });
    expect((await readCard(db, 'j-elsewhere', today))?.next).toMatchObject({
      key: 'erasure',
      status: 'open',
    });
  });

  it('says that something is stuck before anything else', async () => {
    expect(await readCard(db, 'j-nobodys-later', today)).toMatchObject({ attention: 'stuck' });
  });
});

describe('a list', () => {
  it('knows the phases and attentions that the public view knows', () => {
    expect(phaseOrder).toEqual(phases);
    expect(attentionOrder).toEqual(['stuck', ...attentions.toReversed()]);
  });

  it.each<[string, Partial<CardQuery>, string[]]>([
    ['phase', { phase: ['exam', 'closed'] }, ['j-away', 'j-elsewhere']],
    ['no phase', { phase: [] }, []],
    ['attention', { attention: ['stuck', 'overdue'] }, ['j-nobodys-later', 'j-overdue']],
    ['site and phase', { site: 'site-2', phase: ['intake'] }, ['j-elsewhere-nobodys']],
    ['case worker', { caseWorker: 'w-3' }, ['j-away', 'j-elsewhere']],
    ['company', { company: 'company-1' }, ['j-own']],
    ['deadline', { dueBy: '2026-03-20' }, ['j-elsewhere', 'j-nobodys', 'j-overdue']],
    ['ids', { ids: ['j-own', 'j-unknown'] }, ['j-own']],
  ])('is filtered by %s', async (_what, query, ids) => {
    expect(await idsOf(everything, query)).toEqual(ids);
  });

  it.each([
    ['part of a name in capitals', 'ÖZT', ['j-own']],
    ['part of an id', 'ELSE', ['j-elsewhere', 'j-elsewhere-nobodys']],
    ['a percent sign', '%', ['j-away']],
    ['an underscore', '_', ['j-offered']],
    ['a backslash', '\\', []],
    ['nothing', '', journeys.map(({ id }) => id).toSorted()],
  ])('is searched for %s', async (_what, q, ids) => {
    expect(await idsOf(everything, { q })).toEqual(ids);
  });

  it('is sorted by names as people know them, unknown ones last either way', async () => {
    const site = { site: 'site-1', sort: 'name' } as const;
    const named = ['j-away', 'j-offered', 'j-supported', 'j-own', 'j-deputised'];
    const unknown = ['j-nobodys', 'j-nobodys-later', 'j-was-deputised'];
    expect(await idsOf(everything, site)).toEqual([...named, ...unknown]);
    expect(await idsOf(everything, { ...site, order: 'desc' })).toEqual([...named.toReversed(), ...unknown]);
  });

  it('is sorted by urgency, deadline, phase and case worker, equal ones by id', async () => {
    const site = { site: 'site-2' };
    expect((await idsOf(everything, { sort: 'attention' })).slice(0, 5)).toEqual([
      ...['j-nobodys-later', 'j-overdue', 'j-away', 'j-nobodys', 'j-deputised'],
    ]);
    expect(await idsOf(everything, { sort: 'attention' })).toEqual(
      await idsOf(everything, { sort: undefined }),
    );
    const dated = ['j-overdue', 'j-nobodys', 'j-elsewhere', 'j-away'];
    expect((await idsOf(everything, { sort: 'nextDeadline' })).slice(0, 4)).toEqual(dated);
    expect(await idsOf(everything, { ...site, sort: 'phase' })).toEqual([
      ...['j-elsewhere-nobodys', 'j-overdue', 'j-elsewhere'],
    ]);
    expect(await idsOf(everything, { ...site, sort: 'caseWorker', order: 'desc' })).toEqual([
      ...['j-overdue', 'j-elsewhere', 'j-elsewhere-nobodys'],
    ]);
    expect(await idsOf(everything, { sort: 'id', order: 'desc' })).toEqual(
      (await idsOf(everything)).toReversed(),
    );
  });

  it('comes in pages that say how many there are in all, the one behind the last too', async () => {
    const first = await listCards(db, everything, { sort: 'id', limit: 4, offset: 0 });
    const last = await listCards(db, everything, { sort: 'id', limit: 4, offset: 8 });
    const behind = await listCards(db, everything, { sort: 'id', limit: 4, offset: 40 });
    expect([first.total, last.total, behind.total]).toEqual([11, 11, 11]);
    expect([first.items.length, last.items.length, behind.items.length]).toEqual([4, 3, 0]);
    expect(await listCards(db, everything, { phase: [], limit: 4, offset: 0 })).toEqual({
      items: [],
      total: 0,
    });
  });
});

it('counts by phase, attention and case worker', async () => {
  expect(await countCards(db, as('l-1', 'teamLead', 'site-2'))).toEqual({
    ...{ total: 3, phases: { training: 1, closed: 1, intake: 1 }, attentions: { overdue: 1, none: 2 } },
    workers: [
      { id: 'w-3', name: 'Begleitung Drei', total: 1, phases: { closed: 1 } },
      { id: 'w-4', name: null, total: 1, phases: { training: 1 } },
      { id: null, name: null, total: 1, phases: { intake: 1 } },
    ],
  });
  expect(await countCards(db, everything, { caseWorker: 'w-3' })).toMatchObject({ total: 2 });
});
