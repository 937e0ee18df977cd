/** Staff and what they have to do, who may sign in, organisations, the people around a journey, and who was refused what. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCard } from '../activities/store/cards.ts';
import type { Store } from '../activities/store/db.ts';
import { listOrganisations, listSites, nameOf, namesOf, peopleIn } from '../activities/store/directory.ts';
import { Roster, savePeople } from '../activities/store/people.ts';
import { addRefusal, listRefusals } from '../activities/store/refusals.ts';
import { listSignInCandidates, listStaff } from '../activities/store/staffList.ts';
import { giveJourneys } from './support/boardRows.ts';
import { freshDatabase } from './support/database.ts';

let db: Store;
const today = '2026-03-10';

const involved = (role: string, personId: string, scopeId = 'site-1', scope = 'site') => ({
  ...{ scope, scopeId, role, personId },
});
const roster = Roster.parse({
  people: [
    { id: 'w-1', name: 'Begleitung Zwei', email: 'w-1@example.org' },
    { id: 'w-2', name: 'begleitung Ähnlich' },
    { id: 'u-1', name: 'Förderung Eins', phone: '+49 151 00000001' },
    { id: 'u-2', name: 'Förderung Zwei' },
    { id: 'f-1', name: 'Agentur Eins' },
    { id: 't-1', name: 'Beispiel Teilnehmerin' },
    { id: 'o-1', name: 'Betrieb Eins' },
  ],
  involvements: [
    involved('caseWorker', 'w-1'),
    involved('teamLead', 'w-1', 'site-2'),
    involved('caseWorker', 'w-2'),
    involved('learningSupporter', 'u-1'),
    involved('learningSupporter', 'u-2'),
    involved('ops', 'o-1', 'site-2'),
    involved('participant', 't-1'),
    involved('funderAdviser', 'f-1', 'agency-1', 'funder'),
  ],
  sites: [{ id: 'site-1', federalState: 'BW', opens: '08:30', closes: '17:00' }],
  staff: [
    { personId: 'w-1', capacity: 25 },
    { personId: 'u-1', capacity: 8, subjects: ['maths'] },
  ],
  absences: [
    { personId: 'w-1', from: '2026-04-01', until: '2026-04-10', deputy: 'w-2' },
    { personId: 'w-1', from: '2026-03-01', until: today },
    { personId: 'w-1', from: '2026-02-01', until: '2026-02-10' },
  ],
  organisations: [
    { id: 'company-1', kind: 'company', name: 'Zimmerei' },
    { id: 'company-2', kind: 'company', name: 'Öltechnik', region: '72764' },
    { id: 'school-1', kind: 'school', name: 'Beispielschule' },
  ],
});

beforeAll(async () => {
  ({ db } = await freshDatabase());
  await savePeople(db, roster);
  await giveJourneys(db, [
    { id: 'j-1', name: 'Beispiel Eins', caseWorker: 'w-1', phase: 'training', summary: { supporter: 'u-1' } },
    { id: 'j-2', caseWorker: 'w-1', phase: 'exam' },
    { id: 'j-3', caseWorker: 'w-1', phase: 'closed' },
    { id: 'j-4', phase: 'intake', site: 'site-2' },
  ]);
});
afterAll(async () => {
  await db.destroy();
});

describe('staff', () => {
  it('are listed by name with roles, workload and absences to come', async () => {
    const staff = await listStaff(db, ['site-1'], today);
    expect(staff.map(({ id }) => id)).toEqual(['w-2', 'w-1', 'u-1', 'u-2']);
    expect(staff[1]).toEqual({
      ...{ id: 'w-1', name: 'Begleitung Zwei', roles: ['caseWorker'], sites: ['site-1'] },
      ...{ capacity: 25, subjects: [], journeys: 2, phases: { training: 1, exam: 1 }, supported: 0 },
      absences: [
        { from: '2026-03-01', until: today, deputy: null },
        { from: '2026-04-01', until: '2026-04-10', deputy: 'w-2' },
      ],
    });
    expect(staff[2]).toMatchObject({ id: 'u-1', subjects: ['maths'], supported: 1, journeys: 0 });
    expect(staff[3]).toMatchObject({ id: 'u-2', capacity: null, phases: {}, absences: [] });
  });

  it('of every site have all their roles', async () => {
    const [, everywhere] = await listStaff(db, ['*'], today);
    expect(everywhere).toMatchObject({ roles: ['caseWorker', 'teamLead'], sites: ['site-1', 'site-2'] });
    expect(await listStaff(db, [], today)).toEqual([]);
  });

  it('may sign in, and so may who advises for a funder; participants may not', async () => {
    const candidates = await listSignInCandidates(db);
    expect(candidates.map(({ id }) => id)).toEqual(['f-1', 'w-2', 'w-1', 'o-1', 'u-1', 'u-2']);
    expect(candidates[0]).toEqual({
      id: 'f-1',
      name: 'Agentur Eins',
      roles: ['funderAdviser'],
      sites: ['*'],
    });
  });
});

it('lists sites, organisations by name, and names by id', async () => {
  expect(await listSites(db)).toMatchObject([{ id: 'site-1', federalState: 'BW' }]);
  expect((await listOrganisations(db, 'company')).map(({ name }) => name)).toEqual(['Öltechnik', 'Zimmerei']);
  expect(await listOrganisations(db)).toHaveLength(3);
  expect(await nameOf(db, 'w-1')).toBe('Begleitung Zwei');
  expect(await nameOf(db, 'unknown')).toBeNull();
  expect([...(await namesOf(db, ['u-1', 'u-1', 'unknown']))]).toEqual([['u-1', 'Förderung Eins']]);
});

it('names a journey after its own participant, else after the one of its site', async () => {
  expect(await readCard(db, 'j-1', today)).toMatchObject({ name: 'Beispiel Eins' });
  expect(await readCard(db, 'j-2', today)).toMatchObject({ name: 'Beispiel Teilnehmerin' });
  expect(await readCard(db, 'j-4', today)).toMatchObject({ name: null });
});

it('names who plays a role in a journey: whoever is assigned, else whom letters would reach', async () => {
  const rolesOf = async (journey: string) => {
    const card = await readCard(db, journey, today);
    const people = card ? await peopleIn(db, card, ['participant', 'caseWorker', 'learningSupporter']) : [];
    return people.map(({ role, id }) => [role, id]);
  };
  expect(await rolesOf('j-1')).toEqual([
    ['participant', 't-j-1'],
    ['caseWorker', 'w-1'],
    ['learningSupporter', 'u-1'],
  ]);
  expect(await rolesOf('j-2')).toEqual([
    ['participant', 't-1'],
    ['caseWorker', 'w-1'],
    ['learningSupporter', 'u-1'],
    ['learningSupporter', 'u-2'],
  ]);
});

describe('refusals', () => {
  const refusal = {
    roles: ['caseWorker'] as const,
    method: 'GET',
    route: '/api/journeys/:id',
    code: 'forbidden',
  };

  it('are kept, newest first, and listed by page, by site and since when', async () => {
    await addRefusal(db, { ...refusal, person: 'w-2', journeyId: 'j-4' });
    await addRefusal(db, { ...refusal, person: 'w-1', journeyId: 'j-unknown' });
    await addRefusal(db, { ...refusal, person: 'o-1', journeyId: null });
    const all = await listRefusals(db, { sites: ['*'], limit: 2, offset: 0 });
    expect(all.total).toBe(3);
    expect(all.items).toMatchObject([{ person: 'o-1', journeyId: null }, { person: 'w-1' }]);
    expect(all.items[1]).toEqual({
      ...{ ...refusal, person: 'w-1', journeyId: 'j-unknown', id: expect.any(Number) },
      at: expect.stringMatching(/Z$/),
    });
    const peopleAt = async (...sites: string[]) =>
      (await listRefusals(db, { sites, limit: 9, offset: 0 })).items.map(({ person }) => person);
    expect(await peopleAt('site-1')).toEqual(['w-1']);
    expect(await peopleAt('site-2')).toEqual(['o-1', 'w-1', 'w-2']);
    expect(await peopleAt()).toEqual([]);
    const since = all.items[0]?.at;
    expect((await listRefusals(db, { sites: ['*'], since, limit: 9, offset: 0 })).total).toBe(1);
    expect((await listRefusals(db, { sites: ['*'], limit: 9, offset: 2 })).items).toMatchObject([
      { person: 'w-2' },
    ]);
  });
});
